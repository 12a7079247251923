package runtime

import "exolab/runtime/value"

// throughModule resolves `& $module command ...`: the command is looked for, or
// the script block runs, in the session state of the module. It returns the
// stage without the command as an argument; any other stage is returned as it
// is, for findCommand.
func (p *pipeline) throughModule(proc *processor, st *stage) (*stage, error) {
	if st.nameOf == nil || len(st.arguments) == 0 || st.arguments[0].value == nil {
		return st, nil
	}
	f := p.frame
	v, err := st.nameOf(f)
	if err != nil {
		return st, err
	}
	rest := *st
	m, ok := value.As[*Module](v)
	if !ok {
		// The expression is evaluated once.
		rest.nameOf = constant(v)
		return &rest, nil
	}
	if m.scope == nil {
		return st, invalidOperation("CantInvokeInBinaryModule",
			"Cannot use '&' to invoke in the context of binary module '%s'. Specify a non-binary module after the '&' and try the operation again.", m.Name)
	}
	named, err := st.arguments[0].value(f)
	if err != nil {
		return st, err
	}
	rest.arguments = st.arguments[1:]
	named = value.Unwrap(named)
	switch o := named.Object().(type) {
	case *ScriptBlock:
		return &rest, p.useAnonymous(proc, o.Bind(m.scope), &rest)
	case *Command:
		return &rest, p.use(proc, &rest, o)
	}
	name := value.ToString(f, named)
	command, err := f.session.FindCommand(m.scope, name)
	switch {
	case err != nil:
		return st, err
	case command == nil:
		return st, f.commandNotFound(name, st)
	}
	proc.inv.InvocationName = name
	return &rest, p.use(proc, &rest, command)
}
