package console

import "strconv"

// consoleColours maps ConsoleColor values to the ANSI numbers that PowerShell
// writes for them.
var consoleColours = [...]int{30, 34, 32, 36, 31, 35, 33, 37, 90, 94, 92, 96, 91, 95, 93, 97}

// backgroundOffset is added to the number of a foreground colour.
const backgroundOffset = 10

// ownColours asks a terminal for its own colours.
const ownColours = "\x1b[39;49m"

// coloured writes text as .NET's console does: each change of the foreground
// or of the background resets both and sets anew what is not the terminal's
// own. Negative colours are the terminal's own.
func coloured(text string, foreground, background int) string {
	return setColours(foreground, -1) + setColours(foreground, background) + text +
		setColours(-1, background) + setColours(-1, -1)
}

func setColours(foreground, background int) string {
	codes := ownColours
	if foreground >= 0 && foreground < len(consoleColours) {
		codes += "\x1b[" + strconv.Itoa(consoleColours[foreground]) + "m"
	}
	if background >= 0 && background < len(consoleColours) {
		codes += "\x1b[" + strconv.Itoa(consoleColours[background]+backgroundOffset) + "m"
	}
	return codes
}
