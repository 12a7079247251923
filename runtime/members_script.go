package runtime

import (
	"sync"

	"exolab/parser"
	"exolab/runtime/dotnet"
	"exolab/runtime/errs"
	"exolab/runtime/syntax"
	"exolab/runtime/value"
)

var loadTypes sync.Once

// describeTypes gives the engine's own types their member tables.
func describeTypes(table *value.TypeTable) {
	loadTypes.Do(func() {
		value.TypeScriptBlock.Load = loadScriptBlock
		TypeVariable.Load = loadVariable
		errs.TypeRecord.Load = loadErrorRecord
		errs.TypeCategoryInfo.Load = loadCategoryInfo
		typeErrorDetails.Load = loadErrorDetails
		errs.TypeInvocation.Load = loadInvocation
		typePSCmdlet.Base.Load, typePSCmdlet.Load = loadCmdlet, loadPSCmdlet
		describeCommandTypes()
		describeExceptions()
		describeExit(table)
		TypeModule.Load = loadModule
		typePSTypeName.Load = loadTypeName
		value.TypeSwitch.Load = loadSwitchParameter
		if t, ok := table.Lookup("System.Attribute"); ok {
			typeParameterAttribute.Base, typeAliasAttribute.Base, typeValidateSet.Base, typeCmdletMetadata.Base = t, t, t, t
		}
		if t, ok := table.Lookup("System.Collections.Generic.Dictionary`2"); ok {
			typeRuntimeDictionary.Base = value.GenericOf(t, value.TypeString, typeRuntimeParameter)
			typeBoundParameters.Base = value.GenericOf(t, value.TypeString, value.TypeObject)
		}
		dotnet.AddTypes(engineTypes()...)
		dotnet.AddTypes(syntaxTypes()...)
	})
}

// String is what ToString and string expansion give.
func (b *ScriptBlock) String() string { return b.Text() }

func loadScriptBlock(t *value.Type, m *value.Members) {
	r := dotnet.NewRows(t, m)
	r.Get("string File", property(func(b *ScriptBlock) value.Value { return value.Str(b.File()) }))
	r.Get("bool IsFilter", property(func(b *ScriptBlock) value.Value { return value.Bool(b.isFilter) }))
	r.Get("System.Management.Automation.PSToken StartPosition", property(func(b *ScriptBlock) value.Value { return startPosition(b) }))
	r.Get("System.Management.Automation.Language.Ast Ast", property(func(b *ScriptBlock) value.Value { return blockAst(b) }))
	r.Method("System.Collections.ObjectModel.Collection[psobject] Invoke(params System.Object[] args)", invokeBlock)
	r.Method("System.Object InvokeReturnAsIs(params System.Object[] args)", func(c *value.Call) (value.Value, error) {
		items, err := runBlockMethod(c)
		if err != nil {
			return value.Null, blockFailed("InvokeReturnAsIs", c, err)
		}
		out := Collector{Items: items}
		return out.Value(), nil
	})
	r.Method("scriptblock GetNewClosure()", func(c *value.Call) (value.Value, error) {
		b, _ := value.As[*ScriptBlock](c.This)
		f, ok := c.Env.(*Frame)
		if !ok {
			return c.This, nil
		}
		return value.Obj(b.Closure(f.scope)), nil
	})
	r.Method("string ToString()", func(c *value.Call) (value.Value, error) {
		b, _ := value.As[*ScriptBlock](c.This)
		return value.Str(b.Text()), nil
	})
	for _, functions := range [...]string{"System.Collections.IDictionary", "System.Collections.Generic.Dictionary[string,scriptblock]"} {
		r.Method("System.Collections.ObjectModel.Collection[psobject] InvokeWithContext("+functions+
			" functionsToDefine, System.Collections.Generic.List[psvariable] variablesToDefine, params System.Object[] args)", invokeWithContext)
	}
	r.Get("guid Id", property(func(b *ScriptBlock) value.Value { return value.Obj(b.identity()) }))
	r.Property("bool DebuggerHidden", func(_ value.Env, this value.Value) (value.Value, error) {
		return value.Bool(dotnet.Of[*ScriptBlock](this).debuggerHidden), nil
	}, func(_ value.Env, this, to value.Value) error {
		dotnet.Of[*ScriptBlock](this).debuggerHidden = to.AsBool()
		return nil
	})
	r.Get("bool IsConfiguration", func(value.Value) value.Value { return value.False })
	r.Get("psmoduleinfo Module", property(func(b *ScriptBlock) value.Value {
		if home := b.Home(); home != nil {
			return moduleValue(home)
		}
		return value.Null
	}))
	r.Method("void CheckRestrictedLanguage(System.Collections.Generic.IEnumerable[string] allowedCommands, System.Collections.Generic.IEnumerable[string] allowedVariables, bool allowEnvironmentVariables)",
		checkRestricted)
	r.Static("scriptblock Create(string script)", createBlock)
	loadSteppableOf(r)
}

