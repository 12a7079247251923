package cmdlets_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"exolab/cmdlets"
	"exolab/runtime"
	"exolab/runtime/errs"
	"exolab/runtime/value"
)

// host keeps what a session shows, one line per item.
type host struct {
	lines   []string
	answers []string
}

func (h *host) add(s string) error                    { h.lines = append(h.lines, s); return nil }
func (h *host) Output(v value.Value) error            { return h.add(value.ToString(nil, v)) }
func (h *host) Flush() error                          { return nil }
func (h *host) Text(s string, _ bool, _, _ int) error { return h.add(s) }
func (h *host) Error(rec *errs.Record) error          { return h.add("ERROR " + rec.ID + ": " + rec.Message()) }
func (h *host) Warning(s string) error                { return h.add("WARNING: " + s) }
func (h *host) Verbose(s string) error                { return h.add("VERBOSE: " + s) }
func (h *host) Debug(s string) error                  { return h.add("DEBUG: " + s) }
func (h *host) Information(s string) error            { return h.add("INFO: " + s) }
func (h *host) Progress(runtime.Progress) error       { return nil }
func (h *host) Interactive() bool                     { return len(h.answers) > 0 }
func (h *host) Width() int                            { return 120 }
func (h *host) ReadLine(prompt string, _ bool) (string, error) {
	answer := h.answers[0]
	h.answers = h.answers[1:]
	return answer, h.add(prompt + answer)
}
func (h *host) Choice(caption, message string, _ []runtime.Choice, _ int) (int, error) {
	return 0, h.add(caption + ": " + message)
}

// naming is a parameter that addPrefix has from an embedded struct.
type naming struct {
	Names []string `ps:"byname"`
}

// addPrefix is a cmdlet with a bit of everything.
type addPrefix struct {
	InputObject value.Value          `ps:"mandatory,pipeline,set=Text|Block"`
	Prefix      string               `ps:"alias=P|Pre,notnullorempty,set=Text,mandatory,position=0"`
	Script      *runtime.ScriptBlock `ps:"set=Block,mandatory,position=0"`
	Count       *int                 `ps:"range=1:3"`
	naming
	Loud cmdlets.Switch `ps:""`
}

func (c *addPrefix) Begin(ctx *runtime.Context) error {
	return ctx.Verbose("begin " + ctx.ParameterSet())
}

func (c *addPrefix) Process(ctx *runtime.Context) error {
	text := c.Prefix + value.ToString(ctx.Env(), c.InputObject)
	switch text {
	case "-bad":
		return ctx.WriteError(errs.New("System.ArgumentException", "Bad input.", "BadInput", value.InvalidArgument, c.InputObject))
	case "-worse":
		return ctx.Throw(errs.New("System.ArgumentException", "Worse input.", "WorseInput", value.InvalidArgument, c.InputObject))
	case "-enough":
		return ctx.StopUpstream()
	}
	if c.Loud {
		text = strings.ToUpper(text)
	}
	if c.Count != nil {
		text = strings.Repeat(text, *c.Count)
	}
	if ok, err := ctx.ShouldProcess(text, "Prefix"); err != nil || !ok {
		return err
	}
	return ctx.Emit(value.Str(text + strings.Join(c.Names, "+")))
}

func (c *addPrefix) End(ctx *runtime.Context) error { return ctx.Verbose("end") }

func session(t *testing.T, h *host) *runtime.Session {
	t.Helper()
	s, err := runtime.NewSession(runtime.Options{Host: h, Directory: t.TempDir()})
	require.NoError(t, err)
	specs := []cmdlets.Spec{{Name: "Add-Prefix", Module: "Test", DefaultSet: "Text", SupportsShouldProcess: true, New: func() any { return &addPrefix{} }}}
	require.Empty(t, cmdlets.Check(s, specs))
	cmdlets.Register(s, specs)
	return s
}

func run(t *testing.T, script string, answers ...string) string {
	h := &host{answers: answers}
	session(t, h).RunText(script)
	return strings.Join(h.lines, "|")
}

