package dotnet

import (
	"strings"

	"exolab/runtime/value"
)

type kindFilter func(value.MemberKind) bool

func propertyKind(k value.MemberKind) bool { return k < value.ParameterizedProperty }
func methodKind(k value.MemberKind) bool {
	return k == value.DotNetMethod || k == value.ScriptMethod || k == value.CodeMethod
}
func anyKind(value.MemberKind) bool { return true }

// memberTypeValues are PSMemberTypes by MemberKind.
var memberTypeValues = [...]int64{value.AliasProperty: 1, value.CodeProperty: 2, value.Property: 4, value.NoteProperty: 8,
	value.ScriptProperty: 16, value.PropertySet: 32, value.DotNetMethod: 64, value.CodeMethod: 128, value.ScriptMethod: 256,
	value.ParameterizedProperty: 512, value.MemberSet: 1024, value.Event: 2048}

// MemberList is .psobject.Properties and its kin: the members of one object,
// by name or one after another.
type MemberList struct {
	of    value.Value
	kinds kindFilter
}

var typeMemberList = &value.Type{Name: "PSMemberInfoIntegratingCollection`1",
	FullName: "System.Management.Automation.PSMemberInfoIntegratingCollection`1[System.Management.Automation.PSPropertyInfo]",
	Kind:     value.KindObject, Base: value.TypeObject, Interfaces: []*value.Type{value.TypeIEnumerable}}

// PSType returns the collection's type.
func (l *MemberList) PSType() *value.Type { return typeMemberList }

// Enumerate calls yield for each member.
func (l *MemberList) Enumerate(yield func(value.Value) error) error {
	for _, v := range l.items() {
		if err := yield(v); err != nil {
			return err
		}
	}
	return nil
}

func (l *MemberList) items() []value.Value {
	var out []value.Value
	for _, m := range AllMembers(nil, l.of) {
		if l.kinds(m.Kind) {
			out = append(out, value.Obj(&MemberInfo{Of: l.of, Member: m}))
		}
	}
	return out
}

// ItemByName is the indexer: $o.psobject.Properties['A'].
func (l *MemberList) ItemByName(name string) value.Value {
	if m := GetMember(nil, l.of, NameOf(name)); m != nil && l.kinds(m.Kind) {
		return value.Obj(&MemberInfo{Of: l.of, Member: m})
	}
	return value.Null
}

func (l *MemberList) add(info *MemberInfo) error {
	name := info.Member.Name
	if Attached(l.of, value.Fold(name)) != nil {
		e := value.NewException("System.Management.Automation.ExtendedTypeSystemException",
			"Cannot add a member with the name \""+name+"\" because a member with that name already exists. If you want to overwrite the member anyway, use the overload that takes the overwriteExisting parameter and set it to true.")
		return e
	}
	AddMember(l.of, info.Member)
	return nil
}

// AddMember puts a member onto an object that can carry it and reports whether
// it could. A scalar must be decorated first (value.Decorated).
func AddMember(v value.Value, m *value.Member) bool {
	switch o := v.Object().(type) {
	case *value.PSObject:
		o.SetMember(m)
	case value.Extensible:
		o.Extend().Members.SetMember(m)
	default:
		return false
	}
	return true
}

func (l *MemberList) remove(folded string) {
	switch o := l.of.Object().(type) {
	case *value.PSObject:
		o.Remove(folded)
	case value.Extensible:
		if ext := o.Extension(); ext != nil {
			ext.Members.Remove(folded)
		}
	}
}

func loadMemberList(t *value.Type, m *value.Members) {
	b := NewRows(t, m)
	list := func(c *value.Call) *MemberList { return Of[*MemberList](c.This) }
	b.Method("void Add(System.Object member)", Do(func(c *value.Call) error {
		info, ok := value.As[*MemberInfo](c.Args[0])
		if !ok {
			return ErrNullArgument("member")
		}
		return list(c).add(info)
	}))
	b.Method("void Add(System.Object member, bool preValidated)", Do(func(c *value.Call) error {
		if info, ok := value.As[*MemberInfo](c.Args[0]); ok {
			AddMember(list(c).of, info.Member)
		}
		return nil
	}))
	b.Method("void Remove(string name)", Run(func(c *value.Call) { list(c).remove(value.Fold(TextArg(c, 0))) }))
	b.Parameterized("Item", "System.Object Item(string name)", Give(func(c *value.Call) value.Value { return list(c).ItemByName(TextArg(c, 0)) }))
	b.Method("System.Object Match(string name)", Give(func(c *value.Call) value.Value { return list(c).match(TextArg(c, 0)) }))
}

func (l *MemberList) match(pattern string) value.Value {
	out := &value.Sequence{T: collectionOf(typePropertyInfo)}
	for _, v := range l.items() {
		if wildcard(pattern, Of[*MemberInfo](v).Member.Name) {
			out.Items = append(out.Items, v)
		}
	}
	return value.Obj(out)
}

// wildcard matches * and ? without regard to case.
func wildcard(pattern, s string) bool {
	return WildcardFolded(strings.ToLower(pattern), strings.ToLower(s))
}

// WildcardFolded matches s against a pattern of * and ?, both already folded.
func WildcardFolded(p, s string) bool {
	for p != "" {
		switch {
		case p[0] == '*':
			for i := len(s); i >= 0; i-- {
				if WildcardFolded(p[1:], s[i:]) {
					return true
				}
			}
			return false
		case s == "" || p[0] != '?' && p[0] != s[0]:
			return false
		}
		p, s = p[1:], s[1:]
	}
	return s == ""
}
