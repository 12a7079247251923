package lab

import (
	"fmt"
	"html"
	"io"
	"strconv"
	"strings"
)

// barWidth and barHeight are the longest bar of the chart and the place of one,
// in pixels.
const (
	barWidth  = 420
	barHeight = 24
)

// HTML writes a page with the rows and a chart of where people were stuck. The
// page needs nothing but itself.
func (r *Report) HTML(w io.Writer, title string) error {
	var page strings.Builder
	fmt.Fprintf(&page, pageStart, html.EscapeString(title), len(r.Stuck)*barHeight+8)
	most := 0.0
	for _, s := range r.Stuck {
		most = max(most, s.trouble())
	}
	for i, s := range r.Stuck {
		width := 0
		if most > 0 {
			width = int(s.trouble() / most * barWidth)
		}
		fmt.Fprintf(&page, pageBar, i*barHeight, html.EscapeString(s.Lab), width, s.trouble(), s.Passed, s.Began)
	}
	page.WriteString(pageTable)
	for _, row := range r.Rows {
		stuckAt := ""
		if row.StuckAt > 0 {
			stuckAt = strconv.Itoa(row.StuckAt)
		}
		fmt.Fprintf(&page, pageRow, html.EscapeString(row.Learner), html.EscapeString(row.Lab), html.EscapeString(row.Title), html.EscapeString(string(row.State)),
			row.Points, row.Stars, row.Hints, row.Checks, stuckAt, row.Minutes)
	}
	page.WriteString(pageEnd)
	_, err := io.WriteString(w, page.String())
	return err
}

// The parts of the page; texts in them have to be escaped.
const (
	pageStart = `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>%[1]s</title>
<style>
body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 60rem; color: #1b1b1b; background: #fff }
table { border-collapse: collapse; width: 100%% }
th, td { text-align: left; padding: .25rem .6rem; border-bottom: 1px solid #ccc }
td.n, th.n { text-align: right }
svg text { font: 13px system-ui, sans-serif }
</style></head><body>
<h1>%[1]s</h1>
<h2>Where people were stuck</h2>
<p>Failed checks and hints for each learner who began the lab.</p>
<svg role="img" aria-label="Failed checks and hints per learner, by lab" width="800" height="%[2]d">`
	pageBar = `
<g transform="translate(0,%d)"><text x="0" y="16">%s</text><rect x="230" y="4" width="%d" height="16" fill="#2b5c8a"></rect><text x="660" y="16">%.1f (%d of %d passed)</text></g>`
	pageTable = `
</svg>
<h2>Learners</h2>
<table><thead><tr><th>Learner</th><th>Lab</th><th>State</th><th class="n">Points</th><th class="n">Stars</th><th class="n">Hints</th><th class="n">Tries</th><th class="n">Stuck at task</th><th class="n">Minutes</th></tr></thead><tbody>`
	pageRow = `
<tr><td>%s</td><td>%s %s</td><td>%s</td><td class="n">%d</td><td class="n">%d</td><td class="n">%d</td><td class="n">%d</td><td class="n">%s</td><td class="n">%d</td></tr>`
	pageEnd = `
</tbody></table>
</body></html>
`
)
