package pester

import (
	"strings"

	"exolab/cmdlets"
	"exolab/runtime"
	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

// NewPesterConfiguration is New-PesterConfiguration.
type NewPesterConfiguration struct {
	Hashtable *value.Dict `ps:"position=0,type=System.Collections.IDictionary"`
}

// NewPesterContainer is New-PesterContainer.
type NewPesterContainer struct {
	Path        []string             `ps:"alias=File,mandatory,set=File"`
	ScriptBlock *runtime.ScriptBlock `ps:"mandatory,set=ScriptBlock"`
	Data        value.Value          `ps:""`
}

// settings are the sections of a configuration that are looked at, with the
// settings in them.
var settings = []struct {
	section string
	names   []string
}{
	{"Run", []string{"Path", "ExcludePath", "ScriptBlock", "Container", "Exit", "PassThru"}},
	{"Filter", []string{"Tag", "ExcludeTag", "FullName"}},
	{"Output", []string{"Verbosity"}},
}

// End emits a configuration with every setting at its default, or as the
// dictionary says.
func (c *NewPesterConfiguration) End(ctx *runtime.Context) error {
	configuration := value.NewObject(len(settings))
	for _, s := range settings {
		section := value.NewObject(len(s.names))
		for _, name := range s.names {
			section.Set(name, value.Null)
		}
		given := value.Null
		if c.Hashtable != nil {
			given, _ = c.Hashtable.GetText(s.section)
		}
		if d, ok := value.As[*value.Dict](value.Unwrap(given)); ok {
			d.Each(func(key, v value.Value) bool {
				section.Set(value.ToString(ctx.Env(), key), v)
				return true
			})
		}
		configuration.Set(s.section, value.Obj(section))
	}
	return ctx.Emit(value.Obj(configuration))
}

// End emits a container for each path, or for the block.
func (c *NewPesterContainer) End(ctx *runtime.Context) error {
	emit := func(name string, v value.Value) error {
		o := value.NewObject(2)
		o.Set(name, v)
		o.Set("Data", c.Data)
		return ctx.Emit(value.Obj(o))
	}
	if c.ScriptBlock != nil {
		return emit("ScriptBlock", value.Obj(c.ScriptBlock))
	}
	for _, path := range c.Path {
		if err := emit("Path", value.Str(path)); err != nil {
			return err
		}
	}
	return nil
}

// containerOf reads what New-PesterContainer made.
func containerOf(ctx *runtime.Context, v value.Value) container {
	get := func(name string) value.Value {
		found, _, err := dotnet.Property(ctx.Env(), v, dotnet.NameOf(name))
		if err != nil {
			return value.Null
		}
		return found
	}
	made := container{data: get("Data")}
	if made.data.IsNull() {
		made.data = value.Void
	}
	if path := get("Path"); !path.IsNull() {
		made.path = value.ToString(ctx.Env(), path)
	}
	made.block, _ = value.As[*runtime.ScriptBlock](value.Unwrap(get("ScriptBlock")))
	return made
}

// configure takes the parameters from -Configuration.
func (c *InvokePester) configure(ctx *runtime.Context) error {
	env := ctx.Env()
	var wrong error
	get := func(section, name string) value.Value {
		of, _, err := dotnet.Property(env, c.Configuration, dotnet.NameOf(section))
		if err == nil && !of.IsNull() {
			of, _, err = dotnet.Property(env, of, dotnet.NameOf(name))
		}
		if err != nil {
			wrong = err
		}
		return of
	}
	texts := func(section, name string) []string {
		var list []string
		for _, v := range elementsOf(ctx, get(section, name)) {
			list = append(list, value.ToString(env, v))
		}
		return list
	}
	c.Path, c.ExcludePath = texts("Run", "Path"), texts("Run", "ExcludePath")
	c.TagFilter, c.ExcludeTagFilter, c.FullNameFilter = texts("Filter", "Tag"), texts("Filter", "ExcludeTag"), texts("Filter", "FullName")
	c.Output = strings.Join(texts("Output", "Verbosity"), "")
	c.PassThru = cmdlets.Switch(value.Truth(get("Run", "PassThru")))
	c.EnableExit = cmdlets.Switch(value.Truth(get("Run", "Exit")))
	c.Container = elementsOf(ctx, get("Run", "Container"))
	for _, b := range elementsOf(ctx, get("Run", "ScriptBlock")) {
		o := value.NewObject(1)
		o.Set("ScriptBlock", b)
		c.Container = append(c.Container, value.Obj(o))
	}
	return wrong
}
