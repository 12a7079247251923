package runtime

import (
	"strings"

	"exolab/runtime/errs"
	"exolab/runtime/value"
)

// stackTrace is ScriptStackTrace: one line for each running block, the
// innermost first.
func (f *Frame) stackTrace() string {
	var lines []string
	for c := f.call; c != nil; c = c.outer {
		lines = append(lines, c.traceLine())
	}
	if len(lines) == 0 {
		return ""
	}
	return strings.Join(lines, "\n")
}

// myInvocation is $MyInvocation.
func (c *callState) myInvocation() value.Value {
	if c.ctx != nil {
		return value.Obj(c.ctx.inv)
	}
	if c.site != nil {
		return value.Obj(c.site.invocation(c))
	}
	return value.Obj(&errs.Invocation{Source: c.frame.source})
}

// psCmdlet is $PSCmdlet.
func (c *callState) psCmdlet() value.Value { return value.Obj(c.ctx) }
