package providers

import (
	"exolab/parser"
	"exolab/runtime"
	"exolab/runtime/value"
)

type functionStore struct{ s *runtime.Session }

func (f functionStore) Get(name string) value.Value {
	if c := f.s.Current().Function(value.Fold(name)); c != nil {
		return value.Obj(c)
	}
	return value.Void
}

func (f functionStore) List() []value.Value {
	return byName(f, visible(f.s, (*runtime.Scope).Functions))
}

// visible lists the commands that a table of each scope adds up to.
func visible(s *runtime.Session, table func(*runtime.Scope) map[string]*runtime.Command) []value.Value {
	seen := map[string]bool{}
	var out []value.Value
	for at := s.Current(); at != nil; at = at.Parent() {
		for folded, c := range table(at) {
			if !seen[folded] {
				seen[folded] = true
				out = append(out, value.Obj(c))
			}
		}
	}
	return out
}

func commandName(item value.Value) string {
	if c, ok := value.As[*runtime.Command](item); ok {
		return c.Name
	}
	return ""
}

func (functionStore) NameOf(item value.Value) string { return commandName(item) }

func (functionStore) Content(item value.Value) value.Value {
	if c, ok := value.As[*runtime.Command](item); ok && c.Block != nil {
		return value.Obj(c.Block)
	}
	return value.Null
}

func (f functionStore) Set(env value.Env, name string, to value.Value) error {
	block, ok := value.As[*runtime.ScriptBlock](to)
	if c, isCommand := value.As[*runtime.Command](to); isCommand && c.Block != nil {
		block, ok = c.Block, true
	}
	if bare := value.Unwrap(to); bare.IsNumber() {
		e := value.NewException("System.Management.Automation.PSArgumentException", "Cannot process argument because the value of argument \"value\" is not valid. Change the value of the \"value\" argument and run the operation again.")
		e.ErrorID, e.Category = "Argument", value.InvalidArgument
		return e
	}
	if !ok {
		ast, err := parser.Parse("", value.ToString(env, to))
		if err != nil {
			return err
		}
		block = runtime.NewScriptBlock(ast)
	}
	return f.s.SetDriveItem("function", name, value.Obj(block))
}

func (f functionStore) Remove(name string) error {
	f.s.Current().RemoveFunction(value.Fold(name))
	return nil
}

type aliasStore struct{ s *runtime.Session }

func (a aliasStore) Get(name string) value.Value {
	if c := a.s.Current().Alias(value.Fold(name)); c != nil {
		return value.Obj(c)
	}
	return value.Void
}

func (a aliasStore) List() []value.Value { return byName(a, visible(a.s, (*runtime.Scope).Aliases)) }

func (aliasStore) NameOf(item value.Value) string { return commandName(item) }

func (aliasStore) Content(item value.Value) value.Value {
	if c, ok := value.As[*runtime.Command](item); ok {
		return value.Str(c.Target)
	}
	return value.Null
}

func (a aliasStore) Set(env value.Env, name string, to value.Value) error {
	a.s.Current().SetAlias(&runtime.Command{Name: name, Kind: runtime.AliasCommand, Target: value.ToString(env, to)})
	return nil
}

func (a aliasStore) Remove(name string) error {
	a.s.Current().RemoveAlias(value.Fold(name))
	return nil
}
