package console

import (
	"io"
	"strings"

	"exolab/runtime"
)

// progressBar draws the current Write-Progress record on the terminal's last
// line and takes it away before anything else is written.
type progressBar struct {
	to    io.Writer
	shown bool
}

// Progress shows a progress record on a terminal; elsewhere it shows nothing.
func (c *Console) Progress(p runtime.Progress) error {
	if c.terminal == nil {
		return nil
	}
	if c.progress == nil {
		c.progress = &progressBar{to: c.out}
	}
	if p.Completed {
		c.progress.clear()
	} else {
		c.progress.draw(p, c.Width())
	}
	return c.out.Flush()
}

func (b *progressBar) draw(p runtime.Progress, width int) {
	b.clear()
	text := p.Activity
	if p.Status != "" {
		text += " [" + p.Status + "]"
	}
	if p.Percent >= 0 {
		const cells = 20
		done := min(cells, p.Percent*cells/100)
		text += " [" + strings.Repeat("=", done) + strings.Repeat(" ", cells-done) + "]"
	}
	if runes := []rune(text); len(runes) > width-1 {
		text = string(runes[:width-1])
	}
	_, _ = io.WriteString(b.to, "\r"+text)
	b.shown = true
}

func (b *progressBar) clear() {
	if b.shown {
		_, _ = io.WriteString(b.to, "\r\x1b[K")
		b.shown = false
	}
}
