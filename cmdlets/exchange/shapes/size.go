package shapes

import (
	"cmp"
	"strings"

	"exolab/runtime/dotnet"
	"exolab/runtime/value"
	"exolab/store/tenant"
)

// byteSize is a ByteQuantifiedSize; limit is an Unlimited of it.
type (
	byteSize uint64
	limit    struct{ tenant.Quota }
)

var (
	typeByteSize = &value.Type{Name: "ByteQuantifiedSize", FullName: "Microsoft.Exchange.Data.ByteQuantifiedSize", Kind: value.KindObject,
		Base: value.TypeObject, IsValueType: true, Interfaces: []*value.Type{value.TypeIComparable}, Load: loadByteSize}
	typeLimit = &value.Type{Name: "Unlimited`1", FullName: "Microsoft.Exchange.Data.Unlimited`1[[Microsoft.Exchange.Data.ByteQuantifiedSize]]",
		Kind: value.KindObject, Base: value.TypeObject, IsValueType: true, Interfaces: []*value.Type{value.TypeIComparable}, Load: loadLimit}
)

// PSType returns the type of sizes.
func (byteSize) PSType() *value.Type { return typeByteSize }

// PSType returns the type of limits.
func (limit) PSType() *value.Type { return typeLimit }

// String is the size as Exchange prints it: "1.3 GB (1,395,864,371 bytes)".
func (s byteSize) String() string { return tenant.FormatSize(uint64(s)) }

// String is the size, or Unlimited.
func (l limit) String() string { return l.Quota.String() }

// CompareTo orders sizes.
func (s byteSize) CompareTo(other value.Object) (int, bool) {
	o, ok := other.(byteSize)
	return cmp.Compare(uint64(s), uint64(o)), ok
}

// CompareTo orders limits; none is the largest.
func (l limit) CompareTo(other value.Object) (int, bool) {
	o, ok := other.(limit)
	switch {
	case l.Unlimited && o.Unlimited:
		return 0, ok
	case l.Unlimited:
		return 1, ok
	case o.Unlimited:
		return -1, ok
	}
	return cmp.Compare(l.Bytes, o.Bytes), ok
}

// SizeValue shows a number of bytes as a ByteQuantifiedSize.
func SizeValue(n uint64) value.Value { return value.Obj(byteSize(n)) }

// LimitValue shows a quota as an Unlimited value.
func LimitValue(q tenant.Quota) value.Value { return value.Obj(limit{q}) }

// limitText reads a limit as it is written.
func limitText(text string) value.Value {
	q, err := tenant.ParseQuota(text)
	if err != nil {
		return value.Str(text)
	}
	return LimitValue(q)
}

func loadByteSize(t *value.Type, m *value.Members) {
	r := dotnet.NewRows(t, m)
	for shift, unit := range []string{"Bytes", "KB", "MB", "GB", "TB"} {
		r.Method("ulong To"+unit+"()", func(c *value.Call) (value.Value, error) {
			s, _ := value.As[byteSize](c.This)
			return value.Integer(value.KindUInt64, int64(uint64(s)>>(10*shift))), nil
		})
	}
	r.Method("string ToString()", textOfThis)
	r.Method("int CompareTo(System.Object other)", compareThis)
	r.Static("Microsoft.Exchange.Data.ByteQuantifiedSize Parse(string expression)", parseSize)
	r.Constructor("new(string expression)", parseSize)
}

func loadLimit(t *value.Type, m *value.Members) {
	r := dotnet.NewRows(t, m)
	r.Get("bool IsUnlimited", func(this value.Value) value.Value {
		l, _ := value.As[limit](this)
		return value.Bool(l.Unlimited)
	})
	r.Get("Microsoft.Exchange.Data.ByteQuantifiedSize Value", func(this value.Value) value.Value {
		l, _ := value.As[limit](this)
		if l.Unlimited {
			return value.Null
		}
		return SizeValue(l.Bytes)
	})
	r.Method("string ToString()", textOfThis)
	r.Method("int CompareTo(System.Object other)", compareThis)
	r.Constructor("new(string expression)", func(c *value.Call) (value.Value, error) {
		q, err := tenant.ParseQuota(value.ToString(c.Env, c.Args[0]))
		if err != nil {
			return value.Null, value.NewException("System.FormatException", err.Error())
		}
		return LimitValue(q), nil
	})
}

func textOfThis(c *value.Call) (value.Value, error) {
	s, _ := c.This.Object().(interface{ String() string })
	return value.Str(s.String()), nil
}

func compareThis(c *value.Call) (value.Value, error) {
	if o, ok := c.This.Object().(value.Ordered); ok && c.Args[0].Kind() == value.KindObject {
		if n, ok := o.CompareTo(c.Args[0].Object()); ok {
			return value.Int(n), nil
		}
	}
	return value.Null, value.NewException("System.ArgumentException", "The object must be a size.")
}

func parseSize(c *value.Call) (value.Value, error) {
	text := value.ToString(c.Env, c.Args[0])
	q, err := tenant.ParseQuota(text)
	if err != nil || q.Unlimited {
		return value.Null, value.NewException("System.FormatException", "The size \""+strings.TrimSpace(text)+"\" isn't valid.")
	}
	return SizeValue(q.Bytes), nil
}
