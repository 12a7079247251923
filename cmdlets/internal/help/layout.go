package help

import (
	"strings"
)

// View says how much of a topic is shown.
type View int

// The views of Get-Help.
const (
	Default View = iota
	Detailed
	Full
	Examples
)

// page collects lines of help, wrapped to a width.
type page struct {
	out    strings.Builder
	width  int
	indent int
	column int
}

// text writes text; long lines are broken between words.
func (p *page) text(s string) {
	for i, line := range strings.Split(s, "\n") {
		if i > 0 {
			p.newline()
		}
		for len(line) > 0 {
			if p.column == 0 {
				p.out.WriteString(strings.Repeat(" ", p.indent))
				p.column = p.indent
			}
			room := p.width - p.column
			if len(line) <= room || room <= 0 {
				p.out.WriteString(line)
				p.column += len(line)
				break
			}
			cut := strings.LastIndexByte(line[:room+1], ' ')
			if cut <= 0 {
				cut = room
			}
			p.out.WriteString(strings.TrimRight(line[:cut], " "))
			p.newline()
			line = strings.TrimLeft(line[cut:], " ")
		}
	}
}

func (p *page) newline() {
	p.out.WriteByte('\n')
	p.column = 0
}

func (p *page) line(s string) {
	p.text(s)
	p.newline()
}

// paragraphs writes texts as paragraphs of a description.
func (p *page) paragraph(s string) {
	if s = strings.TrimRight(s, "\n"); s != "" {
		p.line(s)
	}
}

func (p *page) frame(inside func()) {
	p.indent += 4
	inside()
	p.indent -= 4
}

// Layout is the text by which the console shows a topic.
func (t *Topic) Layout(view View, width int) string {
	p := &page{width: width}
	if t.Comment == nil {
		t.plain(p)
		return p.out.String()
	}
	t.head(p)
	if view == Examples {
		p.frame(func() { t.examples(p) })
		return p.out.String()
	}
	t.syntaxAndDescription(p)
	switch view {
	case Detailed:
		t.parameters(p, false)
		p.frame(func() { t.examples(p) })
		t.remarks(p)
	case Full:
		t.full(p)
	default:
		t.links(p)
		p.newline()
		t.remarks(p)
	}
	return p.out.String()
}

func (t *Topic) head(p *page) {
	p.line("NAME")
	p.frame(func() {
		p.line(t.Name)
		p.newline()
	})
	p.line("SYNOPSIS")
	p.frame(func() {
		p.paragraph(t.Synopsis)
		p.newline()
		p.newline()
	})
}

func (t *Topic) syntaxAndDescription(p *page) {
	p.line("SYNTAX")
	p.frame(func() {
		for _, s := range t.Syntax {
			p.line(s)
			p.newline()
		}
		p.newline()
	})
	p.line("DESCRIPTION")
	p.frame(func() {
		p.paragraph(t.Comment.Description)
		p.newline()
	})
	p.newline()
}

func (t *Topic) links(p *page) {
	p.line("RELATED LINKS")
	p.frame(func() {
		for _, link := range t.Comment.Links {
			p.line(strings.TrimSpace(link))
		}
	})
}

func (t *Topic) remarks(p *page) {
	p.line("REMARKS")
	p.frame(func() {
		for _, r := range [][2]string{{"To see the examples, type: ", "-Examples"}, {"For more information, type: ", "-Detailed"}, {"For technical information, type: ", "-Full"}} {
			p.line(r[0] + "\"Get-Help " + t.Name + " " + r[1] + "\"")
		}
		for _, link := range t.Comment.Links {
			if strings.Contains(link, "://") {
				p.line("For online help, type: \"Get-Help " + t.Name + " -Online\"")
				break
			}
		}
	})
}

func (t *Topic) examples(p *page) {
	for _, e := range t.Examples {
		p.line(e.Title)
		p.newline()
		p.line(e.Prompt + e.Code)
		p.newline()
		p.line(strings.TrimRight(e.Remarks, "\n"))
		for range 4 {
			p.newline()
		}
	}
}

const commonParameters = "This cmdlet supports the common parameters: Verbose, Debug,\nErrorAction, ErrorVariable, WarningAction, WarningVariable,\nOutBuffer, PipelineVariable, and OutVariable. For more information, see\nabout_CommonParameters (https://go.microsoft.com/fwlink/?LinkID=113216)."

func (t *Topic) parameters(p *page, full bool) {
	p.line("PARAMETERS")
	p.frame(func() {
		for i := range t.Parameters {
			t.Parameters[i].write(p, full)
		}
		p.line("<CommonParameters>")
		p.frame(func() { p.text(commonParameters) })
		p.newline()
		p.newline()
	})
}

func (q *Parameter) write(p *page, full bool) {
	name := "-" + q.Name
	if q.IsSwitch {
		name += " [<" + q.Type + ">]"
	} else {
		name += " <" + q.Type + ">"
	}
	p.line(name)
	p.frame(func() {
		p.paragraph(q.Description)
		p.newline()
		if !full {
			return
		}
		required := "false"
		if q.Required {
			required = "true"
		}
		for _, row := range [][2]string{{"Required?", required}, {"Position?", q.Position}, {"Default value", q.Default},
			{"Accept pipeline input?", q.Pipeline}, {"Aliases", ""}, {"Accept wildcard characters?", "false"}} {
			p.line((row[0] + strings.Repeat(" ", 29))[:29] + row[1])
		}
		p.newline()
	})
}

func (t *Topic) full(p *page) {
	t.parameters(p, true)
	p.line("INPUTS")
	p.frame(func() { t.types(p, t.Comment.Inputs) })
	p.line("OUTPUTS")
	p.frame(func() { t.types(p, t.Outputs) })
	if t.Comment.Notes != "" {
		p.line("NOTES")
		p.newline()
		p.frame(func() {
			p.newline()
			p.paragraph(t.Comment.Notes)
			p.newline()
		})
	}
	p.frame(func() {
		t.examples(p)
		p.newline()
	})
	t.links(p)
}

func (t *Topic) types(p *page, names []string) {
	for _, name := range names {
		p.line(strings.TrimSpace(name))
		p.newline()
	}
	p.newline()
}

// plain is the help of a command about which nobody wrote any.
func (t *Topic) plain(p *page) {
	p.line("NAME")
	p.frame(func() {
		p.line(t.Name)
		p.newline()
	})
	p.line("SYNTAX")
	p.frame(func() {
		for _, s := range t.Syntax {
			p.line(s)
			p.newline()
		}
	})
	p.newline()
	aliases := strings.Join(t.Aliases, "\n")
	if aliases == "" {
		aliases = "None"
	}
	p.line("ALIASES")
	p.frame(func() { p.line(aliases) })
	p.newline()
	p.newline()
	p.line("REMARKS")
	p.frame(func() { p.line("None") })
}

// Layout is the text by which the console shows a parameter alone.
func (q *Parameter) Layout() string {
	p := &page{width: 120}
	q.write(p, true)
	return p.out.String()
}
