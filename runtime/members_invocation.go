package runtime

import (
	"exolab/runtime/dotnet"
	"exolab/runtime/errs"
	"exolab/runtime/syntax"
	"exolab/runtime/value"
)

// loadDisplayPosition adds where messages say that an invocation stands, and the
// way to make an invocation for a command and a place.
func loadDisplayPosition(r dotnet.Rows) {
	const extent = "System.Management.Automation.Language.IScriptExtent "
	r.Property(extent+"DisplayScriptPosition", func(_ value.Env, this value.Value) (value.Value, error) {
		i, _ := value.As[*errs.Invocation](this)
		switch {
		case i.Display != nil:
			return value.Obj(i.Display), nil
		case i.Source == nil:
			return value.Null, nil
		}
		return value.Obj(syntax.NewExtent(i.Source, i.Span)), nil
	}, func(_ value.Env, this, to value.Value) error {
		i, _ := value.As[*errs.Invocation](this)
		i.Display = to.Object()
		return nil
	})
	r.Static("System.Management.Automation.InvocationInfo Create(System.Management.Automation.CommandInfo commandInfo, "+extent+"scriptPosition)",
		func(c *value.Call) (value.Value, error) {
			made := &errs.Invocation{}
			if command, ok := value.As[*Command](c.Args[0]); ok {
				made.MyCommand, made.Command, made.InvocationName = command, command.Name, command.Name
			}
			if at, ok := value.As[*syntax.Extent](c.Args[1]); ok {
				made.Source, made.Span = at.At()
			}
			return value.Obj(made), nil
		})
}
