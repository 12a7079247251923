package utility

import (
	"fmt"
	"slices"
	"strings"

	"exolab/cmdlets"
	"exolab/cmdlets/internal/objects"
	"exolab/runtime"
	"exolab/runtime/errs"
	"exolab/runtime/value"
)

// ConvertToHtml is ConvertTo-Html.
type ConvertToHtml struct {
	InputObject  value.Value    `ps:"type=psobject,pipeline"`
	Property     []value.Value  `ps:"position=0"`
	Body         []string       `ps:"position=3,set=Page"`
	Head         []string       `ps:"position=1,set=Page"`
	Title        string         `ps:"notnullorempty,position=2,set=Page"`
	As           string         `ps:"notnullorempty,validateset=Table|List"`
	CssUri       value.Value    `ps:"alias=cu|uri,type=uri,notnullorempty,set=Page"`
	Fragment     cmdlets.Switch `ps:"notnullorempty,set=Fragment"`
	PostContent  []string       `ps:"notnullorempty"`
	PreContent   []string       `ps:"notnullorempty"`
	Meta         *value.Dict    `ps:"notnullorempty,set=Page"`
	Charset      string         `ps:"notnullorempty,set=Page,pattern=^[A-Za-z0-9]\\w+\\S+[A-Za-z0-9]$"`
	Transitional cmdlets.Switch `ps:"notnullorempty,set=Page"`

	property []objects.Expression
	// columns are the properties of the first object, or of each in a list.
	columns []objects.Expression
	seen    bool
}

// NewConvertToHtml returns ConvertTo-Html with its defaults.
func NewConvertToHtml() any { return &ConvertToHtml{Title: "HTML TABLE", As: "Table"} }

const (
	strictDocument       = `<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN"  "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">`
	transitionalDocument = `<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN"  "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">`
)

// Begin writes everything above the first object.
func (c *ConvertToHtml) Begin(ctx *runtime.Context) (err error) {
	if ctx.Bound("CssUri") && strings.TrimSpace(value.ToString(ctx.Env(), c.CssUri)) == "" {
		return ctx.Throw(errs.New("System.ArgumentException",
			"This command cannot be run because 'CSSUri' is empty or blank. Please specify CSSUri and then run the command.",
			"ArgumentException", value.InvalidArgument, value.Str("CSSUri")))
	}
	property := c.Property
	if !ctx.Bound("Property") {
		property = []value.Value{value.Str("*")}
	}
	if c.property, err = objects.ParseList(ctx, property, objects.HTMLDefinition); err != nil {
		return err
	}
	if !c.Fragment {
		if err := c.page(ctx); err != nil {
			return err
		}
	}
	return emitLines(ctx, append(slices.Clone(c.PreContent), "<table>"))
}

// page writes a page's head and what stands above its table.
func (c *ConvertToHtml) page(ctx *runtime.Context) error {
	document := strictDocument
	if c.Transitional {
		document = transitionalDocument
	}
	lines := []string{document, `<html xmlns="http://www.w3.org/1999/xhtml">`, "<head>"}
	if ctx.Bound("Charset") {
		lines = append(lines, fmt.Sprintf(`<meta charset="%s">`, c.Charset))
	}
	if err := emitLines(ctx, lines); err != nil {
		return err
	}
	if err := c.meta(ctx); err != nil {
		return err
	}
	lines = c.Head
	if lines == nil {
		lines = []string{"<title>" + c.Title + "</title>"}
	}
	lines = slices.Clone(lines)
	if !c.CssUri.IsNull() {
		lines = append(lines, fmt.Sprintf(`<link rel="stylesheet" type="text/css" href="%s" />`, value.ToString(ctx.Env(), c.CssUri)))
	}
	return emitLines(ctx, append(append(lines, "</head><body>"), c.Body...))
}

// metaKinds are the attributes that name the meta properties of HTML.
var metaKinds = map[string]string{"content-type": "http-equiv", "default-style": "http-equiv", "x-ua-compatible": "http-equiv",
	"application-name": "name", "author": "name", "description": "name", "generator": "name", "keywords": "name", "viewport": "name"}

