package runtime

import (
	"path/filepath"

	"exolab/runtime/value"
)

// callState is one invocation of a function, script or block: the source of
// its automatic variables, which are made only when something reads them.
type callState struct {
	block *ScriptBlock
	frame *Frame
	outer *callState
	args  []value.Value
	// noArgs is set for advanced functions, which have no $args.
	noArgs bool
	// dot is set for a dot-sourced block.
	dot   bool
	bound *value.Dict
	input *inputEnumerator
	// list is $input of an advanced function: what its begin, process or end
	// block is given, as a list.
	list value.Object
	ctx  *Context
	name string
	// plan and site are set for calls made without the binder.
	plan *callPlan
	site *callSite
}

// isAutomatic reports whether a folded name is one that callState provides.
func isAutomatic(folded string) bool {
	switch folded {
	case "args", "input", "psboundparameters", "myinvocation", "pscmdlet", "psscriptroot", "pscommandpath":
		return true
	}
	return false
}

// isAllScope reports whether a folded name is one of the variables that exist
// once for all scopes.
func isAllScope(folded string) bool {
	switch folded {
	case "?", "host", "pid", "home", "pshome", "shellid", "executioncontext", "true", "false", "error",
		"psversiontable", "psedition", "psculture", "psuiculture", "enabledexperimentalfeatures",
		"iswindows", "islinux", "ismacos", "iscoreclr":
		return true
	}
	return false
}

// materialise makes the automatic variable of that folded name in the
// invocation's scope, or returns nil when the invocation has none.
func (c *callState) materialise(s *Scope, folded string) *Variable {
	switch folded {
	case "args":
		if c.noArgs {
			return nil
		}
		return s.SetPlain("args", value.Obj(value.NewArray(c.args)))
	case "input":
		if c.block != nil && c.block.isMain && c.frame != nil && c.frame.session.mainInput != nil {
			return s.SetPlain("input", value.Strings(c.frame.session.mainInput()...))
		}
		if c.list != nil {
			return s.SetPlain("input", value.Obj(c.list))
		}
		if c.input == nil {
			c.input = &inputEnumerator{enumerator{at: -1}}
		}
		return s.SetPlain("input", value.Obj(c.input))
	case "psboundparameters":
		return s.SetPlain("PSBoundParameters", value.Obj(c.boundParameters()))
	case "myinvocation":
		return s.SetPlain("MyInvocation", c.myInvocation())
	case "pscmdlet":
		if c.ctx == nil || !c.noArgs {
			return nil
		}
		return s.SetPlain("PSCmdlet", c.psCmdlet())
	}
	file := c.block.File()
	if file == "" {
		if s.parent != nil {
			return nil
		}
		return s.SetPlain(folded, value.Str(""))
	}
	if folded == "psscriptroot" {
		return s.SetPlain("PSScriptRoot", value.Str(filepath.Dir(file)))
	}
	return s.SetPlain("PSCommandPath", value.Str(file))
}

// boundParameters is $PSBoundParameters of the call.
func (c *callState) boundParameters() *value.Dict {
	if c.bound == nil {
		c.bound = c.plainBound(c.frame.scope)
	}
	return c.bound
}

// typeBoundParameters is the dictionary type of $PSBoundParameters.
var typeBoundParameters = &value.Type{Name: "PSBoundParametersDictionary", Kind: value.KindObject, Base: value.TypeHashtable.Base,
	FullName: "System.Management.Automation.PSBoundParametersDictionary", Interfaces: value.TypeHashtable.Interfaces}

func newBoundParameters() *value.Dict { return &value.Dict{T: typeBoundParameters} }

// inputEnumerator is $input: the pipeline input of a function, enumerated
// once.
type inputEnumerator struct {
	enumerator
}

// Enumerate yields the remaining input and leaves the enumerator at its end.
func (e *inputEnumerator) Enumerate(yield func(value.Value) error) error {
	for e.moveNext() {
		if err := yield(e.current()); err != nil {
			return err
		}
	}
	return nil
}
