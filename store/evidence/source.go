package evidence

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// The bounds that keep a file from filling the memory.
const (
	// longestRow is the size that one row may have, in bytes.
	longestRow = 64 << 20
	// bombSize and bombRatio: a compressed file that grows beyond both is refused.
	bombSize  = 256 << 20
	bombRatio = 300
)

// errBomb refuses a compressed file.
var errBomb = fmt.Errorf("the file expands to more than %d times its size; it is refused", bombRatio)

// errLongRow refuses a row.
var errLongRow = errors.New("the row is longer than 64 MB")

// Open decodes a file: gzip, UTF-16 and the byte order mark of UTF-8. The result
// can be given to Recognize and Import.
func Open(r io.Reader) (*bufio.Reader, error) {
	in := bufio.NewReaderSize(r, headSize)
	head, _ := in.Peek(4)
	switch {
	case bytes.HasPrefix(head, []byte{0x1f, 0x8b}):
		counted := &counter{from: in}
		unzipped, err := gzip.NewReader(counted)
		if err != nil {
			return nil, fmt.Errorf("the file cannot be decompressed: %w", err)
		}
		in = bufio.NewReaderSize(&guard{from: unzipped, compressed: counted}, headSize)
	case bytes.HasPrefix(head, []byte("PK\x03\x04")):
		return nil, errors.New("the file is a ZIP archive; unpack it and import what is in it")
	}
	head, _ = in.Peek(4)
	if bytes.HasPrefix(head, []byte{0xff, 0xfe}) || bytes.HasPrefix(head, []byte{0xfe, 0xff}) {
		in = bufio.NewReaderSize(transform.NewReader(in, unicode.BOMOverride(unicode.UTF8.NewDecoder())), headSize)
	}
	return in, nil
}

// Peek tells the format of a file that Open decoded.
func Peek(r *bufio.Reader) Format {
	head, _ := r.Peek(headSize) // a short file gives what there is
	return Recognize(head)
}

// counter counts the bytes that were read.
type counter struct {
	from io.Reader
	read int64
}

// Read reads and counts.
func (c *counter) Read(p []byte) (int, error) {
	n, err := c.from.Read(p)
	c.read += int64(n)
	return n, err
}

// guard stops a decompression that grows out of proportion.
type guard struct {
	from       io.Reader
	compressed *counter
	written    int64
}

// Read decompresses.
func (g *guard) Read(p []byte) (int, error) {
	n, err := g.from.Read(p)
	g.written += int64(n)
	if g.written > bombSize && g.written > bombRatio*max(g.compressed.read, 1) {
		return 0, errBomb
	}
	return n, err
}

// lines reads a text line by line and knows their numbers.
type lines struct {
	in     *bufio.Reader
	number int // of the line that was read last; 1 is the first
	// again are lines that were read ahead and given back.
	again []string
}

// next returns a line with its end, io.EOF after the last one.
func (l *lines) next() (string, error) {
	if n := len(l.again); n > 0 {
		text := l.again[n-1]
		l.again = l.again[:n-1]
		l.number++
		return text, nil
	}
	var text strings.Builder
	for {
		part, err := l.in.ReadSlice('\n')
		text.Write(part)
		switch {
		case text.Len() > longestRow:
			return "", errLongRow
		case err == nil, errors.Is(err, io.EOF) && text.Len() > 0:
			l.number++
			line := text.String()
			if !utf8.ValidString(line) {
				line = strings.ToValidUTF8(line, "\ufffd")
			}
			if l.number == 1 {
				line = strings.TrimPrefix(line, "\ufeff")
			}
			return line, nil
		case !errors.Is(err, bufio.ErrBufferFull):
			return "", err
		}
	}
}

// giveBack lets lines be read again, the first of them first.
func (l *lines) giveBack(texts []string) {
	for i := len(texts) - 1; i >= 0; i-- {
		l.again = append(l.again, texts[i])
	}
	l.number -= len(texts)
}
