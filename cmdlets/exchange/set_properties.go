package exchange

import (
	"errors"
	"reflect"
	"strings"

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

// setProperties sets every given parameter that is a property of the shape and
// that special does not set itself. It reports whether anything changed.
func (c *call) setProperties(r store.Reader, shapeName string, target settable, special map[string]setter) (bool, error) {
	changed := false
	s := shapeNamed(shapeName)
	for _, p := range c.params {
		if p.Common || controls[p.Name] || !c.has(p.Name) {
			continue
		}
		before, _ := target.Property(p.Name)
		var err error
		if set := special[p.Name]; set != nil {
			err = set(c, r, p.Name)
		} else if i := s.fresh.IndexOf(value.Fold(p.Name)); i >= 0 {
			err = c.setProperty(target, s, i, p.Name, before)
		} else {
			err = target.SetProperty(p.Name, stored(c.ctx.Env(), c.value(p.Name)))
		}
		if err != nil {
			return false, c.settingError(p.Name, err)
		}
		after, _ := target.Property(p.Name)
		changed = changed || special[p.Name] != nil || !reflect.DeepEqual(before, after)
	}
	return changed, nil
}

// setter sets one property in its own way.
type setter func(c *call, r store.Reader, parameter string) error

func (c *call) setProperty(target settable, s *shape, i int, name string, before any) error {
	v := c.value(name)
	if _, several := value.ListItems(s.fresh.At(i)); several {
		return target.SetProperty(name, anyOfTexts(readMultiValue(c.ctx.Env(), v).apply(textsIn(before))))
	}
	switch s.types[i] {
	case "Unlimited<ByteQuantifiedSize>", "ByteQuantifiedSize":
		q, err := tenant.ParseQuota(value.ToString(c.ctx.Env(), v))
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
	return target.SetProperty(name, stored(c.ctx.Env(), v))
}

// span reads a time span parameter; a bare number is days.
func (c *call) span(name string) (string, error) {
	v := value.Unwrap(c.value(name))
	if text, ok := stored(c.ctx.Env(), v).(string); ok {
		d, err := tenant.ParseTimeSpan(text)
		return tenant.FormatTimeSpan(d), err
	}
	d, err := tenant.ParseTimeSpan(value.ToString(c.ctx.Env(), v))
	return tenant.FormatTimeSpan(d), err
}

// settingError gives an error about a value the binder's form.
func (c *call) settingError(name string, err error) error {
	var task *taskError
	var terminating *errs.Error
	if errors.As(err, &task) || errors.As(err, &terminating) {
		return err
	}
	message := err.Error()
	return c.cannotTransform(name, c.text(name), c.typeOfParameter(name), strings.ToUpper(message[:1])+message[1:]+".")
}

// typeOfParameter is the type that the catalogue gives a parameter.
func (c *call) typeOfParameter(name string) string {
	entry := findEntry(value.Fold(c.ctx.Command().Name))
	if entry == nil {
		return "System.Object"
	}
	for text := range strings.SplitSeq(entry.params, ";") {
		if words := strings.Split(text, ":"); words[0] == name {
			return "Microsoft.Exchange.Data." + words[1]
		}
	}
	return "System.Object"
}

// unchanged is the warning of a Set- cmdlet that changed nothing.
func (c *call) unchanged(name string) error {
	return c.ctx.Warning("The command completed successfully but no settings of '" + name + "' have been modified.")
}

// confirm asks whether to go on: description is what -WhatIf shows.
func (c *call) confirm(description string) (bool, error) {
	return c.ctx.ShouldProcessText(description, description, "Are you sure you want to perform this action?")
}
