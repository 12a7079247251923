// Package console is the host of a session: it writes what scripts print and
// reads what people answer, on a terminal or on redirected streams, as the
// pwsh program does.
package console

import (
	"bufio"
	"bytes"
	"io"
	"os"
	"regexp"
	"strconv"
	"strings"

	"golang.org/x/term"

	"exolab/runtime"
	"exolab/runtime/errs"
	"exolab/runtime/value"
)

const defaultWidth = 120

// Formatter renders objects that reach the end of the pipeline.
type Formatter interface {
	Emit(v value.Value) error
	Flush() error
	// EmitForeign runs write in its turn among what is shown.
	EmitForeign(write func() error) error
}

// Options says what the console is connected to.
type Options struct {
	In       io.Reader
	Out, Err io.Writer
	// NonInteractive refuses every prompt.
	NonInteractive bool
	// Colour allows escape sequences; they are written to terminals only.
	Colour bool
}

// Console implements runtime.Host.
type Console struct {
	in             *bufio.Reader
	out            *delayedWriter
	err            io.Writer
	nonInteractive bool
	echoInput      bool
	colour         bool
	terminal       *os.File
	// Formatter must be set before the first output.
	Formatter Formatter
	// RenderError renders an error record for the console.
	RenderError func(rec *errs.Record) string
	// Style reads a property of $PSStyle, such as Formatting.Error; without it
	// a terminal gets escape sequences and nothing else does.
	Style    func(path ...string) string
	xml      xmlStreams
	progress *progressBar
	// transcript gets a copy of what is shown, while it is not nil.
	transcript io.Writer
	// inLine is set while the last thing written did not end its line.
	inLine bool
	// lineReader replaces plain reading on a terminal.
	lineReader func(prompt string, masked bool) (string, error)
	// keyReader reads a key on a terminal; nil where keys cannot be read.
	keyReader func(prompt string) (rune, error)
	// nestedPrompt opens a prompt inside a running command.
	nestedPrompt func() error
}

var (
	_ runtime.Host       = (*Console)(nil)
	_ runtime.ColourHost = (*Console)(nil)
	_ runtime.Pager      = (*Console)(nil)
)

// New returns a console on the given streams.
func New(o Options) *Console {
	c := &Console{in: bufio.NewReader(o.In), nonInteractive: o.NonInteractive}
	c.out = newDelayedWriter(tee{o.Out, &c.transcript})
	c.err = tee{o.Err, &c.transcript}
	if f, ok := o.Out.(*os.File); ok && term.IsTerminal(int(f.Fd())) {
		c.terminal = f
		c.colour = o.Colour
	}
	in, ok := o.In.(*os.File)
	c.echoInput = !ok || !term.IsTerminal(int(in.Fd()))
	return c
}

// SetLineReader makes the console read answers through a line editor.
func (c *Console) SetLineReader(read func(prompt string, masked bool) (string, error)) {
	c.lineReader = read
}

// SetKeyReader makes the console read keys through a line editor.
func (c *Console) SetKeyReader(read func(prompt string) (rune, error)) { c.keyReader = read }

// ReadKey shows a prompt and waits for a key.
func (c *Console) ReadKey(prompt string) (rune, error) {
	if c.keyReader == nil || c.nonInteractive {
		return 0, runtime.ErrNonInteractive
	}
	if err := c.out.Flush(); err != nil {
		return 0, err
	}
	return c.keyReader(prompt)
}

// SetNestedPrompt gives the console the prompt that Suspend opens.
func (c *Console) SetNestedPrompt(open func() error) { c.nestedPrompt = open }

// NestedPrompt opens a prompt inside the running command.
func (c *Console) NestedPrompt() error {
	if c.nestedPrompt == nil {
		return nil
	}
	return c.nestedPrompt()
}

// clearScreen leaves the cursor in the upper left corner.
const clearScreen = "\x1b[H\x1b[2J"

const escape = '\x1b'

// escapeSequences are those that set colours and styles and make links; text
// that goes to no terminal, or to one without colour, is written without them.
var escapeSequences = regexp.MustCompile("\x1b\\[[0-9;]*m|\x1b\\]8;;[^\x1b]*\x1b\\\\")

