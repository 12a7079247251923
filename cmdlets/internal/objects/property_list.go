package objects

import (
	"exolab/runtime"
	"exolab/runtime/errs"
	"exolab/runtime/value"
)

// unsupported is the exception of everything that is no valid element of a
// property list.
const unsupported = "Specified method is not supported."

// listReader reads a -Property list.
type listReader struct {
	ctx        *runtime.Context
	definition Definition
	// hadTable is set from the first hashtable on: messages of all elements
	// behind it speak of keys.
	hadTable bool
}

// ParseList reads a -Property list. An element that the definition does not
// allow is an error of the command.
func ParseList(ctx *runtime.Context, list []value.Value, definition Definition) ([]Expression, error) {
	r := &listReader{ctx: ctx, definition: definition}
	all := make([]Expression, 0, len(list))
	for _, v := range list {
		e, err := r.element(value.Unwrap(v))
		if err != nil {
			return nil, err
		}
		all = append(all, e)
	}
	return all, nil
}

func (r *listReader) element(v value.Value) (Expression, error) {
	entries := map[string]value.Value{}
	key := &r.definition[0]
	if table, ok := value.As[*value.Dict](v); ok {
		r.hadTable = true
		var err error
		if entries, err = r.entries(table); err != nil {
			return Expression{}, err
		}
	} else if v.IsNull() {
		return Expression{}, r.refuse("DictionaryKeyUnknownType",
			"The value of a parameter was null; one of the following types was expected: "+key.typeList()+".")
	} else if !key.accepts(v) {
		return Expression{}, r.refuse("DictionaryKeyUnknownType",
			"Cannot convert "+value.TypeOf(v).FullName+" to one of the following types "+key.typeList()+".")
	} else {
		entries[value.Fold(key.Name)] = v
	}
	if err := r.check(entries); err != nil {
		return Expression{}, err
	}
	return newExpression(r.ctx.Env(), entries), nil
}

// entries are the values of a hashtable by the folded names of their keys.
func (r *listReader) entries(table *value.Dict) (map[string]value.Value, error) {
	entries := map[string]value.Value{}
	var failure error
	table.Each(func(name, v value.Value) bool {
		if name.Kind() != value.KindString {
			failure = r.refuse("DictionaryKeyNonString", "The "+value.TypeOf(name).Name+" key type is not valid. The key must be a string.")
			return false
		}
		var key *Key
		if key, failure = r.key(name.Text()); failure != nil {
			return false
		}
		folded := value.Fold(key.Name)
		if _, twice := entries[folded]; twice {
			failure = r.refuse("DictionaryKeyDuplicate", `The duplicated key "`+name.Text()+`" conflicts with "`+key.Name+`".`)
			return false
		}
		v = value.Unwrap(v)
		entries[folded], failure = v, r.checkType(key, name.Text(), v)
		return failure == nil
	})
	return entries, failure
}

// key finds the key that a name or a beginning of it stands for.
func (r *listReader) key(name string) (*Key, error) {
	var found *Key
	for i := range r.definition {
		key := &r.definition[i]
		switch {
		case name == "" || !key.names(name):
		case found != nil:
			return nil, r.refuse("DictionaryKeyAmbiguous", "The "+name+" key is ambiguous; "+found.Name+" and "+key.Name+" conflict.")
		default:
			found = key
		}
	}
	if found == nil {
		return nil, r.refuse("DictionaryKeyIllegal", "The "+name+" key is not valid.")
	}
	return found, nil
}

func (r *listReader) checkType(key *Key, name string, v value.Value) error {
	switch {
	case len(key.Types) == 0 || !v.IsNull() && key.accepts(v):
		return nil
	case v.IsNull():
		return r.refuse("DictionaryKeyMissingValue", "The "+name+" key has no value.")
	case len(key.Types) > 1:
		return r.refuse("DictionaryKeyIllegalValue1", `The "`+name+`" key has a type, `+value.TypeOf(v).FullName+
			", that is not valid; expected types are "+key.typeList()+".")
	}
	return r.refuse("DictionaryKeyIllegalValue2", `The "`+name+`" key has a type, `+value.TypeOf(v).FullName+
		", that is not valid; expected type is "+key.Types[0].FullName+".")
}

// check looks at the values in the definition's order; without an expression
// an element is refused.
func (r *listReader) check(entries map[string]value.Value) error {
	for i := range r.definition {
		key := &r.definition[i]
		folded := value.Fold(key.Name)
		v, ok := entries[folded]
		if !ok && i == 0 {
			return r.refuse("DictionaryKeyMandatoryEntry", "A mandatory entry for "+key.Name+" is missing.")
		}
		if !ok || key.check == nil {
			continue
		}
		checked, err := key.check(r, key, v)
		if err != nil {
			return err
		}
		entries[folded] = checked
	}
	return nil
}

func (r *listReader) refuse(id, details string) error {
	rec := errs.New("System.NotSupportedException", unsupported, id, value.InvalidArgument, value.Null)
	rec.Details = details
	return r.ctx.Throw(rec)
}
