package runtime

import (
	"errors"

	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

// pickByIndexer reads o[i] through the type's own indexer. A list of indexes
// gives a list of what each of them gives. What the indexer throws is nothing,
// except under strict mode 3.
func (f *Frame) pickByIndexer(o, i value.Value) (value.Value, error) {
	if list, several := i.Object().(value.Enumerable); several {
		var out []value.Value
		err := list.Enumerate(func(one value.Value) error {
			v, err := f.pickByIndexer(o, one)
			out = append(out, v)
			return err
		})
		return value.List(out...), err
	}
	v, err := dotnet.InvokeMethod(f, o, nameGetItem, []value.Value{i}, nil)
	if err == nil {
		return v, nil
	}
	if thrown := thrownByIndexer(err); thrown != err {
		if f.session.strictUsed && f.scope.StrictMode() >= 3 {
			return value.Null, thrown
		}
		return value.Null, nil
	}
	return value.Null, err
}

// thrownByIndexer is the exception that an indexer threw, without the wrapping
// that methods give it.
func thrownByIndexer(err error) error {
	var e *value.Exception
	if !errors.As(err, &e) || e.Inner == nil || e.T.Name != "MethodInvocationException" {
		return err
	}
	return operationStopped(e.Inner)
}

// operationStopped gives an exception of .NET the id and category that it has
// when it reaches a script as it is.
func operationStopped(e *value.Exception) error {
	e.ErrorID, e.Category = e.T.FullName, value.OperationStopped
	return e
}

// setListElement writes an element of a list.
func (f *Frame) setListElement(l *value.Sequence, i, v value.Value) error {
	err := f.setElement(l.Items, elementType(l.T), i, v)
	var e *value.Exception
	if errors.As(err, &e) && e.T.FullName == dotnet.ExIndexRange {
		return operationStopped(value.NewException(dotnet.ExArgumentRange,
			"Index was out of range. Must be non-negative and less than the size of the collection. (Parameter 'index')"))
	}
	return err
}
