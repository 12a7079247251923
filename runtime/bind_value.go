package runtime

import (
	"fmt"

	"exolab/parser"
	"exolab/runtime/value"
)

// transformer is a ParamAttribute that changes the argument before its type
// is looked at.
type transformer interface {
	ParamAttribute
	// Transforms marks the attribute; it does nothing.
	Transforms()
}

// converter is a transformer that stands for the conversion to the parameter's
// type, whose errors it has.
type converter interface {
	transformer
	// Converts marks the attribute; it does nothing.
	Converts()
}

// admit makes an argument fit a parameter: transformations, conversion to the
// declared type (if coerce is set; otherwise fits is false for a value of
// another type), the checks for null and empty, validations.
func (c *Context) admit(i int, v value.Value, text string, at parser.Span, coerce bool) (out value.Value, fits bool, err error) {
	p := c.meta.Params[i]
	if v.IsVoid() {
		v = value.Null
	}
	for _, a := range p.Attributes {
		if t, ok := a.(transformer); ok {
			if v, err = t.Apply(c.Env(), v); err != nil {
				if _, converts := a.(converter); converts {
					return v, false, c.conversionFailed(p, at, err)
				}
				return v, false, c.transformationFailed(p, at, err)
			}
		}
	}
	if coerce {
		if v, err = c.convert(p, v, text, at); err != nil {
			return v, false, err
		}
	} else if !fitsType(v, p.Type) {
		return v, false, nil
	} else if v, err = c.convert(p, v, text, at); err != nil {
		return v, false, err
	}
	if p.PSTypeName != "" {
		if err = c.checkTypeNames(p, v, at); err != nil {
			return v, false, err
		}
	}
	if err = c.checkEmpty(p, v, at); err != nil {
		return v, false, err
	}
	for _, a := range p.Attributes {
		if _, ok := a.(transformer); ok {
			continue
		}
		if _, err = a.Apply(c.Env(), v); err != nil {
			return v, false, c.validationFailed(p, at, err)
		}
	}
	return v, true, nil
}

// convert gives v the parameter's type.
func (c *Context) convert(p *Param, v value.Value, text string, at parser.Span) (value.Value, error) {
	t := p.Type
	if t == value.TypeObject || t == value.TypePSObject {
		return c.asWritten(v, text), nil
	}
	if text != "" && isNumeral(v) && t == value.TypeString {
		return value.Str(text), nil
	}
	if text != "" && v.IsNumber() && t == value.TypeVersion {
		v = value.Str(text)
	}
	if t == TypeActionPreference && p.Common {
		return c.convertAction(p, v, at)
	}
	if c.script() {
		out, err := c.convertForScript(v, t)
		if err != nil {
			return v, c.transformationFailed(p, at, err)
		}
		return out, nil
	}
	return c.convertForCmdlet(p, t, v, at)
}

// asWritten gives a number that a cmdlet takes as any object the text by which
// it was written: Write-Host 1.50 shows 1.50.
func (c *Context) asWritten(v value.Value, text string) value.Value {
	if text == "" || !isNumeral(v) || c.script() || value.ToString(nil, v) == text {
		return v
	}
	return value.Obj(&value.Decorated{Inner: v, Text: text})
}

// isNumeral reports whether a number literal gives such a value.
func isNumeral(v value.Value) bool {
	_, big := v.Object().(*value.BigInteger)
	return big || v.IsNumber()
}

// script reports whether the command is a function or script.
func (c *Context) script() bool { return c.command == nil || c.command.Kind != CmdletCommand }

// convertForScript converts as the type constraint of a script parameter does.
func (c *Context) convertForScript(v value.Value, t *value.Type) (value.Value, error) {
	bare := value.Unwrap(v)
	if c.meta.CmdletBinding && t == value.TypeString {
		if _, isArray := value.As[*value.Array](bare); isArray {
			return v, castFault("Cannot convert value to type System.String.")
		}
	}
	if boolLike(t) {
		if err := checkBool(bare, t); err != nil {
			return v, err
		}
	} else if c.meta.CmdletBinding && t.IsArray() && boolLike(t.Elem) {
		for _, item := range value.Items(bare) {
			if err := checkBool(value.Unwrap(item), t.Elem); err != nil {
				return v, err
			}
		}
	}
	if t == value.TypeSwitch {
		return toSwitch(v)
	}
	return value.Convert(c.Env(), v, t)
}

func toSwitch(v value.Value) (value.Value, error) {
	bare := value.Unwrap(v)
	if _, ok := value.AsSwitch(bare); ok {
		return bare, nil
	}
	if bare.IsNull() {
		return value.Switch(false), nil
	}
	if bare.Kind() == value.KindBool {
		return value.Switch(bare.AsBool()), nil
	}
	text := value.ToString(nil, bare)
	return v, castFault(fmt.Sprintf("Cannot convert the \"%s\" value of type \"%s\" to type \"%s\".", text, value.TypeOf(bare).FullName, value.TypeSwitch.FullName))
}

func boolLike(t *value.Type) bool { return t == value.TypeBoolean || t == value.TypeSwitch }

// checkBool refuses what a Boolean parameter does not take, strings above all.
func checkBool(v value.Value, t *value.Type) error {
	if v.IsNull() {
		if t == value.TypeSwitch {
			return nil
		}
		return boolFault("", t)
	}
	if _, ok := value.AsSwitch(v); ok || v.IsNumber() || v.Kind() == value.KindBool {
		return nil
	}
	return boolFault(value.TypeOf(v).FullName, t)
}

