package task

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"

	"exolab/runtime/errs"
	"exolab/runtime/value"
)

// parametersText says what exolab makes of the parameters that no cmdlet's code
// reads: a line for each cmdlet, "*" for all, with the inert ones, which change
// nothing that exolab has, and after a tab those that are refused.
//
//go:embed parameters.txt
var parametersText string

// parametersOf are the inert and the refused parameters of a line.
func parametersOf(cmdlet string) (inert, refused []string) {
	_, line, found := strings.Cut("\n"+parametersText, "\n"+cmdlet+"\t")
	if !found {
		return nil, nil
	}
	line, _, _ = strings.Cut(line, "\n")
	first, second, _ := strings.Cut(line, "\t")
	return strings.Fields(first), strings.Fields(second)
}

// IsInert reports whether a parameter of a cmdlet changes nothing that exolab has.
func IsInert(cmdlet, parameter string) bool {
	everywhere, _ := parametersOf("*")
	own, _ := parametersOf(cmdlet)
	return slices.Contains(everywhere, parameter) || slices.Contains(own, parameter)
}

// Refused are the parameters of a cmdlet that exolab does not emulate.
func Refused(cmdlet string) []string {
	_, refused := parametersOf(cmdlet)
	return refused
}

// refusal is the error for a given parameter that exolab does not emulate, nil
// if there is none. A switch that is off asks for nothing.
func (c *Call) refusal() error {
	for _, name := range Refused(c.Cmdlet.Name) {
		if c.Has(name) && !c.isOff(name) {
			return c.NotEmulated(name)
		}
	}
	return nil
}

// isOff reports whether a parameter is a Boolean or switch that is false.
func (c *Call) isOff(name string) bool {
	v := value.Unwrap(c.Value(name))
	if on, ok := value.AsSwitch(v); ok {
		return !on
	}
	return v.Kind() == value.KindBool && !v.AsBool()
}

// NotEmulated is the error for a parameter that exolab knows and does not emulate.
func (c *Call) NotEmulated(parameter string) error {
	return c.Ctx.Throw(errs.New("System.NotSupportedException", fmt.Sprintf("exolab does not emulate the parameter '%s' of %s.", parameter, c.Ctx.Command().Name),
		"ParameterNotEmulated", value.NotImplemented, value.Null))
}
