package parser_test

import (
	"errors"
	"testing"

	"github.com/stretchr/testify/require"

	"exolab/parser"
)

func TestRequiresThatAreWrong(t *testing.T) {
	for text, want := range map[string]string{
		"#requires -version A":                           "RequiresVersionInvalid A",
		"#requires -version 1.":                          "RequiresVersionInvalid 1.",
		"#requires -version ''":                          "RequiresVersionInvalid ''",
		"#requires -version 5.1 -psedition Core":         "",
		"#requires -v 5":                                 "",
		"#requires -foo 1":                               "ScriptRequiresInvalidFormat -foo",
		"#requires x":                                    "ScriptRequiresInvalidFormat x",
		"#requiresappID":                                 "ScriptRequiresInvalidFormat requiresappID",
		"#requires -psedition foo":                       "RequiresPSEditionInvalid foo",
		"#requires -psedition core, Core":                "RequiresPSEditionValueIsAlreadySpecified Core",
		"#requires -runasadministrator x":                "ParameterCannotHaveArgument -runasadministrator",
		"#requires -modules":                             "ParameterRequiresArgument -modules",
		"#requires -modules a, @{ModuleName='b';GUID=c}": "",
	} {
		_, err := parser.Parse("", text)
		var all *parser.ParseErrors
		if want == "" {
			require.NoError(t, err, text)
			continue
		}
		require.True(t, errors.As(err, &all), text)
		require.Equal(t, want, all.Errors[0].ID+" "+text[all.Errors[0].Start:all.Errors[0].End], text)
	}
}
