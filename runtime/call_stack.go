package runtime

import (
	"fmt"
	"path/filepath"
	"strings"

	"exolab/parser"
	"exolab/runtime/dotnet"
	"exolab/runtime/errs"
	"exolab/runtime/syntax"
	"exolab/runtime/value"
)

// StackFrame is one running block as Get-PSCallStack shows it.
type StackFrame struct {
	value.Extended
	function   string
	source     *parser.Source
	span       parser.Span
	invocation *errs.Invocation
	args       []value.Value
}

var typeCallStackFrame = engineType("CallStackFrame", loadCallStackFrame)

// PSType returns CallStackFrame.
func (*StackFrame) PSType() *value.Type { return typeCallStackFrame }

// String is the frame's line of a stack trace.
func (f *StackFrame) String() string {
	file := f.file()
	if file == "" {
		file = noFile
	}
	return fmt.Sprintf("at %s, %s: line %d", f.function, file, f.line())
}

// CallStack lists the blocks that are running, the innermost first; the
// prompt or script text that called them ends it.
func (c *Context) CallStack() []*StackFrame {
	var frames []*StackFrame
	for call := c.frame.call; call != nil; call = call.outer {
		frames = append(frames, call.stackFrame())
	}
	return frames
}

func (c *callState) stackFrame() *StackFrame {
	f := &StackFrame{function: c.functionName(), source: c.frame.source, span: c.frame.pos, args: c.args}
	f.invocation, _ = value.As[*errs.Invocation](c.myInvocation())
	return f
}

func (f *StackFrame) file() string { return sourceName(f.source) }

func (f *StackFrame) line() int {
	if f.source == nil {
		return 1
	}
	return f.source.Position(f.span.Start).Line
}

// location is the file's name and the line.
func (f *StackFrame) location() string {
	if f.file() == "" {
		return noFile
	}
	return fmt.Sprintf("%s: line %d", filepath.Base(f.file()), f.line())
}

// command is the name of the running command, for a nameless block the
// function's.
func (f *StackFrame) command() string {
	if f.invocation != nil {
		if c, ok := f.invocation.MyCommand.(*Command); ok && c.Name != "" {
			return c.Name
		}
	}
	return f.function
}

// arguments is the text of what the command was given.
func (f *StackFrame) arguments(env value.Env) string {
	var parts []string
	if f.invocation != nil && f.invocation.Bindings != nil {
		f.invocation.Bindings.BoundParameters().Each(func(key, v value.Value) bool {
			parts = append(parts, value.ToString(env, key)+"="+value.ToString(env, v))
			return true
		})
	}
	for _, v := range f.args {
		if value.Truth(v) {
			parts = append(parts, value.ToString(env, v))
		} else {
			parts = append(parts, "$null")
		}
	}
	return "{" + strings.Join(parts, ", ") + "}"
}

func loadCallStackFrame(t *value.Type, m *value.Members) {
	r := dotnet.NewRows(t, m)
	text := func(get func(*StackFrame) string) func(value.Value) value.Value {
		return property(func(f *StackFrame) value.Value { return value.Str(get(f)) })
	}
	r.Get("string ScriptName", text((*StackFrame).file))
	r.Get("int ScriptLineNumber", property(func(f *StackFrame) value.Value { return value.Int(f.line()) }))
	r.Get("System.Management.Automation.InvocationInfo InvocationInfo", property(func(f *StackFrame) value.Value { return value.Obj(f.invocation) }))
	r.Get("System.Management.Automation.Language.IScriptExtent Position", property(func(f *StackFrame) value.Value { return value.Obj(syntax.NewExtent(f.source, f.span)) }))
	r.Get("string FunctionName", text(func(f *StackFrame) string { return f.function }))
	r.Method("string GetScriptLocation()", func(c *value.Call) (value.Value, error) {
		f, _ := value.As[*StackFrame](c.This)
		return value.Str(f.location()), nil
	})
	script := func(name string, get func(env value.Env, f *StackFrame) string) {
		r.Script("System.Object "+name, "", func(env value.Env, this value.Value) (value.Value, error) {
			f, _ := value.As[*StackFrame](this)
			return value.Str(get(env, f)), nil
		})
	}
	script("Command", func(_ value.Env, f *StackFrame) string { return f.command() })
	script("Location", func(_ value.Env, f *StackFrame) string { return f.location() })
	script("Arguments", func(env value.Env, f *StackFrame) string { return f.arguments(env) })
}

// noFile stands for the file of code that lies in none.
const noFile = "<No file>"

// functionName is the name of a running block: its function's, or that of
// nameless blocks.
func (c *callState) functionName() string {
	switch {
	case c.block.function != "":
		return c.block.function
	case c.name != "":
		return c.name
	}
	return "<ScriptBlock>"
}

func (c *callState) traceLine() string {
	file := noFile
	if f := c.block.File(); f != "" {
		file = f
	}
	line := 1
	if c.frame.source != nil {
		line = c.frame.source.Position(c.frame.pos.Start).Line
	}
	return fmt.Sprintf("at %s, %s: line %d", c.functionName(), file, line)
}
