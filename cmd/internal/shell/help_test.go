package shell

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"exolab/cmdlets/help"
)

func TestHelpExamples(t *testing.T) {
	for _, spec := range help.Specs() {
		for _, example := range spec.Examples {
			require.Equal(t, example.Output, runText(t, example.Code), example.Code)
		}
	}
}

func TestCommentHelp(t *testing.T) {
	const body = "{ param(\n# Whom.\n[string]$Name = 'x', [switch]$Loud) $Name }\n"
	tests := []struct{ name, script, want string }{
		{"before", "<#\n.SYNOPSIS\nSays hello.\n#>\nfunction f " + body + "(Get-Help f).Synopsis", "Says hello."},
		{"one blank line before", "# .SYNOPSIS\n# Says hello.\n\nfunction f " + body + "(Get-Help f).Synopsis", "Says hello."},
		{"too far before", "$x = 1\n# .SYNOPSIS\n# Says hello.\n\n\nfunction f " + body + "(Get-Help f).Synopsis.Trim()", "f [[-Name] <string>] [-Loud]"},
		{"at the end", "function f { param($Name)\n$Name\n<#\n.SYNOPSIS\nLate.\n#>\n}\n(Get-Help f).Synopsis", "Late."},
		{"not at the start", "function f { param($Name)\n<#\n.SYNOPSIS\nMiddle.\n#>\n$Name }\n(Get-Help f).Synopsis.Trim()", "f [[-Name] <Object>]"},
		{"unknown keyword", "<#\n.SYNOPSIS\nA.\n.NOSUCH\n#>\nfunction f { }\n(Get-Help f).Synopsis.Trim()", "f"},
		{"comment beside a parameter", "<#\n.SYNOPSIS\nA.\n#>\nfunction f " + body + "(Get-Help f -Parameter Name).description.Text", "Whom."},
		{"keyword wins", "<#\n.SYNOPSIS\nA.\n.PARAMETER Name\nWho.\n#>\nfunction f " + body + "(Get-Help f -Parameter Name).description.Text", "Who."},
		{"default value", "<#\n.SYNOPSIS\nA.\n#>\nfunction f " + body + "(Get-Help f -Parameter *).defaultValue -join ','", "'x',False"},
		{"forward", "<#\n.FORWARDHELPTARGETNAME g\n#>\nfunction f { }\n# .SYNOPSIS\n# G.\nfunction g { }\n(Get-Help f).Name", "g"},
		{"link", "<#\n.SYNOPSIS\nA.\n.LINK\nhttps://example.com/f\n#>\nfunction f { }\nGet-Help f -Online", "https://example.com/f"},
		{"question mark", "# .SYNOPSIS\n# A.\nfunction f { 'ran' }\n(f -?).Synopsis", "A."},
		{"question mark of a cmdlet", "(gci -?).Name", "Get-ChildItem"},
		{"role", "<#\n.SYNOPSIS\nA.\n.ROLE\nAdmin\n.COMPONENT\nMail\n#>\nfunction f { }\n$h = Get-Help f; $h.Role + $h.Component", "AdminMail"},
		{"views", "# .SYNOPSIS\n# A.\nfunction f { }\n(Get-Help f -Full).PSTypeNames -join ','",
			"MamlCommandHelpInfo#FullView,HelpInfo#FullView,MamlCommandHelpInfo,HelpInfo"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) { require.Equal(t, test.want, runText(t, test.script)) })
	}
}

func TestHelpViews(t *testing.T) {
	const script = "<#\n.SYNOPSIS\nA.\n.PARAMETER Name\nWho.\n.INPUTS\nString\n.NOTES\nCare.\n.EXAMPLE\nf 1\n\nOne.\n#>\nfunction f { param([Parameter(Mandatory)][Alias('N')][string]$Name) }\n"
	full := runText(t, script+"Get-Help f -Full")
	for _, part := range []string{"-Name <String>\n        Who.\n", "Required?                    true", "Aliases                      N",
		"INPUTS\n    String\n", "NOTES\n", "Care.", "PS > f 1", "RELATED LINKS"} {
		require.Contains(t, full, part)
	}
	require.Contains(t, runText(t, script+"Get-Help f -Detailed"), "PARAMETERS\n    -Name <String>\n        Who.\n")
	require.NotContains(t, runText(t, script+"Get-Help f -Examples"), "SYNTAX")
}

func TestHelpTopics(t *testing.T) {
	require.True(t, strings.HasPrefix(runText(t, "Get-Help about_exolab_clock"), "The organization's clock"))
	require.Contains(t, runText(t, "Get-Help about_exolab*"), "HelpFile")
	require.Contains(t, runText(t, "Get-Help Set-Mailbox"), "Set-Mailbox")
	require.Contains(t, runText(t, "Get-Help Get-NoSuchThing"), "Get-Help could not find Get-NoSuchThing")
	require.Equal(t, "", runText(t, "Get-Help nosuchthing*"))
	require.Contains(t, runText(t, "Get-Help Start-EdgeSynchronization"), "does not emulate it")
	require.Contains(t, runText(t, "Add-Type -?"), "does not emulate it")
	require.Contains(t, runText(t, "Get-Help Set-Mailbox"), "about_exolab_emulation")
	require.NotContains(t, runText(t, "Get-Help Get-Date"), "emulate")
}
