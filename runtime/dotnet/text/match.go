package text

import (
	"github.com/dlclark/regexp2"

	"exolab/runtime/dotnet"
	"exolab/runtime/dotnet/collections"
	"exolab/runtime/netfmt"
	"exolab/runtime/value"
)

// Match is a Match, a Group or a Capture: a piece of the input.
type Match struct {
	T             *value.Type
	Success       bool
	Name          string
	Index, Length int
	Text          string
	// captures are those of a group, once they were asked for.
	captures []value.Value
	// number is the group's place in the match that it belongs to, 0 for the
	// match itself.
	number int
	*matchSource
}

// matchSource is what a match and its groups share.
type matchSource struct {
	groups []value.Value
	input  string
	engine netfmt.Regex
	// found is nil for a match of the quick engine until general is asked.
	found *regexp2.Match
}

func matchType(name string, base *value.Type) *value.Type {
	return &value.Type{Name: name, FullName: "System.Text.RegularExpressions." + name, Kind: value.KindObject, Base: base}
}

var (
	typeCapture = matchType("Capture", value.TypeObject)
	typeGroup   = matchType("Group", typeCapture)
	typeMatch   = matchType("Match", typeGroup)

	typeMatchCollection   = matchListType("MatchCollection")
	typeGroupCollection   = matchListType("GroupCollection")
	typeCaptureCollection = matchListType("CaptureCollection")
)

func matchListType(name string) *value.Type {
	t := matchType(name, value.TypeObject)
	t.Interfaces = []*value.Type{value.TypeIList, value.TypeICollection, value.TypeIEnumerable}
	return t
}

// PSType returns Match, Group or Capture.
func (m *Match) PSType() *value.Type { return m.T }

// newMatch describes a match; nil stands for none.
func newMatch(input string, re netfmt.Regex, m *regexp2.Match) *Match {
	if m == nil {
		none := &Match{T: typeMatch, Name: "0", matchSource: &matchSource{input: input, engine: re}}
		none.groups = []value.Value{value.Obj(none)}
		return none
	}
	offset := unitOffsets(input)
	groups := m.Groups()
	all := newGroups(len(groups), &matchSource{input: input, engine: re, found: m})
	for i := range groups {
		g := &groups[i]
		all[i].Name = g.Name
		if len(g.Captures) > 0 {
			at := offset(g.Index)
			all[i].set(at, offset(g.Index+g.Length)-at, g.String())
		}
	}
	return &all[0]
}

// newQuickMatch describes a match of the quick engine by the begin and end of
// each group; see netfmt.QuickMatcher.Spans.
func newQuickMatch(input string, re netfmt.Regex, spans []int) *Match {
	names := re.Quick.Names()
	all := newGroups(len(names), &matchSource{input: input, engine: re})
	for i, name := range names {
		all[i].Name = name
		if from, to := spans[2*i], spans[2*i+1]; from >= 0 && to >= 0 {
			all[i].set(from, to-from, input[from:to])
		}
	}
	return &all[0]
}

// newGroups makes a match, which is the first, and its groups.
func newGroups(n int, source *matchSource) []Match {
	all := make([]Match, n)
	source.groups = make([]value.Value, n)
	for i := range all {
		all[i].T, all[i].number, all[i].matchSource = typeGroup, i, source
		source.groups[i] = value.Obj(&all[i])
	}
	all[0].T = typeMatch
	return all
}

func (m *Match) set(index, length int, text string) {
	m.Success, m.Index, m.Length, m.Text = true, index, length, text
}

// NewMatch describes a match for other packages; re found m in input.
func NewMatch(input string, re netfmt.Regex, m *regexp2.Match) value.Value {
	return value.Obj(newMatch(input, re, m))
}

// NewQuickMatch is NewMatch for a match of the quick engine.
func NewQuickMatch(input string, re netfmt.Regex, spans []int) value.Value {
	return value.Obj(newQuickMatch(input, re, spans))
}

// general returns the match as the general engine finds it; nil for none. The
// quick engine matches ASCII only, where positions are the same.
func (s *matchSource) general() *regexp2.Match {
	if match := dotnet.Of[*Match](s.groups[0]); s.found == nil && match.Success {
		s.found, _ = s.engine.MatchText(s.input, match.Index)
	}
	return s.found
}

// captureList returns the captures of a match or group, made on first use: few
// scripts look at them.
func (m *Match) captureList() []value.Value {
	if m.captures != nil || !m.Success {
		return m.captures
	}
	found := m.general()
	if found == nil {
		return nil
	}
	offset := unitOffsets(m.input)
	for _, c := range found.Groups()[m.number].Captures {
		piece := &Match{T: typeCapture}
		at := offset(c.Index)
		piece.set(at, offset(c.Index+c.Length)-at, c.String())
		m.captures = append(m.captures, value.Obj(piece))
	}
	return m.captures
}

// unitOffsets turns positions by character into positions by UTF-16 unit.
func unitOffsets(s string) func(int) int {
	if ascii(s) {
		return func(i int) int { return i }
	}
	at := []int{0}
	for _, r := range s {
		n := 1
		if r > 0xFFFF {
			n = 2
		}
		at = append(at, at[len(at)-1]+n)
	}
	return func(i int) int { return at[min(i, len(at)-1)] }
}

