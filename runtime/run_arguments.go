package runtime

import (
	"strings"
	"unicode/utf8"

	"exolab/runtime/value"
)

// Arguments are what the command line of a program has for a script.
type Arguments []argument

// ObjectArguments are objects by position.
func ObjectArguments(list []value.Value) Arguments {
	args := make(Arguments, len(list))
	for i, v := range list {
		args[i] = argument{value: constant(v)}
	}
	return args
}

// WordArguments reads the words of a command line. They are literal strings;
// -Name:value gives the parameter its value, -Name: takes the next word, and
// the values $true and $false become Booleans.
func WordArguments(words []string) Arguments {
	var list Arguments
	pending := ""
	for _, word := range words {
		switch name, isParameter := dashed(word); {
		case pending != "":
			list = append(list, argument{param: pending, value: constant(value.Str(word))})
			pending = ""
		case !isParameter:
			list = append(list, argument{value: constant(value.Str(word))})
		case strings.HasSuffix(name, ":"):
			pending = strings.TrimRight(name, ":")
		default:
			list = append(list, fileParameter(name))
		}
	}
	return list
}

// dashed cuts the dash off a parameter name; any of PowerShell's dashes counts.
func dashed(word string) (name string, ok bool) {
	r, size := utf8.DecodeRuneInString(word)
	return word[size:], (r == '-' || r >= 0x2013 && r <= 0x2015) && len(word) > size
}

func fileParameter(text string) argument {
	name, given, colon := strings.Cut(text, ":")
	if !colon {
		return argument{param: name}
	}
	v := value.Str(given)
	switch strings.TrimPrefix(value.Fold(given), "$") {
	case "true":
		v = value.True
	case "false":
		v = value.False
	}
	return argument{param: name, value: constant(v)}
}
