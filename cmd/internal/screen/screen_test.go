package screen

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestScreen(t *testing.T) {
	cases := []struct{ name, sent, want string }{
		{"lines", "one\r\ntwo  \r\nthree", "one\ntwo\nthree"},
		{"wrapped rows are joined", "0123456789abc", "0123456789abc"},
		{"a full row wraps only when more comes", "0123456789\r\nx", "0123456789\nx"},
		{"backspace and erase", "abX\b \bc", "abc"},
		{"erase to the end of the line", "abcdef\x1b[3D\x1b[K", "abc"},
		{"colours are passed over", "\x1b[31;1mred\x1b[0m", "red"},
		{"titles are passed over", "\x1b]0;title\x07text", "text"},
		{"carriage return overwrites", "progress\r\x1b[Kdone", "done"},
		{"wide characters", "日本x", "日本x"},
		{"clearing", "old\r\n\x1b[H\x1b[2Jnew", "new"},
		{"only up to the cursor", "abc\x1b[2D", "a"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			s := New(10, 5)
			for i := range len(c.sent) {
				_, _ = s.Write([]byte{c.sent[i]})
			}
			require.Equal(t, c.want, s.From(Place{}))
		})
	}
}

func TestScrollingKeepsRows(t *testing.T) {
	s := New(10, 3)
	_, _ = s.Write([]byte("1\r\n2\r\n3\r\n4\r\n5"))
	require.Equal(t, "1\n2\n3\n4\n5", s.From(Place{}))
	require.Equal(t, Place{Row: 2}, s.Top())
}
