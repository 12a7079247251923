package pester

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"exolab/runtime"
	"exolab/runtime/operator"
	"exolab/runtime/value"
)

const argumentException = "System.ArgumentException"

// count is what the Count property of a value says.
func count(v value.Value) int {
	v = value.Unwrap(v)
	if v.IsNull() {
		return 0
	}
	if list := operator.Elements(v); list != nil {
		return len(list)
	}
	return 1
}

func beNullOrEmpty(c *Should, ctx *runtime.Context, actual value.Value) (string, error) {
	list := operator.Elements(value.Unwrap(actual))
	empty, shown := len(list) == 0, actual
	if len(list) == 1 {
		shown = value.Unwrap(list[0])
		if d, ok := value.As[*value.Dict](shown); ok {
			empty = d.Len() == 0
		} else {
			empty = value.ToString(ctx.Env(), shown) == ""
		}
	}
	switch {
	case empty != bool(c.Not):
		return "", nil
	case bool(c.Not):
		return fmt.Sprintf("Expected a value,%s but got $null or empty.", c.because()), nil
	}
	return fmt.Sprintf("Expected $null or empty,%s but got %s.", c.because(), nicely(ctx.Env(), shown)), nil
}

func haveCount(c *Should, ctx *runtime.Context, actual value.Value) (string, error) {
	env := ctx.Env()
	number, err := value.Convert(env, c.ExpectedValue, value.TypeInt32)
	if err != nil {
		return "", err
	}
	want := int(number.Int64())
	if want < 0 {
		return "", thrown(ctx, argumentException, "Expected collection size must be greater than or equal to 0.")
	}
	got := count(actual)
	if (got == want) != bool(c.Not) {
		return "", nil
	}
	expect, but := "Expected a collection with size "+strconv.Itoa(want), "but got an empty collection."
	switch {
	case bool(c.Not) && want == 0:
		expect = "Expected a non-empty collection"
	case bool(c.Not):
		expect = "Expected a collection with size different from " + strconv.Itoa(want)
	case want == 0:
		expect = "Expected an empty collection"
	}
	if got != 0 {
		but = fmt.Sprintf("but got collection with size %d %s.", got, nicely(env, actual))
		if c.Not {
			but = fmt.Sprintf("but got collection with that size %s.", nicely(env, actual))
		}
	}
	return expect + "," + c.because() + " " + but, nil
}

var bracketed = regexp.MustCompile(`^\[(.*)\]$`)

// typeNamed finds the type that an argument names.
func typeNamed(ctx *runtime.Context, v value.Value) (*value.Type, error) {
	v = value.Unwrap(v)
	if t, ok := value.As[*value.Type](v); ok {
		return t, nil
	}
	name := bracketed.ReplaceAllString(value.ToString(ctx.Env(), v), "$1")
	if t, ok := ctx.Env().LookupType(name); ok {
		return t, nil
	}
	return nil, thrown(ctx, argumentException,
		"Could not find type ["+name+"]. Make sure that the assembly that contains that type is loaded.")
}

func beOfType(c *Should, ctx *runtime.Context, actual value.Value) (string, error) {
	t, err := typeNamed(ctx, c.ExpectedType)
	if err != nil {
		return "", err
	}
	ok, err := holds(ctx.Env(), "-is", actual, value.Obj(t))
	if err != nil || ok != bool(c.Not) {
		return "", err
	}
	var own *value.Type
	if !actual.IsNull() {
		own = value.TypeOf(actual)
	}
	wanted := ""
	if c.Not {
		wanted = "not "
	}
	return fmt.Sprintf("Expected the value to %shave type %s or any of its subtypes,%s but got %s with type %s.", wanted,
		nicelyType(t), c.because(), nicely(ctx.Env(), actual), nicelyType(own)), nil
}

