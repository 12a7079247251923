package pester

import (
	"time"

	"exolab/runtime"
	"exolab/runtime/errs"
	"exolab/runtime/value"
)

// Outcome is how a test ended, as Pester names it.
type Outcome string

// The outcomes of a test.
const (
	Passed       Outcome = "Passed"
	Failed       Outcome = "Failed"
	Skipped      Outcome = "Skipped"
	Inconclusive Outcome = "Inconclusive"
	NotRun       Outcome = "NotRun"
)

// Test is one It that was reached, with its outcome.
type Test struct {
	// Name is the expanded name; Path holds the names of the blocks around it,
	// outermost first, and then Name.
	Name string
	Path []string
	Tags []string
	// Outcome says how it ended; Errors holds what failed, in order.
	Outcome  Outcome
	Errors   []*errs.Record
	Duration time.Duration

	template string
	block    *runtime.ScriptBlock
	scope    *runtime.Scope
	mocks    mocks
}

// Run is what a run of tests found.
type Run struct {
	Tests []*Test
	// FailedBlocks are the Describe and Context blocks whose own code failed.
	FailedBlocks []FailedBlock
	// FailedFiles are test files that could not be run to their end.
	FailedFiles []string
	Duration    time.Duration
}

// FailedBlock is a Describe or Context whose body, BeforeAll or AfterAll ended
// with an error.
type FailedBlock struct {
	// Path holds the names of the blocks, outermost first.
	Path  []string
	Error *errs.Record
}

// Count returns how many tests ended so.
func (r *Run) Count(o Outcome) int {
	n := 0
	for _, t := range r.Tests {
		if t.Outcome == o {
			n++
		}
	}
	return n
}

// Failed reports whether anything went wrong.
func (r *Run) Failed() bool { return r.failures() > 0 }

// failures counts the tests, blocks and files that went wrong.
func (r *Run) failures() int { return r.Count(Failed) + len(r.FailedBlocks) + len(r.FailedFiles) }

// state is what a session knows about the run in progress.
type state struct {
	run    *Run
	filter filter
	report report
	block  *block
	// test is the test that runs, nil between tests; calls are those of mocked
	// commands.
	test  *Test
	calls []*mockedCall
	drive *testDrive
	since time.Time
	// only is the name of the one outermost Describe to run; "" runs all.
	only string
}

type stateKey struct{}

// current returns the run in progress, or nil.
func current(s *runtime.Session) *state {
	st, _ := s.Services[stateKey{}].(*state)
	return st
}

// begin makes st the run in progress; the result ends it.
func begin(s *runtime.Session, st *state) func() {
	outer := s.Services[stateKey{}]
	s.Services[stateKey{}] = st
	return func() {
		if outer == nil {
			delete(s.Services, stateKey{})
			return
		}
		s.Services[stateKey{}] = outer
	}
}

// setup says when the blocks of one kind run.
type setup int

const (
	beforeAll setup = iota
	afterAll
	beforeEach
	afterEach
	setupKinds
)

var setupNames = map[string]setup{"beforeall": beforeAll, "afterall": afterAll, "beforeeach": beforeEach, "aftereach": afterEach}

// block is a Describe or Context while it runs; the file is one, too.
type block struct {
	parent  *block
	command string
	path    []string
	tags    []string
	scope   *runtime.Scope
	setups  [setupKinds][]*runtime.ScriptBlock
	// skip is set below a block that is skipped; failed when BeforeAll failed.
	skip   bool
	failed *errs.Record
	// headed is set once the block's name was shown.
	headed bool
	data   value.Value
	mocks  mocks
}

// chain lists the block and those around it, outermost first.
func (b *block) chain() []*block {
	var list []*block
	for ; b != nil; b = b.parent {
		list = append([]*block{b}, list...)
	}
	return list
}

func (b *block) allTags() []string {
	var tags []string
	for _, each := range b.chain() {
		tags = append(tags, each.tags...)
	}
	return tags
}

func discard(value.Value) error { return nil }
