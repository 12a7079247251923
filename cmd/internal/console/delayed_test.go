package console

import (
	"io"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

func TestOutputDoesNotWaitForMore(t *testing.T) {
	r, w := io.Pipe()
	d := newDelayedWriter(w)
	_, err := io.WriteString(d, "one")
	require.NoError(t, err)
	arrived := make(chan string)
	go func() {
		buffer := make([]byte, 10)
		n, _ := r.Read(buffer)
		arrived <- string(buffer[:n])
	}()
	select {
	case got := <-arrived:
		require.Equal(t, "one", got)
	case <-time.After(10 * time.Second):
		t.Fatal("nothing was written")
	}
}
