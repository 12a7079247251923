package pester

import (
	"strings"
	"time"

	"exolab/runtime/value"
)

// resultObject is what -PassThru emits: the counts and the tests.
func resultObject(run *Run) value.Value {
	o := value.NewObject(12)
	o.TypeNames = []string{"Pester.Run", "System.Object"}
	outcome := Passed
	if run.Failed() {
		outcome = Failed
	}
	o.Set("Result", value.Str(string(outcome)))
	for _, each := range []Outcome{Failed, Passed, Skipped, Inconclusive, NotRun} {
		o.Set(string(each)+"Count", value.Int(run.Count(each)))
	}
	o.Set("FailedBlocksCount", value.Int(len(run.FailedBlocks)))
	o.Set("FailedContainersCount", value.Int(len(run.FailedFiles)))
	o.Set("TotalCount", value.Int(len(run.Tests)))
	o.Set("Duration", span(run.Duration))
	var all []value.Value
	byOutcome := map[Outcome][]value.Value{}
	for _, t := range run.Tests {
		object := testObject(t)
		all = append(all, object)
		byOutcome[t.Outcome] = append(byOutcome[t.Outcome], object)
	}
	o.Set("Tests", value.List(all...))
	for _, each := range []Outcome{Failed, Passed, Skipped, Inconclusive, NotRun} {
		o.Set(string(each), value.List(byOutcome[each]...))
	}
	o.Set("Version", value.Str(version))
	return value.Obj(o)
}

func span(d time.Duration) value.Value { return value.Span(int64(d / 100)) }

func testObject(t *Test) value.Value {
	o := value.NewObject(12)
	o.TypeNames = []string{"Pester.Test", "System.Object"}
	var errors []value.Value
	for _, rec := range t.Errors {
		errors = append(errors, value.Obj(rec))
	}
	o.Set("Name", value.Str(t.template))
	o.Set("Path", value.Strings(t.Path...))
	o.Set("ExpandedName", value.Str(t.Name))
	o.Set("ExpandedPath", value.Str(strings.Join(t.Path, ".")))
	o.Set("Result", value.Str(string(t.Outcome)))
	o.Set("Passed", value.Bool(t.Outcome == Passed))
	o.Set("Skipped", value.Bool(t.Outcome == Skipped))
	o.Set("ErrorRecord", value.List(errors...))
	o.Set("Tag", value.Strings(t.Tags...))
	o.Set("Duration", span(t.Duration))
	o.Set("ScriptBlock", value.Obj(t.block))
	return value.Obj(o)
}