// meta writes the meta properties; those that HTML does not know bring a warning.
func (c *ConvertToHtml) meta(ctx *runtime.Context) (err error) {
	if c.Meta == nil {
		return nil
	}
	c.Meta.Each(func(key, v value.Value) bool {
		name, content := value.ToString(ctx.Env(), key), value.ToString(ctx.Env(), v)
		kind := metaKinds[strings.ToLower(name)]
		if kind == "" {
			kind = "name"
			err = ctx.Warning("Accepted meta properties are content-type, default-style, application-name, author, description, generator, keywords, x-ua-compatible, and viewport. The meta pair: " +
				name + " and " + content + " may not function correctly.")
		}
		if err == nil {
			err = ctx.Emit(value.Str(fmt.Sprintf(`<meta %s="%s" content="%s">`, kind, name, content)))
		}
		return err == nil
	})
	return err
}

// Process writes one object as a row or as a list.
func (c *ConvertToHtml) Process(ctx *runtime.Context) error {
	if c.InputObject.IsNull() {
		return nil
	}
	list, first := strings.EqualFold(c.As, "List"), !c.seen
	c.seen = true
	if list || len(c.columns) == 0 {
		c.chooseColumns(ctx)
		if len(c.columns) == 0 {
			return nil
		}
		if err := emitLines(ctx, c.heading(list, first)); err != nil {
			return err
		}
	}
	cells, err := c.cells(ctx)
	if err != nil {
		return err
	}
	if !list {
		return emitLines(ctx, []string{"<tr><td>" + strings.Join(cells, "</td><td>") + "</td></tr>"})
	}
	lines := make([]string, len(cells))
	for i, cell := range cells {
		lines[i] = "<tr><td>" + c.columns[i].Label + ":</td><td>" + cell + "</td></tr>"
	}
	return emitLines(ctx, lines)
}

// chooseColumns finds the properties that the object has.
func (c *ConvertToHtml) chooseColumns(ctx *runtime.Context) {
	c.columns = c.columns[:0]
	for _, e := range c.property {
		for _, found := range e.Expand(ctx.Env(), c.InputObject) {
			if found.Script() != nil || found.Exists(ctx.Env(), c.InputObject) {
				c.columns = append(c.columns, found)
			}
		}
	}
}

// heading is what stands above the first object of a table, or between the
// objects of a list.
func (c *ConvertToHtml) heading(list, first bool) []string {
	if list {
		if first {
			return nil
		}
		return []string{"<tr><td><hr></td></tr>"}
	}
	group, head := "<colgroup>", "<tr>"
	for i := range c.columns {
		column := &c.columns[i]
		group += "<col"
		for _, option := range []string{objects.WidthOption, objects.AlignmentOption} {
			if v, ok := column.Options[option]; ok {
				group += fmt.Sprintf(` %s = "%s"`, strings.TrimSuffix(option, "ment"), value.ToString(nil, v))
			}
		}
		group += "/>"
		head += "<th>" + column.Label + "</th>"
	}
	return []string{group + "</colgroup>", head + "</tr>"}
}

func (c *ConvertToHtml) cells(ctx *runtime.Context) ([]string, error) {
	cells := make([]string, len(c.columns))
	for i := range c.columns {
		v, err := c.columns[i].Evaluate(ctx, c.InputObject)
		if err != nil {
			if runtime.Passes(err) {
				return nil, err
			}
			continue
		}
		cells[i] = htmlEncode(objects.CultureText(ctx.Env(), v))
	}
	return cells, nil
}

// End closes the table and the page.
func (c *ConvertToHtml) End(ctx *runtime.Context) error {
	lines := append([]string{"</table>"}, c.PostContent...)
	if !c.Fragment {
		lines = append(lines, "</body></html>")
	}
	return emitLines(ctx, lines)
}

func emitLines(ctx *runtime.Context, lines []string) error {
	for _, line := range lines {
		if err := ctx.Emit(value.Str(line)); err != nil {
			return err
		}
	}
	return nil
}

var htmlEntities = map[rune]string{'<': "&lt;", '>': "&gt;", '&': "&amp;", '"': "&quot;", '\'': "&#39;"}

// htmlEncode escapes as .NET's WebUtility does: besides the markup characters
// also U+00A0 to U+00FF and everything beyond the basic plane.
func htmlEncode(s string) string {
	var b strings.Builder
	for _, r := range s {
		entity, special := htmlEntities[r]
		switch {
		case special:
			b.WriteString(entity)
		case r >= 0xA0 && r <= 0xFF || r > 0xFFFF:
			fmt.Fprintf(&b, "&#%d;", r)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}
