package cmdlets

import (
	"exolab/runtime"
	"exolab/runtime/value"
)

// memberName leaves the names of member types to the parameter that takes a
// member type at the same position: Add-Member NoteProperty A 1.
type memberName struct{}

// Name is the attribute's name.
func (memberName) Name() string { return "ValidateNotePropertyName" }

// Apply refuses the names of member types.
func (memberName) Apply(_ value.Env, v value.Value) (value.Value, error) {
	switch value.Fold(value.Unwrap(v).Text()) {
	case "aliasproperty", "codemethod", "codeproperty", "memberset", "noteproperty", "parameterizedproperty", "propertyset",
		"scriptmethod", "scriptproperty":
		return v, runtime.ErrOtherParameter
	}
	return v, nil
}
