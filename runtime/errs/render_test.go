package errs_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"exolab/parser"
	"exolab/runtime/errs"
	"exolab/runtime/value"
)

// at makes an error at the part of a script that mark stands for.
func at(script, mark, command, message string) *errs.Record {
	rec := errs.New("System.InvalidOperationException", message, "Id", value.InvalidOperation, value.Str("target"))
	start := int32(strings.Index(script, mark))
	rec.Invocation = &errs.Invocation{Source: parser.NewSource("/s.ps1", script), Span: parser.Span{Start: start, End: start + int32(len(mark))}, Command: command}
	return rec
}

func TestConciseView(t *testing.T) {
	long := "Get-Thing -Path '" + strings.Repeat("abcdefghi/", 9) + "' -Force"
	for name, c := range map[string]struct {
		rec   *errs.Record
		width int
		want  string
	}{
		"position": {at("1\nGet-Thing x", "x", "Get-Thing", "No x."), 120,
			"Get-Thing: /s.ps1:2\nLine |\n   2 |  Get-Thing x\n     |            ~\n     | No x.\n"},
		"wrapped": {at("Get-Thing", "Get-Thing", "Get-Thing", "one two three four"), 20,
			"Get-Thing: /s.ps1:1\nLine |\n   1 |  Get-Thing\n     |  ~~~~~~~~~\n     | one two\n     | three four\n"},
		"tabs": {at("\tGet-Thing", "Get-Thing", "Get-Thing", "m"), 120,
			"Get-Thing: /s.ps1:1\nLine |\n   1 |      Get-Thing\n     |      ~~~~~~~~~\n     | m\n"},
		"cut behind": {at(long, long, "Get-Thing", "m"), 120,
			"Get-Thing: /s.ps1:1\nLine |\n   1 |  " + long[:69] + " …\n     |  " + strings.Repeat("~", 69) + "\n     | m\n"},
		"cut before": {at(long, "-Force", "Get-Thing", "m"), 120,
			"Get-Thing: /s.ps1:1\nLine |\n   1 |  … " + long[len(long)-69:] + "\n     |  " + strings.Repeat(" ", 65) + "~~~~~~\n     | m\n"},
	} {
		require.Equal(t, c.want, errs.Render(c.rec, errs.View{Width: c.width}), name)
	}
}

func TestConciseViewAtThePrompt(t *testing.T) {
	rec := at("Get-Thing", "Get-Thing", "Get-Thing", "one\ntwo")
	rec.Invocation.Source = parser.NewSource("", "Get-Thing")
	require.Equal(t, "Get-Thing: one\ntwo", errs.Render(rec, errs.View{Width: 10}))
}

func TestHeading(t *testing.T) {
	thrown := at("throw", "throw", "", "m")
	thrown.Thrown, thrown.Exception = true, value.NewException("System.Management.Automation.RuntimeException", "m")
	require.True(t, strings.HasPrefix(errs.Render(thrown, errs.View{}), "Exception: "))
	byCategory := at("x", "x", "", "m")
	require.True(t, strings.HasPrefix(errs.Render(byCategory, errs.View{}), "InvalidOperation: "))
	byReason := at("x", "x", "", "m")
	byReason.Category = value.NotSpecified
	require.True(t, strings.HasPrefix(errs.Render(byReason, errs.View{}), "InvalidOperationException: "))
	script := at("x", "x", "case.ps1", "m")
	script.Invocation.Script, script.Activity = true, "Write-Error"
	require.True(t, strings.HasPrefix(errs.Render(script, errs.View{}), "Write-Error: "))
}

func TestOtherViews(t *testing.T) {
	rec := at("1\nGet-Thing x", "x", "Get-Thing", "No x.")
	rec.Activity = "Get-Thing"
	require.Equal(t, "InvalidOperation: (target:String) [Get-Thing], InvalidOperationException", errs.Render(rec, errs.View{Name: "CategoryView"}))
	require.Equal(t, "Get-Thing : No x.\nAt /s.ps1:2 char:11\n+ Get-Thing x\n+           ~\n"+
		"+ CategoryInfo          : InvalidOperation: (target:String) [Get-Thing], InvalidOperationException\n+ FullyQualifiedErrorId : Id",
		errs.Render(rec, errs.View{Name: "NormalView"}))
}
