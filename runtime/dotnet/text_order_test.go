package dotnet

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestInvariantCaseKeepsTurkishLetters(t *testing.T) {
	for _, row := range []struct{ char, upper, lower rune }{
		{'i', 'I', 'i'}, {'I', 'I', 'i'}, {'ı', 'ı', 'ı'}, {'İ', 'İ', 'İ'}, {'ß', 'ß', 'ß'}, {'ä', 'Ä', 'ä'}, {'Σ', 'Σ', 'σ'},
	} {
		assert.Equal(t, row.upper, UpperInvariant(row.char), "%c", row.char)
		assert.Equal(t, row.lower, LowerInvariant(row.char), "%c", row.char)
	}
}
