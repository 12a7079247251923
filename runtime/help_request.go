package runtime

import "exolab/runtime/value"

// helpCommand is the cmdlet that answers `NAME -?`.
const helpCommand = "Get-Help"

// asksForHelp reports whether -? stands among the arguments.
func asksForHelp(args []boundArg) bool {
	for i := range args {
		if args[i].named && args[i].name == "?" {
			return true
		}
	}
	return false
}

// helpInstead makes a stage show the help of its command. Without a cmdlet
// that could do so the stage stays what it is.
func (p *pipeline) helpInstead(proc *processor, st *stage) error {
	help := p.frame.session.Commands.Lookup(helpCommand)
	if help == nil {
		return nil
	}
	target := proc.inv.InvocationName
	if proc.command.Path != "" {
		target = proc.command.Path
	}
	proc.args = []boundArg{{hasValue: true, value: value.Str(target), span: st.span}}
	return p.use(proc, st, help)
}

// SetInfo is one parameter set of a command, its parameters in the order in
// which syntax lines show them.
type SetInfo struct {
	Name      string
	IsDefault bool
	Params    []SetParam
}

// SetParam is a parameter as it stands in a set.
type SetParam struct {
	*Param
	Place *ParamSet
}

// TypeText is the parameter's type as syntax lines write it.
func (p *Param) TypeText() string { return (&parameterObject{param: p}).typeText() }

// ParameterSets lists the parameter sets of a command.
func (c *Command) ParameterSets() []SetInfo {
	sets := c.parameterSets()
	out := make([]SetInfo, len(sets))
	for i, set := range sets {
		out[i] = SetInfo{Name: set.name, IsDefault: set.isDefault}
		for _, p := range set.params {
			out[i].Params = append(out[i].Params, SetParam{Param: p.param, Place: p.set})
		}
	}
	return out
}

// Meta returns the command's parameters, those of its target for an alias; nil
// when it has none that are known.
func (c *Command) Meta() *Metadata { return c.metadata() }
