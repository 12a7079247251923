package runtime

import (
	"strings"

	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

// TypeCommandTypes is the CommandTypes enum.
var TypeCommandTypes = &value.Type{Name: "CommandTypes", FullName: "System.Management.Automation.CommandTypes", Kind: value.KindEnum,
	Base: value.TypeEnum, IsValueType: true, Enum: &value.EnumInfo{Underlying: value.KindInt32, Flags: true,
		Names:  []string{"Alias", "Function", "Filter", "Cmdlet", "ExternalScript", "Application", "Script", "Configuration", "All"},
		Values: []int64{1, 2, 4, 8, 16, 32, 64, 256, 511}}}

var commandTypeOf = map[CommandKind]int64{CmdletCommand: 8, FunctionCommand: 2, FilterCommand: 4, AliasCommand: 1, ScriptFileCommand: 16, ApplicationCommand: 32}

// CommandType is the command's CommandTypes value.
func (c *Command) CommandType() value.Value {
	kind := commandTypeOf[c.Kind]
	if c.Kind == ScriptFileCommand && c.Path == "" {
		kind = 64
	}
	return value.Enum(TypeCommandTypes, kind)
}

// String is the command's name.
func (c *Command) String() string { return c.Name }

// Definition is what Get-Command shows of a command's content: the body of a
// function, the target of an alias, the path of a script, a cmdlet's syntax.
func (c *Command) Definition() string {
	switch {
	case c.Kind == AliasCommand:
		return c.Target
	case c.Path != "":
		return c.Path
	case c.Block != nil:
		return c.Block.Text()
	}
	var definition strings.Builder
	for _, syntax := range c.Syntax() {
		definition.WriteString("\n" + syntax + "\n")
	}
	return definition.String()
}

func loadCommandInfo(t *value.Type, m *value.Members) {
	r := dotnet.NewRows(t, m)
	text := func(name string, get func(c *Command) string) {
		r.Get("string "+name, property(func(c *Command) value.Value { return value.Str(get(c)) }))
	}
	text("Name", func(c *Command) string { return c.Name })
	r.Get("System.Management.Automation.CommandTypes CommandType", property((*Command).CommandType))
	text("Definition", (*Command).Definition)
	text("Source", func(c *Command) string {
		if c.Path != "" {
			return c.Path
		}
		return c.moduleName()
	})
	text("ModuleName", (*Command).moduleName)
	r.Property("psmoduleinfo Module", moduleOf, nil)
	r.Get("version Version", property(func(c *Command) value.Value {
		version, err := value.Convert(nil, value.Str(c.version()), value.TypeVersion)
		if c.version() == "" || err != nil {
			return value.Null
		}
		return version
	}))
	r.Property("System.Management.Automation.SessionStateEntryVisibility Visibility", func(_ value.Env, this value.Value) (value.Value, error) {
		c, _ := value.As[*Command](this)
		n := int64(0)
		if c.private {
			n = 1
		}
		return value.Enum(dotnet.MustType("System.Management.Automation.SessionStateEntryVisibility"), n), nil
	}, func(_ value.Env, this, to value.Value) error {
		c, _ := value.As[*Command](this)
		c.private = to.Int64() == 1
		return nil
	})
	r.Get("System.Management.Automation.RemotingCapability RemotingCapability", func(value.Value) value.Value {
		const byPowerShell = 1
		return value.Enum(dotnet.MustType("System.Management.Automation.RemotingCapability"), byPowerShell)
	})
	r.Method("System.Management.Automation.ParameterMetadata ResolveParameter(string name)", resolveParameter)
	r.Get("System.Collections.Generic.Dictionary[string,System.Management.Automation.ParameterMetadata] Parameters", property(parametersOf))
	r.Get("System.Collections.ObjectModel.ReadOnlyCollection[System.Management.Automation.CommandParameterSetInfo] ParameterSets", property(parameterSetsOf))
	r.Property("System.Collections.ObjectModel.ReadOnlyCollection[System.Management.Automation.PSTypeName] OutputType", outputTypesOf, nil)
	r.Method("string ToString()", func(c *value.Call) (value.Value, error) {
		command, _ := value.As[*Command](c.This)
		return value.Str(command.Name), nil
	})
}

// resolveParameter finds a parameter by its name, an alias or the beginning of
// either that no other one has.
func resolveParameter(call *value.Call) (value.Value, error) {
	c, _ := value.As[*Command](call.This)
	meta, name := c.metadata(), value.Fold(dotnet.TextArg(call, 0))
	if meta == nil {
		return value.Null, nil
	}
	var begun []*Param
	for _, p := range meta.Params {
		starts := false
		for _, known := range append([]string{p.Name}, p.Aliases...) {
			if value.Fold(known) == name {
				return value.Obj(&parameterObject{param: p}), nil
			}
			starts = starts || strings.HasPrefix(value.Fold(known), name)
		}
		if starts {
			begun = append(begun, p)
		}
	}
	if len(begun) == 1 {
		return value.Obj(&parameterObject{param: begun[0]}), nil
	}
	message := "A parameter cannot be found that matches parameter name '" + dotnet.TextArg(call, 0) + "'."
	if len(begun) > 1 {
		names := make([]string, len(begun))
		for i, p := range begun {
			names[i] = "-" + p.Name
		}
		message = "Parameter cannot be processed because the parameter name '" + dotnet.TextArg(call, 0) + "' is ambiguous. Possible matches include: " +
			strings.Join(names, " ") + "."
	}
	return value.Null, value.NewException("System.Management.Automation.ParameterBindingException", message)
}

// optionsProperty adds the Options of a function or an alias.
func optionsProperty(r dotnet.Rows) {
	r.Property("System.Management.Automation.ScopedItemOptions Options", func(_ value.Env, this value.Value) (value.Value, error) {
		c, _ := value.As[*Command](this)
		return value.Enum(TypeOptions, int64(c.Options)), nil
	}, func(_ value.Env, this, to value.Value) error {
		c, _ := value.As[*Command](this)
		if c.Options&OptionConstant != 0 {
			return value.NewException("System.Management.Automation.SessionStateUnauthorizedAccessException",
				"Cannot write to "+strings.ToLower(value.ToString(nil, c.CommandType()))+" "+c.Name+" because it is read-only or constant.")
		}
		c.Options = int(to.Int64())
		return nil
	})
}

// descriptionProperty adds the Description of a function or an alias.
func descriptionProperty(r dotnet.Rows) {
	r.Property("string Description", func(_ value.Env, this value.Value) (value.Value, error) {
		c, _ := value.As[*Command](this)
		return value.Str(c.Description), nil
	}, func(_ value.Env, this, to value.Value) error {
		c, _ := value.As[*Command](this)
		c.Description = to.Text()
		return nil
	})
}

// moduleName is the name of the module that a command is part of, exported or
// not; "" for none.
func (c *Command) moduleName() string {
	if c.Module == "" && c.Block != nil && c.Block.Home() != nil {
		if m, ok := value.As[*Module](moduleValue(c.Block.Home())); ok {
			return m.Name
		}
	}
	return c.Module
}

// moduleOf is a command's module; of one that is not loaded only the name is
// known.
func moduleOf(env value.Env, this value.Value) (value.Value, error) {
	c, _ := value.As[*Command](this)
	if c.Block != nil && c.Block.Home() != nil {
		if m := moduleValue(c.Block.Home()); !m.IsNull() {
			return m, nil
		}
	}
	if c.Module == "" {
		return value.Null, nil
	}
	if f, ok := env.(*Frame); ok {
		if m := f.session.FindModule(c.Module); m != nil {
			return value.Obj(m), nil
		}
	}
	return value.Str(c.Module), nil
}

func loadFunctionInfo(t *value.Type, m *value.Members) {
	r := dotnet.NewRows(t, m)
	r.Get("bool CmdletBinding", property(func(c *Command) value.Value { return value.Bool(c.metadata() != nil && c.metadata().CmdletBinding) }))
	r.Get("string DefaultParameterSet", property(defaultSetOf))
	r.Get("scriptblock ScriptBlock", property(func(c *Command) value.Value {
		if c.Block == nil {
			return value.Null
		}
		return value.Obj(c.Block)
	}))
	optionsProperty(r)
	descriptionProperty(r)
	r.Property("string HelpFile", func(value.Env, value.Value) (value.Value, error) { return value.Null, nil }, nil)
	loadVerbNoun(r)
	r.Get("string HelpUri", property(func(c *Command) value.Value { return value.Str("") }))
}

func loadVerbNoun(r dotnet.Rows) {
	r.Get("string Verb", property(func(c *Command) value.Value {
		verb, _, ok := strings.Cut(c.Name, "-")
		if !ok {
			verb = ""
		}
		return value.Str(verb)
	}))
	r.Get("string Noun", property(func(c *Command) value.Value {
		_, noun, _ := strings.Cut(c.Name, "-")
		return value.Str(noun)
	}))
}

func defaultSetOf(c *Command) value.Value {
	if meta := c.metadata(); meta != nil && meta.DefaultSet != "" {
		return value.Str(meta.DefaultSet)
	}
	return value.Null
}

func loadCmdletInfo(t *value.Type, m *value.Members) {
	r := dotnet.NewRows(t, m)
	loadVerbNoun(r)
	r.Get("string DefaultParameterSet", property(defaultSetOf))
	r.Get("string HelpFile", property(func(c *Command) value.Value { return value.Str(c.Module + ".dll-Help.xml") }))
	r.Get("string PSSnapIn", property(func(*Command) value.Value { return value.Null }))
	r.Get("System.Management.Automation.ScopedItemOptions Options", property(func(c *Command) value.Value { return value.Enum(TypeOptions, int64(c.Options)) }))
}

// version is the command's own, or that of the part of PowerShell it comes from.
func (c *Command) version() string {
	switch {
	case c.Version != "" || c.Kind != CmdletCommand:
		return c.Version
	case c.Module == "Microsoft.PowerShell.Core":
		return engineVersion + ".500"
	case strings.HasPrefix(c.Module, "Microsoft.PowerShell."):
		return "7.0.0.0"
	}
	return ""
}

// aliasDisplayName is how the type data computes an alias's DisplayName.
const aliasDisplayName = `System.Object DisplayName {get=if ($null -ne $this.ResolvedCommand)
          {
          $this.Name + " -> " + $this.ResolvedCommand.Name
          }
          else
          {
          $this.Name + " -> " + $this.Definition
          };}`

// scriptProperty makes the getter of a script property that Go computes.
func scriptProperty[T value.Object](get func(T) string) func(value.Env, value.Value) (value.Value, error) {
	read := property(func(o T) value.Value { return value.Str(get(o)) })
	return func(_ value.Env, this value.Value) (value.Value, error) { return read(this), nil }
}

func loadAliasInfo(t *value.Type, m *value.Members) {
	r := dotnet.NewRows(t, m)
	r.Script("System.Object DisplayName", aliasDisplayName, scriptProperty(func(c *Command) string {
		if c.resolved != nil {
			return c.Name + " -> " + c.resolved.Name
		}
		return c.Name + " -> " + c.Target
	}))
	r.Script("System.Object ResolvedCommandName", "System.Object ResolvedCommandName {get=$this.ResolvedCommand.Name;}", scriptProperty(func(c *Command) string {
		if c.resolved != nil {
			return c.resolved.Name
		}
		return c.Target
	}))
	target := property(func(c *Command) value.Value {
		if c.resolved == nil {
			return value.Null
		}
		return value.Obj(c.resolved)
	})
	r.Get("System.Management.Automation.CommandInfo ReferencedCommand", target)
	r.Get("System.Management.Automation.CommandInfo ResolvedCommand", target)
	descriptionProperty(r)
	optionsProperty(r)
}

func loadScriptInfo(t *value.Type, m *value.Members) {
	r := dotnet.NewRows(t, m)
	r.Get("string Path", property(func(c *Command) value.Value { return value.Str(c.Path) }))
	r.Get("scriptblock ScriptBlock", property(func(c *Command) value.Value {
		if c.Block == nil {
			return value.Null
		}
		return value.Obj(c.Block)
	}))
	r.Get("string ScriptContents", property(func(c *Command) value.Value {
		if c.Block == nil {
			return value.Null
		}
		return value.Str(c.Block.AST.Source.Text)
	}))
}

// metadata is the command's parameters, or nil when it has none of its own.
func (c *Command) metadata() *Metadata {
	if c.resolved != nil {
		return c.resolved.metadata()
	}
	if c.Metadata == nil {
		return nil
	}
	return c.Metadata()
}

// outputTypesOf lists what the command says it puts out.
func outputTypesOf(env value.Env, this value.Value) (value.Value, error) {
	c, _ := value.As[*Command](this)
	var items []value.Value
	if meta := c.metadata(); meta != nil {
		for _, name := range meta.OutputTypes {
			items = append(items, value.Obj(newNamedType(env, name)))
		}
	}
	return value.List(items...), nil
}

// describeCommandTypes gives CommandInfo and its kin their member tables.
func describeCommandTypes() {
	TypeCommandInfo.Load = loadCommandInfo
	TypeFunctionInfo.Load = loadFunctionInfo
	TypeCmdletInfo.Load = loadCmdletInfo
	TypeAliasInfo.Load = loadAliasInfo
	TypeExternalScriptInfo.Load = loadScriptInfo
	typeParameterMetadata.Load = loadParameterMetadata
	typeParameterInfo.Load = loadParameterInfo
	typeParameterSetInfo.Load = loadParameterSetInfo
}

func loadSwitchParameter(t *value.Type, m *value.Members) {
	r := dotnet.NewRows(t, m)
	on := func(v value.Value) value.Value {
		is, _ := value.AsSwitch(v)
		return value.Bool(is)
	}
	r.Get("bool IsPresent", on)
	r.Method("bool ToBool()", func(c *value.Call) (value.Value, error) { return on(c.This), nil })
	r.Constant("switch Present", value.Switch(true))
	r.Constructor("(bool isPresent)", func(c *value.Call) (value.Value, error) { return value.Switch(c.Args[0].AsBool()), nil })
}