func startPosition(b *ScriptBlock) value.Value {
	at := b.AST.Source.Position(b.AST.Start)
	o := value.NewObject(4)
	o.Set("Content", value.Str(b.AST.Source.Slice(b.AST.Span)))
	o.Set("StartLine", value.Int(at.Line))
	o.Set("StartColumn", value.Int(at.Column))
	return value.Obj(o)
}

// blockAst is a block's syntax tree: the definition for a function's.
func blockAst(b *ScriptBlock) value.Value {
	tree := syntax.NewTree(b.AST.Source)
	if b.definition != nil {
		return value.Obj(tree.Top(b.definition))
	}
	return value.Obj(tree.Root(b.AST))
}

func invokeBlock(c *value.Call) (value.Value, error) {
	items, err := runBlockMethod(c)
	if err != nil {
		return value.Null, blockFailed("Invoke", c, err)
	}
	return value.Obj(dotnet.NewCollection(items)), nil
}

// blockFailed gives an error of a script block the form in which a method that
// ran it throws it.
func blockFailed(method string, c *value.Call, err error) error {
	e, ok := err.(*errs.Error)
	if !ok {
		return err
	}
	return invocationFailed(method, len(value.Items(c.Args[len(c.Args)-1])), e.Record.Exception)
}

// runBlockMethod runs the block of Invoke and its kin.
func runBlockMethod(c *value.Call) ([]value.Value, error) {
	b, _ := value.As[*ScriptBlock](c.This)
	f, ok := c.Env.(*Frame)
	if !ok {
		return nil, nil
	}
	var args []value.Value
	if list, ok := value.As[*value.Array](c.Args[len(c.Args)-1]); ok {
		args = list.Items
	}
	var out Collector
	err := f.session.InvokeBlock(b, Invocation{Args: args, NewScope: true, Scope: f.scope, Out: &out})
	return out.Items, endOfBlock(err)
}

// invokeWithContext runs a block with functions and variables of the caller's
// choice.
func invokeWithContext(c *value.Call) (value.Value, error) {
	b, _ := value.As[*ScriptBlock](c.This)
	f, ok := c.Env.(*Frame)
	if !ok {
		return value.Null, nil
	}
	scope := NewScope(f.scope)
	if d, ok := value.As[*value.Dict](c.Args[0]); ok {
		d.Each(func(key, v value.Value) bool {
			if body, ok := value.As[*ScriptBlock](v); ok {
				own := *body
				own.function = key.Text()
				scope.SetFunction(&Command{Name: key.Text(), Kind: FunctionCommand, Block: &own,
					Metadata: func() *Metadata { return own.Metadata(f.session) }})
			}
			return true
		})
	}
	_ = forEachItem(c.Args[1], func(v value.Value) error {
		if variable, ok := value.As[*Variable](v); ok {
			scope.SetPlain(variable.Name, variable.Read())
		}
		return nil
	})
	var args []value.Value
	if list, ok := value.As[*value.Array](c.Args[2]); ok {
		args = list.Items
	}
	var out Collector
	err := f.session.InvokeBlock(b, Invocation{Args: args, NewScope: true, Scope: scope, Out: &out})
	return value.Obj(dotnet.NewCollection(out.Items)), err
}

// checkRestricted is CheckRestrictedLanguage: it throws what in the block is not
// allowed in a data section with these commands and variables.
func checkRestricted(c *value.Call) (value.Value, error) {
	b, _ := value.As[*ScriptBlock](c.This)
	names := func(v value.Value) []string {
		if v.IsNull() {
			return nil
		}
		list := []string{}
		for _, item := range value.Items(v) {
			list = append(list, value.ToString(c.Env, item))
		}
		return list
	}
	err := parser.CheckRestricted(b.AST, names(c.Args[0]), names(c.Args[1]), value.Truth(c.Args[2]))
	if all, ok := err.(*parser.ParseErrors); ok {
		return value.Null, invocationFailed("CheckRestrictedLanguage", len(c.Args), parseErrorRecord(all).Exception)
	}
	return value.Void, err
}

// createBlock is [scriptblock]::Create.
func createBlock(c *value.Call) (value.Value, error) {
	f, ok := c.Env.(*Frame)
	if !ok {
		return value.Null, nil
	}
	ast, err := f.session.parseChecked("", c.Args[0].Text())
	if err != nil {
		if all, ok := err.(*parser.ParseErrors); ok {
			return value.Null, invocationFailed("Create", 1, parseErrorRecord(all).Exception)
		}
		return value.Null, err
	}
	return value.Obj(NewScriptBlock(ast)), nil
}

// TypeOptions is the ScopedItemOptions enum.
var TypeOptions = &value.Type{Name: "ScopedItemOptions", FullName: "System.Management.Automation.ScopedItemOptions", Kind: value.KindEnum,
	Base: value.TypeEnum, IsValueType: true, Enum: &value.EnumInfo{Underlying: value.KindInt32, Flags: true,
		Names:  []string{"None", "ReadOnly", "Constant", "Private", "AllScope", "Unspecified"},
		Values: []int64{0, OptionReadOnly, OptionConstant, OptionPrivate, OptionAllScope, 16}}}
