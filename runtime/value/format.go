package value

import "exolab/runtime/netfmt"

// Format is .NET's string.Format of one value: IFormattable types follow the
// format and culture, all others give their text. The error is .NET's
// FormatException.
func Format(env Env, v Value, spec string, c *netfmt.Culture) (string, error) {
	switch v = Unwrap(v); v.Kind() {
	case KindString:
		return v.Text(), nil
	case KindSingle:
		return netfmt.FormatSingle(float32(v.Float()), spec, c)
	case KindDouble:
		return netfmt.FormatDouble(v.Float(), spec, c)
	case KindDecimal:
		return netfmt.FormatDecimal(v.Decimal(), spec, c)
	case KindUInt64:
		return netfmt.FormatUint(v.Uint64(), spec, c)
	case KindTimeSpan:
		return netfmt.FormatTimeSpan(v.Ticks(), spec, c)
	case KindDateTime:
		ticks, kind := v.DateTicks()
		return netfmt.FormatDateTime(netfmt.DateTime{Ticks: ticks, Kind: netfmt.DateKind(kind)}, spec, c)
	case KindEnum:
		return formatEnum(v, spec)
	case KindObject:
		return formatObject(env, v, spec)
	}
	if v.IsInteger() {
		return netfmt.FormatInt(v.Int64(), bitsOf(v.Kind()), spec, c)
	}
	text, _ := scalarText(v, c)
	return text, nil
}

// AppendFormat is Format that appends the text to a buffer.
func AppendFormat(to []byte, env Env, v Value, spec string, c *netfmt.Culture) ([]byte, error) {
	switch v = Unwrap(v); {
	case v.Kind() == KindString:
		return append(to, v.Text()...), nil
	case v.IsInteger() && v.Kind() != KindUInt64:
		return netfmt.AppendInt(to, v.Int64(), bitsOf(v.Kind()), spec, c)
	}
	text, err := Format(env, v, spec, c)
	return append(to, text...), err
}

// AppendComposite appends what a composite format gives for the arguments.
func AppendComposite(to []byte, env Env, format string, args []Value, c *netfmt.Culture) ([]byte, error) {
	f := netfmt.LoadComposite(format)
	for i := range f.Parts {
		p := &f.Parts[i]
		to = append(to, p.Text...)
		if p.Index < 0 {
			break
		}
		if p.Index >= len(args) {
			return to, netfmt.ErrArgumentIndex
		}
		from, err := len(to), error(nil)
		// The text is made once as bytes and once as a string.
		if err := CheckRoom(2 * int64(len(to)+len(args[p.Index].Text()))); err != nil {
			return to, err
		}
		if to, err = AppendFormat(to, env, args[p.Index], p.Spec, c); err != nil {
			return to, err
		}
		to = p.Pad(to, from)
	}
	return to, f.Fault
}

func bitsOf(k Kind) int {
	switch k {
	case KindSByte, KindByte:
		return 8
	case KindInt16, KindUInt16:
		return 16
	case KindInt64:
		return 64
	}
	return 32
}

func formatEnum(v Value, spec string) (string, error) {
	t := v.enumType()
	switch spec {
	case "D", "d":
		return netfmt.FormatInt(v.Int64(), 64, "", netfmt.Invariant)
	case "X", "x":
		return netfmt.FormatInt(v.Int64(), bitsOf(t.Enum.Underlying), "X8", netfmt.Invariant)
	case "", "G", "g", "F", "f":
		return EnumText(t, v.Int64()), nil
	}
	return "", &netfmt.Error{Kind: netfmt.KindFormat, Message: `Format string can be only "G", "g", "X", "x", "F", "f", "D" or "d".`}
}

func formatObject(env Env, v Value, spec string) (string, error) {
	if g, ok := v.Object().(Guid); ok {
		return g.Format(spec)
	}
	if o, ok := v.Object().(interface {
		Format(spec string) (string, error)
	}); ok && spec != "" {
		return o.Format(spec)
	}
	if _, ok := enumerated(v); ok {
		return TypeOf(v).FullName, nil
	}
	return objectText(env, v), nil
}
