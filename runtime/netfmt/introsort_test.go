package netfmt

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
)

// Three elements are ordered by comparing their pairs, which turns equal ones round.
func TestIntroSortIsNotStable(t *testing.T) {
	words := []string{"bb", "cc", "a"}
	IntroSort(words, func(a, b *string) int { return len(*a) - len(*b) })
	require.Equal(t, []string{"a", "cc", "bb"}, words)
}

func TestIntroSort(t *testing.T) {
	for _, n := range []int{0, 1, 2, 3, 16, 17, 100, 5000} {
		numbers := make([]int, n)
		for i := range numbers {
			numbers[i] = rand.IntN(n/2 + 1)
		}
		want := slices.Clone(numbers)
		slices.Sort(want)
		IntroSort(numbers, func(a, b *int) int { return *a - *b })
		require.Equal(t, want, numbers)
	}
}