func boolFault(from string, t *value.Type) error {
	return castFault(fmt.Sprintf("Cannot convert value \"%s\" to type \"%s\". Boolean parameters accept only Boolean values and numbers, such as $True, $False, 1 or 0.", from, t.FullName))
}

func castFault(message string) error {
	e := value.NewException("System.Management.Automation.PSInvalidCastException", message)
	e.ErrorID, e.Category = "InvalidCastFromAnyTypeToString", value.InvalidArgument
	return e
}

// convertForCmdlet converts as the binder does for compiled cmdlets.
func (c *Context) convertForCmdlet(p *Param, t *value.Type, v value.Value, at parser.Span) (value.Value, error) {
	bare := value.Unwrap(v)
	if bare.IsNull() {
		if boolLike(t) {
			return v, c.notAllowed(p, at, "Null", "null")
		}
		if t == value.TypeString && !p.AllowNull && p.everMandatory() {
			return value.Null, nil // cmdlets see the null, functions an empty string
		}
		return value.Convert(c.Env(), v, t)
	}
	from := value.TypeOf(bare)
	if t.IsAssignableFrom(from) {
		return bare, nil
	}
	if boolLike(t) {
		return c.cmdletBool(p, t, bare, at)
	}
	if t.IsArray() {
		return c.encodeArray(p, t, v, at)
	}
	if value.IsList(bare) && !isListType(t) && t.Enum == nil {
		return v, c.notSupported(p, at, bare)
	}
	out, err := value.Convert(c.Env(), v, t)
	if err != nil {
		return v, c.conversionFailed(p, at, err)
	}
	return out, nil
}

func (c *Context) cmdletBool(p *Param, t *value.Type, v value.Value, at parser.Span) (value.Value, error) {
	if err := checkBool(v, t); err != nil {
		e := c.conversionFailed(p, at, err)
		return v, e
	}
	on, isSwitch := value.AsSwitch(v)
	if !isSwitch {
		on = value.Truth(v)
	}
	if t == value.TypeSwitch {
		return value.Switch(on), nil
	}
	return value.Bool(on), nil
}

// encodeArray makes an array of the parameter's element type, one element
// for a single object.
func (c *Context) encodeArray(p *Param, t *value.Type, v value.Value, at parser.Span) (value.Value, error) {
	items := value.Items(value.Unwrap(v))
	out := make([]value.Value, len(items))
	for k, item := range items {
		if t.Elem == value.TypeObject || t.Elem == value.TypePSObject || item.IsNull() && !t.Elem.IsValueType && t.Elem != value.TypeString {
			out[k] = item
			continue
		}
		converted, err := c.convertForCmdlet(p, t.Elem, item, at)
		if err != nil {
			return v, err
		}
		out[k] = converted
	}
	return value.Obj(&value.Array{Elem: elemOf(t), Items: out}), nil
}

func elemOf(t *value.Type) *value.Type {
	if t.Elem == value.TypeObject {
		return nil
	}
	return t.Elem
}

func isListType(t *value.Type) bool {
	return t.IsArray() || value.TypeIList.IsAssignableFrom(t) || t == value.TypeIEnumerable || t == value.TypeICollection || t == value.TypeIList
}

// fitsType reports whether a pipeline object has a parameter's type without
// conversion; one object fits a parameter that takes a list of its type.
func fitsType(v value.Value, t *value.Type) bool {
	if t == value.TypeObject || t == value.TypePSObject {
		return true
	}
	bare := value.Unwrap(v)
	if bare.IsNull() {
		return !t.IsValueType
	}
	from := value.TypeOf(bare)
	if t.IsAssignableFrom(from) {
		return true
	}
	return t.IsArray() && (t.Elem == value.TypePSObject || t.Elem.IsAssignableFrom(from))
}

// checkEmpty refuses null and empty arguments of mandatory parameters.
func (c *Context) checkEmpty(p *Param, v value.Value, at parser.Span) error {
	if p.AllowNull && p.AllowEmptyString && p.AllowEmptyCollection || !p.everMandatory() {
		return nil
	}
	bare := value.Unwrap(v)
	if err := c.checkEmptyItem(p, p.Type, bare, at); err != nil {
		return err
	}
	if !value.IsList(bare) || !isListType(p.Type) {
		return nil
	}
	items := value.Items(bare)
	if len(items) == 0 && !p.AllowEmptyCollection {
		if _, isArray := value.As[*value.Array](bare); isArray {
			return c.notAllowed(p, at, "EmptyArray", "an empty array")
		}
		return c.notAllowed(p, at, "EmptyCollection", "an empty collection")
	}
	for _, item := range items {
		if err := c.checkEmptyItem(p, p.Type.Elem, value.Unwrap(item), at); err != nil {
			return err
		}
	}
	return nil
}

// checkEmptyItem looks at an argument, or an element of one, for a place of
// type t, nil if unknown: only strings must not be empty.
func (c *Context) checkEmptyItem(p *Param, t *value.Type, v value.Value, at parser.Span) error {
	if v.IsNull() && !p.AllowNull {
		return c.notAllowed(p, at, "Null", "null")
	}
	if t == value.TypeString && v.Kind() == value.KindString && v.Text() == "" && !p.AllowEmptyString {
		return c.notAllowed(p, at, "EmptyString", "an empty string")
	}
	return nil
}

func (p *Param) everMandatory() bool {
	for i := range p.Sets {
		if p.Sets[i].Mandatory {
			return true
		}
	}
	return false
}