// Write makes the console the io.Writer of the formatter.
func (c *Console) Write(p []byte) (int, error) {
	if c.progress != nil {
		c.progress.clear()
	}
	if bytes.IndexByte(p, escape) >= 0 && !c.Coloured() {
		if _, err := c.out.Write(escapeSequences.ReplaceAll(p, nil)); err != nil {
			return 0, err
		}
		return len(p), nil
	}
	if len(p) > 0 {
		c.inLine = p[len(p)-1] != '\n' && !bytes.HasSuffix(p, []byte(clearScreen))
	}
	return c.out.Write(p)
}

// StartLine ends a line of output that was left open on a terminal, so that
// the prompt begins on a line of its own.
func (c *Console) StartLine() error {
	if c.terminal == nil || !c.inLine {
		return nil
	}
	c.inLine = false
	if _, err := io.WriteString(c.out, "\n"); err != nil {
		return err
	}
	return c.out.Flush()
}

// SetInLine tells the console what a line editor left behind: whether the
// cursor stands behind text that somebody typed.
func (c *Console) SetInLine(inLine bool) { c.inLine = inLine }

// Coloured reports whether escape sequences are written.
func (c *Console) Coloured() bool {
	if c.Style == nil {
		return c.colour
	}
	switch c.Style("OutputRendering") {
	case "Ansi":
		return true
	case "PlainText":
		return false
	}
	return c.colour
}

// Sync writes out everything that is buffered.
func (c *Console) Sync() error { return c.out.Flush() }

// Output renders an object.
func (c *Console) Output(v value.Value) error {
	if c.xml.objects != nil {
		c.xml.objects.WriteStream("Output", v)
		return nil
	}
	if err := c.Formatter.Emit(v); err != nil {
		return err
	}
	return c.syncTerminal()
}

// Flush ends the current group of output.
func (c *Console) Flush() error {
	if err := c.Formatter.Flush(); err != nil {
		return err
	}
	return c.syncTerminal()
}

func (c *Console) syncTerminal() error {
	if c.terminal != nil {
		return c.out.Flush()
	}
	return nil
}

// Text writes text as Write-Host does.
func (c *Console) Text(text string, newline bool, foreground, background int) error {
	if newline {
		text += "\n"
	}
	if c.colour && (foreground >= 0 || background >= 0) {
		text = coloured(text, foreground, background)
	}
	if _, err := io.WriteString(c, text); err != nil {
		return err
	}
	return c.syncTerminal()
}

// Error writes an error record to standard error, behind the rows of a table
// that are still held back.
func (c *Console) Error(rec *errs.Record) error {
	text := c.RenderError(rec)
	return c.Formatter.EmitForeign(func() error { return c.ErrorText(text) })
}

// ErrorText writes text to standard error, after everything printed before it.
func (c *Console) ErrorText(text string) error {
	if c.XMLMessages() {
		c.xml.errorLines(text)
		return nil
	}
	if err := c.out.Flush(); err != nil {
		return err
	}
	if !strings.HasSuffix(text, "\n") {
		text += "\n"
	}
	if strings.IndexByte(text, escape) >= 0 && !c.Coloured() {
		text = escapeSequences.ReplaceAllString(text, "")
	}
	c.inLine = false
	_, err := io.WriteString(c.err, text)
	return err
}

// Warning writes a line of the warning stream.
func (c *Console) Warning(message string) error { return c.labelled("Warning", message) }

// Verbose writes a line of the verbose stream.
func (c *Console) Verbose(message string) error { return c.labelled("Verbose", message) }

// Debug writes a line of the debug stream.
func (c *Console) Debug(message string) error { return c.labelled("Debug", message) }

// Information writes a line of the information stream.
func (c *Console) Information(message string) error { return c.Text(message, true, -1, -1) }

func (c *Console) labelled(stream, message string) error {
	if c.XMLMessages() {
		c.xml.messages.WriteStream(strings.ToLower(stream), value.Str(message))
		return nil
	}
	text := strings.ToUpper(stream) + ": " + message
	if c.Style != nil && c.Coloured() {
		text = c.Style("Formatting", stream) + text + c.Style("Reset")
	}
	return c.Text(text, true, -1, -1)
}

// Hint writes a line of exolab's own behind an error.
func (c *Console) Hint(text string) error {
	if c.Style != nil && c.Coloured() {
		text = c.Style("Formatting", "FeedbackText") + text + c.Style("Reset")
	}
	return c.Text(text, true, -1, -1)
}

