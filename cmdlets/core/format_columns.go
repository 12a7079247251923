package core

import (
	"strings"

	"exolab/runtime"
	"exolab/runtime/errs"
	"exolab/runtime/format"
	"exolab/runtime/value"
)

// columnKeys are the entries that a calculated property may have; any
// beginning of a name will do. Earlier names win where a beginning fits two.
type columnKeys []string

var (
	tableKeys  = columnKeys{"expression", "label", "name", "width", "alignment", "formatstring"}
	listKeys   = columnKeys{"expression", "label", "name", "formatstring"}
	wideKeys   = columnKeys{"expression", "formatstring"}
	customKeys = columnKeys{"expression", "depth"}
)

func (k columnKeys) find(name string) string {
	for _, full := range k {
		if name != "" && strings.HasPrefix(full, name) {
			return full
		}
	}
	return ""
}

// columns reads a -Property list.
func (k columnKeys) columns(ctx *runtime.Context, list []value.Value) ([]*format.Column, error) {
	var out []*format.Column
	for _, v := range list {
		if v.IsNull() {
			continue
		}
		c, err := k.column(ctx, v)
		if err != nil {
			return nil, err
		}
		out = append(out, c)
	}
	return out, nil
}

// column reads one property: a name, a script block or a hashtable.
func (k columnKeys) column(ctx *runtime.Context, v value.Value) (*format.Column, error) {
	v = value.Unwrap(v)
	switch o := v.Object().(type) {
	case *runtime.ScriptBlock:
		return &format.Column{Script: o, ScriptText: o.Text()}, nil
	case *value.Dict:
		return k.calculated(ctx, o)
	}
	return format.NewColumn(value.ToString(ctx.Env(), v)), nil
}

func (k columnKeys) calculated(ctx *runtime.Context, table *value.Dict) (*format.Column, error) {
	entries := map[string]value.Value{}
	var err error
	table.Each(func(key, v value.Value) bool {
		name := value.ToString(ctx.Env(), key)
		full := k.find(value.Fold(name))
		if full == "" {
			err = badColumn(ctx, "DictionaryKeyIllegal", "The "+name+" key is not valid.")
			return false
		}
		entries[full] = v
		return true
	})
	if err != nil {
		return nil, err
	}
	expression, ok := entries["expression"]
	if !ok {
		return nil, badColumn(ctx, "DictionaryKeyMandatoryEntry", "The Expression key is mandatory.")
	}
	c, err := columnKeys(nil).column(ctx, expression)
	if err != nil {
		return nil, err
	}
	return c, setColumn(ctx, c, entries)
}

// setColumn takes over the entries besides the expression.
func setColumn(ctx *runtime.Context, c *format.Column, entries map[string]value.Value) error {
	text := func(key string) string { return value.ToString(ctx.Env(), entries[key]) }
	for _, key := range []string{"label", "name"} {
		if v, ok := entries[key]; ok {
			c.Label = value.ToString(ctx.Env(), v)
		}
	}
	c.Format = text("formatstring")
	for key, to := range map[string]*int{"width": &c.Width, "depth": &c.Depth} {
		v, ok := entries[key]
		if !ok {
			continue
		}
		n, err := value.Convert(ctx.Env(), v, value.TypeInt32)
		if err != nil || n.Int64() <= 0 {
			return badColumn(ctx, "OutOfRange"+strings.ToUpper(key[:1])+key[1:], "The "+key+" key must have a value above 0.")
		}
		*to = int(n.Int64())
	}
	if v, ok := entries["alignment"]; ok {
		return setAlignment(ctx, c, value.Fold(value.ToString(ctx.Env(), v)))
	}
	return nil
}

func setAlignment(ctx *runtime.Context, c *format.Column, name string) error {
	for full, align := range map[string]format.Align{"left": format.AlignLeft, "center": format.AlignCenter, "right": format.AlignRight} {
		if name != "" && strings.HasPrefix(full, name) {
			c.Align = align
			return nil
		}
	}
	return badColumn(ctx, "AlignmentIllegalValue", "The value of the Alignment key must be one of the following: left, center, right.")
}

func badColumn(ctx *runtime.Context, id, details string) error {
	rec := errs.New("System.NotSupportedException", "Specified method is not supported.", id, value.InvalidArgument, value.Null)
	rec.Details = details
	return ctx.Throw(rec)
}
