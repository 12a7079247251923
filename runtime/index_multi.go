package runtime

import (
	"exolab/runtime/value"
)

// offset turns the indexes of a multi-dimensional array into a position in
// its items.
func (f *Frame) offset(a *value.Array, i value.Value) (int, error) {
	indexes := []value.Value{i}
	if list, ok := value.As[*value.Array](i); ok {
		indexes = list.Items
	}
	if len(indexes) != len(a.Dims()) {
		return 0, invalidOperation("NeedMultidimensionalIndex",
			"The array has %d dimensions, but %d indexes were given.", len(a.Dims()), len(indexes))
	}
	at := 0
	for k, index := range indexes {
		n, err := f.indexNumber(index)
		if err != nil {
			return 0, err
		}
		if n < 0 {
			n += a.Dims()[k]
		}
		if n < 0 || n >= a.Dims()[k] {
			return 0, indexOutOfRange()
		}
		at = at*a.Dims()[k] + n
	}
	return at, nil
}

func (f *Frame) indexedMulti(a *value.Array, i value.Value) (value.Value, error) {
	at, err := f.offset(a, i)
	if err != nil {
		return value.Null, err
	}
	return a.Items[at], nil
}

func (f *Frame) setIndexedMulti(a *value.Array, i, v value.Value) error {
	at, err := f.offset(a, i)
	if err != nil {
		return err
	}
	if a.Elem != nil && a.Elem != value.TypeObject {
		if v, err = f.convert(v, a.Elem); err != nil {
			return err
		}
	}
	a.Writable()[at] = v
	return nil
}
