package utility

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"exolab/cmdlets"
	"exolab/cmdlets/internal/files"
	"exolab/runtime"
	"exolab/runtime/dotnet"
	"exolab/runtime/dotnet/text"
	"exolab/runtime/errs"
	"exolab/runtime/netfmt"
	"exolab/runtime/sandbox"
	"exolab/runtime/value"
)

// SendMailMessage is Send-MailMessage. exolab sends no mail: the message goes
// into a file of the outbox.
type SendMailMessage struct {
	Attachments                []string       `ps:"alias=PsPath,notnullorempty,pipeline,byname"`
	Bcc                        []string       `ps:"notnullorempty,byname"`
	Body                       string         `ps:"notnullorempty,position=2,byname"`
	BodyAsHtml                 cmdlets.Switch `ps:"alias=BAH,byname"`
	Encoding                   value.Value    `ps:"alias=BE,type=System.Text.Encoding,notnullorempty,transform=encoding,byname"`
	Cc                         []string       `ps:"notnullorempty,byname"`
	DeliveryNotificationOption value.Value    `ps:"alias=DNO,type=System.Net.Mail.DeliveryNotificationOptions,notnullorempty,byname"`
	From                       string         `ps:"notnullorempty,mandatory,byname"`
	SmtpServer                 string         `ps:"alias=ComputerName,notnullorempty,position=3,byname"`
	Priority                   int            `ps:"type=System.Net.Mail.MailPriority,notnullorempty,byname"`
	ReplyTo                    []string       `ps:"byname"`
	Subject                    string         `ps:"alias=sub,position=1,byname"`
	To                         []string       `ps:"notnullorempty,mandatory,position=0,byname"`
	Credential                 value.Value    `ps:"type=pscredential,notnullorempty,byname"`
	UseSsl                     cmdlets.Switch `ps:"byname"`
	Port                       int            `ps:"range=0:2147483647,byname"`

	letter letter
}

type outboxKey struct{}

// SetOutbox names the folder of the session's outgoing mail.
func SetOutbox(s *runtime.Session, dir string) { s.Services[outboxKey{}] = dir }

func outboxOf(s *runtime.Session) string {
	if dir, ok := s.Services[outboxKey{}].(string); ok {
		return dir
	}
	return filepath.Join(os.TempDir(), "exolab-outbox")
}

// Begin writes the envelope and the headers; parameters that come from the
// pipeline are too late for them.
func (c *SendMailMessage) Begin(ctx *runtime.Context) error {
	l := &c.letter
	from, err := mailAddress(ctx, c.From)
	if err != nil {
		return ctx.Throw(badAddress(err, value.Str(c.From)))
	}
	l.from = from
	for _, list := range []struct {
		to    *[]value.MailAddress
		texts []string
	}{{&l.to, c.To}, {&l.bcc, c.Bcc}, {&l.cc, c.Cc}, {&l.replyTo, c.ReplyTo}} {
		if *list.to, err = mailAddresses(ctx, list.texts); err != nil {
			return err
		}
	}
	l.subject, l.body, l.html, l.priority = c.Subject, c.Body, bool(c.BodyAsHtml), c.Priority
	l.encoding = text.EncodingASCII
	if !c.Encoding.IsNull() {
		l.encoding = files.EncodingOf(c.Encoding)
	}
	l.date = netfmt.DateTime{Ticks: ctx.Env().NowTicks(), Kind: netfmt.UTC}
	if c.SmtpServer == "" && value.ToString(ctx.Env(), ctx.Env().Variable("PSEmailServer")) == "" {
		return ctx.Throw(errs.New("System.InvalidOperationException", "The email cannot be sent because no SMTP server was specified. "+
			"You must specify an SMTP server by using either the SmtpServer parameter or the $PSEmailServer variable.", "", value.InvalidArgument, value.Null))
	}
	return nil
}

func mailAddress(ctx *runtime.Context, text string) (value.MailAddress, error) {
	v, err := dotnet.CastTo(ctx.Env(), value.Str(text), value.TypeMailAddress)
	if err != nil {
		return value.MailAddress{}, errors.New("The specified string is not in the form required for an e-mail address.")
	}
	return dotnet.Of[value.MailAddress](v), nil
}

// mailAddresses reads a parameter's addresses; each bad one is an error of its
// own and left out.
func mailAddresses(ctx *runtime.Context, texts []string) ([]value.MailAddress, error) {
	var list []value.MailAddress
	for _, text := range texts {
		address, err := mailAddress(ctx, text)
		if err == nil {
			list = append(list, address)
			continue
		}
		if err := ctx.WriteError(badAddress(err, value.Null)); err != nil {
			return nil, err
		}
	}
	return list, nil
}

func badAddress(err error, target value.Value) *errs.Record {
	return errs.New("System.FormatException", err.Error(), "FormatException", value.InvalidType, target)
}

// Process reads the attachments.
func (c *SendMailMessage) Process(ctx *runtime.Context) error {
	for _, name := range c.Attachments {
		path := files.Resolve(ctx.Session(), name)
		data, err := sandbox.ReadFile(path)
		if err != nil {
			return ctx.Throw(files.Failure(err, path, "FileOpenFailure", value.OpenError))
		}
		c.letter.attachments = append(c.letter.attachments, attachment{filepath.Base(path), data})
	}
	return nil
}

// End writes the message into the outbox.
func (c *SendMailMessage) End(ctx *runtime.Context) error {
	if len(c.letter.recipients()) == 0 {
		return ctx.WriteError(errs.New("System.InvalidOperationException", "A recipient must be specified.", "InvalidOperationException", value.InvalidOperation, value.Null))
	}
	path, err := deliver(outboxOf(ctx.Session()), c.letter.bytes())
	if err != nil {
		return ctx.Throw(files.Failure(err, path, "OutboxFailure", value.WriteError))
	}
	return ctx.Verbose("The message was not sent but written to " + path)
}

// deliver writes a message into a folder under the first free number. It
// returns the path, also of a failure.
func deliver(dir string, message []byte) (string, error) {
	if err := sandbox.MkdirAll(dir, 0o755); err != nil {
		return dir, err
	}
	list, err := os.ReadDir(dir)
	if err != nil {
		return dir, err
	}
	for number := len(list) + 1; ; number++ {
		path := filepath.Join(dir, fmt.Sprintf("%04d.eml", number))
		file, err := sandbox.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
		if errors.Is(err, fs.ErrExist) {
			continue
		}
		if err != nil {
			return path, err
		}
		_, err = file.Write(message)
		return path, errors.Join(err, file.Close())
	}
}

// listOf joins addresses as a header holds them.
func listOf(addresses []value.MailAddress) string {
	var texts []string
	for _, a := range addresses {
		texts = append(texts, headerAddress(a))
	}
	return strings.Join(texts, ", ")
}
