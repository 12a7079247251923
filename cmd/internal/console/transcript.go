package console

import "io"

// tee writes to a stream and, while a transcript runs, into the transcript.
type tee struct {
	to     io.Writer
	record *io.Writer
}

// Write writes p to both; a transcript that cannot be written is left behind.
func (t tee) Write(p []byte) (int, error) {
	if *t.record != nil {
		_, _ = (*t.record).Write(p)
	}
	return t.to.Write(p)
}

// SetTranscript copies what the console shows from now on to w; nil ends it.
func (c *Console) SetTranscript(w io.Writer) error {
	if err := c.Sync(); err != nil {
		return err
	}
	c.out.alone(func() { c.transcript = w })
	return nil
}
