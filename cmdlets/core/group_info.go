package core

import (
	"strings"

	"exolab/cmdlets/internal/objects"
	"exolab/runtime"
	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

// GroupInfo is the objects with equal keys.
type GroupInfo struct {
	value.Extended
	t      *value.Type
	values *value.Sequence
	count  int
	group  *value.Sequence
	name   string
}

var (
	typeGroupInfo = &value.Type{Name: "GroupInfo", FullName: "Microsoft.PowerShell.Commands.GroupInfo", Kind: value.KindObject,
		Base: value.TypeObject, Load: loadGroupInfo}
	typeNoElement = &value.Type{Name: "GroupInfoNoElement", FullName: "Microsoft.PowerShell.Commands.GroupInfoNoElement", Kind: value.KindObject, Base: typeGroupInfo}
)

// PSType returns GroupInfo, or GroupInfoNoElement of -NoElement.
func (g *GroupInfo) PSType() *value.Type { return g.t }

func loadGroupInfo(t *value.Type, m *value.Members) {
	r := dotnet.NewRows(t, m)
	get := func(sig string, read func(g *GroupInfo) value.Value) {
		r.Get(sig, func(v value.Value) value.Value { g, _ := value.As[*GroupInfo](v); return read(g) })
	}
	get("System.Collections.ArrayList Values", func(g *GroupInfo) value.Value { return value.Obj(g.values) })
	get("int Count", func(g *GroupInfo) value.Value { return value.Int(g.count) })
	get("System.Collections.ObjectModel.Collection[psobject] Group", func(g *GroupInfo) value.Value { return value.Obj(g.group) })
	get("string Name", func(g *GroupInfo) value.Value { return value.Str(g.name) })
}

// info is the GroupInfo object of a group.
func (c *GroupObject) info(env value.Env, g *group) value.Value {
	keys := make([]value.Value, len(g.keys))
	for i, key := range g.keys {
		if !key.IsVoid() {
			keys[i] = key
		}
	}
	info := &GroupInfo{t: typeGroupInfo, values: value.NewArrayList(keys), count: len(g.objects),
		group: dotnet.NewCollection(g.objects), name: groupName(env, g.keys)}
	if c.NoElement {
		info.t = typeNoElement
		info.group.Items = nil
	}
	return value.Obj(info)
}

// groupName joins the texts of the keys; a collection stands in braces.
func groupName(env value.Env, keys []value.Value) string {
	texts := make([]string, len(keys))
	for i, key := range keys {
		list, ok := key.Object().(value.Enumerable)
		if _, isTable := key.Object().(*value.Dict); !ok || isTable {
			texts[i] = objects.CultureText(env, key)
			continue
		}
		var parts []string
		_ = list.Enumerate(func(v value.Value) error {
			parts = append(parts, objects.CultureText(env, v))
			return nil
		})
		texts[i] = "{" + strings.Join(parts, ", ") + "}"
	}
	return strings.Join(texts, ", ")
}

func (c *GroupObject) emitTable(ctx *runtime.Context, groups []*group) error {
	table := value.NewHashtable()
	table.CaseSensitive = bool(c.CaseSensitive)
	for _, g := range groups {
		key := value.Null
		if len(g.keys) == 1 {
			key = g.keys[0]
		}
		if bool(c.AsString) || key.IsNull() {
			key = value.Str(groupName(ctx.Env(), g.keys))
		}
		table.Set(key, value.Obj(dotnet.NewCollection(g.objects)))
	}
	return ctx.Emit(value.Obj(table))
}
