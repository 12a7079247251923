package text

import (
	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

// loadRegexParts adds the instance methods that look at a part of the input
// only: Match between two positions, Replace from a position on.
func loadRegexParts(instance func(sig string, f func(r *value.Regex, c *value.Call) (value.Value, error))) {
	instance("System.Text.RegularExpressions.Match Match(string input, int beginning, int length)", matchWithin)
	instance("string Replace(string input, string replacement, int count, int startat)", replaceFrom)
	instance("string Replace(string input, System.Text.RegularExpressions.MatchEvaluator evaluator, int count, int startat)", replaceFrom)
}

// matchWithin finds the first match in a part of the input, as if the part were
// all there is; its place is told in the whole input.
func matchWithin(r *value.Regex, c *value.Call) (value.Value, error) {
	units, from, n := value.Units(dotnet.TextArg(c, 0)), dotnet.IntArg(c, 1), dotnet.IntArg(c, 2)
	switch {
	case from < 0 || from > len(units):
		return value.Null, dotnet.ThrowParam(dotnet.ExArgumentRange, "beginning", "Start index cannot be less than 0 or greater than input length.")
	case n < 0 || from+n > len(units):
		return value.Null, dotnet.ThrowParam(dotnet.ExArgumentRange, "length", "Length cannot be less than 0 or exceed input length.")
	}
	call := *c
	call.Args = []value.Value{value.Str(value.UnitsText(units[from : from+n]))}
	found, err := regexMatch(0)(r, &call)
	if m := dotnet.Of[*Match](found); m != nil && m.Success {
		m.Index += from
	}
	return found, err
}

// replaceFrom replaces up to a number of matches from a position on; what stands
// before it can be looked at, but does not match.
func replaceFrom(r *value.Regex, c *value.Call) (value.Value, error) {
	re, err := compile(r)
	if err != nil {
		return value.Null, err
	}
	s, count := dotnet.TextArg(c, 0), dotnet.IntArg(c, 2)
	from, err := characterAt(s, dotnet.IntArg(c, 3))
	if err != nil {
		return value.Null, err
	}
	f := dotnet.Invoker(c.Args[1])
	if f == nil {
		out, err := re.ReplaceText(s, dotnet.TextArg(c, 1), from, count)
		return value.Str(out), dotnet.Error(err)
	}
	return replaceByFunc(s, re, f, from, count, c)
}
