package value

// SwitchParameter is the value of a [switch] parameter.
type SwitchParameter bool

// PSType returns SwitchParameter's type.
func (SwitchParameter) PSType() *Type { return TypeSwitch }

// Switch returns a SwitchParameter.
func Switch(on bool) Value { return Obj(SwitchParameter(on)) }

// AsSwitch returns the content of a SwitchParameter.
func AsSwitch(v Value) (on, ok bool) {
	s, ok := v.Object().(SwitchParameter)
	return bool(s), ok
}
