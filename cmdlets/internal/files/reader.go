package files

import (
	"bytes"
	"io"
)

type readCloser struct {
	io.Reader
	io.Closer
}

func hasWideMark(head []byte) bool {
	for _, mark := range [][]byte{bomUTF16LE, bomUTF16BE, bomUTF32LE, bomUTF32BE} {
		if bytes.HasPrefix(head, mark) {
			return true
		}
	}
	return false
}
