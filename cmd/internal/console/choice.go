package console

import (
	"io"
	"strings"

	"exolab/runtime"
)

// Choice asks for one of the choices as PowerShell's console does: the
// caption, the message, and a line of hot keys that is asked again until the
// answer is one of them.
func (c *Console) Choice(caption, message string, choices []runtime.Choice, defaultChoice int) (int, error) {
	if c.nonInteractive {
		return 0, runtime.ErrNonInteractive
	}
	text := ""
	if caption != "" {
		text += "\n" + caption + "\n"
	}
	if message != "" {
		text += wrapWords(message, c.Width()) + "\n"
	}
	if _, err := io.WriteString(c, text); err != nil {
		return 0, err
	}
	for {
		answer, err := c.ReadLine(choiceLine(choices, defaultChoice), false)
		if err != nil {
			return 0, err
		}
		answer = strings.TrimSpace(answer)
		if answer == "" && defaultChoice >= 0 {
			return defaultChoice, nil
		}
		if answer == "?" {
			if err := c.choiceHelp(choices); err != nil {
				return 0, err
			}
			continue
		}
		for i, choice := range choices {
			key, label := hotKey(choice.Label)
			if strings.EqualFold(answer, key) || strings.EqualFold(answer, label) {
				return i, nil
			}
		}
	}
}

func choiceLine(choices []runtime.Choice, defaultChoice int) string {
	var line strings.Builder
	for _, choice := range choices {
		key, label := hotKey(choice.Label)
		line.WriteString("[" + key + "] " + label + "  ")
	}
	line.WriteString("[?] Help")
	if defaultChoice >= 0 && defaultChoice < len(choices) {
		key, _ := hotKey(choices[defaultChoice].Label)
		return line.String() + " (default is \"" + key + "\"): "
	}
	return line.String() + " "
}

func (c *Console) choiceHelp(choices []runtime.Choice) error {
	for _, choice := range choices {
		key, label := hotKey(choice.Label)
		if key == "" {
			key = label
		}
		if _, err := io.WriteString(c, key+" - "+choice.Help+"\n"); err != nil {
			return err
		}
	}
	return nil
}

// hotKey takes "&Yes" apart into its key and the label without ampersand.
func hotKey(label string) (key, plain string) {
	i := strings.IndexByte(label, '&')
	if i < 0 || i+1 == len(label) {
		return "", label
	}
	runes := []rune(label[i+1:])
	return strings.ToUpper(string(runes[0])), label[:i] + label[i+1:]
}