// haveParameter is -HaveParameter on the output of Get-Command.
func haveParameter(c *Should, ctx *runtime.Context, actual value.Value) (string, error) {
	command, ok := value.As[*runtime.Command](value.Unwrap(actual))
	if !ok || command.Meta() == nil {
		return "", thrown(ctx, argumentException, "Input value must be non-null CommandInfo object. You can get one by calling Get-Command.")
	}
	var found *runtime.Param
	for _, p := range command.Meta().Params {
		if strings.EqualFold(p.Name, c.ParameterName) {
			found = p
		}
	}
	wishes := parameterWishes{negate: bool(c.Not)}
	name := c.ParameterName
	if c.InParameterSet != "" {
		name += " in parameter set " + c.InParameterSet
	}
	wishes.filters = []string{"to" + wishes.not(" ") + " have a parameter " + name}
	narrowed := c.InParameterSet != "" || bool(c.Mandatory) || ctx.Bound("Type") || ctx.Bound("DefaultValue") || bool(c.HasArgumentCompleter)
	switch {
	case found == nil && wishes.negate:
		return "", nil
	case found == nil:
		wishes.buts = []string{"the parameter is missing"}
	case wishes.negate && !narrowed && len(c.Alias) == 0:
		wishes.buts = []string{"the parameter exists"}
	default:
		if err := c.parameterDetails(ctx, &wishes, found); err != nil {
			return "", err
		}
	}
	if len(wishes.buts) == 0 {
		return "", nil
	}
	return fmt.Sprintf("Expected command %s %s,%s but %s.", command.Name, joinAnd(wishes.filters, 3), c.because(), joinAnd(wishes.buts, 2)), nil
}

// parameterWishes collects what was asked of a parameter and what it is not.
type parameterWishes struct {
	negate        bool
	filters, buts []string
}

// not is the word in negated wishes.
func (w *parameterWishes) not(before string) string {
	if w.negate {
		return before + "not"
	}
	return ""
}

// wish notes one wish, and the reason why it is not met.
func (w *parameterWishes) wish(filter string, met bool, whenMissing, whenMet string) {
	w.filters = append(w.filters, filter)
	if !w.negate && !met {
		w.buts = append(w.buts, whenMissing)
	} else if w.negate && met {
		w.buts = append(w.buts, whenMet)
	}
}

func (c *Should) parameterDetails(ctx *runtime.Context, w *parameterWishes, p *runtime.Param) error {
	sets := p.Sets
	if c.InParameterSet != "" {
		sets = nil
		for _, s := range p.Sets {
			if strings.EqualFold(s.Name, c.InParameterSet) {
				sets = append(sets, s)
			}
		}
		if (len(sets) == 0) != w.negate {
			reason := "the parameter is missing"
			if w.negate {
				reason = "the parameter exists"
			}
			w.buts = append(w.buts, reason)
			return nil
		}
	}
	if c.Mandatory {
		mandatory := false
		for _, s := range sets {
			mandatory = mandatory || s.Mandatory
		}
		w.wish("which is"+w.not(" ")+" mandatory", mandatory, "it wasn't mandatory", "it was mandatory")
	}
	if ctx.Bound("Type") {
		t, err := typeNamed(ctx, c.Type)
		if err != nil {
			return err
		}
		own := "it was of type [" + p.Type.FullName + "]"
		w.wish(strings.TrimPrefix(w.not("")+" of type ["+t.FullName+"]", " "), p.Type == t, own, own)
	}
	if ctx.Bound("DefaultValue") {
		own := strings.Trim(p.DefaultText, `"'`)
		reason := "the default value was " + nicely(ctx.Env(), value.Str(own))
		w.wish("the default value"+w.not(" ")+" to be "+nicely(ctx.Env(), c.DefaultValue),
			strings.EqualFold(own, value.ToString(ctx.Env(), c.DefaultValue)), reason, reason)
	}
	if c.HasArgumentCompleter {
		w.wish("has ArgumentCompletion", p.Completer != nil || len(p.Completions) > 0, "has no ArgumentCompletion", "has ArgumentCompletion")
	}
	c.aliasWishes(w, p)
	return nil
}

func (c *Should) aliasWishes(w *parameterWishes, p *runtime.Param) {
	if len(c.Alias) == 0 {
		return
	}
	var wanted, faulty []string
	for _, alias := range c.Alias {
		wanted = append(wanted, "'"+alias+"'")
		known := false
		for _, own := range p.Aliases {
			known = known || strings.EqualFold(own, alias)
		}
		if known == w.negate {
			faulty = append(faulty, "'"+alias+"'")
		}
	}
	with, plural := "with", ""
	if w.negate {
		with = "without"
	}
	if len(wanted) > 1 {
		plural = "es"
	}
	w.filters = append(w.filters, with+" alias"+plural+" "+joinAnd(wanted, 2))
	if len(faulty) == 0 {
		return
	}
	have, which := "it didn't have", "an alias"
	if w.negate {
		have = "it has"
	}
	if len(faulty) > 1 {
		which = "the aliases"
	}
	w.buts = append(w.buts, have+" "+which+" "+joinAnd(faulty, 2))
}
