package value

import "strings"

// TypeDelegate is System.MulticastDelegate, the base of Func, Action and the
// other delegate types.
var TypeDelegate = &Type{Name: "MulticastDelegate", FullName: "System.MulticastDelegate", Kind: KindObject,
	Base: classType("System.Delegate", "Delegate", TypeObject), IsAbstract: true}

// Delegate is a script block or method as an instance of a delegate type, as a
// cast to Func or Predicate gives it.
type Delegate struct {
	T     *Type
	Block Invoker
}

// Callback is an Invoker that can be called as a delegate. Its $_ and $this are
// then the caller's; those of a handler are its second and its first argument.
type Callback interface {
	Invoker
	InvokeCallback(env Env, handler bool, args ...Value) (Value, error)
}

// PSType returns the delegate type.
func (d *Delegate) PSType() *Type { return d.T }

// Invoke calls the block and converts what it returns to what the delegate
// promises.
func (d *Delegate) Invoke(env Env, args ...Value) (Value, error) {
	returns := d.Returns()
	out, err := d.run(env, returns == nil && len(args) == 2, args)
	switch {
	case err != nil:
		return Null, err
	case returns == nil:
		return Void, nil
	case returns.IsTypeParameter || returns == TypeObject:
		return asObject(out), nil
	}
	return Convert(env, out, returns)
}

func (d *Delegate) run(env Env, handler bool, args []Value) (Value, error) {
	if c, ok := d.Block.(Callback); ok {
		return c.InvokeCallback(env, handler, args...)
	}
	return d.Block.Invoke(env, args...)
}

// Returns is the type of the delegate's result; nil if it has none.
func (d *Delegate) Returns() *Type {
	if d.T.Definition == nil {
		if d.T.Name == "MatchEvaluator" {
			return TypeString
		}
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

// Parameters are the types of the delegate's parameters, those of other
// delegates than the generic ones left out.
func (d *Delegate) Parameters() []*Type {
	args := d.T.Args
	if d.T.Definition == nil {
		return nil
	}
	switch name, _, _ := strings.Cut(d.T.Definition.Name, "`"); name {
	case "Comparison":
		return []*Type{args[0], args[0]}
	case "Func", "Converter":
		return args[:len(args)-1]
	}
	return args
}

// convertToDelegate makes a delegate of a script block.
func convertToDelegate(v Value, t *Type) (Value, error) {
	if block, ok := v.Object().(Invoker); ok {
		return Obj(NewDelegate(t, block)), nil
	}
	return Null, finalError(v, t)
}

// NewDelegate makes a delegate of a script block or a method; one of another
// delegate calls what that one calls.
func NewDelegate(t *Type, block Invoker) *Delegate {
	if d, ok := block.(*Delegate); ok {
		block = d.Block
	}
	return &Delegate{T: t, Block: block}
}
