// Package style holds $PSStyle: the escape sequences with which PowerShell
// decorates what it shows, as an object that scripts read and change.
package style

import (
	"strconv"
	"strings"

	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

// sequences are the properties of $PSStyle's groups that hold escape sequences.
// A group is a line that begins with the name of its type and a colon; what
// follows the m of a sequence is left out.
const sequences = `
PSStyle: Reset=0 BlinkOff=25 Blink=5 BoldOff=22 Bold=1 DimOff=22 Dim=2 Hidden=8 HiddenOff=28 ReverseOff=27 Reverse=7 ItalicOff=23 Italic=3 UnderlineOff=24 Underline=4 StrikethroughOff=29 Strikethrough=9
FormattingData: FormatAccent=32;1 TableHeader=32;1 CustomTableHeaderLabel=32;1;3 ErrorAccent=36;1 Error=31;1 Warning=33;1 Verbose=33;1 Debug=33;1 FeedbackName=33 FeedbackText=96 FeedbackAction=97
ProgressConfiguration: Style=33;1
ForegroundColor: Black=30 Red=31 Green=32 Yellow=33 Blue=34 Magenta=35 Cyan=36 White=37 BrightBlack=90 BrightRed=91 BrightGreen=92 BrightYellow=93 BrightBlue=94 BrightMagenta=95 BrightCyan=96 BrightWhite=97
BackgroundColor: Black=40 Red=41 Green=42 Yellow=43 Blue=44 Magenta=45 Cyan=46 White=47 BrightBlack=100 BrightRed=101 BrightGreen=102 BrightYellow=103 BrightBlue=104 BrightMagenta=105 BrightCyan=106 BrightWhite=107
FileInfoFormatting: Directory=44;1 SymbolicLink=36;1 Executable=32;1
`

// group is $PSStyle or one of its groups.
type group struct {
	value.Extended
	t *value.Type
	// values holds what was set, and the groups that were asked for.
	values map[string]value.Value
}

// PSType returns the type of the group.
func (g *group) PSType() *value.Type { return g.t }

// String is the name of the type.
func (g *group) String() string { return g.t.FullName }

var (
	typeStyle          = newType("PSStyle", loadStyle)
	typeFormatting     = newType("PSStyle+FormattingData", loadFormatting)
	typeProgress       = newType("PSStyle+ProgressConfiguration", loadProgress)
	typeForeground     = newType("PSStyle+ForegroundColor", colourLoader("\x1b[38;2;"))
	typeBackground     = newType("PSStyle+BackgroundColor", colourLoader("\x1b[48;2;"))
	typeFileInfo       = newType("PSStyle+FileInfoFormatting", loadFileInfo)
	typeFileExtensions = newType("PSStyle+FileInfoFormatting+FileExtensionDictionary", loadFileExtensions)
)

func newType(name string, load func(*value.Type, *value.Members)) *value.Type {
	return &value.Type{Name: name, FullName: "System.Management.Automation." + name, Kind: value.KindObject, Base: value.TypeObject, Load: load}
}

// outputRendering is the type of OutputRendering.
const outputRendering = "System.Management.Automation.OutputRendering"

// The values of OutputRendering: decoration as the host wants it, or none.
const (
	ForHost = iota
	PlainText
)

// New returns the object of $PSStyle; rendering is its OutputRendering.
func New(rendering int64) value.Value {
	return value.Obj(&group{t: typeStyle, values: map[string]value.Value{"OutputRendering": value.Enum(dotnet.MustType(outputRendering), rendering)}})
}

// property adds a property with a value to begin with; check judges what
// it is set to, and a nil one makes it read-only.
func property(r dotnet.Rows, typeName, name string, start func() value.Value, check func(to value.Value) error) {
	var set func(env value.Env, this, to value.Value) error
	if check != nil {
		set = func(_ value.Env, this, to value.Value) error {
			if err := check(to); err != nil {
				return err
			}
			groupOf(this).values[name] = to
			return nil
		}
	}
	r.Property(typeName+" "+name, func(_ value.Env, this value.Value) (value.Value, error) {
		g := groupOf(this)
		v, known := g.values[name]
		if !known {
			v = start()
			g.values[name] = v
		}
		return v, nil
	}, set)
}

func groupOf(v value.Value) *group {
	g, _ := value.As[*group](v)
	return g
}

// addSequences adds the escape sequences of a group.
func addSequences(r dotnet.Rows, name string, check func(to value.Value) error) {
	_, line, _ := strings.Cut(sequences, "\n"+name+": ")
	line, _, _ = strings.Cut(line, "\n")
	for _, pair := range strings.Fields(line) {
		name, code, _ := strings.Cut(pair, "=")
		property(r, "string", name, func() value.Value { return value.Str("\x1b[" + code + "m") }, check)
	}
}

func loadStyle(t *value.Type, m *value.Members) {
	r := dotnet.NewRows(t, m)
	property(r, outputRendering, "OutputRendering", nil, anyStyle)
	addSequences(r, "PSStyle", nil)
	for _, part := range [...]struct {
		name string
		t    *value.Type
	}{{"Formatting", typeFormatting}, {"Progress", typeProgress}, {"Foreground", typeForeground},
		{"Background", typeBackground}, {"FileInfo", typeFileInfo}} {
		property(r, part.t.FullName, part.name, func() value.Value {
			return value.Obj(&group{t: part.t, values: map[string]value.Value{}})
		}, nil)
	}
	r.Method("string FormatHyperlink(string text, uri link)", dotnet.Give(func(c *value.Call) value.Value {
		return value.Str("\x1b]8;;" + value.ToString(c.Env, c.Args[1]) + "\x1b\\" + dotnet.TextArg(c, 0) + "\x1b]8;;\x1b\\")
	}))
}

func anyStyle(value.Value) error { return nil }

func loadFormatting(t *value.Type, m *value.Members) {
	addSequences(dotnet.NewRows(t, m), "FormattingData", checkSequence)
}

// leastProgressWidth is the width that a progress bar needs.
const leastProgressWidth = 18

func loadProgress(t *value.Type, m *value.Members) {
	r := dotnet.NewRows(t, m)
	addSequences(r, "ProgressConfiguration", checkSequence)
	property(r, "int", "MaxWidth", func() value.Value { return value.Int(120) }, func(to value.Value) error {
		if to.Int64() < leastProgressWidth {
			return dotnet.ThrowParam("System.ArgumentOutOfRangeException", "MaxWidth", "The MaxWidth for the Progress rendering must be at least 18 to render correctly.")
		}
		return nil
	})
	view := "System.Management.Automation.ProgressView"
	property(r, view, "View", func() value.Value { return value.Enum(dotnet.MustType(view), 0) }, anyStyle)
	property(r, "bool", "UseOSCIndicator", func() value.Value { return value.False }, anyStyle)
}

// consoleColours are the names of the colours' properties in the order of
// ConsoleColor.
const consoleColours = "Black Blue Green Cyan Red Magenta Yellow White BrightBlack BrightBlue BrightGreen BrightCyan BrightRed BrightMagenta BrightYellow BrightWhite"

// colourLoader fills the type of the foreground's or the background's colours;
// prefix begins their sequences of red, green and blue.
func colourLoader(prefix string) func(*value.Type, *value.Members) {
	mixed := func(parts ...int64) value.Value {
		texts := make([]string, len(parts))
		for i, p := range parts {
			texts[i] = strconv.FormatInt(p, 10)
		}
		return value.Str(prefix + strings.Join(texts, ";") + "m")
	}
	return func(t *value.Type, m *value.Members) {
		r := dotnet.NewRows(t, m)
		_, name, _ := strings.Cut(t.Name, "+")
		addSequences(r, name, nil)
		r.Method("string FromRgb(byte red, byte green, byte blue)", dotnet.Give(func(c *value.Call) value.Value {
			return mixed(c.Args[0].Int64(), c.Args[1].Int64(), c.Args[2].Int64())
		}))
		r.Method("string FromRgb(int rgb)", dotnet.Give(func(c *value.Call) value.Value {
			rgb := c.Args[0].Int64()
			return mixed(rgb>>16&0xFF, rgb>>8&0xFF, rgb&0xFF)
		}))
		r.Method("string FromConsoleColor(System.ConsoleColor color)", func(c *value.Call) (value.Value, error) {
			name := strings.Fields(consoleColours)[c.Args[0].Int64()&0xF]
			v, _, err := dotnet.Property(c.Env, c.This, dotnet.NameOf(name))
			return v, err
		})
	}
}
