package runtime

import (
	"strings"

	"exolab/parser"
	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

// checkTypeNames refuses an argument, or an element of one, that lacks the type
// name which [PSTypeName()] asks for.
func (c *Context) checkTypeNames(p *Param, v value.Value, at parser.Span) error {
	if v.IsNull() {
		return nil
	}
	items := []value.Value{v}
	if list, several := value.ListItems(value.Unwrap(v)); several {
		items = list
	}
next:
	for _, item := range items {
		for _, name := range dotnet.TypeNames(item) {
			if strings.EqualFold(name, p.PSTypeName) {
				continue next
			}
		}
		e := c.fail(exTransfer, "MismatchedPSTypeName", value.InvalidArgument, at,
			"Cannot bind argument to parameter '%s', because PSTypeNames of the argument do not match the PSTypeName required by the parameter: %s.", p.Name, p.PSTypeName)
		e.cause = castFault(e.Error())
		e.record.Exception.Inner = exceptionOf(e.cause)
		return e
	}
	return nil
}