// Feedback writes what a feedback provider of PowerShell says behind an error:
// its name, a header, and the actions on one line.
func (c *Console) Feedback(name, header string, actions []string) error {
	style := func(part, text string) string { return text }
	caption, italics := style, style
	if c.Style != nil && c.Coloured() {
		reset := c.Style("Reset")
		style = func(part, text string) string { return c.Style("Formatting", part) + text + reset }
		caption = func(_, text string) string { return "\x1b[97;2;3m" + text + reset }
		italics = func(part, text string) string { return c.Style("Formatting", part) + "\x1b[3m" + text + reset }
	}
	for i, action := range actions {
		actions[i] = style("FeedbackAction", action)
	}
	text := "\n" + caption("", "[") + italics("FeedbackName", name) + caption("", "]") + "\n" +
		style("FeedbackText", "  "+header+"\n") + "    " + style("FeedbackText", "➤") + " " + strings.Join(actions, ", ") + "\n"
	return c.Text(text, true, -1, -1)
}

// Interactive reports whether prompts can be answered.
func (c *Console) Interactive() bool { return !c.nonInteractive }

// Width is the console width: the terminal's own, $COLUMNS, or 120.
func (c *Console) Width() int {
	if c.terminal != nil {
		if w, _, err := term.GetSize(int(c.terminal.Fd())); err == nil && w > 0 {
			return w
		}
	}
	if n, err := strconv.Atoi(os.Getenv("COLUMNS")); err == nil && n > 0 {
		return n
	}
	return defaultWidth
}

// Height is the number of lines of the terminal, 0 where there is none.
func (c *Console) Height() int {
	if c.terminal == nil {
		return 0
	}
	_, height, err := term.GetSize(int(c.terminal.Fd()))
	if err != nil {
		return 0
	}
	return height
}

// ErrEndOfInput says that standard input ended before an answer.
var ErrEndOfInput = runtime.ErrEndOfInput

// ReadLine shows a prompt and reads a line. Redirected input is echoed, as
// pwsh does, so that a transcript shows the answers.
func (c *Console) ReadLine(prompt string, masked bool) (string, error) {
	if c.nonInteractive {
		return "", runtime.ErrNonInteractive
	}
	if c.lineReader != nil {
		if err := c.out.Flush(); err != nil {
			return "", err
		}
		return c.lineReader(prompt, masked)
	}
	if _, err := io.WriteString(c, prompt); err != nil {
		return "", err
	}
	if err := c.out.Flush(); err != nil {
		return "", err
	}
	return c.readRedirected(masked)
}

func (c *Console) readRedirected(masked bool) (string, error) {
	line, err := c.in.ReadString('\n')
	if err != nil && line == "" {
		return "", ErrEndOfInput
	}
	end := ""
	if err == nil {
		end = "\n"
	}
	line = strings.TrimRight(line, "\r\n")
	if !c.echoInput {
		return line, nil
	}
	shown := line
	if masked {
		shown = strings.Repeat("*", len([]rune(line)))
	}
	_, err = io.WriteString(c, shown+end)
	return line, err
}

// NextLine reads a line of redirected input without prompt or echo; io.EOF
// ends it.
func (c *Console) NextLine() (string, error) {
	line, err := c.in.ReadString('\n')
	if err != nil && line == "" {
		return "", io.EOF
	}
	return strings.TrimRight(line, "\r\n"), nil
}

// ReadPrompt shows the prompt of the shell itself and reads a command; unlike
// ReadLine it also works where scripts may not ask.
func (c *Console) ReadPrompt(prompt string) (string, error) {
	if _, err := io.WriteString(c, prompt); err != nil {
		return "", err
	}
	if err := c.out.Flush(); err != nil {
		return "", err
	}
	line, err := c.NextLine()
	if err != nil {
		return "", ErrEndOfInput
	}
	if c.echoInput {
		_, err = io.WriteString(c, line+"\n")
	}
	return line, err
}

// InputLines reads what is left of redirected input.
func (c *Console) InputLines() []string {
	if !c.echoInput {
		return nil
	}
	var lines []string
	for {
		line, err := c.NextLine()
		if err != nil {
			return lines
		}
		lines = append(lines, line)
	}
}
