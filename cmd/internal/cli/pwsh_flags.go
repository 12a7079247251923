package cli

import (
	"fmt"
	"os"
	"strings"

	"exolab/runtime"
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
	switchFlag("version", "v", func(p *pwshArgs) { p.version = true }),
	switchFlag("help", "h", func(p *pwshArgs) { p.help = true }),
	switchFlag("?", "?", func(p *pwshArgs) { p.help = true }),
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
	{name: "configurationfile", shortest: "configurationfile", set: setConfigurationFile},
	{name: "configurationname", shortest: "config", set: setConfigurationName},
	{name: "custompipename", shortest: "cus", set: setPipeName},
	{name: "commandwithargs", shortest: "commandwithargs", others: []string{"cwa"}, set: setCommandWithArgs},
	{name: "command", shortest: "c", set: setCommand},
	refusedFlag("windowstyle", "w", "Parameter -WindowStyle is not implemented on this platform."),
	{name: "file", shortest: "f", set: setFile},
	{name: "outputformat", shortest: "o", others: []string{"of"}, set: setOutputFormat},
	{name: "inputformat", shortest: "inp", others: []string{"if"}, set: setInputFormat},
	{name: "executionpolicy", shortest: "ex", others: []string{"ep"}, set: setExecutionPolicy},
	{name: "encodedcommand", shortest: "e", others: []string{"ec"}, set: setEncoded},
	{name: "encodedarguments", shortest: "encodeda", others: []string{"ea"}, set: setEncodedArguments},
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
		return nil, &usageError{message: message}
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
		return nil, &usageError{message: tooManyForCommand, usage: true}
	case !p.redirected:
		return nil, &usageError{message: inputNotRedirected, usage: true}
	}
	p.mode = pwshCommandStdin
	return nil, nil
}

// takesCommand checks that a command may follow, and notes it.
func (p *pwshArgs) takesCommand(words []string) error {
	switch {
	case p.hasCommand:
		return &usageError{message: commandGiven, usage: true}
	case len(words) == 0:
		return &usageError{message: missingCommand, usage: true}
	}
	p.hasCommand = true
	return nil
}

func setCommandWithArgs(p *pwshArgs, words []string) ([]string, error) {
	if err := p.takesCommand(words); err != nil {
		return nil, err
	}
	p.mode, p.command, p.args = pwshCommand, words[0], append(p.args, runtime.WordArguments(words[1:])...)
	return nil, nil
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
		return nil, &usageError{message: fmt.Sprintf(missingOutputFormat, formatList), usage: true}
	}
	if p.format = formatOf(words[0]); p.format == "" {
		return nil, &usageError{message: fmt.Sprintf(badFormat, words[0], formatList), usage: true}
	}
	return words[1:], nil
}

func setInputFormat(_ *pwshArgs, words []string) ([]string, error) {
	if len(words) == 0 {
		return nil, &usageError{message: fmt.Sprintf(missingInputFormat, formatList), usage: true}
	}
	if formatOf(words[0]) == "" {
		return nil, &usageError{message: fmt.Sprintf(badFormat, words[0], formatList), usage: true}
	}
	return words[1:], nil
}

var executionPolicies = []string{"Unrestricted", "RemoteSigned", "AllSigned", "Restricted", "Default", "Bypass", "Undefined"}

func setExecutionPolicy(_ *pwshArgs, words []string) ([]string, error) {
	if len(words) == 0 {
		return nil, &usageError{message: missingPolicy, usage: true}
	}
	for _, known := range executionPolicies {
		if strings.EqualFold(known, words[0]) {
			return words[1:], nil
		}
	}
	return nil, &usageError{message: fmt.Sprintf(badPolicy, words[0]), usage: true}
}

func setSettingsFile(_ *pwshArgs, words []string) ([]string, error) {
	if len(words) == 0 {
		return nil, &usageError{message: missingSettingsFile}
	}
	file := fullPath(words[0])
	if info, err := os.Stat(file); err != nil || info.IsDir() {
		return nil, &usageError{message: fmt.Sprintf(noSettingsFile, file)}
	}
	return words[1:], nil
}

func setWorkingDirectory(p *pwshArgs, words []string) ([]string, error) {
	if len(words) == 0 {
		return nil, &usageError{message: missingWorkingDirectory}
	}
	p.workingDir = words[0]
	return words[1:], nil
}
