package cli

import (
	"encoding/base64"
	"fmt"
	"os"
	"strings"
	"unicode/utf16"
)

// pwshFlag is one flag of pwsh: its full name, the shortest accepted form and
// further names.
type pwshFlag struct {
	name, shortest string
	others         []string
	// set reads what stands behind the flag and returns what is left.
	set func(p *pwshArgs, words []string) ([]string, error)
}

func (f *pwshFlag) matches(key string) bool {
	for _, other := range f.others {
		if key == other {
			return true
		}
	}
	return len(key) >= len(f.shortest) && strings.HasPrefix(f.name, key)
}

// pwshFlags lists the flags in the order in which pwsh tries them.
var pwshFlags = []pwshFlag{
	switchFlag("version", "v", func(p *pwshArgs) { p.mode = pwshVersion }),
	switchFlag("help", "h", func(p *pwshArgs) { p.mode = pwshHelp }),
	switchFlag("?", "?", func(p *pwshArgs) { p.mode = pwshHelp }),
	switchFlag("login", "l", func(*pwshArgs) {}),
	switchFlag("noexit", "noe", func(p *pwshArgs) { p.noExit = true }),
	switchFlag("noprofile", "nop", func(p *pwshArgs) { p.noProfile = true }),
	switchFlag("nologo", "nol", func(p *pwshArgs) { p.noLogo = true }),
	switchFlag("noninteractive", "noni", func(p *pwshArgs) { p.nonInteractive = true }),
	refusedFlag("socketservermode", "so", notServed),
	refusedFlag("servermode", "s", notServed),
	refusedFlag("namedpipeservermode", "nam", notServed),
	refusedFlag("sshservermode", "sshs", notServed),
	switchFlag("noprofileloadtime", "noprofileloadtime", func(*pwshArgs) {}),
	switchFlag("interactive", "i", func(p *pwshArgs) { p.nonInteractive = false }),
	ignoredValueFlag("configurationfile", "configurationfile", missingConfigurationFile),
	ignoredValueFlag("configurationname", "config", missingConfigurationName),
	ignoredValueFlag("custompipename", "cus", missingPipeName),
	{name: "commandwithargs", shortest: "commandwithargs", others: []string{"cwa"}, set: setCommandWithArgs},
	{name: "command", shortest: "c", set: setCommand},
	refusedFlag("windowstyle", "w", "Parameter -WindowStyle is not implemented on this platform."),
	{name: "file", shortest: "f", set: setFile},
	{name: "outputformat", shortest: "o", others: []string{"of"}, set: setOutputFormat},
	{name: "inputformat", shortest: "inp", others: []string{"if"}, set: setInputFormat},
	{name: "executionpolicy", shortest: "ex", others: []string{"ep"}, set: setExecutionPolicy},
	{name: "encodedcommand", shortest: "e", others: []string{"ec"}, set: setEncoded},
	refusedFlag("encodedarguments", "encodeda", notServed),
	{name: "settingsfile", shortest: "settings", set: setSettingsFile},
	refusedFlag("sta", "sta", "Parameter -STA is not supported on this platform."),
	refusedFlag("mta", "mta", "Parameter -MTA is not supported on this platform."),
	{name: "workingdirectory", shortest: "wo", others: []string{"wd"}, set: setWorkingDirectory},
}

func switchFlag(name, shortest string, set func(*pwshArgs)) pwshFlag {
	return pwshFlag{name: name, shortest: shortest, set: func(p *pwshArgs, words []string) ([]string, error) {
		set(p)
		return words, nil
	}}
}

func refusedFlag(name, shortest, message string) pwshFlag {
	return pwshFlag{name: name, shortest: shortest, set: func(*pwshArgs, []string) ([]string, error) {
		return nil, &usageError{message, false}
	}}
}

func ignoredValueFlag(name, shortest, missing string) pwshFlag {
	return pwshFlag{name: name, shortest: shortest, set: func(_ *pwshArgs, words []string) ([]string, error) {
		if len(words) == 0 {
			return nil, &usageError{missing, false}
		}
		return words[1:], nil
	}}
}

