package pester

import (
	"time"

	"exolab/runtime"
	"exolab/runtime/errs"
	"exolab/runtime/value"
)

// newState makes the state of a run that begins now.
func newState(ctx *runtime.Context, f filter, verbosity string) *state {
	return &state{run: &Run{}, filter: f, report: report{verbosity}, drive: newTestDrive(ctx.Session()), since: time.Now()}
}

// end takes the drive away and shows the summary.
func (st *state) end(ctx *runtime.Context) error {
	st.drive.remove(ctx.Session())
	st.run.Duration = time.Since(st.since)
	return st.report.summary(ctx, st.run)
}

// runContainer runs a test file, or a block given in its place, as a script:
// its set-up blocks run where they stand.
func (st *state) runContainer(ctx *runtime.Context, name string, b *runtime.ScriptBlock, data value.Value) error {
	if err := st.report.file(ctx, name); err != nil {
		return err
	}
	root := &block{command: "Container", data: value.Void}
	st.block = root
	defer func() {
		st.block = nil
		root.mocks.end()
	}()
	begun, failures := time.Now(), st.run.failures()
	s := ctx.Session()
	inv := runtime.Invocation{Scope: s.Global, NewScope: true, Out: runtime.SinkFunc(discard), Quiet: true}
	inv.Named, _ = value.As[*value.Dict](value.Unwrap(data))
	err := s.InvokeBlock(b, inv)
	if endErr := st.runSetups(ctx, root, afterAll, root.scope); err == nil {
		err = endErr
	}
	if err := st.containerFailed(ctx, name, err); err != nil || st.run.failures() > failures {
		return err
	}
	return st.report.fileEnd(ctx, name, time.Since(begun))
}

// containerFailed notes that a file could not be run to its end.
func (st *state) containerFailed(ctx *runtime.Context, name string, err error) error {
	if err == nil {
		return nil
	}
	if _, failed := err.(*errs.Error); !failed {
		if _, exits := err.(*runtime.ExitError); exits || runtime.IsStopped(err) {
			return err
		}
	}
	st.run.FailedFiles = append(st.run.FailedFiles, name)
	if err := st.report.line(ctx, part{colourFail, "[-] " + name + " failed with:"}); err != nil {
		return err
	}
	return st.report.errors(ctx, " ", []*errs.Record{runtime.RecordOf(err)})
}

// RunBlock runs the tests of a block without showing anything and returns what
// came of them: how a program runs checks that it holds itself. Where only is
// not "", Describe blocks of other names are passed over. The error is one that
// ended the run before its end: exit, or a stop from outside.
func RunBlock(ctx *runtime.Context, name string, b *runtime.ScriptBlock, only string) (*Run, error) {
	st := &state{run: &Run{}, report: report{"None"}, drive: &testDrive{}, since: time.Now(), only: only}
	defer begin(ctx.Session(), st)()
	err := st.runContainer(ctx, name, b, value.Void)
	if endErr := st.end(ctx); err == nil {
		err = endErr
	}
	return st.run, err
}