func TestCmdlet(t *testing.T) {
	const class = "Microsoft.PowerShell.Commands.AddPrefixCommand"
	for script, want := range map[string]string{
		`1, 2 | Add-Prefix n`:                                                    "n1|n2",
		`Add-Prefix -InputObject x -Pre y`:                                       "yx",
		`'a' | Add-Prefix -P b -Lo`:                                              "BA",
		`'a' | Add-Prefix b -Loud:$false -Count 2`:                               "baba",
		`'a' | Add-Prefix b -Count 9`:                                            "ERROR ParameterArgumentValidationError," + class + ": Cannot validate argument on parameter 'Count'. The 9 argument is greater than the maximum allowed range of 3. Supply an argument that is less than or equal to 3 and then try the command again.",
		`'a' | Add-Prefix b -Count x`:                                            "ERROR CannotConvertArgumentNoMessage," + class + ": Cannot bind parameter 'Count'. Cannot convert value \"x\" to type \"System.Int32\". Error: \"The input string 'x' was not in a correct format.\"",
		`'a' | Add-Prefix -Nope`:                                                 "ERROR NamedParameterNotFound," + class + ": A parameter cannot be found that matches parameter name 'Nope'.",
		`'a' | Add-Prefix b c`:                                                   "ERROR PositionalParameterNotFound," + class + ": A positional parameter cannot be found that accepts argument 'c'.",
		`'bad', 'ok' | Add-Prefix -`:                                             "ERROR BadInput," + class + ": Bad input.|-ok",
		`'worse', 'ok' | Add-Prefix -; 'next'`:                                   "ERROR WorseInput," + class + ": Worse input.|next",
		`'a', 'enough', 'b' | Add-Prefix -`:                                      "-a",
		`'a' | Add-Prefix b -WhatIf`:                                             "What if: Performing the operation \"Prefix\" on target \"ba\".",
		`'a' | Add-Prefix b -Verbose`:                                            "VERBOSE: begin Text|VERBOSE: Performing the operation \"Prefix\" on target \"ba\".|ba|VERBOSE: end",
		`'a' | Add-Prefix { 1 }`:                                                 "a",
		`[pscustomobject]@{ Names = 'x', 'y' } | Add-Prefix n -Co 1`:             "n@{Names=System.Object[]}x+y",
		`'bad' | Add-Prefix - -ErrorAction Ignore -ErrorVariable e; @($e).Count`: "0",
		`'bad' | Add-Prefix - -ea 0 -ev e; $e[0].FullyQualifiedErrorId; $?`:      "BadInput," + class + "|True",
		`try { 'bad' | Add-Prefix - -ea Stop } catch { "caught $_" }`:            "caught Bad input.",
		`'a' | Add-Prefix b -OutVariable o; "o=$o"`:                              "ba|o=ba",
		`$p = @{ Prefix = 's'; Loud = $true }; 'x' | Add-Prefix @p`:              "SX",
		`Add-Prefix -InputObject 1 -Prefix`:                                      "ERROR MissingArgument," + class + ": Missing an argument for parameter 'Prefix'. Specify a parameter of type 'System.String' and try again.",
		`'a' | Add-Prefix ''`:                                                    "ERROR ParameterArgumentValidationErrorEmptyStringNotAllowed," + class + ": Cannot bind argument to parameter 'Prefix' because it is an empty string.",
		`Add-Prefix x`:                                                           "ERROR MissingMandatoryParameter," + class + ": Cannot process command because of one or more missing mandatory parameters: InputObject.",
	} {
		require.Equal(t, want, run(t, script), script)
	}
}

func TestMandatoryPrompt(t *testing.T) {
	require.Equal(t, "|cmdlet Add-Prefix at command pipeline position 1|Supply values for the following parameters:|InputObject: b|ab",
		run(t, "Add-Prefix a", "b"))
}

func TestConfirm(t *testing.T) {
	require.Equal(t, "Confirm: Are you sure you want to perform this action?\nPerforming the operation \"Prefix\" on target \"ba\".|ba",
		run(t, "'a' | Add-Prefix b -Confirm", "unused"))
}

// Every wrong tag is found by Check.
func TestWrongTags(t *testing.T) {
	type unknownWord struct {
		A string `ps:"mandatery"`
	}
	type badPosition struct {
		A string `ps:"position=x"`
	}
	type badType struct {
		A value.Value `ps:"type=No.Such.Type"`
	}
	type badField struct {
		A map[string]string `ps:""`
	}
	s := session(t, &host{})
	for _, object := range []func() any{
		func() any { return &unknownWord{} }, func() any { return &badPosition{} }, func() any { return &badType{} }, func() any { return &badField{} },
		func() any { return 5 },
	} {
		require.Len(t, cmdlets.Check(s, []cmdlets.Spec{{Name: "X", New: object}}), 1)
	}
}

func BenchmarkPipeline(b *testing.B) {
	h := &host{}
	s, err := runtime.NewSession(runtime.Options{Host: h, Directory: "/"})
	require.NoError(b, err)
	cmdlets.Register(s, []cmdlets.Spec{{Name: "Add-Prefix", DefaultSet: "Text", New: func() any { return &addPrefix{} }}})
	b.ReportAllocs()
	for range b.N {
		s.RunText("$null = 1..1000 | Add-Prefix x")
	}
}
