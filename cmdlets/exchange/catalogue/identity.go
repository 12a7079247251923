package catalogue

import (
	"fmt"
	"strings"

	"exolab/runtime/value"
)

// severalMailboxes is the type for identities that takes several.
const severalMailboxes = "GeneralMailboxOrMailUserIdParameter"

// identity refuses what Exchange's types for identities do not take: an empty text
// and lists of several objects.
type identity struct{ typeName string }

// Name is how the binder names the attribute.
func (identity) Name() string { return "ArgumentTypeConverter" }

// Transforms marks the attribute as one that changes the argument.
func (identity) Transforms() {}

// Apply lets identities pass.
func (a identity) Apply(env value.Env, v value.Value) (value.Value, error) {
	fullName := "Microsoft.Exchange.Configuration.Tasks." + a.typeName
	if items, several := value.ListItems(v); several && len(items) > 1 {
		return v, value.NewException("System.Management.Automation.PSInvalidCastException",
			fmt.Sprintf("Cannot convert the \"System.Collections.ArrayList\" value of type \"System.Collections.ArrayList\" to type \"%s\".", fullName))
	}
	if bare := value.Unwrap(v); bare.Kind() == value.KindString && strings.TrimSpace(bare.Text()) == "" {
		return v, value.NewException("System.Management.Automation.PSInvalidCastException", fmt.Sprintf("Cannot convert value \"%s\" to type \"%s\". Error: "+
			"\"Parameter values of type %s can't be empty. Specify a value, and try again.\nParameter name: identity\"", bare.Text(), fullName, fullName))
	}
	return v, nil
}
