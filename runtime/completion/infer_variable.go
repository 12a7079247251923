package completion

import (
	"strings"

	"exolab/parser"
	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

// automatic are the types of variables that exist in some places only.
var automatic = map[string]string{"myinvocation": "InvocationInfo", "pscmdlet": "PSScriptCmdlet"}

// read reads a property of a value at hand; only those that are stored or
// belong to .NET are read, scripts are not run.
func (c *completer) read(v value.Value, m *value.Member, name string) *shape {
	if m.Kind == value.ScriptProperty {
		return nil
	}
	got, found, err := dotnet.Property(c.session.Env(), v, dotnet.NameOf(name))
	if err != nil {
		return nil
	}
	if !found {
		d, ok := value.As[*value.Dict](v)
		if !ok {
			return nil
		}
		if got, found = d.GetText(name); !found {
			return nil
		}
	}
	return ofValue(got)
}

func (c *completer) inferVariable(e *parser.VariableExpression) *shape {
	name, at := value.Fold(e.Name), int(e.Start)
	if i := strings.LastIndexByte(name, ':'); i >= 0 {
		name = name[i+1:]
	}
	if name == "_" || name == "psitem" {
		if s := c.underscoreAt(c.wholeTree(), at); s != nil || c.foreign != nil {
			return s
		}
		return c.underscore()
	}
	if name == "this" {
		if s := c.this(c.wholeTree(), at); s != nil {
			return s
		}
	}
	assigned, _ := c.assignedAt(c.wholeTree(), at, name)
	if v := c.scope.Lookup(name); v != nil && !v.Read().IsNull() {
		return union(assigned, ofValue(v.Read()))
	}
	if name, ok := automatic[name]; ok && assigned == nil {
		return c.typeNamed(automation + name)
	}
	return assigned
}

// underscore is what $_ holds at the cursor: the object that the command
// around the block gets from the pipeline, or the error in a catch.
func (c *completer) underscore() *shape {
	for i := c.outer(c.cursorToken()); i >= 0; i = c.outer(i) {
		if c.kind(i) == parser.KindLCurly && c.caught(i-1) {
			return c.typeNamed("System.Management.Automation.ErrorRecord")
		}
		if e := c.enclosing(i - 1); e != nil && e.upstream >= 0 {
			return c.pipelineShape(e.upstream)
		}
	}
	return nil
}

func (c *completer) cursorToken() int {
	if c.at >= 0 {
		return c.at
	}
	return c.before + 1
}

// outer is the bracket that encloses token i, -1 if there is none.
func (c *completer) outer(i int) int {
	depth := 0
	for k := i - 1; k >= 0; k-- {
		if depth += nesting(c.kind(k)); depth < 0 {
			return k
		}
	}
	return -1
}

// caught reports whether a block behind token i is that of a catch.
func (c *completer) caught(i int) bool {
	for i >= 0 && (c.kind(i) == parser.KindRBracket || c.kind(i) == parser.KindLBracket || c.kind(i) == parser.KindType || c.kind(i) == parser.KindComma) {
		i--
	}
	return c.kind(i) == parser.KindKeyword && strings.EqualFold(c.tokens[i].Text, "catch")
}

// pipelineShape is one object of the pipeline that ends with token last.
func (c *completer) pipelineShape(last int) *shape {
	depth, first := 0, last
	for k := last; k >= 0; k-- {
		kind := c.kind(k)
		if depth += nesting(kind); depth < 0 || depth == 0 && kind != parser.KindPipe && endsElement(kind) {
			break
		}
		first = k
	}
	return c.inferRange(c.tokens[first].Start, c.tokens[last].End).item()
}
