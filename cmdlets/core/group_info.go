package core

import (
	"strings"

	"exolab/cmdlets/internal/objects"
	"exolab/runtime"
	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

var (
	typeGroupInfo = &value.Type{Name: "GroupInfo", FullName: "Microsoft.PowerShell.Commands.GroupInfo", Kind: value.KindObject, Base: value.TypeObject}
	typeNoElement = &value.Type{Name: "GroupInfoNoElement", FullName: "Microsoft.PowerShell.Commands.GroupInfoNoElement", Kind: value.KindObject, Base: typeGroupInfo}

	groupInfoNames = []string{"Microsoft.PowerShell.Commands.GroupInfo", "System.Object"}
	noElementNames = []string{"Microsoft.PowerShell.Commands.GroupInfoNoElement", "Microsoft.PowerShell.Commands.GroupInfo", "System.Object"}
)

// info is the GroupInfo object of a group.
func (c *GroupObject) info(env value.Env, g *group) value.Value {
	o := value.NewObject(4)
	o.T, o.TypeNames = typeGroupInfo, groupInfoNames
	members := dotnet.NewCollection(g.objects)
	if c.NoElement {
		o.T, o.TypeNames = typeNoElement, noElementNames
		members.Items = nil
	}
	keys := make([]value.Value, len(g.keys))
	for i, key := range g.keys {
		if !key.IsVoid() {
			keys[i] = key
		}
	}
	o.Set("Values", value.Obj(value.NewArrayList(keys)))
	o.Set("Count", value.Int(len(g.objects)))
	o.Set("Group", value.Obj(members))
	o.Set("Name", value.Str(groupName(env, g.keys)))
	return value.Obj(o)
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
