package store

import "exolab/store/tenant"

// random gives the numbers that vary a seeded organization: the same ones for
// the same seed, on every machine and in every version of Go.
type random struct{ state uint64 }

func newRandom(seed uint64) *random { return &random{state: seed + 0x5eed} }

// next is one step of splitmix64.
func (r *random) next() uint64 {
	r.state += 0x9e3779b97f4a7c15
	z := r.state
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return z ^ z>>31
}

// below returns a number from 0 up to n, n excluded.
func (r *random) below(n int) int { return int(r.next() % uint64(n)) }

// chance is true in percent of the cases.
func (r *random) chance(percent int) bool { return r.below(100) < percent }

func pick[T any](r *random, list []T) T { return list[r.below(len(list))] }

func (r *random) guid() tenant.GUID {
	var g tenant.GUID
	for i := range g {
		g[i] = byte(r.next() >> 32)
	}
	g[6] = g[6]&0x0f | 0x40
	g[8] = g[8]&0x3f | 0x80
	return g
}

// word returns some letters and digits.
func (r *random) word(length int) string {
	const letters = "abcdefghijklmnopqrstuvwxyz0123456789"
	out := make([]byte, length)
	for i := range out {
		out[i] = letters[r.below(len(letters))]
	}
	return string(out)
}

// weighted picks an element by weight.
type weighted[T any] []struct {
	weight int
	value  T
}

func (w weighted[T]) pick(r *random) T {
	total := 0
	for _, row := range w {
		total += row.weight
	}
	n := r.below(total)
	for _, row := range w {
		if n -= row.weight; n < 0 {
			return row.value
		}
	}
	return w[len(w)-1].value
}
