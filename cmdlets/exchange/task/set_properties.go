package task

import (
	"errors"
	"fmt"
	"reflect"
	"strings"

	"exolab/cmdlets/exchange/catalogue"
	"exolab/cmdlets/exchange/shapes"
	"exolab/runtime"
	"exolab/runtime/errs"
	"exolab/runtime/value"
	"exolab/store"
	"exolab/store/tenant"
)

// settable is a record of the store whose properties can be set by name.
type settable interface {
	Property(name string) (any, bool)
	SetProperty(name string, v any) error
}

// controls are the parameters that say what to change and how, not what to
// set.
var controls = map[string]bool{"Identity": true, "Confirm": true, "WhatIf": true, "Force": true, "DomainController": true, "IgnoreDefaultScope": true,
	"GroupMailbox": true, "Arbitration": true, "PublicFolder": true, "Mailbox": true, "AlwaysDeleteOutlookRulesBlob": true,
	"BypassSecurityGroupManagerCheck": true, "InactiveMailbox": true, "UseCustomRouting": true, "ResetPasswordOnNextLogon": true}

// SetProperties sets every given parameter that is a property of the shape and
// that special does not set itself. It reports whether anything changed.
func (c *Call) SetProperties(r store.Reader, shapeName string, target settable, special map[string]Setter) (bool, error) {
	changed := false
	s := shapes.Named(shapeName)
	for _, p := range c.Params {
		if p.Common || controls[p.Name] || !c.Has(p.Name) || special[p.Name] == nil && IsInert(c.Cmdlet.Name, p.Name) {
			continue
		}
		before, stored := target.Property(p.Name)
		if i := s.Fresh.IndexOf(value.Fold(p.Name)); !stored && i >= 0 && special[p.Name] == nil {
			before = shapes.Stored(c.Ctx.Env(), s.Fresh.At(i))
		}
		var err error
		if set := special[p.Name]; set != nil {
			err = set(c, r, p.Name)
		} else if isReference(p.Name) {
			err = c.setReference(r, target, p.Name, before)
		} else if i := s.Fresh.IndexOf(value.Fold(p.Name)); i >= 0 {
			err = c.setProperty(target, s, i, p.Name, before)
		} else {
			err = c.setFurther(target, s, p)
		}
		if err != nil {
			return false, c.settingError(p.Name, err)
		}
		after, _ := target.Property(p.Name)
		changed = changed || special[p.Name] != nil || !sameValue(before, after)
	}
	return changed, nil
}

// sameValue reports whether two stored values are the same; nothing, an empty text
// and an empty list are.
func sameValue(a, b any) bool {
	empty := func(v any) bool {
		list, several := v.([]any)
		return v == nil || v == "" || several && len(list) == 0
	}
	return empty(a) && empty(b) || reflect.DeepEqual(a, b)
}

// setFurther sets a property that the shape does not have, and lets the objects
// of the shape show it from then on. A switch of that kind asks for something to
// be done, which only the cmdlet's own code could do.
func (c *Call) setFurther(target settable, s *shapes.Shape, p *runtime.Param) error {
	if s.Fresh.Len() > 0 && p.Switch && !strings.HasSuffix(p.Name, "Enabled") {
		if c.isOff(p.Name) {
			return nil
		}
		return c.NotEmulated(p.Name)
	}
	if !s.HasKin(p.Name) {
		further := shapes.FurtherOf(s.Name)
		known, _ := target.Property(further)
		if err := target.SetProperty(further, AnyOfTexts(MultiValue{Add: []string{p.Name}}.Apply(TextsIn(known)))); err != nil {
			return err
		}
	}
	return target.SetProperty(p.Name, shapes.Stored(c.Ctx.Env(), c.Value(p.Name)))
}

// Setter sets one property in its own way.
type Setter func(c *Call, r store.Reader, parameter string) error

// Handled is the setter of a parameter that the command dealt with before.
func Handled(*Call, store.Reader, string) error { return nil }

func (c *Call) setProperty(target settable, s *shapes.Shape, i int, name string, before any) error {
	v := c.Value(name)
	if _, several := value.ListItems(s.Fresh.At(i)); several {
		return target.SetProperty(name, AnyOfTexts(ReadMultiValue(c.Ctx.Env(), v).Apply(TextsIn(before))))
	}
	switch s.Types[i] {
	case "Unlimited<ByteQuantifiedSize>", "ByteQuantifiedSize":
		q, err := tenant.ParseQuota(value.ToString(c.Ctx.Env(), v))
		if err != nil {
			return err
		}
		return target.SetProperty(name, q.String())
	case "EnhancedTimeSpan":
		span, err := c.span(name)
		if err != nil {
			return err
		}
		return target.SetProperty(name, span)
	}
	return target.SetProperty(name, shapes.Stored(c.Ctx.Env(), v))
}

// span reads a time span parameter; a bare number is days, and none is negative.
func (c *Call) span(name string) (string, error) {
	text, ok := shapes.Stored(c.Ctx.Env(), value.Unwrap(c.Value(name))).(string)
	if !ok {
		text = value.ToString(c.Ctx.Env(), c.Value(name))
	}
	d, err := tenant.ParseTimeSpan(text)
	if err == nil && d < 0 {
		err = fmt.Errorf("the value must be between 00:00:00 and 24855.03:14:07")
	}
	return tenant.FormatTimeSpan(d), err
}

// settingError gives an error about a value the binder's form.
func (c *Call) settingError(name string, err error) error {
	var task *taskError
	var terminating *errs.Error
	if errors.As(err, &task) || errors.As(err, &terminating) {
		return err
	}
	message := err.Error()
	return c.CannotTransform(name, c.Text(name), c.typeOfParameter(name), strings.ToUpper(message[:1])+message[1:]+".")
}

// typeOfParameter is the type that the catalogue gives a parameter.
func (c *Call) typeOfParameter(name string) string {
	entry := catalogue.Find(value.Fold(c.Ctx.Command().Name))
	if entry == nil {
		return "System.Object"
	}
	for text := range strings.SplitSeq(entry.Params, ";") {
		if words := strings.Split(text, ":"); words[0] == name {
			return "Microsoft.Exchange.Data." + words[1]
		}
	}
	return "System.Object"
}

// Unchanged is the warning of a Set- cmdlet that changed nothing.
func (c *Call) Unchanged(name string) error {
	return c.Ctx.Warning("The command completed successfully but no settings of '" + name + "' have been modified.")
}

// Confirm asks whether to go on: description is what -WhatIf shows.
func (c *Call) Confirm(description string) (bool, error) {
	return c.Ctx.ShouldProcessText(description, description, "")
}

// ObjectProperties sets properties of a generic object.
type ObjectProperties struct{ *tenant.Object }

// Property returns a property by name.
func (o ObjectProperties) Property(name string) (any, bool) { return o.Properties.Get(name) }

// SetProperty sets a property by name.
func (o ObjectProperties) SetProperty(name string, v any) error {
	o.Properties.Set(name, v)
	return nil
}
