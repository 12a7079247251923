package numbers

import "math"

// SeededRandom gives the numbers that .NET's System.Random gives for a seed:
// Knuth's subtractive generator.
type SeededRandom struct {
	seeds       [56]int32
	next, nextP int
}

// NewSeededRandom starts the sequence of a seed.
func NewSeededRandom(seed int32) *SeededRandom {
	r := &SeededRandom{nextP: 21}
	subtraction := int32(math.MaxInt32)
	if seed != math.MinInt32 {
		subtraction = max(seed, -seed)
	}
	mj := 161803398 - subtraction
	r.seeds[55] = mj
	mk := int32(1)
	at := 0
	for i := 1; i < 55; i++ {
		if at += 21; at >= 55 {
			at -= 55
		}
		r.seeds[at] = mk
		if mk = mj - mk; mk < 0 {
			mk += math.MaxInt32
		}
		mj = r.seeds[at]
	}
	for range 4 {
		for i := 1; i < 56; i++ {
			n := i + 30
			if n >= 55 {
				n -= 55
			}
			if r.seeds[i] -= r.seeds[1+n]; r.seeds[i] < 0 {
				r.seeds[i] += math.MaxInt32
			}
		}
	}
	return r
}

// Sample is the next number from 0 up to, not including, the largest Int32.
func (r *SeededRandom) Sample() int32 {
	if r.next++; r.next >= 56 {
		r.next = 1
	}
	if r.nextP++; r.nextP >= 56 {
		r.nextP = 1
	}
	n := r.seeds[r.next] - r.seeds[r.nextP]
	if n == math.MaxInt32 {
		n--
	}
	if n < 0 {
		n += math.MaxInt32
	}
	r.seeds[r.next] = n
	return n
}

// Float64 is the next number from 0 up to, not including, 1.
func (r *SeededRandom) Float64() float64 { return float64(r.Sample()) * (1.0 / math.MaxInt32) }

// Between is the next number from low up to, not including, high.
func (r *SeededRandom) Between(low, high int64) int64 {
	span := high - low
	if span <= math.MaxInt32 {
		return int64(r.Float64()*float64(span)) + low
	}
	return int64(r.largeSample()*float64(span)) + low
}

// largeSample spreads over ranges wider than Int32 by a second number, which
// gives the sign.
func (r *SeededRandom) largeSample() float64 {
	n := r.Sample()
	if r.Sample()%2 == 0 {
		n = -n
	}
	return (float64(n) + math.MaxInt32 - 1) / (2*float64(math.MaxInt32) - 1)
}

// Fill fills a buffer, one number for each byte.
func (r *SeededRandom) Fill(buffer []byte) {
	for i := range buffer {
		buffer[i] = byte(r.Sample())
	}
}
