package dotnet

import (
	"strconv"
	"strings"

	"exolab/runtime/value"
)

// ResolveType finds the type written between brackets in a script: a full name,
// an accelerator, a name below System or one of the namespaces given, an array
// ("string[]", "int[,]") or a constructed generic ("List[string]").
func ResolveType(table *value.TypeTable, name string, namespaces ...string) (*value.Type, bool) {
	return ResolveAmong(nil, table, name, namespaces...)
}

// ResolveAmong is ResolveType where a script has defined types of its own:
// scripted finds them by their plain names, nil if there is none.
func ResolveAmong(scripted func(plain string) *value.Type, table *value.TypeTable, name string, namespaces ...string) (*value.Type, bool) {
	return resolve(func(plain string) (*value.Type, bool) {
		if scripted != nil {
			if t := scripted(plain); t != nil {
				return t, true
			}
		}
		if t, ok := table.Lookup(plain); ok {
			return t, true
		}
		if t, ok := table.Lookup("System." + plain); ok {
			return t, true
		}
		for _, ns := range namespaces {
			if t, ok := table.Lookup(ns + "." + plain); ok {
				return t, true
			}
		}
		return nil, false
	}, name)
}

// resolve parses a type name, asking find for the plain names in it.
func resolve(find func(string) (*value.Type, bool), name string) (*value.Type, bool) {
	p := typeNameParser{find: find, text: strings.TrimSpace(name)}
	t, ok := p.parse()
	return t, ok && p.at == len(p.text)
}

type typeNameParser struct {
	find func(string) (*value.Type, bool)
	text string
	at   int
}

func (p *typeNameParser) parse() (*value.Type, bool) {
	start := p.at
	for p.at < len(p.text) && !strings.ContainsRune("[],", rune(p.text[p.at])) {
		p.at++
	}
	plain := strings.TrimSpace(p.text[start:p.at])
	t, ok := p.generic(plain)
	for ok && p.at < len(p.text) && p.text[p.at] == '[' {
		t, ok = p.array(t)
	}
	return t, ok
}

// generic reads "[args]" after a plain name, if there is one that is not an
// array suffix.
func (p *typeNameParser) generic(plain string) (*value.Type, bool) {
	if !p.peekArguments() {
		return p.find(plain)
	}
	p.at++
	var args []*value.Type
	for {
		arg, ok := p.argument()
		if !ok {
			return nil, false
		}
		args = append(args, arg)
		if p.at >= len(p.text) {
			return nil, false
		}
		p.at++
		if p.text[p.at-1] == ']' {
			break
		}
	}
	def, ok := p.find(plain)
	if !ok || !def.IsGenericDefinition {
		def, ok = p.find(plain + "`" + strconv.Itoa(len(args)))
	}
	if !ok || !def.IsGenericDefinition || !strings.HasSuffix(def.FullName, "`"+strconv.Itoa(len(args))) {
		return nil, false
	}
	return construct(def, args), true
}

func (p *typeNameParser) argument() (*value.Type, bool) {
	for p.at < len(p.text) && p.text[p.at] == ' ' {
		p.at++
	}
	nested := p.at < len(p.text) && p.text[p.at] == '['
	if nested {
		p.at++
	}
	t, ok := p.parse()
	if nested {
		// [[System.String, mscorlib, Version=...]]: the assembly is ignored.
		for p.at < len(p.text) && p.text[p.at] != ']' {
			p.at++
		}
		p.at++
	}
	for p.at < len(p.text) && p.text[p.at] == ' ' {
		p.at++
	}
	return t, ok && p.at <= len(p.text)
}

func (p *typeNameParser) peekArguments() bool {
	if p.at >= len(p.text) || p.text[p.at] != '[' {
		return false
	}
	rest := strings.TrimLeft(p.text[p.at+1:], " ")
	return rest != "" && rest[0] != ']' && rest[0] != ','
}

func (p *typeNameParser) array(elem *value.Type) (*value.Type, bool) {
	end := strings.IndexByte(p.text[p.at:], ']')
	if end < 0 || strings.Trim(p.text[p.at+1:p.at+end], ", ") != "" {
		return nil, false
	}
	rank := 1 + strings.Count(p.text[p.at:p.at+end], ",")
	p.at += end + 1
	return arrayType(elem, rank), true
}
