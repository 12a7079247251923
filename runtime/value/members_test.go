package value

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestAddReplacesMember(t *testing.T) {
	var m Members
	first, second, again := &Member{Name: "Length"}, &Member{Name: "Count"}, &Member{Name: "length", Type: "long"}
	m.Add(first)
	m.Add(second)
	m.Add(again)
	assert.Equal(t, []*Member{again, second}, m.Instance(), "the later member takes the place of the earlier")
	assert.Same(t, again, m.Lookup("length"))
}
