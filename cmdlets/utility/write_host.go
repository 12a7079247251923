package utility

import (
	"strings"

	"exolab/cmdlets"
	"exolab/runtime"
	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

// WriteHost is Write-Host.
type WriteHost struct {
	Object          value.Value    `ps:"alias=Msg|Message,position=0,pipeline,remaining"`
	NoNewline       cmdlets.Switch `ps:""`
	Separator       value.Value    `ps:""`
	ForegroundColor *int           `ps:"type=System.ConsoleColor"`
	BackgroundColor *int           `ps:"type=System.ConsoleColor"`
}

// Process shows the object's text; the elements of a collection stand side by
// side with the separator between them.
func (c *WriteHost) Process(ctx *runtime.Context) error {
	separator := " "
	if ctx.Bound("Separator") {
		separator = value.ToString(ctx.Env(), c.Separator)
	}
	return ctx.WriteHost(hostText(ctx.Env(), c.Object, separator), !bool(c.NoNewline), colour(c.ForegroundColor), colour(c.BackgroundColor))
}

func colour(given *int) int {
	if given == nil {
		return -1
	}
	return *given
}

func hostText(env value.Env, v value.Value, separator string) string {
	if v.IsNull() {
		return ""
	}
	if table, ok := value.As[*value.Dict](v); ok {
		return tableText(env, table, separator)
	}
	if list, ok := v.Object().(value.Enumerable); ok {
		var parts []string
		_ = list.Enumerate(func(item value.Value) error {
			parts = append(parts, hostText(env, item, separator))
			return nil
		})
		return strings.Join(parts, separator)
	}
	switch v.Kind() {
	case value.KindDateTime, value.KindSingle, value.KindDouble, value.KindDecimal:
		return value.CultureText(v)
	}
	if t, ok := value.As[*value.Type](v); ok {
		return dotnet.TypeString(t)
	}
	return value.WrappedString(env, v)
}

// tableText shows a dictionary as its entries do: [key, value].
func tableText(env value.Env, table *value.Dict, separator string) string {
	var parts []string
	table.Each(func(key, v value.Value) bool {
		parts = append(parts, "["+value.ToString(env, key)+", "+value.ToString(env, v)+"]")
		return true
	})
	return strings.Join(parts, separator)
}
