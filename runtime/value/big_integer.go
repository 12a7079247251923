package value

import "math/big"

// TypeBigInteger is System.Numerics.BigInteger.
var TypeBigInteger = &Type{Name: "BigInteger", FullName: "System.Numerics.BigInteger", Kind: KindObject, Base: TypeValueType, IsValueType: true,
	Interfaces: []*Type{TypeIComparable}, Zero: func() Value { return BigOf(new(big.Int)) }}

// BigInteger is a System.Numerics.BigInteger. N must not be changed.
type BigInteger struct{ N *big.Int }

// PSType returns BigInteger's type.
func (*BigInteger) PSType() *Type { return TypeBigInteger }

// HashKey makes equal numbers equal keys.
func (b *BigInteger) HashKey() any { return b.N.String() }

// BigOf returns a BigInteger that owns n.
func BigOf(n *big.Int) Value { return Obj(&BigInteger{n}) }
