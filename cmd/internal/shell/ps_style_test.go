package shell

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// The members of $PSStyle compose sequences and refuse what is none.
func TestPSStyle(t *testing.T) {
	for script, want := range map[string]string{
		`$PSStyle.Foreground.FromRgb(11, 22, 33) -replace [char]27`:                                                           "[38;2;11;22;33m",
		`$PSStyle.Background.FromRgb(0x445566) -replace [char]27`:                                                             "[48;2;68;85;102m",
		`$PSStyle.Foreground.FromConsoleColor('DarkRed') -replace [char]27`:                                                   "[31m",
		`$PSStyle.FormatHyperlink('blog', 'https://aka.ms/x') -replace [char]27, '^'`:                                         `^]8;;https://aka.ms/x^\blog^]8;;^\`,
		`try { $PSStyle.Formatting.Error = 'red' } catch { $_.FullyQualifiedErrorId }`:                                        "ExceptionWhenSetting",
		`try { $PSStyle.Reset = '' } catch { "$_" }`:                                                                          "'Reset' is a ReadOnly property.",
		`try { $PSStyle.Progress.MaxWidth = 17 } catch { $_.FullyQualifiedErrorId }`:                                          "ExceptionWhenSetting",
		`try { $PSStyle.OutputRendering = 'None' } catch { $_.FullyQualifiedErrorId }; $PSStyle.OutputRendering`:              "ExceptionWhenSetting\nHost",
		`$x = $PSStyle.FileInfo.Extension; $x.Add('.md', ''); $x['.md'] = "` + "`e[1m" + `"; $x['.MD'].Length; $x.Keys.Count`: "4\n12",
		`try { $PSStyle.FileInfo.Extension.Remove('zip') } catch { $_.FullyQualifiedErrorId }`:                                "ArgumentException",
		`$PSStyle.Formatting.PSObject.Properties.Name -join ' '`:                                                              "FormatAccent TableHeader CustomTableHeaderLabel ErrorAccent Error Warning Verbose Debug FeedbackName FeedbackText FeedbackAction",
	} {
		require.Equal(t, want, runText(t, script), script)
	}
}

// Text that is no view keeps its sequences, whatever is asked of views.
func TestStylesOfPlainText(t *testing.T) {
	for _, rendering := range []string{"Ansi", "Host", "PlainText"} {
		script := "$PSStyle.OutputRendering = '" + rendering + "'; (\"`e[31mx`e[0m\" | Out-String).Trim().Length; ([pscustomobject]@{ a = \"`e[31mx`e[0m\" } | Format-List | Out-String).Contains([char]27)"
		require.Equal(t, map[string]string{"Ansi": "10\nTrue", "Host": "10\nFalse", "PlainText": "10\nFalse"}[rendering], runText(t, script))
	}
}

// The view of the styles of files lists those by extension.
func TestViewOfFileStyles(t *testing.T) {
	require.Contains(t, runText(t, "$PSStyle.FileInfo"), "Extension    : .zip    = \"`e[31;1m\"\n               .tgz    = \"`e[31;1m\"\n")
}
