package core

import (
	"sync"

	"exolab/cmdlets/internal/objects"
	"exolab/runtime"
	"exolab/runtime/value"
)

// uniqueObjects keeps the first of equal objects. Objects with selected
// properties are equal when those are; custom objects without are always equal,
// because they differ in nothing but their properties.
type uniqueObjects struct {
	caseInsensitive bool
	selected        bool
	list            []value.Value
	scalars         map[string]bool
}

func (u *uniqueObjects) add(env value.Env, v value.Value) {
	if plain := value.Unwrap(v); plain.Kind() == value.KindString || plain.Kind() == value.KindInt32 {
		key := value.TypeOf(plain).Name + ":" + value.ToString(env, plain)
		if u.caseInsensitive {
			key = value.Fold(key)
		}
		if u.scalars == nil {
			u.scalars = map[string]bool{}
		}
		if u.scalars[key] {
			return
		}
		u.scalars[key] = true
		u.list = append(u.list, v)
		return
	}
	for _, known := range u.list {
		if u.equal(env, known, v) {
			return
		}
	}
	u.list = append(u.list, v)
}

func (u *uniqueObjects) equal(env value.Env, a, b value.Value) bool {
	left, ok := value.As[*value.PSObject](a)
	right, both := value.As[*value.PSObject](b)
	if !ok || !both {
		return objects.Compare(env, value.Unwrap(a), value.Unwrap(b), !u.caseInsensitive) == 0
	}
	if !u.selected {
		return left.T == right.T
	}
	if left.Len() != right.Len() {
		return false
	}
	alike := left.Shape() == right.Shape()
	for i := range left.Len() {
		var other value.Value
		found := alike
		if alike {
			other = right.At(i)
		} else {
			other, found = right.Get(value.Fold(left.Shape().Names()[i]))
		}
		if !found || !objects.Same(env, left.At(i), other, !u.caseInsensitive) {
			return false
		}
	}
	return true
}

func (u *uniqueObjects) emit(ctx *runtime.Context) error {
	for _, v := range u.list {
		if err := ctx.Emit(v); err != nil {
			return err
		}
	}
	return nil
}

// selectedNames builds the type names of selected objects once for each type,
// because every selected object carries them.
var selectedNameLists sync.Map

func selectedNames(first string) []string {
	if list, ok := selectedNameLists.Load(first); ok {
		return list.([]string)
	}
	list := []string{"Selected." + first, "System.Management.Automation.PSCustomObject", "System.Object"}
	selectedNameLists.Store(first, list)
	return list
}