func setCommand(p *pwshArgs, words []string) ([]string, error) {
	if err := p.takesCommand(words); err != nil {
		return nil, err
	}
	if words[0] != "-" {
		p.mode, p.command = pwshCommand, strings.Join(words, " ")
		return nil, nil
	}
	switch {
	case len(words) > 1:
		return nil, &usageError{tooManyForCommand, true}
	case !p.redirected:
		return nil, &usageError{inputNotRedirected, true}
	}
	p.mode = pwshCommandStdin
	return nil, nil
}

// takesCommand checks that a command may follow, and notes it.
func (p *pwshArgs) takesCommand(words []string) error {
	switch {
	case p.hasCommand:
		return &usageError{commandGiven, true}
	case len(words) == 0:
		return &usageError{missingCommand, true}
	}
	p.hasCommand = true
	return nil
}

func setCommandWithArgs(p *pwshArgs, words []string) ([]string, error) {
	if err := p.takesCommand(words); err != nil {
		return nil, err
	}
	p.mode, p.command, p.args = pwshCommand, words[0], words[1:]
	return nil, nil
}

func setEncoded(p *pwshArgs, words []string) ([]string, error) {
	if err := p.takesCommand(words); err != nil {
		return nil, err
	}
	text, err := decodeCommand(words[0])
	if err != nil {
		return nil, &usageError{badEncodedCommand, true}
	}
	p.mode, p.command, p.encoded = pwshCommand, text, true
	return words[1:], nil
}

// decodeCommand decodes base64 of UTF-16; a byte left over at the end becomes
// the replacement character.
func decodeCommand(encoded string) (string, error) {
	data, err := base64.StdEncoding.DecodeString(strings.Join(strings.Fields(encoded), ""))
	if err != nil {
		return "", err
	}
	units := make([]uint16, len(data)/2, len(data)/2+1)
	for i := range units {
		units[i] = uint16(data[2*i]) | uint16(data[2*i+1])<<8
	}
	if len(data)%2 != 0 {
		units = append(units, '\uFFFD')
	}
	return string(utf16.Decode(units)), nil
}

// dataFormat is a format of output and input; "" is none that was asked for.
type dataFormat string

const (
	textFormat dataFormat = "text"
	xmlFormat  dataFormat = "xml"
	noFormat   dataFormat = "none"
)

// formatOf reads the name or the number of a format; "" is none.
func formatOf(word string) dataFormat {
	switch strings.ToLower(strings.TrimSpace(word)) {
	case "text", "0":
		return textFormat
	case "xml", "1":
		return xmlFormat
	case "none", "2":
		return noFormat
	}
	return ""
}

func setOutputFormat(p *pwshArgs, words []string) ([]string, error) {
	if len(words) == 0 {
		return nil, &usageError{fmt.Sprintf(missingOutputFormat, formatList), true}
	}
	if p.format = formatOf(words[0]); p.format == "" {
		return nil, &usageError{fmt.Sprintf(badFormat, words[0], formatList), true}
	}
	return words[1:], nil
}

func setInputFormat(_ *pwshArgs, words []string) ([]string, error) {
	if len(words) == 0 {
		return nil, &usageError{fmt.Sprintf(missingInputFormat, formatList), true}
	}
	if formatOf(words[0]) == "" {
		return nil, &usageError{fmt.Sprintf(badFormat, words[0], formatList), true}
	}
	return words[1:], nil
}

var executionPolicies = []string{"Unrestricted", "RemoteSigned", "AllSigned", "Restricted", "Default", "Bypass", "Undefined"}

func setExecutionPolicy(_ *pwshArgs, words []string) ([]string, error) {
	if len(words) == 0 {
		return nil, &usageError{missingPolicy, true}
	}
	for _, known := range executionPolicies {
		if strings.EqualFold(known, words[0]) {
			return words[1:], nil
		}
	}
	return nil, &usageError{fmt.Sprintf(badPolicy, words[0]), true}
}

func setSettingsFile(_ *pwshArgs, words []string) ([]string, error) {
	if len(words) == 0 {
		return nil, &usageError{missingSettingsFile, false}
	}
	file := fullPath(words[0])
	if info, err := os.Stat(file); err != nil || info.IsDir() {
		return nil, &usageError{fmt.Sprintf(noSettingsFile, file), false}
	}
	return words[1:], nil
}

func setWorkingDirectory(p *pwshArgs, words []string) ([]string, error) {
	if len(words) == 0 {
		return nil, &usageError{missingWorkingDirectory, false}
	}
	p.workingDir = words[0]
	return words[1:], nil
}
