package format

const (
	minScreenWidth = 5
	minColumn      = 1
	separator      = 1
)

// fitColumns gives every column its width on a screen: 0 asks for a share of
// what is left, and what does not fit is taken from the right; a column with
// a width below 1 is hidden.
func fitColumns(widths []int, screen int) {
	if assignWidths(widths, screen) {
		trimToFit(widths, screen)
	}
}

// assignWidths reports whether the columns must be trimmed.
func assignWidths(widths []int, screen int) bool {
	var open []int
	for i, w := range widths {
		if w <= 0 {
			open = append(open, i)
			widths[i] = minColumn
		}
	}
	left := screen - totalWidth(widths)
	for len(open) > 0 && left > 0 {
		for _, i := range open {
			if left == 0 {
				break
			}
			widths[i]++
			left--
		}
	}
	return left < 0
}

func trimToFit(widths []int, screen int) {
	for last := len(widths) - 1; last >= 0; last-- {
		excess := totalWidth(widths) - screen
		if excess <= 0 {
			return
		}
		if w := widths[last] - excess; w >= minColumn {
			widths[last] = w
			return
		}
		widths[last] = -1
	}
}

func totalWidth(widths []int) int {
	n, visible := 0, 0
	for _, w := range widths {
		if w > 0 {
			n += w
			visible++
		}
	}
	return n + max(0, visible-1)*separator
}

// wideColumnsFor is how many columns of that width a wide view has.
func wideColumnsFor(width, screen int) int {
	if width <= 0 || screen < 1 || width >= screen {
		return 1
	}
	n := 1
	for (width+separator)*(n+1)-separator < screen {
		n++
	}
	return n
}
