package completion

import (
	"strings"

	"exolab/runtime"
	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

const automation = "System.Management.Automation."

// resultObject is a CompletionResult.
type resultObject struct {
	value.Extended
	Match
	kind value.Value
}

// completionObject is a CommandCompletion.
type completionObject struct {
	value.Extended
	t       *value.Type
	result  Result
	matches value.Value
	current int
}

var (
	typeResultKind = &value.Type{Name: "CompletionResultType", FullName: automation + "CompletionResultType", Kind: value.KindEnum,
		Base: value.TypeEnum, IsValueType: true, Enum: &value.EnumInfo{Names: kindNames, Values: kindValues(), Underlying: value.KindInt32}}
	typeResult = &value.Type{Name: "CompletionResult", FullName: automation + "CompletionResult", Kind: value.KindObject, Base: value.TypeObject, Load: loadResult}
)

var kindNames = strings.Fields("Text History Command ProviderItem ProviderContainer Property Method ParameterName ParameterValue Variable Namespace Type Keyword DynamicKeyword")

func kindValues() []int64 {
	values := make([]int64, len(kindNames))
	for i := range values {
		values[i] = int64(i)
	}
	return values
}

// PSType returns CompletionResult.
func (*resultObject) PSType() *value.Type { return typeResult }

// PSType returns CommandCompletion.
func (o *completionObject) PSType() *value.Type { return o.t }

// Register gives a session the types CommandCompletion, CompletionResult and
// CompletionResultType.
func Register(s *runtime.Session) {
	completion := &value.Type{Name: "CommandCompletion", FullName: automation + "CommandCompletion", Kind: value.KindObject, Base: value.TypeObject,
		Load: func(t *value.Type, m *value.Members) { loadCompletion(s, t, m) }}
	for _, t := range []*value.Type{typeResultKind, typeResult, completion} {
		s.Types.Define(t.FullName, func() *value.Type { return t })
	}
}

func loadResult(t *value.Type, m *value.Members) {
	r := dotnet.NewRows(t, m)
	text := func(get func(o *resultObject) string) func(value.Value) value.Value {
		return func(v value.Value) value.Value {
			o, _ := value.As[*resultObject](v)
			return value.Str(get(o))
		}
	}
	r.Get("string CompletionText", text(func(o *resultObject) string { return o.Text }))
	r.Get("string ListItemText", text(func(o *resultObject) string { return o.ListItem }))
	r.Get(automation+"CompletionResultType ResultType", func(v value.Value) value.Value {
		o, _ := value.As[*resultObject](v)
		return o.kind
	})
	r.Get("string ToolTip", text(func(o *resultObject) string { return o.ToolTip }))
	construct := func(c *value.Call) (value.Value, error) {
		o := &resultObject{Match: Match{Text: c.Args[0].Text(), ListItem: c.Args[0].Text(), ToolTip: c.Args[0].Text(), Kind: Text}}
		if len(c.Args) == 4 {
			o.ListItem, o.ToolTip, o.kind = c.Args[1].Text(), c.Args[3].Text(), c.Args[2]
			return value.Obj(o), nil
		}
		var err error
		o.kind, err = value.Convert(c.Env, value.Str(string(Text)), typeResultKind)
		return value.Obj(o), err
	}
	r.Constructor("(string completionText)", construct)
	r.Constructor("(string completionText, string listItemText, "+automation+"CompletionResultType resultType, string toolTip)", construct)
}

func loadCompletion(s *runtime.Session, t *value.Type, m *value.Members) {
	r := dotnet.NewRows(t, m)
	get := func(read func(o *completionObject) value.Value) func(value.Value) value.Value {
		return func(v value.Value) value.Value {
			o, _ := value.As[*completionObject](v)
			return read(o)
		}
	}
	r.Get("int CurrentMatchIndex", get(func(o *completionObject) value.Value { return value.Int(o.current) }))
	r.Get("int ReplacementIndex", get(func(o *completionObject) value.Value { return value.Int(o.result.Index) }))
	r.Get("int ReplacementLength", get(func(o *completionObject) value.Value { return value.Int(o.result.Length) }))
	r.Get("System.Object CompletionMatches", get(func(o *completionObject) value.Value { return o.matches }))
	r.Method(automation+"CompletionResult GetNextResult(bool forward)", func(c *value.Call) (value.Value, error) {
		o, _ := value.As[*completionObject](c.This)
		list, _ := value.As[*value.Sequence](o.matches)
		if list == nil || len(list.Items) == 0 {
			return value.Null, nil
		}
		step := -1
		if value.Truth(c.Args[0]) {
			step = 1
		}
		o.current = max(o.current, -1) + step
		switch {
		case o.current >= len(list.Items):
			o.current = 0
		case o.current < 0:
			o.current = len(list.Items) - 1
		}
		return list.Items[o.current], nil
	})
	loadCompleteInput(s, t, r)
}

func toObject(env value.Env, t *value.Type, result Result) (value.Value, error) {
	items := make([]value.Value, len(result.Matches))
	for i, m := range result.Matches {
		kind, err := value.Convert(env, value.Str(string(m.Kind)), typeResultKind)
		if err != nil {
			return value.Null, err
		}
		items[i] = value.Obj(&resultObject{Match: m, kind: kind})
	}
	return value.Obj(&completionObject{t: t, result: result, matches: value.Obj(dotnet.NewCollection(items)), current: -1}), nil
}
