package console

import "strconv"

// consoleColours maps ConsoleColor values to the ANSI numbers that PowerShell
// writes for them.
var consoleColours = [...]int{30, 34, 32, 36, 31, 35, 33, 37, 90, 94, 92, 96, 91, 95, 93, 97}

func colourCodes(foreground, background int) string {
	codes := ""
	if foreground >= 0 && foreground < len(consoleColours) {
		codes += "\x1b[" + strconv.Itoa(consoleColours[foreground]) + "m"
	}
	if background >= 0 && background < len(consoleColours) {
		codes += "\x1b[" + strconv.Itoa(consoleColours[background]+10) + "m"
	}
	return codes
}
