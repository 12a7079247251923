package text

import (
	"slices"

	"github.com/dlclark/regexp2"

	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

// loadRegexGroups adds the names and numbers of an expression's groups.
func loadRegexGroups(b dotnet.Rows) {
	compiled := func(f func(re *regexp2.Regexp, c *value.Call) value.Value) dotnet.Body {
		return func(c *value.Call) (value.Value, error) {
			re, err := compile(dotnet.Of[*value.Regex](c.This))
			if err != nil {
				return value.Null, err
			}
			return f(re.Regexp, c), nil
		}
	}
	b.Method("int[] GetGroupNumbers()", compiled(func(re *regexp2.Regexp, _ *value.Call) value.Value {
		a := &value.Array{Elem: value.TypeInt32}
		for _, n := range re.GetGroupNumbers() {
			a.Items = append(a.Items, value.Int(n))
		}
		return value.Obj(a)
	}))
	b.Method("string GroupNameFromNumber(int i)", compiled(func(re *regexp2.Regexp, c *value.Call) value.Value {
		if slices.Contains(re.GetGroupNumbers(), dotnet.IntArg(c, 0)) {
			return value.Str(re.GroupNameFromNumber(dotnet.IntArg(c, 0)))
		}
		return value.Str("")
	}))
	b.Method("int GroupNumberFromName(string name)", compiled(func(re *regexp2.Regexp, c *value.Call) value.Value {
		return value.Int(re.GroupNumberFromName(dotnet.TextArg(c, 0)))
	}))
	b.Constant("timespan InfiniteMatchTimeout", value.Span(infiniteTimeout))
	b.Constant("int CacheSize", value.Int(15))
}
