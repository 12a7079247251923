package style

import (
	"regexp"
	"strings"
	"sync"

	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

// escapeSequence matches the sequences that PowerShell takes for decoration:
// colours, modes and hyperlinks.
var escapeSequence = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile("\x1b\\[\\d*(;\\d+)*m|\x1b\\[\\?\\d+[hl]|\x1b\\]8;;.*?\x1b\\\\")
})

// checkSequence refuses a style that shows something.
func checkSequence(to value.Value) error {
	if rest := escapeSequence().ReplaceAllString(to.Text(), ""); rest != "" {
		return dotnet.Throw(dotnet.ExArgument, "The specified string contains printable content when it should only contain ANSI escape sequences: "+rest)
	}
	return nil
}

// extensionStyles are the styles that names of files have by their extension.
const extensionStyles = ".zip=31;1 .tgz=31;1 .gz=31;1 .tar=31;1 .nupkg=31;1 .cab=31;1 .7z=31;1 .ps1=33;1 .psd1=33;1 .psm1=33;1 .ps1xml=33;1"

// fileExtensions is $PSStyle.FileInfo.Extension.
type fileExtensions struct {
	value.Extended
	styles *value.Dict
}

// PSType returns the type of the dictionary.
func (*fileExtensions) PSType() *value.Type { return typeFileExtensions }

// String is the name of the type.
func (*fileExtensions) String() string { return typeFileExtensions.FullName }

func newFileExtensions() value.Value {
	x := &fileExtensions{styles: value.NewOrdered()}
	for _, pair := range strings.Fields(extensionStyles) {
		name, code, _ := strings.Cut(pair, "=")
		x.styles.Set(value.Str(name), value.Str("\x1b["+code+"m"))
	}
	return value.Obj(x)
}

func loadFileInfo(t *value.Type, m *value.Members) {
	r := dotnet.NewRows(t, m)
	addSequences(r, "FileInfoFormatting", checkSequence)
	property(r, typeFileExtensions.FullName, "Extension", newFileExtensions, nil)
}

// onExtension makes the body of a method whose first argument is an extension.
func onExtension(f func(styles *value.Dict, c *value.Call) (value.Value, error)) dotnet.Body {
	return func(c *value.Call) (value.Value, error) {
		if !strings.HasPrefix(dotnet.TextArg(c, 0), ".") {
			return value.Null, dotnet.Throw(dotnet.ExArgument, "When adding or removing extensions, the extension must start with a period.")
		}
		x, _ := value.As[*fileExtensions](c.This)
		return f(x.styles, c)
	}
}

func loadFileExtensions(t *value.Type, m *value.Members) {
	r := dotnet.NewRows(t, m)
	set := func(styles *value.Dict, c *value.Call) (value.Value, error) {
		if err := checkSequence(c.Args[1]); err != nil {
			return value.Null, err
		}
		styles.Set(c.Args[0], c.Args[1])
		return value.Void, nil
	}
	r.Method("void Add(string extension, string decoration)", onExtension(func(styles *value.Dict, c *value.Call) (value.Value, error) {
		if _, known := styles.Get(c.Args[0]); known {
			return value.Null, dotnet.Throw(dotnet.ExArgument, "An item with the same key has already been added. Key: "+dotnet.TextArg(c, 0))
		}
		return set(styles, c)
	}))
	r.Method("void Remove(string extension)", onExtension(func(styles *value.Dict, c *value.Call) (value.Value, error) {
		styles.Remove(c.Args[0])
		return value.Void, nil
	}))
	r.Method("bool ContainsKey(string extension)", onExtension(func(styles *value.Dict, c *value.Call) (value.Value, error) {
		_, known := styles.Get(c.Args[0])
		return value.Bool(known), nil
	}))
	r.Method("void Clear()", dotnet.Run(func(c *value.Call) {
		x, _ := value.As[*fileExtensions](c.This)
		x.styles.Clear()
	}))
	r.Parameterized("Item", "string Item(string extension)", onExtension(func(styles *value.Dict, c *value.Call) (value.Value, error) {
		v, known := styles.Get(c.Args[0])
		if !known {
			return value.Null, dotnet.Throw("System.Collections.Generic.KeyNotFoundException", "The given key '"+dotnet.TextArg(c, 0)+"' was not present in the dictionary.")
		}
		return v, nil
	}))
	r.SetItem("void set_Item(string extension, string decoration)", onExtension(set))
	r.Get("System.Collections.Generic.IEnumerable[string] Keys", func(this value.Value) value.Value {
		x, _ := value.As[*fileExtensions](this)
		return value.List(x.styles.Keys()...)
	})
}
