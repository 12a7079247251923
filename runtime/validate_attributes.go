package runtime

import (
	"strings"

	"exolab/runtime/value"
)

// ValidateSet admits the listed values.
type ValidateSet struct {
	Values        []string
	CaseSensitive bool
	// ErrorMessage replaces the usual text; {0} is the value, {1} the set.
	ErrorMessage string
	// generate gives the values of a set whose class makes them; nil otherwise.
	generate func() ([]string, error)
}

// Name returns "ValidateSet".
func (*ValidateSet) Name() string { return "ValidateSet" }

// Apply checks every element of the argument.
func (a *ValidateSet) Apply(env value.Env, v value.Value) (value.Value, error) {
	values := a.Values
	if a.generate != nil {
		var err error
		if values, err = a.generate(); err != nil {
			return v, err
		}
	}
	return v, eachElement(v, func(item value.Value) error {
		text := value.ToString(env, item)
		for _, known := range values {
			if known == text || !a.CaseSensitive && strings.EqualFold(known, text) {
				return nil
			}
		}
		set := strings.Join(values, ",")
		if a.ErrorMessage != "" {
			return invalid("ValidateSetFailure", "%s", strings.NewReplacer("{0}", text, "{1}", set).Replace(a.ErrorMessage))
		}
		return invalid("ValidateSetFailure", "The argument \"%s\" does not belong to the set \"%s\" specified by the ValidateSet attribute. Supply an argument that is in the set and then try the command again.", text, set)
	})
}

// ValidatePattern admits strings that match a regular expression.
type ValidatePattern struct {
	Pattern       string
	CaseSensitive bool
	ErrorMessage  string
}

// Name returns "ValidatePattern".
func (*ValidatePattern) Name() string { return "ValidatePattern" }

// Apply checks every element of the argument.
func (a *ValidatePattern) Apply(env value.Env, v value.Value) (value.Value, error) {
	return v, eachElement(v, func(item value.Value) error {
		text := value.ToString(env, item)
		matched, err := matchRegex(a.Pattern, text, a.CaseSensitive)
		if err != nil {
			return err
		}
		if matched {
			return nil
		}
		if a.ErrorMessage != "" {
			return invalid("ValidatePatternFailure", "%s", strings.NewReplacer("{0}", text, "{1}", a.Pattern).Replace(a.ErrorMessage))
		}
		return invalid("ValidatePatternFailure", "The argument \"%s\" does not match the \"%s\" pattern. Supply an argument that matches \"%s\" and try the command again.", text, a.Pattern, a.Pattern)
	})
}

// ValidateScript admits what a script block says $true to.
type ValidateScript struct {
	Block        *ScriptBlock
	ErrorMessage string
	session      *Session
}

// Name returns "ValidateScript".
func (*ValidateScript) Name() string { return "ValidateScript" }

// Apply runs the block for every element of the argument.
func (a *ValidateScript) Apply(env value.Env, v value.Value) (value.Value, error) {
	return v, eachElement(v, func(item value.Value) error {
		var out Collector
		saved := a.session.propagate
		a.session.propagate = true
		err := a.session.InvokeBlock(a.Block, Invocation{Underscore: item, HasUnderscore: true, NewScope: true, Out: &out})
		a.session.propagate = saved
		if err != nil {
			if IsFlow(err) {
				return err
			}
			return invalid("ValidateScriptFailure", "%s", exceptionOf(err).Message)
		}
		if value.Truth(out.Value()) {
			return nil
		}
		text := value.ToString(env, item)
		if a.ErrorMessage != "" {
			return invalid("ValidateScriptFailure", "%s", strings.NewReplacer("{0}", text, "{1}", a.Block.Text()).Replace(a.ErrorMessage))
		}
		return invalid("ValidateScriptFailure", "The \"%s\" validation script for the argument with value \"%s\" did not return a result of True. Determine why the validation script failed, and then try the command again.", a.Block.Text(), text)
	})
}

// convertTo is an outer one of several type constraints.
type convertTo struct{ t *value.Type }

// Name returns "ArgumentTypeConverter".
func (*convertTo) Name() string { return "ArgumentTypeConverter" }

// Apply converts the argument.
func (a *convertTo) Apply(env value.Env, v value.Value) (value.Value, error) {
	return value.Convert(env, v, a.t)
}

// Transforms marks a transformation.
func (*convertTo) Transforms() {}

// unknownType reports a type constraint that names no type.
type unknownType struct{ err error }

// Name returns "ArgumentTypeConverter".
func (*unknownType) Name() string { return "ArgumentTypeConverter" }

// Apply fails.
func (a *unknownType) Apply(_ value.Env, v value.Value) (value.Value, error) { return v, a.err }

// Transforms marks a transformation.
func (*unknownType) Transforms() {}
