package core

import (
	_ "embed"
	"html"
	"strings"
)

// grid is the table that Out-GridView shows.
type grid struct {
	Title   string
	Columns []string
	// Rows may be shorter than Columns: an object outside of the table has one
	// cell.
	Rows [][]string
}

//go:embed grid.html
var gridPage string

// page is the grid as an HTML page of its own.
func (g *grid) page() string {
	title := g.Title
	if title == "" {
		title = "Out-GridView"
	}
	columns := g.Columns
	if len(columns) == 0 {
		columns = []string{"Value"}
	}
	var rows strings.Builder
	for _, row := range g.Rows {
		rows.WriteString("<tr>" + cells("td", row) + "</tr>\n")
	}
	return strings.NewReplacer("{{title}}", html.EscapeString(title), "{{columns}}", cells("th", columns), "{{rows}}", rows.String()).Replace(gridPage)
}

func cells(tag string, texts []string) string {
	var out strings.Builder
	for _, text := range texts {
		out.WriteString("<" + tag + ">" + html.EscapeString(text) + "</" + tag + ">")
	}
	return out.String()
}
