package completion

import (
	"slices"
	"sort"
	"strings"

	"exolab/parser"
	"exolab/runtime"
	"exolab/runtime/validation"
	"exolab/runtime/value"
)

// assigned completes the value that is assigned to something of an enum's type
// or with a set of valid values, or that is compared with an enum. word has
// the quote that it begins with.
func (c *completer) assigned(before int, word string) ([]Match, bool) {
	switch {
	case c.kind(before) == parser.KindAssign && before > 0:
		list, ok := c.assignable(before - 1)
		if !ok {
			return nil, false
		}
		return list.matches(word), true
	case c.kind(before) == parser.KindOperator && before > 0 && comparesWithNames(c.tokens[before].Text):
		s := c.inferRange(c.targetStart(before-1), c.tokens[before-1].End)
		if s != nil && s.typ != nil && s.typ.Enum != nil {
			return enumValues(s.typ, strings.Trim(word, `'"`)), true
		}
	}
	return nil, false
}

// comparesWithNames reports whether an operator compares an enum with the name
// of one of its values.
func comparesWithNames(operator string) bool {
	name := value.Fold(operator[dashLength(operator):])
	if name != "" && (name[0] == 'c' || name[0] == 'i') {
		name = name[1:]
	}
	return slices.Contains([]string{"eq", "ne", "like", "notlike", "match", "notmatch"}, name)
}

// enumValues are the names of an enum, quoted, in the order of their values.
func enumValues(t *value.Type, word string) []Match {
	var matches []Match
	for _, name := range t.Enum.Names {
		if strings.HasPrefix(value.Fold(name), value.Fold(word)) {
			matches = append(matches, Match{Text: "'" + name + "'", ListItem: name, Kind: ParameterValue, ToolTip: name})
		}
	}
	return matches
}

// valueList are the values that may be assigned; they are written between
// quotes unless bare is set.
type valueList struct {
	values []string
	bare   bool
}

func (l valueList) matches(word string) []Match {
	quote := "'"
	if strings.HasPrefix(word, `"`) {
		quote = `"`
	}
	var matches []Match
	for _, text := range l.values {
		if !l.bare {
			text = quote + text + quote
		}
		if strings.HasPrefix(value.Fold(text), value.Fold(word)) {
			matches = append(matches, Match{Text: text, ListItem: text, Kind: Text, ToolTip: text})
		}
	}
	return matches
}

// assignable are the values for the variable or property that ends with token
// i.
func (c *completer) assignable(i int) (valueList, bool) {
	if c.kind(i) != parser.KindVariable {
		s := c.inferRange(c.targetStart(i), c.tokens[i].End)
		if s == nil {
			return valueList{}, false
		}
		return enumList(s.typ)
	}
	if list, ok := c.setBefore(i); ok {
		return list, true
	}
	if t := c.constraint(i); t != nil {
		return enumList(t)
	}
	name := c.plainName(i)
	v := c.scope.Lookup(name)
	if v != nil {
		t, checks := v.Constraint()
		if list, ok := setOf(t, checks); ok {
			return list, true
		}
		if t != nil {
			return enumList(t)
		}
	}
	if t := c.earlierConstraint(i, name); t != nil {
		return enumList(t)
	}
	if v != nil && !v.Read().IsNull() {
		if list, ok := enumList(value.TypeOf(v.Read())); ok {
			return list, true
		}
	}
	if isPreference(name) {
		return enumList(runtime.TypeActionPreference)
	}
	return valueList{}, false
}

// plainName is the folded name of the variable at token i, without braces and
// scope.
func (c *completer) plainName(i int) string {
	name := value.Fold(strings.Trim(c.tokens[i].Text[1:], "{}"))
	if _, rest, ok := strings.Cut(name, ":"); ok {
		return rest
	}
	return name
}

// isPreference reports whether a variable is one of PowerShell's that hold an
// ActionPreference.
func isPreference(name string) bool {
	switch name {
	case "erroractionpreference", "debugpreference", "verbosepreference", "warningpreference", "informationpreference", "progresspreference":
		return true
	}
	return false
}

func enumList(t *value.Type) (valueList, bool) {
	if t == nil || t.Enum == nil {
		return valueList{}, false
	}
	names := slices.Clone(t.Enum.Names)
	sort.Strings(names)
	return valueList{values: names}, true
}

// setOf are the values of a ValidateSet among the validations of a variable;
// those of a variable that holds no text stand without quotes.
func setOf(t *value.Type, checks []runtime.ParamAttribute) (valueList, bool) {
	for _, check := range checks {
		if set, ok := check.(*validation.Set); ok {
			return valueList{values: set.Values, bare: t != value.TypeString && (t == nil || t.Enum == nil)}, true
		}
	}
	return valueList{}, false
}

// constraint is the type that stands before the variable at token i.
func (c *completer) constraint(i int) *value.Type {
	var found *value.Type
	for k := i - 1; c.kind(k) == parser.KindRBracket; k-- {
		open := c.indexAt(c.opening(k))
		if open < 0 || c.kind(open) != parser.KindLBracket {
			break
		}
		if c.kind(open+1) == parser.KindType && open+2 == k {
			found, _ = c.lookupType(c.tokens[open+1].Text)
		}
		k = open
	}
	return found
}

// earlierConstraint is the type that the text gives the variable before token
// i.
func (c *completer) earlierConstraint(i int, name string) *value.Type {
	for k := i - 1; k >= 0; k-- {
		if c.kind(k) != parser.KindVariable || c.plainName(k) != name {
			continue
		}
		if t := c.constraint(k); t != nil {
			return t
		}
	}
	return nil
}

// setBefore are the values of a ValidateSet that stands before the variable at
// token i.
func (c *completer) setBefore(i int) (valueList, bool) {
	for k := i - 1; c.kind(k) == parser.KindRBracket; k-- {
		open := c.indexAt(c.opening(k))
		if open < 0 {
			break
		}
		if c.kind(open+1) == parser.KindType && strings.EqualFold(c.tokens[open+1].Text, "ValidateSet") {
			list := valueList{bare: c.constraint(i) != value.TypeString}
			for _, t := range c.tokens[open+2 : k] {
				if t.Kind == parser.KindString || t.Kind == parser.KindExpandable || t.Kind == parser.KindNumber {
					list.values = append(list.values, strings.Trim(t.Text, `'"`))
				}
			}
			return list, true
		}
		k = open
	}
	return valueList{}, false
}
