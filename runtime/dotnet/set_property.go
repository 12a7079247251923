package dotnet

import (
	"errors"

	"exolab/runtime/value"
)

// SetProperty writes v.name = to.
func SetProperty(env value.Env, v value.Value, name *Name, to value.Value) error {
	if v.IsNull() {
		return ErrCannotSet("PropertyNotFound", name.Text)
	}
	switch o := v.Object().(type) {
	case *value.PSObject:
		if i := o.IndexOf(name.Folded); i >= 0 && o.At(i).Kind() != value.KindMember {
			o.SetAt(i, to)
			return nil
		}
	case *value.Dict:
		if m := Attached(v, name.Folded); m == nil {
			return setEntry(o, name, to)
		}
	}
	m := GetMember(env, v, name)
	if m == nil || m.Method != nil {
		if _, custom := value.As[*value.PSObject](v); custom {
			return wrapSet(name.Text, &value.Exception{T: value.ExceptionType("System.Management.Automation.SetValueException"),
				Message: ErrCannotSet("", name.Text).Error()})
		}
		return ErrCannotSet("PropertyAssignmentException", name.Text)
	}
	return WriteMember(env, v, m, to)
}

func setEntry(d *value.Dict, name *Name, to value.Value) error {
	if m := d.T.Members().Lookup(name.Folded); m != nil && m.Set == nil && m.Kind == value.Property {
		if _, known := d.GetText(name.Text); !known {
			return errReadOnly(m.Name)
		}
	}
	if _, val := dictTypes(d); val != nil {
		converted, err := convert(nil, to, val)
		if err != nil {
			return wrapSet(name.Text, err)
		}
		to = converted
	}
	d.Set(value.Str(name.Text), to)
	return nil
}

// WriteMember assigns to a member of v found before.
func WriteMember(env value.Env, v value.Value, m *value.Member, to value.Value) error {
	switch {
	case m.Kind == value.NoteProperty:
		return writeNote(v, m, to)
	case m.Kind == value.AliasProperty && m.Set == nil:
		return SetProperty(env, v, NameOf(m.Target), to)
	case m.Set == nil:
		return errReadOnly(m.Name)
	}
	if m.Kind == value.Property && m.Type != "" && !m.Raw {
		converted, err := convert(env, to, paramType(m.Type, value.TypeOf(v)))
		if err != nil {
			return wrapSet(m.Name, err)
		}
		to = converted
	}
	return wrapSet(m.Name, m.Set(env, receiver(v, m), to))
}

func writeNote(v value.Value, m *value.Member, to value.Value) error {
	m.Value = to
	switch o := v.Object().(type) {
	case *value.PSObject:
		o.Set(m.Name, to)
	case value.Extensible:
		o.Extend().Members.Set(m.Name, to)
	default:
		return errors.New("no place for a note property")
	}
	return nil
}
