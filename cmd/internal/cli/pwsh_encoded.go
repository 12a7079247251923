package cli

import (
	"encoding/base64"
	"strings"
	"unicode/utf16"

	"exolab/runtime"
	"exolab/runtime/clixml"
	"exolab/runtime/value"
)

func setEncoded(p *pwshArgs, words []string) ([]string, error) {
	if err := p.takesCommand(words); err != nil {
		return nil, err
	}
	text, err := decodeBase64(words[0])
	if err != nil {
		return nil, &usageError{message: badEncodedCommand, usage: true}
	}
	p.mode, p.command, p.encoded = pwshCommand, text, true
	return words[1:], nil
}

// decodeBase64 decodes base64 of UTF-16; a byte left over at the end becomes
// the replacement character.
func decodeBase64(encoded string) (string, error) {
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

// setEncodedArguments reads -EncodedArguments: base64 of CLIXML that holds a
// list, whose items are the arguments of the command.
func setEncodedArguments(p *pwshArgs, words []string) ([]string, error) {
	switch {
	case p.encodedArgs != "":
		return nil, &usageError{message: argumentsGiven, usage: true}
	case len(words) == 0:
		return nil, &usageError{message: missingArguments, usage: true}
	}
	text, err := decodeBase64(words[0])
	if err != nil {
		return nil, &usageError{message: badArguments, usage: true}
	}
	p.encodedArgs = text
	return words[1:], nil
}

// arguments are those of the command or file: the encoded ones, then the words
// behind it.
func (p *pwshArgs) arguments(env value.Env) (runtime.Arguments, error) {
	if p.encodedArgs == "" {
		return p.args, nil
	}
	objects, err := clixml.Read(env, p.encodedArgs)
	if err == nil && len(objects) == 1 {
		if list, ok := value.ListItems(objects[0]); ok {
			return append(runtime.ObjectArguments(list), p.args...), nil
		}
	}
	return nil, &usageError{message: badArguments, usage: true}
}
