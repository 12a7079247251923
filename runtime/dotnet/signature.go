package dotnet

import (
	"strconv"
	"strings"

	"exolab/runtime/value"
)

// CutLast splits at the last space: "int Length" gives "int", "Length".
func CutLast(s string) (before, after string) {
	i := strings.LastIndexByte(s, ' ')
	if i < 0 {
		return "", s
	}
	return strings.TrimSpace(s[:i]), s[i+1:]
}

// parseSignature reads one row of a table. Type parameters (T, TKey, ...) are
// those of owner.
func parseSignature(sig string, owner *value.Type, f Body) (string, *value.Overload) {
	open := strings.IndexByte(sig, '(')
	returns, name := CutLast(sig[:open])
	o := &value.Overload{Returns: returns, Call: f}
	inner := strings.TrimSuffix(sig[open+1:], ")")
	if inner != "" {
		for _, p := range splitParams(inner) {
			o.Params = append(o.Params, parseParam(p, owner))
		}
	}
	return name, o
}

// splitParams splits at the commas that are not inside brackets.
func splitParams(s string) []string {
	var out []string
	depth, start := 0, 0
	for i := range len(s) {
		switch s[i] {
		case '[':
			depth++
		case ']':
			depth--
		case ',':
			if depth == 0 {
				out = append(out, strings.TrimSpace(s[start:i]))
				start = i + 1
			}
		}
	}
	return append(out, strings.TrimSpace(s[start:]))
}

func parseParam(s string, owner *value.Type) value.Param {
	var p value.Param
	if before, def, found := strings.Cut(s, " = "); found {
		s, p.Optional = before, true
		p.Default = literal(def)
	}
	typeName, name := CutLast(s)
	for {
		word, rest, found := strings.Cut(typeName, " ")
		if !found {
			break
		}
		switch word {
		case "params":
			p.Rest = true
		case "ref", "out":
			p.ByRef = true
		}
		typeName = rest
	}
	p.Name, p.Type = name, paramType(typeName, owner)
	return p
}

func literal(s string) value.Value {
	switch s {
	case "true":
		return value.True
	case "false":
		return value.False
	case "null":
		return value.Null
	}
	if n, err := strconv.Atoi(s); err == nil {
		return value.Int(n)
	}
	return value.Str(strings.Trim(s, "'"))
}

// paramType resolves a type name in a signature of owner.
func paramType(name string, owner *value.Type) *value.Type {
	switch name {
	case "string":
		return value.TypeString
	case "int":
		return value.TypeInt32
	case "char":
		return value.TypeChar
	case "bool":
		return value.TypeBoolean
	case "double":
		return value.TypeDouble
	case "System.Object":
		return value.TypeObject
	}
	t, ok := resolve(func(plain string) (*value.Type, bool) {
		if owner != nil {
			if i := typeParameter(owner, plain); i >= 0 {
				if i < len(owner.Args) {
					return owner.Args[i], true
				}
				return value.TypeObject, true
			}
		}
		if t, ok := lookupBuiltin(plain); ok {
			return t, true
		}
		if isTypeParameterName(plain) {
			return value.TypeParameter(plain), true
		}
		return nil, false
	}, name)
	if !ok {
		return value.TypeObject
	}
	return t
}

// isTypeParameterName tells the T, TKey and TResult of generic methods.
func isTypeParameterName(name string) bool {
	return name == "T" || len(name) > 1 && name[0] == 'T' && name[1] >= 'A' && name[1] <= 'Z' && !strings.Contains(name, ".")
}

// typeParameter returns the position of a type parameter in owner, or -1.
func typeParameter(owner *value.Type, name string) int {
	switch {
	case owner.Definition == nil && !owner.IsGenericDefinition:
		return -1
	case name == "T" || name == "TKey" || name == "T1":
		return 0
	case name == "TValue" || name == "T2" || name == "TPriority":
		return 1
	case len(name) == 2 && name[0] == 'T' && name[1] >= '3' && name[1] <= '8':
		return int(name[1] - '1')
	}
	return -1
}
