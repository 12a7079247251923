package utility

import (
	"fmt"
	"strings"

	"exolab/cmdlets"
	"exolab/cmdlets/internal/objects"
	"exolab/runtime"
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
	Charset      string         `ps:"notnullorempty,set=Page"`
	Transitional cmdlets.Switch `ps:"notnullorempty,set=Page"`

	columns []objects.Expression
	started bool
}

// NewConvertToHtml returns ConvertTo-Html with its defaults.
func NewConvertToHtml() any { return &ConvertToHtml{Title: "HTML TABLE", As: "Table"} }

const (
	strictDocument       = `<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN"  "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">`
	transitionalDocument = `<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN"  "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">`
)

// Begin writes everything above the table.
func (c *ConvertToHtml) Begin(ctx *runtime.Context) error {
	var lines []string
	if !c.Fragment {
		lines = c.page(ctx)
	}
	return emitLines(ctx, append(lines, c.PreContent...))
}

func (c *ConvertToHtml) page(ctx *runtime.Context) []string {
	document := strictDocument
	if c.Transitional {
		document = transitionalDocument
	}
	lines := []string{document, `<html xmlns="http://www.w3.org/1999/xhtml">`, "<head>"}
	if ctx.Bound("Charset") {
		lines = append(lines, fmt.Sprintf(`<meta charset="%s">`, c.Charset))
	}
	if c.Meta != nil {
		c.Meta.Each(func(key, v value.Value) bool {
			lines = append(lines, fmt.Sprintf(`<meta name="%s" content="%s">`, value.ToString(ctx.Env(), key), value.ToString(ctx.Env(), v)))
			return true
		})
	}
	if c.Head == nil {
		lines = append(lines, "<title>"+c.Title+"</title>")
	} else {
		lines = append(lines, c.Head...)
	}
	if !c.CssUri.IsNull() {
		lines = append(lines, fmt.Sprintf(`<link rel="stylesheet" type="text/css" href="%s" />`, value.ToString(ctx.Env(), c.CssUri)))
	}
	return append(append(lines, "</head><body>"), c.Body...)
}

// Process writes one object as a row or as a list.
func (c *ConvertToHtml) Process(ctx *runtime.Context) error {
	if c.InputObject.IsNull() {
		return nil
	}
	list := strings.EqualFold(c.As, "List")
	if !c.started {
		c.started = true
		c.chooseColumns(ctx)
		if err := emitLines(ctx, c.tableHead(list)); err != nil {
			return err
		}
	} else if list {
		if err := emitLines(ctx, []string{"<tr><td><hr></td></tr>"}); err != nil {
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

func (c *ConvertToHtml) chooseColumns(ctx *runtime.Context) {
	env := ctx.Env()
	if len(c.Property) == 0 {
		c.Property = []value.Value{value.Str("*")}
	}
	for _, p := range c.Property {
		c.columns = append(c.columns, objects.NewExpression(env, p).Expand(env, c.InputObject)...)
	}
}

func (c *ConvertToHtml) tableHead(list bool) []string {
	if list {
		return []string{"<table>"}
	}
	group, head := "<colgroup>", "<tr>"
	for _, column := range c.columns {
		cell := ""
		if align, ok := column.Options["alignment"]; ok {
			cell += fmt.Sprintf(" align=%q", strings.ToLower(align.Text()))
		}
		if width, ok := column.Options["width"]; ok {
			cell += fmt.Sprintf(" width=%q", value.ToString(nil, width))
		}
		group += "<col" + cell + "/>"
		head += "<th>" + column.Label + "</th>"
	}
	return []string{"<table>", group + "</colgroup>", head + "</tr>"}
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
	var lines []string
	if c.started {
		lines = append(lines, "</table>")
	}
	lines = append(lines, c.PostContent...)
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
