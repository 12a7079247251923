package numbers

import (
	"math/big"
	"math/bits"
)

// wordBits is the size of the units in which .NET counts and rotates the bits
// of a BigInteger, two's complement.
const wordBits = 32

// words are the units of a number, the lowest first; as many as it needs with
// its sign, and no unit of the sign alone.
func words(n *big.Int) []uint32 {
	raw := bytesOfBig(n)
	fill := byte(0)
	if n.Sign() < 0 {
		fill = 0xFF
	}
	for len(raw)%4 != 0 {
		raw = append(raw, fill)
	}
	out := make([]uint32, len(raw)/4)
	for i := range out {
		for j := range 4 {
			out[i] |= uint32(raw[4*i+j]) << (8 * j)
		}
	}
	if last := len(out) - 1; last > 0 && n.Sign() > 0 && out[last] == 0 {
		out = out[:last]
	}
	return out
}

// leadingZeros counts the zero bits above the highest set one in the top unit;
// negative numbers have none.
func leadingZeros(n *big.Int) int {
	if n.Sign() < 0 {
		return 0
	}
	w := words(n)
	return bits.LeadingZeros32(w[len(w)-1])
}

func setBits(n *big.Int) (count int) {
	for _, w := range words(n) {
		count += bits.OnesCount32(w)
	}
	return count
}

// rotated moves the bits of the units around, to the left for positive n.
func rotated(x *big.Int, n int) *big.Int {
	w := words(x)
	size := len(w) * wordBits
	n = ((n % size) + size) % size
	all := new(big.Int)
	for i := len(w) - 1; i >= 0; i-- {
		all.Lsh(all, wordBits).Or(all, big.NewInt(int64(w[i])))
	}
	high := new(big.Int).Rsh(all, uint(size-n))
	all.Lsh(all, uint(n)).Or(all, high)
	all.And(all, new(big.Int).Sub(new(big.Int).Lsh(big.NewInt(1), uint(size)), big.NewInt(1)))
	if x.Sign() < 0 && all.Bit(size-1) == 1 {
		all.Sub(all, new(big.Int).Lsh(big.NewInt(1), uint(size)))
	}
	return all
}
