package cli

import (
	"encoding/base64"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"unicode/utf16"
)

// pwshMode is what a pwsh command line asks for.
type pwshMode int

const (
	pwshPrompt pwshMode = iota
	pwshFile
	pwshCommand
	pwshCommandStdin
	pwshVersion
	pwshHelp
)

// pwshArgs is a parsed pwsh command line.
type pwshArgs struct {
	mode           pwshMode
	file           string
	command        string
	args           []string
	noLogo         bool
	noProfile      bool
	noExit         bool
	nonInteractive bool
	encoded        bool
	errorsAsText   bool
	workingDir     string
}

// usageError is a bad pwsh command line: the message goes to stderr, the
// usage to stdout, and the exit code is 64.
type usageError struct {
	message string
	noUsage bool
}

func (e *usageError) Error() string { return e.message }

// pwshFlag is one flag of pwsh: its full name and the shortest accepted form.
type pwshFlag struct {
	name, shortest string
	exact          []string
	set            func(p *pwshArgs, rest []string) ([]string, error)
}

func switchFlag(name, shortest string, set func(*pwshArgs)) pwshFlag {
	return pwshFlag{name: name, shortest: shortest, set: func(p *pwshArgs, rest []string) ([]string, error) {
		set(p)
		return rest, nil
	}}
}

func refusedFlag(name, shortest, message string) pwshFlag {
	return pwshFlag{name: name, shortest: shortest, set: func(*pwshArgs, []string) ([]string, error) {
		return nil, &usageError{message: message, noUsage: true}
	}}
}

func ignoredValueFlag(name, shortest string, exact ...string) pwshFlag {
	return pwshFlag{name: name, shortest: shortest, exact: exact, set: func(_ *pwshArgs, rest []string) ([]string, error) {
		if len(rest) == 0 {
			return nil, &usageError{message: "Cannot process the command because of a missing parameter. A value must follow -" + name + "."}
		}
		return rest[1:], nil
	}}
}

var executionPolicies = []string{"Unrestricted", "RemoteSigned", "AllSigned", "Restricted", "Default", "Bypass", "Undefined"}

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
	switchFlag("interactive", "i", func(*pwshArgs) {}),
	{name: "command", shortest: "c", set: setCommand},
	{name: "commandwithargs", shortest: "commandwithargs", exact: []string{"cwa"}, set: setCommandWithArgs},
	refusedFlag("windowstyle", "w", "Parameter -WindowStyle is not implemented on this platform."),
	{name: "file", shortest: "f", set: setFile},
	{name: "outputformat", shortest: "o", exact: []string{"of"}, set: setFormat},
	{name: "inputformat", shortest: "inp", exact: []string{"if"}, set: setFormat},
	{name: "executionpolicy", shortest: "ex", exact: []string{"ep"}, set: setExecutionPolicy},
	{name: "encodedcommand", shortest: "e", exact: []string{"ec"}, set: setEncoded},
	ignoredValueFlag("settingsfile", "settings"),
	ignoredValueFlag("configurationname", "config"),
	ignoredValueFlag("configurationfile", "configurationfile"),
	ignoredValueFlag("custompipename", "cus"),
	refusedFlag("sta", "s", "Parameter -STA is not supported on this platform."),
	refusedFlag("mta", "mta", "Parameter -MTA is not supported on this platform."),
	{name: "workingdirectory", shortest: "wo", exact: []string{"wd"}, set: setWorkingDirectory},
	switchFlag("noprofileloadtime", "noprofileloadtime", func(*pwshArgs) {}),
}

func (f pwshFlag) matches(key string) bool {
	for _, e := range f.exact {
		if key == e {
			return true
		}
	}
	return strings.HasPrefix(f.name, key) && strings.HasPrefix(key, f.shortest)
}

// parsePwshArgs reads the arguments of the pwsh program. Flags may begin with
// one or two dashes or a slash; the first word that is no flag is a file.
func parsePwshArgs(args []string) (*pwshArgs, error) {
	p := &pwshArgs{}
	rest := args
	for len(rest) > 0 && p.mode != pwshVersion && p.mode != pwshHelp {
		word := rest[0]
		flag := findPwshFlag(word)
		if flag == nil {
			return p, implicitFile(p, rest)
		}
		var err error
		if rest, err = flag.set(p, rest[1:]); err != nil {
			return p, err
		}
	}
	return p, nil
}

