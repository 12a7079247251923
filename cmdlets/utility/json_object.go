package utility

import (
	"errors"
	"math"

	"exolab/cmdlets/internal/psjson"
	"exolab/runtime/dotnet"
	"exolab/runtime/errs"
	"exolab/runtime/value"
)

// typeJSONObject is JsonObject, which has what ConvertFrom-Json does as static
// methods.
var typeJSONObject = &value.Type{Name: "JsonObject", FullName: "Microsoft.PowerShell.Commands.JsonObject", Kind: value.KindObject,
	Base: value.TypeObject, IsAbstract: true, Load: loadJSONObject}

func loadJSONObject(t *value.Type, m *value.Members) {
	r := dotnet.NewRows(t, m)
	const out = "out System.Management.Automation.ErrorRecord error)"
	r.Static("System.Object ConvertFromJson(string input, "+out, func(c *value.Call) (value.Value, error) {
		return objectFromJSON(c, false, standardJSONDepth)
	})
	r.Static("System.Object ConvertFromJson(string input, bool returnHashtable, "+out, func(c *value.Call) (value.Value, error) {
		return objectFromJSON(c, dotnet.BoolArg(c, 1), standardJSONDepth)
	})
	r.Static("System.Object ConvertFromJson(string input, bool returnHashtable, System.Nullable[int] maxDepth, "+out, func(c *value.Call) (value.Value, error) {
		depth := math.MaxInt
		if !c.Args[2].IsNull() {
			depth = int(c.Args[2].Int64())
		}
		return objectFromJSON(c, dotnet.BoolArg(c, 1), depth)
	})
}

// objectFromJSON reads the text that is the first argument. Keys that an object
// cannot have are reported through the last one.
func objectFromJSON(c *value.Call, table bool, depth int) (value.Value, error) {
	env := c.Env
	v, _, err := jsonDecoder(env, table, psjson.DateKind(0), depth).Decode(dotnet.TextArg(c, 0))
	var key *psjson.KeyError
	rec := value.Null
	if errors.As(err, &key) {
		v, err, rec = value.Null, nil, value.Obj(errs.New("System.InvalidOperationException", key.Message, key.ID, value.InvalidOperation, value.Null))
	}
	if err != nil {
		return value.Null, value.NewException("System.ArgumentException", err.Error())
	}
	return v, dotnet.SetOut(c, len(c.Args)-1, rec)
}
