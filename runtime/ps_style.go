package runtime

import (
	"strings"

	"exolab/runtime/value"
)

// psStyle is $PSStyle: the escape sequences by name. A group is a line that
// begins with its name and a colon.
const psStyle = `
: Reset=0 BlinkOff=25 Blink=5 BoldOff=22 Bold=1 DimOff=22 Dim=2 HiddenOff=28 Hidden=8 ReverseOff=27 Reverse=7 ItalicOff=23 Italic=3 UnderlineOff=24 Underline=4 StrikethroughOff=29 Strikethrough=9
Formatting: FormatAccent=32;1 ErrorAccent=36;1 Error=31;1 Warning=33;1 Verbose=33;1 Debug=33;1 TableHeader=32;1 CustomTableHeaderLabel=32;1;3 FeedbackName=33 FeedbackText=96 FeedbackAction=97
Foreground: Black=30 BrightBlack=90 White=37 BrightWhite=97 Red=31 BrightRed=91 Magenta=35 BrightMagenta=95 Blue=34 BrightBlue=94 Cyan=36 BrightCyan=96 Green=32 BrightGreen=92 Yellow=33 BrightYellow=93
Background: Black=40 BrightBlack=100 White=47 BrightWhite=107 Red=41 BrightRed=101 Magenta=45 BrightMagenta=105 Blue=44 BrightBlue=104 Cyan=46 BrightCyan=106 Green=42 BrightGreen=102 Yellow=43 BrightYellow=103
`

// newPSStyle returns the object of $PSStyle. rendering is OutputRendering.
func newPSStyle(rendering string) value.Value {
	style := value.NewObject(24)
	style.TypeNames = []string{"System.Management.Automation.PSStyle", "System.Object"}
	for _, line := range strings.Split(strings.TrimSpace(psStyle), "\n") {
		group, sequences, _ := strings.Cut(line, ":")
		to := style
		if group != "" {
			to = value.NewObject(16)
			to.TypeNames = []string{"System.Management.Automation.PSStyle+" + group + "Color", "System.Object"}
			style.Set(group, value.Obj(to))
		}
		for _, pair := range strings.Fields(sequences) {
			name, code, _ := strings.Cut(pair, "=")
			to.Set(name, value.Str("\x1b["+code+"m"))
		}
	}
	style.Set("OutputRendering", value.Str(rendering))
	return value.Obj(style)
}