func findPwshFlag(word string) *pwshFlag {
	key := strings.ToLower(strings.TrimSpace(word))
	switch {
	case strings.HasPrefix(key, "--"):
		key = key[2:]
	case strings.HasPrefix(key, "-"), strings.HasPrefix(key, "/"):
		key = key[1:]
	default:
		return nil
	}
	if key == "" {
		return nil
	}
	for i := range pwshFlags {
		if pwshFlags[i].matches(key) {
			return &pwshFlags[i]
		}
	}
	return nil
}

func implicitFile(p *pwshArgs, rest []string) error {
	_, err := setFile(p, rest)
	return err
}

func setFile(p *pwshArgs, rest []string) ([]string, error) {
	if len(rest) == 0 {
		return nil, &usageError{message: "Cannot process the command because of a missing parameter. A file name must follow -File."}
	}
	if rest[0] == "-" {
		p.mode = pwshPrompt
		p.noLogo = true
		return nil, nil
	}
	file := strings.ReplaceAll(rest[0], `\`, "/")
	if info, err := os.Stat(file); err != nil || info.IsDir() {
		return nil, &usageError{message: fmt.Sprintf("The argument '%s' is not recognized as the name of a script file. Check the spelling of the name, or if a path was included, verify that the path is correct and try again.", rest[0])}
	}
	if absolute, err := filepath.Abs(file); err == nil {
		file = absolute
	}
	p.mode, p.file, p.args = pwshFile, file, rest[1:]
	return nil, nil
}

func setCommand(p *pwshArgs, rest []string) ([]string, error) {
	if len(rest) == 0 {
		return nil, &usageError{message: "Cannot process the command because of a missing parameter. A command must follow -Command."}
	}
	if rest[0] == "-" {
		if len(rest) > 1 {
			return nil, &usageError{message: "'-' was specified with the -Command parameter; no other arguments to -Command are permitted."}
		}
		p.mode = pwshCommandStdin
		return nil, nil
	}
	p.mode, p.command = pwshCommand, strings.Join(rest, " ")
	return nil, nil
}

func setCommandWithArgs(p *pwshArgs, rest []string) ([]string, error) {
	if len(rest) == 0 {
		return nil, &usageError{message: "Cannot process the command because of a missing parameter. A command must follow -Command."}
	}
	p.mode, p.command, p.args = pwshCommand, rest[0], rest[1:]
	return nil, nil
}

func setEncoded(p *pwshArgs, rest []string) ([]string, error) {
	if len(rest) == 0 {
		return nil, &usageError{message: "Cannot process the command because of a missing parameter. A command must follow -EncodedCommand."}
	}
	data, err := base64.StdEncoding.DecodeString(rest[0])
	if err != nil {
		return nil, &usageError{message: "Cannot process the command because the value specified with -EncodedCommand is not properly encoded. The value must be Base64 encoded."}
	}
	units := make([]uint16, len(data)/2)
	for i := range units {
		units[i] = uint16(data[2*i]) | uint16(data[2*i+1])<<8
	}
	p.mode, p.command, p.encoded = pwshCommand, string(utf16.Decode(units)), true
	return rest[1:], nil
}

func setFormat(p *pwshArgs, rest []string) ([]string, error) {
	if len(rest) == 0 {
		return nil, &usageError{message: "Cannot process the command because of a missing parameter. A format must follow -OutputFormat."}
	}
	switch strings.ToLower(rest[0]) {
	case "text", "none":
		p.errorsAsText = true
	case "xml":
	default:
		return nil, &usageError{message: fmt.Sprintf("Cannot process the command because of an incorrect parameter value. \"%s\" is not a valid format.\nValid formats are:\nText\nXML\nNone\n", rest[0])}
	}
	return rest[1:], nil
}

func setExecutionPolicy(_ *pwshArgs, rest []string) ([]string, error) {
	if len(rest) == 0 {
		return nil, &usageError{message: "Cannot process the command because of a missing parameter. A policy must follow -ExecutionPolicy."}
	}
	for _, known := range executionPolicies {
		if strings.EqualFold(known, rest[0]) {
			return rest[1:], nil
		}
	}
	return nil, &usageError{message: fmt.Sprintf("Invalid ExecutionPolicy value '%s'.", rest[0])}
}

func setWorkingDirectory(p *pwshArgs, rest []string) ([]string, error) {
	if len(rest) == 0 {
		return nil, &usageError{message: "Cannot process the command because of a missing parameter. A directory path must follow -WorkingDirectory."}
	}
	p.workingDir = rest[0]
	return rest[1:], nil
}