// String returns the matched text.
func (m *Match) String() string { return m.Text }

func loadCapture(t *value.Type, m *value.Members) {
	b := dotnet.NewRows(t, m)
	match := dotnet.Of[*Match]
	b.Get("int Index", func(v value.Value) value.Value { return value.Int(match(v).Index) })
	b.Get("int Length", func(v value.Value) value.Value { return value.Int(match(v).Length) })
	b.Get("string Value", func(v value.Value) value.Value { return value.Str(match(v).Text) })
	b.Method("string ToString()", dotnet.Give(func(c *value.Call) value.Value { return value.Str(match(c.This).Text) }))
}

func loadGroup(t *value.Type, m *value.Members) {
	b := dotnet.NewRows(t, m)
	match := dotnet.Of[*Match]
	b.Get("System.Text.RegularExpressions.CaptureCollection Captures", func(v value.Value) value.Value {
		return value.Obj(&value.Sequence{T: typeCaptureCollection, Items: match(v).captureList(), ReadOnly: true})
	})
	b.Get("string Name", func(v value.Value) value.Value { return value.Str(match(v).Name) })
	b.Get("bool Success", func(v value.Value) value.Value { return value.Bool(match(v).Success) })
}

func loadMatch(t *value.Type, m *value.Members) {
	b := dotnet.NewRows(t, m)
	match := dotnet.Of[*Match]
	b.Get("System.Text.RegularExpressions.GroupCollection Groups", func(v value.Value) value.Value {
		return value.Obj(&groupList{Sequence: &value.Sequence{T: typeGroupCollection, Items: match(v).groups, ReadOnly: true}})
	})
	b.Method("System.Text.RegularExpressions.Match NextMatch()", func(c *value.Call) (value.Value, error) {
		m := match(c.This)
		found := m.general()
		if found == nil {
			return c.This, nil
		}
		next, err := m.engine.FindNextMatch(found)
		return value.Obj(newMatch(m.input, m.engine, next)), dotnet.Error(err)
	})
	b.Method("string Result(string replacement)", func(c *value.Call) (value.Value, error) {
		m := match(c.This)
		s, err := m.engine.ReplaceText(m.Text, dotnet.TextArg(c, 0), 0, 1)
		return value.Str(s), dotnet.Error(err)
	})
	b.Constant("System.Text.RegularExpressions.Match Empty", value.Obj(newMatch("", netfmt.Regex{}, nil)))
}

// groupList is a match's Groups, by number or name.
type groupList struct{ *value.Sequence }

func (l *groupList) byName(name string) value.Value {
	for _, g := range l.Items {
		if dotnet.Of[*Match](g).Name == name {
			return g
		}
	}
	return value.Obj(&Match{T: typeGroup, Name: name})
}

func (l *groupList) at(key value.Value) value.Value {
	if key.Kind() == value.KindString {
		return l.byName(key.Text())
	}
	if n := int(key.Int64()); n >= 0 && n < len(l.Items) {
		return l.Items[n]
	}
	return value.Obj(&Match{T: typeGroup})
}

func loadGroupList(t *value.Type, m *value.Members) {
	b := dotnet.NewRows(t, m)
	list := dotnet.Of[*groupList]
	b.Get("int Count", func(v value.Value) value.Value { return value.Int(len(list(v).Items)) })
	b.Get("string[] Keys", func(v value.Value) value.Value {
		var names []string
		for _, g := range list(v).Items {
			names = append(names, dotnet.Of[*Match](g).Name)
		}
		return value.Strings(names...)
	})
	b.Get("System.Object[] Values", func(v value.Value) value.Value { return value.List(list(v).Items...) })
	b.Method("bool ContainsKey(string key)", dotnet.Give(func(c *value.Call) value.Value {
		return value.Bool(dotnet.Of[*Match](list(c.This).byName(dotnet.TextArg(c, 0))).Success)
	}))
	b.Parameterized("Item", "System.Text.RegularExpressions.Group Item(int groupnum)", dotnet.Give(func(c *value.Call) value.Value { return list(c.This).at(c.Args[0]) }))
	b.ParameterizedMore("Item", "System.Text.RegularExpressions.Group Item(string groupname)", dotnet.Give(func(c *value.Call) value.Value { return list(c.This).at(c.Args[0]) }))
}

func loadMatchList(t *value.Type, m *value.Members) {
	b := dotnet.NewRows(t, m)
	collections.LoadSequence(b, "System.Object")
	for _, array := range [...]string{"array array", "System.Text.RegularExpressions.Match[] array"} {
		b.Method("void CopyTo("+array+", int arrayIndex)", func(c *value.Call) (value.Value, error) {
			to, at := dotnet.Of[*value.Array](c.Args[0]), dotnet.IntArg(c, 1)
			from := dotnet.ItemsOf(c.This)
			if at < 0 || at+len(from) > len(to.Items) {
				return value.Null, dotnet.ThrowParam(dotnet.ExArgument, "destinationArray", "Destination array was not long enough. Check the destination index, length, and the array's lower bounds.")
			}
			copy(to.Writable()[at:], from)
			return value.Void, nil
		})
	}
	b.Get("bool IsSynchronized", func(value.Value) value.Value { return value.False })
	b.Get("System.Object SyncRoot", func(v value.Value) value.Value { return v })
}
