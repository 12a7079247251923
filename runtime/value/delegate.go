package value

import "strings"

// TypeDelegate is System.MulticastDelegate, the base of Func, Action and the
// other delegate types.
var TypeDelegate = &Type{Name: "MulticastDelegate", FullName: "System.MulticastDelegate", Kind: KindObject, Base: TypeObject, IsAbstract: true}

// Delegate is a script block as an instance of a delegate type, as a cast to
// Func or Predicate gives it.
type Delegate struct {
	T     *Type
	Block Invoker
}

// PSType returns the delegate type.
func (d *Delegate) PSType() *Type { return d.T }

// Invoke calls the block and converts what it returns to what the delegate
// promises.
func (d *Delegate) Invoke(env Env, args ...Value) (Value, error) {
	out, err := d.Block.Invoke(env, args...)
	if err != nil {
		return Null, err
	}
	if t := d.returns(); t != nil {
		return Convert(env, out, t)
	}
	return out, nil
}

// returns is the type of the delegate's result; nil if it has none.
func (d *Delegate) returns() *Type {
	if d.T.Definition == nil {
		return nil
	}
	switch name, _, _ := strings.Cut(d.T.Definition.Name, "`"); name {
	case "Predicate":
		return TypeBoolean
	case "Comparison":
		return TypeInt32
	case "Func", "Converter":
		return d.T.Args[len(d.T.Args)-1]
	}
	return nil
}

// convertToDelegate makes a delegate of a script block.
func convertToDelegate(v Value, t *Type) (Value, error) {
	if block, ok := v.Object().(Invoker); ok {
		return Obj(&Delegate{T: t, Block: block}), nil
	}
	return Null, finalError(v, t)
}
