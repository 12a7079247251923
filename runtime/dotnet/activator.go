package dotnet

import "exolab/runtime/value"

var (
	typeActivator = EngineType("System.Activator")
	typeBuffer    = EngineType("System.Buffer")
)

// loadActivator fills Activator, which makes objects of a type that is only
// known when the script runs.
func loadActivator(t *value.Type, m *value.Members) {
	b := NewRows(t, m)
	make := func(c *value.Call) (value.Value, error) {
		of, ok := value.As[*value.Type](c.Args[0])
		if !ok {
			return value.Null, ErrNullArgument("type")
		}
		var args []value.Value
		if len(c.Args) > 1 && c.Args[1].Kind() != value.KindBool {
			args = ItemsOf(c.Args[1])
		}
		if of.IsAbstract || of.IsInterface {
			return value.Null, Throw("System.MissingMethodException", "Cannot dynamically create an instance of type '%s'. Reason: Cannot create an abstract class.", of.FullName)
		}
		made, err := New(c.Env, of, args)
		if e, ok := err.(*value.Exception); ok && e.ErrorID == "MethodCountCouldNotFindBest" {
			if len(args) == 0 {
				return value.Null, Throw("System.MissingMethodException", "Cannot dynamically create an instance of type '%s'. Reason: No parameterless constructor defined.", of.FullName)
			}
			return value.Null, Throw("System.MissingMethodException", "Constructor on type '%s' not found.", of.FullName)
		}
		return made, err
	}
	for _, params := range [...]string{"type type", "type type, bool nonPublic", "type type, params System.Object[] args"} {
		b.Static("System.Object CreateInstance("+params+")", make)
	}
}

// loadBuffer fills Buffer as far as arrays of bytes go, for which places count
// the same as bytes.
func loadBuffer(t *value.Type, m *value.Members) {
	b := NewRows(t, m)
	b.Static("void BlockCopy(array src, int srcOffset, array dst, int dstOffset, int count)", Do(blockCopy))
	b.Static("int ByteLength(array array)", func(c *value.Call) (value.Value, error) {
		a := Of[*value.Array](c.Args[0])
		size, err := byteSize(a)
		if err != nil {
			return value.Null, err
		}
		return value.Int(len(a.Items) * size), nil
	})
}

// byteSize is how many bytes an element of an array of numbers takes.
func byteSize(a *value.Array) (int, error) {
	if a == nil || a.Elem == nil || !isPrimitive(a.Elem) {
		return 0, ThrowParam(ExArgument, "array", "Object must be an array of primitives.")
	}
	switch a.Elem.Kind {
	case value.KindBool, value.KindByte, value.KindSByte:
		return 1, nil
	case value.KindChar, value.KindInt16, value.KindUInt16:
		return 2, nil
	case value.KindInt32, value.KindUInt32, value.KindSingle:
		return 4, nil
	}
	return 8, nil
}

func blockCopy(c *value.Call) error {
	from, to := Of[*value.Array](c.Args[0]), Of[*value.Array](c.Args[2])
	size, err := byteSize(from)
	if err != nil {
		return err
	}
	if to == nil || to.Elem != from.Elem {
		return Throw(ExNotSupported, "exolab copies blocks between arrays of the same type only.")
	}
	at, into, n := IntArg(c, 1), IntArg(c, 3), IntArg(c, 4)
	if err := FirstError(IfNegative("srcOffset", at), IfNegative("dstOffset", into), IfNegative("count", n)); err != nil {
		return err
	}
	if at%size+into%size+n%size != 0 {
		return Throw(ExNotSupported, "exolab copies whole elements only.")
	}
	at, into, n = at/size, into/size, n/size
	if at+n > len(from.Items) || into+n > len(to.Items) {
		return Throw(ExArgument, "Offset and length were out of bounds for the array or count is greater than the number of elements from index to the end of the source collection.")
	}
	copy(to.Writable()[into:into+n], from.Items[at:at+n])
	return nil
}
