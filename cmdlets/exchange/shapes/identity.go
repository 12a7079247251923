package shapes

import (
	"strings"

	"exolab/runtime/value"
)

// identityProperties say which object a pipeline object or an argument is,
// the surest first.
var identityProperties = []string{"exchangeguid", "mailboxguid", "guid", "externaldirectoryobjectid", "primarysmtpaddress", "distinguishedname", "identity", "userprincipalname", "name"}

// IdentityOf is the identity that an argument names: an object stands for its
// GUID, or for its address if it has none.
func IdentityOf(env value.Env, v value.Value) string {
	if o, ok := value.As[*value.PSObject](v); ok {
		for _, name := range identityProperties {
			if id, found := o.Get(name); found && !id.IsNull() {
				if text := value.ToString(env, id); text != "" {
					return text
				}
			}
		}
	}
	return value.ToString(env, v)
}

// TextsOf takes a list, or one text with commas, apart.
func TextsOf(env value.Env, v value.Value) []string {
	if v.IsNull() {
		return nil
	}
	items, ok := value.ListItems(v)
	if !ok {
		items = []value.Value{v}
	}
	var out []string
	for _, item := range items {
		for part := range strings.SplitSeq(value.ToString(env, item), ",") {
			if part = strings.TrimSpace(part); part != "" {
				out = append(out, part)
			}
		}
	}
	return out
}
