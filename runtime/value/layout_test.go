package value

import (
	"math"
	"runtime"
	"strings"
	"testing"
	"unsafe"

	"github.com/cockroachdb/apd/v3"
	"github.com/stretchr/testify/require"
)

func TestValueIsTwoWords(t *testing.T) {
	require.Equal(t, 2*unsafe.Sizeof(uintptr(0)), unsafe.Sizeof(Value{}))
}

func TestScalarsKeepAllTheirBits(t *testing.T) {
	for kind := KindBool; kind <= KindDouble; kind++ {
		for _, bits := range []uint64{0, 1, uint64(KindEnum) << kindAt, math.MaxUint64, 1 << 63} {
			v := scalar(kind, bits)
			require.Equal(t, kind, v.Kind())
			require.Equal(t, bits, v.Uint64())
			require.Nil(t, v.Object())
			require.Empty(t, v.Text())
			require.False(t, v.IsNull())
		}
	}
	ticks, dateKind := Date(math.MaxInt64>>1, 2).DateTicks()
	require.Equal(t, int64(math.MaxInt64>>1), ticks)
	require.Equal(t, uint8(2), dateKind)
}

func TestNothingAndEmptyTextAreToldApart(t *testing.T) {
	require.Equal(t, KindNull, Null.Kind())
	require.Equal(t, KindVoid, Void.Kind())
	require.True(t, Void.IsNull() && Void.IsVoid() && Null.IsNull() && !Null.IsVoid())
	require.Equal(t, KindString, Str("").Kind())
	require.False(t, Str("").IsNull())
}

func TestEnumsAndDecimalsKeepTheirContent(t *testing.T) {
	e := Enum(TypeInt32, math.MinInt64)
	require.Equal(t, KindEnum, e.Kind())
	require.Equal(t, int64(math.MinInt64), e.Int64())
	require.Same(t, TypeInt32, TypeOf(e))
	require.Equal(t, "1.50", Dec(apd.New(150, -2)).Decimal().String())
	require.Nil(t, Int(1).Decimal())
}

// References are seen by the collector though their interface table is held as
// a number.
func TestReferencesSurviveCollections(t *testing.T) {
	var held []Value
	for i := range 1000 {
		held = append(held, List(Int(i)), Str(strings.Repeat("x", i)), Switch(i%2 == 0), Enum(TypeInt32, int64(i)))
		if i%100 == 0 {
			runtime.GC()
		}
	}
	for i := range 1000 {
		at := held[4*i:]
		array, ok := As[*Array](at[0])
		require.True(t, ok)
		require.Equal(t, int64(i), array.Items[0].Int64())
		require.Len(t, at[1].Text(), i)
		on, ok := AsSwitch(at[2])
		require.True(t, ok)
		require.Equal(t, i%2 == 0, on)
		require.Equal(t, int64(i), at[3].Int64())
	}
}

func TestDecimalsOfOneSizeAreOneKey(t *testing.T) {
	for _, large := range []int{1, 2 * smallDict} {
		d := NewHashtable()
		for i := range large {
			d.Set(Dec(apd.New(int64(i*100+150), -2)), Int(i))
		}
		found, ok := d.Get(Dec(apd.New(15, -1)))
		require.True(t, ok)
		require.Equal(t, Int(0), found)
	}
}
