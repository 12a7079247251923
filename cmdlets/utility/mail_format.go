package utility

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/mail"
	"net/textproto"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"exolab/runtime/dotnet/text"
	"exolab/runtime/netfmt"
	"exolab/runtime/value"
)

// letter is a message before it has the form of RFC 5322 and MIME.
type letter struct {
	from                 value.MailAddress
	to, cc, bcc, replyTo []value.MailAddress
	subject, body        string
	html                 bool
	priority             int
	date                 netfmt.DateTime
	// encoding is that of the body and of the subject.
	encoding    *text.Encoding
	attachments []attachment
}

type attachment struct {
	name string
	data []byte
}

// plain reports whether the text is ASCII, which needs no encoding.
func (l *letter) plain() bool { return l.encoding == text.EncodingASCII }

// recipients are all that the message goes to, open or blind.
func (l *letter) recipients() []value.MailAddress { return slices.Concat(l.to, l.cc, l.bcc) }

// priorities are the headers of the values of MailPriority; normal has none.
var priorities = [...]string{1: "X-Priority: 5\r\nPriority: non-urgent\r\nImportance: low\r\n", 2: "X-Priority: 1\r\nPriority: urgent\r\nImportance: high\r\n"}

// bytes returns the message as .NET writes it to a pickup directory: the
// envelope, which alone names the blind recipients, comes first.
func (l *letter) bytes() []byte {
	var out bytes.Buffer
	header := func(name, text string) {
		if text != "" {
			fmt.Fprintf(&out, "%s: %s\r\n", name, text)
		}
	}
	header("X-Sender", l.from.Address())
	for _, a := range l.recipients() {
		header("X-Receiver", a.Address())
	}
	header("MIME-Version", "1.0")
	header("From", headerAddress(l.from))
	header("To", listOf(l.to))
	header("Cc", listOf(l.cc))
	header("Reply-To", listOf(l.replyTo))
	if l.priority > 0 && l.priority < len(priorities) {
		out.WriteString(priorities[l.priority])
	}
	header("Date", time.Unix(l.date.Ticks/ticksPerSecond-unixEpochSeconds, 0).UTC().Format(time.RFC1123Z))
	header("Subject", l.headerText(l.subject))
	if len(l.attachments) == 0 {
		kind, transfer, text := l.bodyPart()
		header("Content-Type", kind)
		header("Content-Transfer-Encoding", transfer)
		out.WriteString("\r\n")
		out.Write(text)
		return out.Bytes()
	}
	l.writeParts(&out, header)
	return out.Bytes()
}

// writeParts writes the body and the attachments as parts of a mixed message.
func (l *letter) writeParts(out *bytes.Buffer, header func(name, text string)) {
	parts := multipart.NewWriter(out)
	header("Content-Type", mime.FormatMediaType("multipart/mixed", map[string]string{"boundary": parts.Boundary()}))
	out.WriteString("\r\n")
	add := func(headers textproto.MIMEHeader, text []byte) {
		// Writing to memory does not fail.
		part, _ := parts.CreatePart(headers)
		_, _ = part.Write(text)
	}
	kind, transfer, text := l.bodyPart()
	add(textproto.MIMEHeader{"Content-Type": {kind}, "Content-Transfer-Encoding": {transfer}}, text)
	for _, a := range l.attachments {
		kind := mime.TypeByExtension(filepath.Ext(a.name))
		if kind == "" {
			kind = "application/octet-stream"
		}
		add(textproto.MIMEHeader{"Content-Type": {kind}, "Content-Transfer-Encoding": {"base64"},
			"Content-Disposition": {mime.FormatMediaType("attachment", map[string]string{"filename": a.name})}}, base64Lines(a.data))
	}
	_ = parts.Close()
}

// bodyPart returns the body with its type and the form that it is carried in:
// that of ASCII stays readable.
func (l *letter) bodyPart() (kind, transfer string, text []byte) {
	kind = "text/plain"
	if l.html {
		kind = "text/html"
	}
	kind += "; charset=" + l.encoding.WebName()
	data := l.encoding.Encode(l.body)
	if !l.plain() {
		return kind, "base64", base64Lines(data)
	}
	var quoted bytes.Buffer
	w := quotedprintable.NewWriter(&quoted)
	_, _ = w.Write(data)
	_ = w.Close()
	return kind, "quoted-printable", quoted.Bytes()
}

// headerText is text that a header can hold: line breaks would begin another
// header, and what is not ASCII becomes encoded words.
func (l *letter) headerText(text string) string {
	text = strings.NewReplacer("\r", "", "\n", " ").Replace(text)
	if l.plain() {
		return string(l.encoding.Encode(text))
	}
	return mime.BEncoding.Encode("utf-8", text)
}

func headerAddress(a value.MailAddress) string {
	if a.DisplayName == "" {
		return a.Address()
	}
	return (&mail.Address{Name: a.DisplayName, Address: a.Address()}).String()
}

// base64Line is how many bytes fill a line of base64 in a message.
const base64Line = 57

func base64Lines(data []byte) []byte {
	var out []byte
	for piece := range slices.Chunk(data, base64Line) {
		out = append(base64.StdEncoding.AppendEncode(out, piece), "\r\n"...)
	}
	return out
}
