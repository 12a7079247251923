package format

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestSplitStyledTakesStylesUpAgain(t *testing.T) {
	require.Equal(t, []string{"a", "b"}, SplitStyled("a\r\nb"))
	require.Equal(t, []string{"\x1b[1mone\x1b[0m", "\x1b[1mtwo\x1b[0m", ""}, SplitStyled("\x1b[1mone\ntwo\x1b[0m\n"))
	require.Equal(t, []string{"\x1b[1m\x1b[0mplain\x1b[0m", "\x1b[1m\x1b[0mmore\x1b[0m"}, SplitStyled("\x1b[1m\x1b[0mplain\nmore"))
}

func TestStyledTextIsWrappedByWhatIsSeen(t *testing.T) {
	require.Equal(t, []string{"\x1b[31mone \x1b[0m", "\x1b[31mtwo\x1b[0m"}, wrapLines("\x1b[31mone two\x1b[0m", 4, 4))
	require.Equal(t, []string{"\x1b[31mabc\x1b[0m", "\x1b[31mde\x1b[0m"}, wrapLines("\x1b[31mabcde\x1b[0m", 3, 3))
}

func TestStyledTextIsCutByWhatIsSeen(t *testing.T) {
	require.Equal(t, "\x1b[31mab…\x1b[0m", cut("\x1b[31mabcdef\x1b[0m", 3, AlignLeft))
	require.Equal(t, "\x1b[31m…ef\x1b[0m", cut("\x1b[31mabcdef\x1b[0m", 3, AlignRight))
	require.Equal(t, "\x1b[31ma\x1b[0m", cut("\x1b[31mabc\x1b[0m", 1, AlignLeft))
}

func TestSequencesTakeNoCell(t *testing.T) {
	require.Equal(t, 4, cells("\x1b[1;31mlink\x1b[0m"))
	require.Equal(t, 4, cells("\x1b]8;;https://example.com\x1b\\link\x1b]8;;\x1b\\"))
	require.Equal(t, 1, cells("\x1b[?25lx"))
	require.Equal(t, "plain", plain("\x1b[1mpl\x1b[0main"))
}
