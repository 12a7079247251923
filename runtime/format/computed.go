package format

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"exolab/runtime/dotnet"
	"exolab/runtime/netfmt"
	"exolab/runtime/value"
)

// computed is a column that a default view calculates.
type computed func(env value.Env, v value.Value) (value.Value, error)

// computedColumns are those columns by view and label.
var computedColumns = map[string]computed{
	"System.TimeSpan ":                   wholeText,
	"CommandInfo Name":                   commandName,
	"history Duration":                   historyDuration,
	"childrenWithUnixStat LastWriteTime": unixWriteTime,
	"System.Management.Automation.PSMethod OverloadDefinitions": overloads,
	"process NPM(K)":          ofUnit("NPM", 1<<10, 2),
	"process PM(M)":           ofUnit("PM", 1<<20, 2),
	"process WS(M)":           ofUnit("WS", 1<<20, 2),
	"process CPU(s)":          ofUnit("CPU", 1, 2),
	"drive Used (GB)":         ofUnit("Used", 1<<30, 2),
	"drive Free (GB)":         ofUnit("Free", 1<<30, 2),
	"drive Provider":          pathOf("Provider", "Name"),
	"drive Root":              pathOf("Root"),
	"Module PreRelease":       pathOf("PrivateData", "PSData", "Prerelease"),
	"Module ExportedCommands": pathOf("ExportedCommands", "Keys"),
	"Microsoft.PowerShell.Commands.TestConnectionCommand+PingStatus Latency(ms)": pathOf("Latency"),
	"System.Management.Automation.PSStyle+FileInfoFormatting Extension":          extensionStyles,
}

func computedColumn(w *view, label string) computed {
	if c := computedColumns[w.name+" "+label]; c != nil {
		return c
	}
	if w.name == "System.Management.Automation.PSStyle" || strings.HasPrefix(w.name, "System.Management.Automation.PSStyle+") {
		return escapeText(strings.Split(label, "."))
	}
	return pathOf(strings.Split(label, ".")...)
}

// pathOf reads a property of a property and so on.
func pathOf(names ...string) computed {
	return func(env value.Env, v value.Value) (value.Value, error) {
		for _, n := range names {
			var err error
			if v, _, err = dotnet.Property(env, v, dotnet.NameOf(n)); err != nil {
				return value.Null, err
			}
		}
		return v, nil
	}
}

// escapeText shows an escape sequence in itself and as text.
func escapeText(path []string) computed {
	read := pathOf(path...)
	return func(env value.Env, v value.Value) (value.Value, error) {
		got, err := read(env, v)
		s := text(env, got)
		return value.Str(s + strings.ReplaceAll(s, "\x1b", "`e") + "\x1b[0m"), err
	}
}

// extensionStyles shows the styles of files' names, a line for each extension.
func extensionStyles(env value.Env, v value.Value) (value.Value, error) {
	styles, err := pathOf("Extension")(env, v)
	if err != nil {
		return value.Null, err
	}
	keys, err := pathOf("Keys")(env, styles)
	if err != nil {
		return value.Null, err
	}
	names, longest := listed(keys), 0
	for _, name := range names {
		longest = max(longest, len(name.Text()))
	}
	var out strings.Builder
	for _, name := range names {
		style, err := dotnet.InvokeMethod(env, styles, dotnet.NameOf("get_Item"), []value.Value{name}, nil)
		if err != nil {
			return value.Null, err
		}
		fmt.Fprintf(&out, "%-*s = \"%s%s\x1b[0m\"\n", longest, name.Text(), style.Text(), strings.ReplaceAll(style.Text(), "\x1b", "`e"))
	}
	return value.Str(out.String()), nil
}

func listed(v value.Value) []value.Value {
	if list, ok := value.As[*value.Array](v); ok {
		return list.Items
	}
	return nil
}

// ofUnit shows a number of bytes in a larger unit.
func ofUnit(name string, unit float64, decimals int) computed {
	read := pathOf(name)
	return func(env value.Env, v value.Value) (value.Value, error) {
		got, err := read(env, v)
		if err != nil || got.IsNull() {
			return value.Str(""), err
		}
		n, err := value.Convert(env, got, value.TypeDouble)
		if err != nil {
			return value.Null, err
		}
		s, err := netfmt.FormatDouble(n.Float()/unit, "N"+strconv.Itoa(decimals), culture)
		return value.Str(s), err
	}
}

// commandName shows what an alias stands for.
func commandName(env value.Env, v value.Value) (value.Value, error) {
	kind, err := pathOf("CommandType")(env, v)
	if err != nil {
		return value.Null, err
	}
	if text(env, kind) == "Alias" {
		return pathOf("DisplayName")(env, v)
	}
	return pathOf("Name")(env, v)
}

// wholeText shows an object by its text alone.
func wholeText(env value.Env, v value.Value) (value.Value, error) {
	return value.Str(text(env, v)), nil
}

func unixWriteTime(env value.Env, v value.Value) (value.Value, error) {
	got, err := pathOf("LastWriteTime")(env, v)
	if err != nil {
		return value.Null, err
	}
	s, err := value.Format(env, got, "d", culture)
	if err != nil {
		return value.Null, err
	}
	at, err := value.Format(env, got, "HH:mm", culture)
	return value.Str(s + " " + at), err
}

func historyDuration(env value.Env, v value.Value) (value.Value, error) {
	got, err := pathOf("Duration")(env, v)
	if err != nil || got.Kind() != value.KindTimeSpan {
		return value.Str(""), err
	}
	seconds := float64(got.Ticks()) / netfmt.TicksPerSecond
	if seconds < 60 {
		return value.Str(strconv.FormatFloat(math.Round(seconds*1000)/1000, 'f', 3, 64)), nil
	}
	s, err := netfmt.FormatTimeSpan(got.Ticks(), `h\:mm\:ss\.fff`, culture)
	return value.Str(s), err
}

func overloads(env value.Env, v value.Value) (value.Value, error) {
	got, err := pathOf("OverloadDefinitions")(env, v)
	if err != nil {
		return value.Null, err
	}
	return value.Str(strings.Join(texts(got), "\n")), nil
}

// customLines are the lines of an object in a custom default view.
func customLines(f *Formatter, w *view, v value.Value) []complexLine {
	if w.custom != nil {
		return w.custom.lines(f, v)
	}
	if build := addedCustom[w.name]; build != nil {
		return build(f.env, v)
	}
	return textLinesOf(customText(f, w, v))
}

func textLinesOf(s string) []complexLine {
	var out []complexLine
	for _, line := range splitLines(s) {
		out = append(out, complexLine{text: line})
	}
	return out
}

func customText(f *Formatter, w *view, v value.Value) string {
	property := func(name string) string {
		got, err := pathOf(name)(f.env, v)
		if err != nil {
			return ""
		}
		return text(f.env, got)
	}
	switch w.name {
	case errorView:
		return errorText(f.env, v)
	case "DateTime":
		return property("DateTime")
	case "WarningRecord":
		return property("Message")
	case "MatchInfo":
		args := []value.Value{value.Str(f.env.WorkingDirectory())}
		if got, err := dotnet.InvokeMethod(f.env, v, dotnet.NameOf("ToEmphasizedString"), args, nil); err == nil {
			return text(f.env, got)
		}
	}
	return text(f.env, v)
}
