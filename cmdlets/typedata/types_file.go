package typedata

import (
	"encoding/xml"
	"fmt"
	"strings"

	"exolab/runtime"
	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

// typesFile is a file of type data (types.ps1xml).
type typesFile struct {
	XMLName xml.Name   `xml:"Types"`
	Types   []fileType `xml:"Type"`
}

type fileType struct {
	Name    string      `xml:"Name"`
	Members fileMembers `xml:"Members"`
}

type fileMembers struct {
	List []fileMember `xml:",any"`
}

// fileMember is a member of any kind: its element is named after the kind.
type fileMember struct {
	XMLName        xml.Name
	Name           string      `xml:"Name"`
	Value          string      `xml:"Value"`
	TypeName       string      `xml:"TypeName"`
	Reference      string      `xml:"ReferencedMemberName"`
	GetScriptBlock string      `xml:"GetScriptBlock"`
	SetScriptBlock string      `xml:"SetScriptBlock"`
	Script         string      `xml:"Script"`
	References     []string    `xml:"ReferencedProperties>Name"`
	Members        fileMembers `xml:"Members"`
}

// readTypes gives the types of a file their members.
func readTypes(ctx *runtime.Context, text []byte) error {
	var file typesFile
	if err := xml.Unmarshal(text, &file); err != nil {
		return fmt.Errorf("the file holds no type data: %w", err)
	}
	for _, t := range file.Types {
		to := ctx.Session().ExtendType(strings.TrimSpace(t.Name))
		for _, m := range t.Members.List {
			member, err := m.member(ctx)
			if err != nil {
				return err
			}
			if to.Lookup(value.Fold(member.Name)) != nil && member.Name != standardMembers {
				return broken("Error in TypeData \"%s\": The member %s is already present.", t.Name, member.Name)
			}
			to.Add(member)
		}
	}
	return nil
}

func (m *fileMember) member(ctx *runtime.Context) (*value.Member, error) {
	name := strings.TrimSpace(m.Name)
	switch m.XMLName.Local {
	case "NoteProperty":
		return m.note(ctx, name)
	case "AliasProperty":
		return &value.Member{Name: name, Kind: value.AliasProperty, Target: strings.TrimSpace(m.Reference)}, nil
	case "ScriptProperty":
		get, err := optionalBlock(m.GetScriptBlock)
		if err != nil {
			return nil, err
		}
		set, err := optionalBlock(m.SetScriptBlock)
		return dotnet.NewScriptProperty(name, get, set), err
	case "ScriptMethod":
		block, err := compile(m.Script)
		if err != nil {
			return nil, err
		}
		return dotnet.NewScriptMethod(name, block), nil
	case "PropertySet":
		return &value.Member{Name: name, Kind: value.PropertySet, Value: value.Strings(m.References...)}, nil
	case "MemberSet":
		var list []value.Value
		for _, inner := range m.Members.List {
			member, err := inner.member(ctx)
			if err != nil {
				return nil, err
			}
			list = append(list, value.Obj(&dotnet.MemberInfo{Member: member}))
		}
		return &value.Member{Name: name, Kind: value.MemberSet, Value: value.List(list...), Hidden: name == standardMembers}, nil
	}
	return nil, broken("The node %s is not emulated by exolab.", m.XMLName.Local)
}

// broken is what is wrong with a file, as PowerShell words it.
func broken(message string, args ...any) error {
	return value.NewException("System.Management.Automation.RuntimeException", fmt.Sprintf(message, args...))
}

// note is a member with a value, which may be of a type that the file names.
func (m *fileMember) note(ctx *runtime.Context, name string) (*value.Member, error) {
	v := value.Str(m.Value)
	if t, ok := ctx.Session().LookupType(strings.TrimSpace(m.TypeName)); ok && m.TypeName != "" {
		var err error
		if v, err = value.Convert(ctx.Env(), v, t); err != nil {
			return nil, err
		}
	}
	return &value.Member{Name: name, Kind: value.NoteProperty, Value: v}, nil
}

func optionalBlock(text string) (value.Invoker, error) {
	if strings.TrimSpace(text) == "" {
		return nil, nil
	}
	return compile(text)
}
