package runtime

import (
	"strings"

	"exolab/runtime/validation"
	"exolab/runtime/value"
)

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
	return v, validation.EachElement(v, func(item value.Value) error {
		var out Collector
		saved := a.session.propagate
		a.session.propagate = true
		err := a.session.InvokeBlock(a.Block, Invocation{Underscore: item, HasUnderscore: true, NewScope: true, Out: &out})
		a.session.propagate = saved
		if err != nil {
			if IsFlow(err) {
				return err
			}
			return validation.Invalid("ValidateScriptFailure", "%s", exceptionOf(err).Message)
		}
		if value.Truth(out.Value()) {
			return nil
		}
		text := value.ToString(env, item)
		if a.ErrorMessage != "" {
			return validation.Invalid("ValidateScriptFailure", "%s", strings.NewReplacer("{0}", text, "{1}", a.Block.Text()).Replace(a.ErrorMessage))
		}
		return validation.Invalid("ValidateScriptFailure", "The \"%s\" validation script for the argument with value \"%s\" did not return a result of True. Determine why the validation script failed, and then try the command again.", a.Block.Text(), text)
	})
}
