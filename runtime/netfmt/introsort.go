package netfmt

import "math/bits"

// IntroSort sorts as .NET's Array.Sort and List.Sort do, which decides where
// elements end up that compare as equal: the sort is not stable.
func IntroSort[T any](s []T, compare func(a, b *T) int) {
	if len(s) < 2 {
		return
	}
	sorter[T]{compare}.sort(s, 2*bits.Len(uint(len(s))))
}

type sorter[T any] struct{ compare func(a, b *T) int }

// insertionLimit is up to which length .NET sorts by insertion.
const insertionLimit = 16

// sort sorts s; beyond depth partitions it goes on with a heap.
func (o sorter[T]) sort(s []T, depth int) {
	for len(s) > 1 {
		switch n := len(s); {
		case n == 2:
			o.order(s, 0, 1)
			return
		case n == 3:
			o.order(s, 0, 1)
			o.order(s, 0, 2)
			o.order(s, 1, 2)
			return
		case n <= insertionLimit:
			o.insert(s)
			return
		case depth == 0:
			o.heap(s)
			return
		}
		depth--
		p := o.partition(s)
		o.sort(s[p+1:], depth)
		s = s[:p]
	}
}

// order swaps two elements that stand the wrong way round.
func (o sorter[T]) order(s []T, i, j int) {
	if o.compare(&s[i], &s[j]) > 0 {
		s[i], s[j] = s[j], s[i]
	}
}

// partition moves what is less than a pivot before it and returns its place.
func (o sorter[T]) partition(s []T) int {
	last := len(s) - 1
	middle := last >> 1
	o.order(s, 0, middle)
	o.order(s, 0, last)
	o.order(s, middle, last)
	pivot := s[middle]
	s[middle], s[last-1] = s[last-1], s[middle]
	left, right := 0, last-1
	for left < right {
		for left++; left < last-1 && o.compare(&s[left], &pivot) < 0; left++ {
		}
		for right--; right > 0 && o.compare(&pivot, &s[right]) < 0; right-- {
		}
		if left >= right {
			break
		}
		s[left], s[right] = s[right], s[left]
	}
	if left != last-1 {
		s[left], s[last-1] = s[last-1], s[left]
	}
	return left
}

func (o sorter[T]) insert(s []T) {
	for i := 1; i < len(s); i++ {
		t := s[i]
		j := i
		for j > 0 && o.compare(&t, &s[j-1]) < 0 {
			s[j] = s[j-1]
			j--
		}
		s[j] = t
	}
}

func (o sorter[T]) heap(s []T) {
	n := len(s)
	for i := n >> 1; i >= 1; i-- {
		o.sink(s, i, n)
	}
	for i := n; i > 1; i-- {
		s[0], s[i-1] = s[i-1], s[0]
		o.sink(s, 1, i-1)
	}
}

// sink moves the element at i, counted from 1, down the heap of n elements.
func (o sorter[T]) sink(s []T, i, n int) {
	d := s[i-1]
	for i <= n>>1 {
		child := 2 * i
		if child < n && o.compare(&s[child-1], &s[child]) < 0 {
			child++
		}
		if o.compare(&d, &s[child-1]) >= 0 {
			break
		}
		s[i-1] = s[child-1]
		i = child
	}
	s[i-1] = d
}
