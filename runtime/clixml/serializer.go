package clixml

import (
	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

// TypeSerializer is PSSerializer: documents of objects as texts.
var TypeSerializer = &value.Type{Name: "PSSerializer", FullName: "System.Management.Automation.PSSerializer", Kind: value.KindObject,
	Base: value.TypeObject, Load: loadSerializer}

// serializerDepth is how deep PSSerializer writes unless it is told.
const serializerDepth = 1

func loadSerializer(t *value.Type, m *value.Members) {
	b := dotnet.NewRows(t, m)
	b.Static("string Serialize(System.Object source)", dotnet.Give(func(c *value.Call) value.Value {
		return value.Str(Write(c.Env, c.Args[:1], serializerDepth))
	}))
	b.Static("string Serialize(System.Object source, int depth)", dotnet.Give(func(c *value.Call) value.Value {
		return value.Str(Write(c.Env, c.Args[:1], dotnet.IntArg(c, 1)))
	}))
	read := func(c *value.Call) ([]value.Value, error) {
		items, err := Read(c.Env, dotnet.TextArg(c, 0))
		if err != nil {
			return nil, dotnet.Throw("System.Xml.XmlException", "%s", err.Error())
		}
		return items, nil
	}
	b.Static("System.Object Deserialize(string source)", func(c *value.Call) (value.Value, error) {
		items, err := read(c)
		switch {
		case err != nil || len(items) == 0:
			return value.Null, err
		case len(items) == 1:
			return items[0], nil
		}
		return value.List(items...), nil
	})
	b.Static("System.Object[] DeserializeAsList(string source)", func(c *value.Call) (value.Value, error) {
		items, err := read(c)
		return value.List(items...), err
	})
}
