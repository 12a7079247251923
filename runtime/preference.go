package runtime

import "exolab/runtime/value"

// commonParameters is what the common parameters of one call say. An action
// of -1 was not given.
type commonParameters struct {
	errorAction, warningAction, informationAction, progressAction action
	verbose, debug, whatIf, confirm                               tristate
	outVariable, errorVariable, warningVariable, informationVariable,
	pipelineVariable string
}

type tristate int8

const (
	unsaid tristate = iota
	saidNo
	saidYes
)

func said(v value.Value) tristate {
	if value.Truth(v) {
		return saidYes
	}
	return saidNo
}

const notGiven action = -1

// bindCommon notes the value of a common parameter.
func (c *Context) bindCommon(p *Param, v value.Value) error {
	if c.common == nil {
		c.common = &commonParameters{errorAction: notGiven, warningAction: notGiven, informationAction: notGiven, progressAction: notGiven}
	}
	k := c.common
	switch p.Name {
	case "ErrorAction":
		k.errorAction = actionOf(v)
	case "WarningAction":
		k.warningAction = actionOf(v)
	case "InformationAction":
		k.informationAction = actionOf(v)
	case "ProgressAction":
		k.progressAction = actionOf(v)
	case "Verbose":
		k.verbose = said(v)
	case "Debug":
		k.debug = said(v)
	case "WhatIf":
		k.whatIf = said(v)
	case "Confirm":
		k.confirm = said(v)
	case "OutVariable":
		k.outVariable = v.Text()
	case "ErrorVariable":
		k.errorVariable = v.Text()
	case "WarningVariable":
		k.warningVariable = v.Text()
	case "InformationVariable":
		k.informationVariable = v.Text()
	case "PipelineVariable":
		k.pipelineVariable = v.Text()
	}
	return nil
}

// shareWithScope sets the preference variables of a function's own scope, so
// that the commands it calls see what its common parameters say.
func (k *commonParameters) shareWithScope(scope *Scope) {
	set := func(name string, a action) {
		if a != notGiven {
			scope.SetPlain(name, actionValue(a))
		}
	}
	set("ErrorActionPreference", k.errorAction)
	set("WarningPreference", k.warningAction)
	set("InformationPreference", k.informationAction)
	set("ProgressPreference", k.progressAction)
	set("VerbosePreference", onOff(k.verbose))
	set("DebugPreference", onOff(k.debug))
	if k.whatIf != unsaid {
		scope.SetPlain("WhatIfPreference", value.Switch(k.whatIf == saidYes))
	}
	switch k.confirm {
	case saidYes:
		scope.SetPlain("ConfirmPreference", value.Enum(TypeConfirmImpact, 1))
	case saidNo:
		scope.SetPlain("ConfirmPreference", value.Enum(TypeConfirmImpact, 0))
	}
}

func onOff(t tristate) action {
	switch t {
	case saidYes:
		return actionContinue
	case saidNo:
		return actionSilent
	}
	return notGiven
}

// The enums of the preference variables.
var (
	TypeActionPreference = &value.Type{Name: "ActionPreference", FullName: "System.Management.Automation.ActionPreference",
		Kind: value.KindEnum, Base: value.TypeEnum, IsValueType: true, Enum: &value.EnumInfo{Underlying: value.KindInt32,
			Names:  []string{"SilentlyContinue", "Stop", "Continue", "Inquire", "Ignore", "Suspend", "Break"},
			Values: []int64{0, 1, 2, 3, 4, 5, 6}}}
	TypeConfirmImpact = &value.Type{Name: "ConfirmImpact", FullName: "System.Management.Automation.ConfirmImpact",
		Kind: value.KindEnum, Base: value.TypeEnum, IsValueType: true, Enum: &value.EnumInfo{Underlying: value.KindInt32,
			Names: []string{"None", "Low", "Medium", "High"}, Values: []int64{0, 1, 2, 3}}}
)

// TypeErrorView is the enum of $ErrorView.
var TypeErrorView = &value.Type{Name: "ErrorView", FullName: "System.Management.Automation.ErrorView",
	Kind: value.KindEnum, Base: value.TypeEnum, IsValueType: true, Enum: &value.EnumInfo{Underlying: value.KindInt32,
		Names: []string{"NormalView", "CategoryView", "ConciseView", "DetailedView"}, Values: []int64{0, 1, 2, 3}}}

func actionValue(a action) value.Value { return value.Enum(TypeActionPreference, int64(a)) }

// preference is the action that a common parameter or else a preference
// variable asks for.
func (c *Context) preference(given action, folded string) action {
	if given != notGiven {
		return given
	}
	v, _ := c.frame.scope.Get(folded)
	return actionOf(v)
}

func (c *Context) errorAction() action {
	if c.common != nil && c.common.errorAction != notGiven {
		return c.common.errorAction
	}
	return c.preference(notGiven, "erroractionpreference")
}

func (c *Context) warningAction() action {
	if c.common != nil {
		return c.preference(c.common.warningAction, "warningpreference")
	}
	return c.preference(notGiven, "warningpreference")
}

func (c *Context) informationAction() action {
	if c.common != nil {
		return c.preference(c.common.informationAction, "informationpreference")
	}
	return c.preference(notGiven, "informationpreference")
}

func (c *Context) verboseAction() action {
	if c.common != nil {
		return c.preference(onOff(c.common.verbose), "verbosepreference")
	}
	return c.preference(notGiven, "verbosepreference")
}

func (c *Context) debugAction() action {
	if c.common != nil {
		return c.preference(onOff(c.common.debug), "debugpreference")
	}
	return c.preference(notGiven, "debugpreference")
}

// WhatIf reports whether the command is only to say what it would do.
func (c *Context) WhatIf() bool {
	if c.common != nil && c.common.whatIf != unsaid {
		return c.common.whatIf == saidYes
	}
	v, _ := c.frame.scope.Get("whatifpreference")
	return value.Truth(v)
}
