package cmdlets

import (
	"fmt"
	"strings"

	"exolab/runtime"
	"exolab/runtime/value"
)

// Register adds cmdlets to a session's command table. Their tags are read on
// first use.
func Register(s *runtime.Session, specs []Spec) {
	for i := range specs {
		s.Commands.Add(command(s, &specs[i]))
	}
}

// RegisterTypes makes the types of what cmdlets give known by their names.
func RegisterTypes(s *runtime.Session, types ...*value.Type) {
	for _, t := range types {
		s.Types.Define(t.FullName, func() *value.Type { return t })
	}
}

// command makes the runtime's view of a cmdlet.
func command(s *runtime.Session, spec *Spec) *runtime.Command {
	c := &compiled{session: s, spec: spec}
	class := spec.Class
	if class == "" {
		class = "Microsoft.PowerShell.Commands." + strings.ReplaceAll(spec.Name, "-", "") + "Command"
	}
	return &runtime.Command{
		Name: spec.Name, Kind: runtime.CmdletCommand, Module: spec.Module, ClassName: class,
		Synopsis: spec.Synopsis, Info: spec,
		New: c.instance, Metadata: c.metadata,
	}
}

// compiled is a registered cmdlet; its layout is made on first use.
type compiled struct {
	session *runtime.Session
	spec    *Spec
	layout  *layout
	meta    *runtime.Metadata
}

// metadata returns the cmdlet's parameters.
func (c *compiled) metadata() *runtime.Metadata {
	if c.meta == nil {
		// Check reports what is wrong to the tests; a user gets the parameters
		// that could be read.
		_ = c.compile()
	}
	return c.meta
}

func (c *compiled) compile() error {
	prototype := c.spec.New()
	l, err := layoutOf(prototype)
	if err == nil {
		err = l.resolve(c.session, prototype)
	} else {
		l = &layout{}
	}
	c.layout = l
	c.meta = &runtime.Metadata{DefaultSet: c.spec.DefaultSet, CmdletBinding: true, PositionalBinding: true,
		SupportsShouldProcess: c.spec.SupportsShouldProcess, ConfirmImpact: impact(c.spec.ConfirmImpact), OutputTypes: c.spec.OutputTypes}
	for i := range l.fields {
		c.meta.Params = append(c.meta.Params, l.fields[i].param)
	}
	c.meta.AddCommonParameters()
	if err != nil {
		return fmt.Errorf("%s: %w", c.spec.Name, err)
	}
	return nil
}

// impact turns a Spec's ConfirmImpact into Metadata's.
func impact(n int) int {
	switch n {
	case 0:
		return 2
	case 4:
		return 0
	}
	return n
}

// Check reads the tags of all cmdlets and returns what is wrong with them.
func Check(s *runtime.Session, specs []Spec) []error {
	var wrong []error
	for i := range specs {
		c := &compiled{session: s, spec: &specs[i]}
		if err := c.compile(); err != nil {
			wrong = append(wrong, err)
		}
	}
	return wrong
}
