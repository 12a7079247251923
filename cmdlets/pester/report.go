package pester

import (
	"fmt"
	"math"
	"strings"
	"time"

	"exolab/runtime"
	"exolab/runtime/errs"
)

// The console colours of the report.
const (
	colourPass    = 2  // DarkGreen
	colourBlock   = 10 // Green
	colourContext = 11 // Cyan
	colourFail    = 12 // Red
	colourFile    = 13 // Magenta
	colourSkip    = 14 // Yellow
	colourPlain   = 15 // White
	colourGrey    = 7  // Gray
	colourDark    = 8  // DarkGray
)

// report shows a run on the console. Its verbosity is None, Normal, Detailed
// or Diagnostic.
type report struct {
	verbosity string
}

func (r report) silent() bool   { return strings.EqualFold(r.verbosity, "None") }
func (r report) detailed() bool { return !r.silent() && !strings.EqualFold(r.verbosity, "Normal") }

// part is text in one colour.
type part struct {
	colour int
	text   string
}

// line shows one line made of parts.
func (r report) line(ctx *runtime.Context, parts ...part) error {
	if r.silent() {
		return nil
	}
	for i, p := range parts {
		if err := ctx.WriteHost(p.text, i == len(parts)-1, p.colour, -1); err != nil {
			return err
		}
	}
	return nil
}

// file heads the tests of one file.
func (r report) file(ctx *runtime.Context, name string) error {
	if !r.detailed() {
		return nil
	}
	return r.line(ctx, part{colourFile, "\nRunning tests from '" + name + "'"})
}

// fileEnd says, where single tests are not shown, that a file went well.
func (r report) fileEnd(ctx *runtime.Context, name string, took time.Duration) error {
	if r.silent() || r.detailed() {
		return nil
	}
	return r.line(ctx, part{colourPass, "[+] " + name}, part{colourDark, " " + HumanTime(took)})
}

// head shows the names of the blocks around a test that were not shown yet.
func (r report) head(ctx *runtime.Context, b *block) error {
	for _, each := range b.chain() {
		if each.headed || len(each.path) == 0 {
			continue
		}
		each.headed = true
		name := each.path[len(each.path)-1]
		margin := strings.Repeat(" ", len(each.path)-1)
		shown := part{colourBlock, margin + "Describing " + name}
		if each.command == "Context" {
			shown = part{colourContext, margin + "Context " + name}
		}
		if err := r.line(ctx, shown); err != nil {
			return err
		}
	}
	return nil
}

// test shows how a test ended.
func (r report) test(ctx *runtime.Context, b *block, t *Test) error {
	if r.silent() || !r.detailed() && t.Outcome != Failed {
		return nil
	}
	margin, name := "", strings.Join(t.Path, ".")
	if r.detailed() {
		if err := r.head(ctx, b); err != nil {
			return err
		}
		margin, name = strings.Repeat(" ", len(t.Path)), t.Name
	}
	took := " " + HumanTime(t.Duration)
	reason := ""
	if len(t.Errors) > 0 {
		reason = " " + t.Errors[0].Message()
	}
	switch t.Outcome {
	case Passed:
		return r.line(ctx, part{colourPass, margin + "[+] " + name}, part{colourDark, took})
	case Skipped:
		return r.line(ctx, part{colourSkip, margin + "[!] " + name + reason}, part{colourDark, took})
	case Inconclusive:
		return r.line(ctx, part{colourGrey, margin + "[?] " + name + reason}, part{colourDark, took})
	}
	if err := r.line(ctx, part{colourFail, margin + "[-] " + name}, part{colourDark, took}); err != nil {
		return err
	}
	return r.errors(ctx, margin+" ", t.Errors)
}

// blockFailed shows that a block's own code failed.
func (r report) blockFailed(ctx *runtime.Context, b *block, rec *errs.Record) error {
	margin := " "
	if r.detailed() {
		if err := r.head(ctx, b); err != nil {
			return err
		}
		margin = strings.Repeat(" ", len(b.path)+1)
	}
	if err := r.line(ctx, part{colourFail, "[-] " + b.command + " " + strings.Join(b.path, ".") + " failed"}); err != nil {
		return err
	}
	return r.errors(ctx, margin, []*errs.Record{rec})
}

// errors shows what failed and where.
func (r report) errors(ctx *runtime.Context, margin string, list []*errs.Record) error {
	for i, rec := range list {
		text := FailureText(rec)
		if len(list) > 1 {
			text = fmt.Sprintf("[%d] %s", i, text)
		}
		text = margin + strings.ReplaceAll(text, "\n", "\n"+margin)
		if err := r.line(ctx, part{colourFail, text}); err != nil {
			return err
		}
	}
	return nil
}

// FailureText is what the report says about an error: its message, headed by
// the exception's type where no assertion made it, and where it arose.
func FailureText(rec *errs.Record) string {
	text := strings.TrimRight(rec.Message(), "\r\n")
	if rec.ID != idAssertion {
		text = rec.Exception.T.Name + ": " + text
	}
	inv := rec.Invocation
	if inv == nil || inv.Source == nil {
		return text
	}
	line := inv.Source.Position(inv.Span.Start).Line
	where := fmt.Sprintf("%s:%d", inv.Source.Name, line)
	if rec.ID == idAssertion {
		where = strings.TrimSpace(inv.Source.Line(line)) + ", " + where
	} else {
		where = "<ScriptBlock>, " + where
	}
	return text + "\nat " + where
}

// summary shows the counts at the end.
func (r report) summary(ctx *runtime.Context, run *Run) error {
	good, bad := colourPass, colourDark
	if run.Failed() {
		good, bad = colourPlain, colourFail
	}
	if err := r.line(ctx, part{colourPlain, "Tests completed in " + HumanTime(run.Duration)}); err != nil {
		return err
	}
	err := r.line(ctx,
		part{good, fmt.Sprintf("Tests Passed: %d, ", run.Count(Passed))},
		part{bad, fmt.Sprintf("Failed: %d, ", run.Count(Failed))},
		part{colourDark, fmt.Sprintf("Skipped: %d, ", run.Count(Skipped))},
		part{colourDark, fmt.Sprintf("Inconclusive: %d, ", run.Count(Inconclusive))},
		part{colourDark, fmt.Sprintf("NotRun: %d", run.Count(NotRun))})
	if err != nil || len(run.FailedBlocks) == 0 {
		return err
	}
	lines := []string{fmt.Sprintf("BeforeAll \\ AfterAll failed: %d", len(run.FailedBlocks))}
	for _, b := range run.FailedBlocks {
		lines = append(lines, "  - "+strings.Join(b.Path, "."))
	}
	return r.line(ctx, part{colourFail, strings.Join(lines, "\n")})
}

// HumanTime is a duration as the report shows it: in the unit that fits.
func HumanTime(d time.Duration) string {
	round := func(x float64) string {
		return strings.TrimSuffix(strings.TrimRight(fmt.Sprintf("%.2f", math.Round(x*100)/100), "0"), ".")
	}
	switch {
	case d < time.Second:
		return fmt.Sprintf("%dms", int64(math.RoundToEven(d.Seconds()*1000)))
	case d < time.Minute:
		return round(d.Seconds()) + "s"
	case d < time.Hour:
		return round(d.Minutes()) + "m"
	}
	return round(d.Hours()) + "h"
}
