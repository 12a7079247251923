package utility

import (
	"fmt"
	"strings"

	"exolab/runtime"
	"exolab/runtime/dotnet"
	"exolab/runtime/errs"
	"exolab/runtime/value"
)

// ConvertFromStringData is ConvertFrom-StringData.
type ConvertFromStringData struct {
	StringData string      `ps:"allowemptystring,mandatory,position=0,pipeline"`
	Delimiter  value.Value `ps:"type=char,position=1"`
}

// Process emits a hashtable of the name and value on each line.
func (c *ConvertFromStringData) Process(ctx *runtime.Context) error {
	delimiter := "="
	if !c.Delimiter.IsNull() {
		delimiter = string(rune(c.Delimiter.Int64()))
	}
	table := value.NewHashtable()
	for _, line := range strings.Split(c.StringData, "\n") {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		name, text, ok := strings.Cut(line, delimiter)
		name = strings.TrimSpace(name)
		if !ok {
			return ctx.Throw(invalidStringData(fmt.Sprintf("Data line '%s' is not in 'name=value' format.", line), line))
		}
		if _, known := table.GetText(name); known {
			return ctx.Throw(invalidStringData(fmt.Sprintf("Data item '%s' in line '%s' is already defined.", name, line), line))
		}
		plain, err := unescapeData(ctx, strings.TrimSpace(text))
		if err != nil {
			return err
		}
		table.Set(value.Str(name), plain)
	}
	return ctx.Emit(value.Obj(table))
}

func invalidStringData(message, line string) *errs.Record {
	return errs.New("System.Management.Automation.PSInvalidOperationException", message, "InvalidOperation", value.InvalidOperation, value.Str(line))
}

// unescapeData resolves backslash escapes as .NET's Regex.Unescape does.
func unescapeData(ctx *runtime.Context, text string) (value.Value, error) {
	if !strings.Contains(text, `\`) {
		return value.Str(text), nil
	}
	regex, ok := ctx.Env().LookupType("regex")
	if !ok {
		return value.Str(text), nil
	}
	return dotnet.InvokeStatic(ctx.Env(), regex, dotnet.NameOf("Unescape"), []value.Value{value.Str(text)}, nil)
}
