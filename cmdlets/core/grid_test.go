package core

import (
	"os"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestGridPage(t *testing.T) {
	g := grid{Title: "A <b>", Columns: []string{"Name", "Size"}, Rows: [][]string{{"x & y", "1"}, {"alone"}}}
	page := g.page()
	require.Contains(t, page, "<title>A &lt;b&gt;</title>")
	require.Contains(t, page, "<th>Name</th><th>Size</th>")
	require.Contains(t, page, "<tr><td>x &amp; y</td><td>1</td></tr>\n<tr><td>alone</td></tr>")
	empty := (&grid{}).page()
	require.Contains(t, empty, "<th>Value</th>")
	require.Contains(t, empty, "<title>Out-GridView</title>")
}

func TestGridsGoToFilesOfTheirOwn(t *testing.T) {
	dir := t.TempDir()
	first, err := (&grid{}).save(dir)
	require.NoError(t, err)
	second, err := (&grid{}).save(dir)
	require.NoError(t, err)
	require.NotEqual(t, first, second)
	require.FileExists(t, first)
	_, err = (&grid{}).save(dir + "/nowhere")
	require.ErrorIs(t, err, os.ErrNotExist)
}
