// Package random gives the numbers that vary a seeded organization.
package random

import "exolab/store/tenant"

// Source gives numbers: the same ones for the same seed, on every machine and in
// every version of Go.
type Source struct{ state uint64 }

// New makes a source from a seed.
func New(seed uint64) *Source { return &Source{state: seed + 0x5eed} }

// next is one step of splitmix64.
func (r *Source) next() uint64 {
	r.state += 0x9e3779b97f4a7c15
	z := r.state
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return z ^ z>>31
}

// Below returns a number from 0 up to n, n excluded.
func (r *Source) Below(n int) int { return int(r.next() % uint64(n)) }

// Chance is true in percent of the cases.
func (r *Source) Chance(percent int) bool { return r.Below(100) < percent }

// Pick returns an element of a list.
func Pick[T any](r *Source, list []T) T { return list[r.Below(len(list))] }

// GUID returns a GUID of version 4.
func (r *Source) GUID() tenant.GUID {
	var g tenant.GUID
	for i := range g {
		g[i] = byte(r.next() >> 32)
	}
	g[6] = g[6]&0x0f | 0x40
	g[8] = g[8]&0x3f | 0x80
	return g
}

// Word returns some letters and digits.
func (r *Source) Word(length int) string {
	const letters = "abcdefghijklmnopqrstuvwxyz0123456789"
	out := make([]byte, length)
	for i := range out {
		out[i] = letters[r.Below(len(letters))]
	}
	return string(out)
}

// Weighted picks an element by weight.
type Weighted[T any] []struct {
	Weight int
	Value  T
}

// Pick returns an element, each as often as its weight says.
func (w Weighted[T]) Pick(r *Source) T {
	total := 0
	for _, row := range w {
		total += row.Weight
	}
	n := r.Below(total)
	for _, row := range w {
		if n -= row.Weight; n < 0 {
			return row.Value
		}
	}
	return w[len(w)-1].Value
}
