package completion

import (
	"slices"
	"strings"

	"exolab/parser"
	"exolab/runtime"
	"exolab/runtime/value"
)

// inferRange finds out what the text between two places yields. What stands
// before it is replaced by spaces, so that places in the tree are those in the
// text.
func (c *completer) inferRange(from, to int) *shape {
	block, err := parser.Parse("", strings.Repeat(" ", from)+c.text[from:to])
	if err != nil || block.End == nil || len(block.End.Statements) == 0 {
		return nil
	}
	return c.inferStatement(block.End.Statements[len(block.End.Statements)-1])
}

func (c *completer) outputOf(meta *runtime.Metadata) *shape {
	if meta == nil {
		return nil
	}
	var first *shape
	for _, name := range meta.OutputTypes {
		t := c.typeNamed(name)
		switch {
		case t == nil:
		case first == nil:
			first = t
		default:
			first.more = append(first.more, t)
		}
	}
	return first
}

func (c *completer) typeNamed(name string) *shape {
	t, ok := c.lookupType(name)
	if !ok {
		if d := c.definition(name); d != nil {
			return c.definedShape(d, false)
		}
		return nil
	}
	s := ofType(t)
	for _, name := range strings.Fields(noted[t.FullName]) {
		s.fields = append(s.fields, field{name: name})
	}
	return s
}

// noted are the properties of types whose objects hold them one by one.
var noted = map[string]string{
	commands + "GenericMeasureInfo":       "Average Count Maximum Minimum Property StandardDeviation Sum",
	commands + "GenericObjectMeasureInfo": "Average Count Maximum Minimum Property StandardDeviation Sum",
	commands + "TextMeasureInfo":          "Characters Lines Property Words",
	commands + "GroupInfo":                "Count Group Name Values",
	commands + "FileHashInfo":             "Algorithm Hash Path",
	commands + "MemberDefinition":         "Definition MemberType Name TypeName",
	commands + "SelectXmlInfo":            "Node Path Pattern",
	automation + "VerbInfo":               "AliasPrefix Description Group Verb",
}

const commands = "Microsoft.PowerShell.Commands."

func (c *completer) infer(e parser.Expression) *shape {
	switch e := e.(type) {
	case *parser.StringConstant:
		return ofValue(value.Str(e.Value))
	case *parser.ExpandableString:
		return ofType(value.TypeString)
	case *parser.NumberConstant:
		return ofType(numberTypes[e.Kind])
	case *parser.VariableExpression:
		return c.inferVariable(e)
	case *parser.ParenExpression:
		return c.inferStatement(e.Pipeline)
	case *parser.ConvertExpression:
		return c.inferConvert(e)
	case *parser.Hashtable:
		return &shape{typ: value.TypeHashtable, fields: c.entries(e)}
	case *parser.ArrayLiteral:
		return &shape{typ: value.TypeObjectArray, element: c.infer(e.Elements[0])}
	case *parser.ArrayExpression:
		if len(e.Body.Statements) == 0 {
			return nil
		}
		return &shape{typ: value.TypeObjectArray, element: c.inferStatement(e.Body.Statements[0]).item()}
	case *parser.BinaryExpression:
		return c.inferBinary(e)
	case *parser.UnaryExpression:
		return c.inferUnary(e)
	case *parser.ScriptBlockExpression:
		return ofType(value.TypeScriptBlock)
	case *parser.TypeExpression:
		return ofType(value.TypeType)
	case *parser.SubExpression:
		return c.inferStatements(e.Body)
	case *parser.TernaryExpression:
		return union(c.infer(e.IfTrue), c.infer(e.IfFalse))
	case *parser.AttributedExpression:
		return c.infer(e.Operand)
	case *parser.UsingExpression:
		return c.infer(e.Operand)
	case *parser.IndexExpression:
		return c.inferIndex(e)
	case *parser.MemberExpression:
		return c.inferMember(e.Target, e.Member)
	case *parser.InvokeMemberExpression:
		return c.inferMember(e.Target, e.Member)
	}
	return nil
}

func (c *completer) entries(h *parser.Hashtable) []field {
	var fields []field
	for _, entry := range h.Entries {
		if key, ok := entry.Key.(*parser.StringConstant); ok {
			fields = append(fields, field{name: key.Value, value: c.inferStatement(entry.Value)})
		}
	}
	return fields
}

// customTypes are the names of the type that makes a hashtable an object.
var customTypes = []string{"pscustomobject", "psobject", "system.management.automation.psobject"}

func (c *completer) inferConvert(e *parser.ConvertExpression) *shape {
	name := value.Fold(e.Type.Type.String())
	if h, ok := e.Operand.(*parser.Hashtable); ok && slices.Contains(customTypes, name) {
		return &shape{typ: value.TypeObject, fields: c.entries(h), custom: true}
	}
	if name == "void" || name == "system.void" {
		return nil
	}
	return c.typeNamed(e.Type.Type.String())
}

func (c *completer) inferMember(target, member parser.Expression) *shape {
	name, ok := member.(*parser.StringConstant)
	if !ok {
		return nil
	}
	if t, ok := target.(*parser.TypeExpression); ok {
		return c.inferStatic(t, name.Value)
	}
	return c.memberOf(c.infer(target), name.Value)
}

// memberOf is what a property of a value holds, or a method of it returns.
func (c *completer) memberOf(s *shape, name string) *shape {
	if s == nil {
		return nil
	}
	for _, f := range s.fields {
		if strings.EqualFold(f.name, name) {
			return f.value
		}
	}
	m := c.membersOf(s)[value.Fold(name)]
	switch {
	case m == nil:
		return nil
	case s.known && !isMethod(m):
		if got := c.read(s.sample, m, name); got != nil && !got.sample.IsNull() {
			return got
		}
	}
	return c.resultOf(m)
}

func (c *completer) inferStatic(t *parser.TypeExpression, name string) *shape {
	found, ok := c.lookupType(t.Type.String())
	if !ok {
		return c.inferDefinedStatic(t.Type.String(), name)
	}
	if strings.EqualFold(name, "new") {
		return ofType(found)
	}
	if found.Enum != nil && slices.ContainsFunc(found.Enum.Names, func(known string) bool { return strings.EqualFold(known, name) }) {
		return ofType(found)
	}
	for _, m := range staticMembers(found) {
		if strings.EqualFold(m.Name, name) {
			return c.resultOf(m)
		}
	}
	return nil
}

// resultOf is the type that a property has or a method returns.
func (c *completer) resultOf(m *value.Member) *shape {
	name := m.Type
	if m.Method != nil && len(m.Method.Overloads) > 0 {
		name = m.Method.Overloads[0].Returns
	}
	if name == "" {
		return nil
	}
	return c.typeNamed(name)
}
