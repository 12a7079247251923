package cli

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"exolab/runtime"
)

// pwshMode is what a pwsh command line asks for.
type pwshMode int

const (
	pwshPrompt pwshMode = iota
	pwshFile
	pwshCommand
	pwshCommandStdin
)

// pwshArgs is a parsed pwsh command line.
type pwshArgs struct {
	mode    pwshMode
	file    string
	command string
	args    runtime.Arguments
	// encodedArgs is the text of -EncodedArguments.
	encodedArgs    string
	hasCommand     bool
	help, version  bool
	noLogo         bool
	noProfile      bool
	noExit         bool
	nonInteractive bool
	encoded        bool
	// format is the format of output, if one was asked for.
	format     dataFormat
	workingDir string
	// startFault is why no session can be started.
	startFault string
	// redirected says that standard input is no terminal.
	redirected bool
}

// usageError is a bad pwsh command line: the message goes to stderr. With usage
// set, the usage goes to stdout.
type usageError struct {
	message string
	usage   bool
	// atStart is set for what pwsh finds out only when it starts its session.
	atStart bool
}

// code is the exit code.
func (e *usageError) code() int {
	if e.atStart {
		return exitNotStarted
	}
	return exitUsage
}

// Error returns the message.
func (e *usageError) Error() string { return e.message }

// parsePwshArgs reads the arguments of the pwsh program. Flags may begin with
// one or two dashes or a slash; the first word that is no flag is a file.
// redirected says that standard input is no terminal.
func parsePwshArgs(args []string, redirected bool) (*pwshArgs, error) {
	p := &pwshArgs{redirected: redirected}
	rest := args
	for len(rest) > 0 && !p.version {
		key, isFlag := flagKey(rest[0])
		flag := findPwshFlag(key)
		var set func(*pwshArgs, []string) ([]string, error)
		if !isFlag || flag == nil {
			// Whatever is no flag stands behind the -File that was left out.
			set = setFile
		} else {
			set, rest = flag.set, rest[1:]
		}
		var err error
		if rest, err = set(p, rest); err != nil {
			return p, err
		}
	}
	if p.startFault != "" && !p.help && !p.version {
		return p, &usageError{message: fmt.Sprintf(notStarted, p.startFault), atStart: true}
	}
	return p, nil
}

// flagKey takes the dashes or the slash off a flag.
func flagKey(word string) (key string, ok bool) {
	runes := []rune(strings.TrimSpace(word))
	if len(runes) == 0 || !isDash(runes[0]) && runes[0] != '/' {
		return "", false
	}
	if len(runes) > 1 && isDash(runes[0]) && runes[1] == runes[0] {
		return string(runes[2:]), true
	}
	return string(runes[1:]), true
}

// isDash reports whether PowerShell takes a character for a dash.
func isDash(r rune) bool { return r == '-' || r >= '\u2013' && r <= '\u2015' }

func findPwshFlag(key string) *pwshFlag {
	key = strings.ToLower(key)
	for i := range pwshFlags {
		if pwshFlags[i].matches(key) {
			return &pwshFlags[i]
		}
	}
	return nil
}

func setFile(p *pwshArgs, words []string) ([]string, error) {
	if len(words) == 0 {
		return nil, &usageError{message: missingFile, usage: true}
	}
	switch words[0] {
	case "-":
		p.mode = pwshPrompt
		p.noLogo = true
		return words[1:], nil
	case "":
		return nil, &usageError{message: fmt.Sprintf(badFile, "", "The path is empty. (Parameter 'path')")}
	}
	file := fullPath(words[0])
	if info, err := os.Stat(file); err != nil || info.IsDir() {
		return nil, noSuchFile(words[0])
	}
	p.mode, p.file, p.args = pwshFile, file, append(p.args, runtime.WordArguments(words[1:])...)
	return nil, nil
}

// noSuchFile is the error for a word that is neither a flag nor a file: it
// names the flags that the word is part of.
func noSuchFile(word string) error {
	similar := ""
	if part, ok := strings.CutPrefix(word, "-"); ok && part != "" {
		for _, name := range suggestedFlags {
			if strings.Contains(name, strings.ToLower(part)) {
				similar += "\n  -" + name
			}
		}
	}
	if similar != "" {
		return &usageError{message: fmt.Sprintf(didYouMean, word) + "\n" + similar}
	}
	return &usageError{message: fmt.Sprintf(unknownFile, word), usage: true}
}

func fullPath(path string) string {
	path = strings.ReplaceAll(path, `\`, "/")
	if full, err := filepath.Abs(path); err == nil {
		return full
	}
	return path
}
