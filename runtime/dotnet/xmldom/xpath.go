package xmldom

import (
	"strconv"
	"strings"

	"exolab/runtime/dotnet"
)

// SelectNodes is selectNodes for other packages.
func (n *XMLNode) SelectNodes(path string) ([]*XMLNode, error) { return selectNodes(n, path) }

// selectNodes finds what an XPath names: steps of names, *, @name, text(), .
// and .. after / or //, with predicates of a position, an attribute, a child
// or a comparison with "and" between them.
func selectNodes(from *XMLNode, path string) ([]*XMLNode, error) {
	var out []*XMLNode
	for _, part := range splitOutside(path, '|') {
		found, err := selectPath(from, strings.TrimSpace(part))
		if err != nil {
			return nil, err
		}
		out = append(out, found...)
	}
	return out, nil
}

func selectPath(from *XMLNode, path string) ([]*XMLNode, error) {
	at := []*XMLNode{from}
	if strings.HasPrefix(path, "/") {
		for from.Parent != nil {
			from = from.Parent
		}
		at = []*XMLNode{from}
	} else {
		path = "/" + path
	}
	for path != "" {
		if path[0] != '/' {
			return nil, dotnet.Throw("System.Xml.XPath.XPathException", "'%s' has an invalid token.", path)
		}
		deep := strings.HasPrefix(path, "//")
		path = strings.TrimLeft(path, "/")
		steps := splitOutside(path, '/')
		step := steps[0]
		path = path[len(step):]
		at = takeStep(at, step, deep)
	}
	return at, nil
}

// splitOutside splits at a character outside of brackets and quotes.
func splitOutside(s string, at byte) []string {
	var out []string
	depth, start := 0, 0
	var quote byte
	for i := range len(s) {
		c := s[i]
		switch {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '\'' || c == '"':
			quote = c
		case c == '[' || c == '(':
			depth++
		case c == ']' || c == ')':
			depth--
		case c == at && depth == 0:
			out = append(out, s[start:i])
			start = i + 1
		}
	}
	return append(out, s[start:])
}

func takeStep(from []*XMLNode, step string, deep bool) []*XMLNode {
	name, predicates, _ := strings.Cut(step, "[")
	var out []*XMLNode
	for _, n := range from {
		bases := []*XMLNode{n}
		if deep {
			bases = n.descendants(nil)
		}
		for _, base := range bases {
			found := base.step(strings.TrimSpace(name))
			if predicates != "" {
				for _, p := range strings.Split(strings.TrimSuffix(predicates, "]"), "][") {
					found = filter(found, strings.TrimSpace(p))
				}
			}
			out = append(out, found...)
		}
	}
	return out
}

func (n *XMLNode) descendants(out []*XMLNode) []*XMLNode {
	out = append(out, n)
	for _, k := range n.Kids {
		if k.Kind == XMLElement {
			out = k.descendants(out)
		}
	}
	return out
}

func (n *XMLNode) step(name string) []*XMLNode {
	switch {
	case name == "." || name == "":
		return []*XMLNode{n}
	case name == "..":
		if n.Parent == nil {
			return nil
		}
		return []*XMLNode{n.Parent}
	case name[0] == '@':
		return named(n.Attributes, name[1:], XMLAttribute)
	case name == "text()":
		return named(n.Kids, "*", XMLText)
	case name == "node()":
		return n.Kids
	}
	return named(n.Kids, strings.TrimPrefix(name, "child::"), XMLElement)
}

func named(nodes []*XMLNode, name string, kind XMLKind) []*XMLNode {
	var out []*XMLNode
	for _, n := range nodes {
		if n.Kind == kind && (name == "*" || n.Name == name) {
			out = append(out, n)
		}
	}
	return out
}

func filter(nodes []*XMLNode, predicate string) []*XMLNode {
	var out []*XMLNode
	for i, n := range nodes {
		if holds(n, i+1, len(nodes), predicate) {
			out = append(out, n)
		}
	}
	return out
}

func holds(n *XMLNode, position, count int, p string) bool {
	if left, right, ok := strings.Cut(p, " or "); ok {
		return holds(n, position, count, left) || holds(n, position, count, right)
	}
	if left, right, ok := strings.Cut(p, " and "); ok {
		return holds(n, position, count, left) && holds(n, position, count, right)
	}
	p = strings.TrimSpace(p)
	if inner, ok := call(p, "not"); ok {
		return !holds(n, position, count, inner)
	}
	for name, test := range map[string]func(s, sub string) bool{"contains": strings.Contains, "starts-with": strings.HasPrefix} {
		if inner, ok := call(p, name); ok {
			args := splitOutside(inner, ',')
			return len(args) == 2 && test(operand(n, position, count, args[0]), operand(n, position, count, args[1]))
		}
	}
	if at, err := strconv.Atoi(p); err == nil {
		return position == at
	}
	if p == "last()" {
		return position == count
	}
	for _, op := range []string{"!=", "<=", ">=", "=", "<", ">"} {
		if parts := strings.SplitN(p, op, 2); len(parts) == 2 {
			return compareOperands(operand(n, position, count, parts[0]), operand(n, position, count, parts[1]), op)
		}
	}
	found, err := selectPath(n, p)
	return err == nil && len(found) > 0
}

func call(p, name string) (string, bool) {
	if strings.HasPrefix(p, name+"(") && strings.HasSuffix(p, ")") {
		return p[len(name)+1 : len(p)-1], true
	}
	return "", false
}

func operand(n *XMLNode, position, count int, s string) string {
	s = strings.TrimSpace(s)
	switch {
	case len(s) > 1 && (s[0] == '\'' || s[0] == '"'):
		return s[1 : len(s)-1]
	case s == "position()":
		return strconv.Itoa(position)
	case s == "last()":
		return strconv.Itoa(count)
	case s == "name()":
		return n.Name
	}
	if _, err := strconv.ParseFloat(s, 64); err == nil {
		return s
	}
	found, err := selectPath(n, s)
	if err != nil || len(found) == 0 {
		return "\x00"
	}
	return found[0].InnerText()
}

func compareOperands(a, b, op string) bool {
	if a == "\x00" || b == "\x00" {
		return false
	}
	switch op {
	case "=":
		return a == b || sameNumber(a, b)
	case "!=":
		return a != b && !sameNumber(a, b)
	}
	x, errX := strconv.ParseFloat(a, 64)
	y, errY := strconv.ParseFloat(b, 64)
	if errX != nil || errY != nil {
		return false
	}
	switch op {
	case "<":
		return x < y
	case ">":
		return x > y
	case "<=":
		return x <= y
	}
	return x >= y
}

func sameNumber(a, b string) bool {
	x, errX := strconv.ParseFloat(a, 64)
	y, errY := strconv.ParseFloat(b, 64)
	return errX == nil && errY == nil && x == y
}
