package utility

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"exolab/cmdlets"
	"exolab/cmdlets/internal/files"
	"exolab/runtime"
	"exolab/runtime/sandbox"
	"exolab/runtime/value"
)

// SendMailMessage is Send-MailMessage.
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
	Priority                   value.Value    `ps:"type=System.Net.Mail.MailPriority,notnullorempty,byname"`
	ReplyTo                    []string       `ps:"byname"`
	Subject                    string         `ps:"alias=sub,position=1,byname"`
	To                         []string       `ps:"notnullorempty,mandatory,position=0,byname"`
	Credential                 value.Value    `ps:"type=pscredential,notnullorempty,byname"`
	UseSsl                     cmdlets.Switch `ps:"byname"`
	Port                       int            `ps:"range=0:2147483647,byname"`
}

// outbox is where Send-MailMessage leaves its messages.
const outbox = "outbox"

// Process writes the message into the folder outbox of the current location:
// exolab sends no mail.
func (c *SendMailMessage) Process(ctx *runtime.Context) error {
	dir := filepath.Join(ctx.Session().WorkingDirectory(), outbox)
	if err := sandbox.MkdirAll(dir, 0o755); err != nil {
		return ctx.Throw(files.Failure(err, dir, "OutboxFailure", value.WriteError))
	}
	list, _ := os.ReadDir(dir)
	path := filepath.Join(dir, fmt.Sprintf("%04d.eml", len(list)+1))
	if err := sandbox.WriteFile(path, []byte(c.message()), 0o644); err != nil {
		return ctx.Throw(files.Failure(err, path, "OutboxFailure", value.WriteError))
	}
	return nil
}

func (c *SendMailMessage) message() string {
	var out strings.Builder
	header := func(name, text string) {
		if text != "" {
			out.WriteString(name + ": " + text + "\r\n")
		}
	}
	header("From", c.From)
	header("To", strings.Join(c.To, ", "))
	header("Cc", strings.Join(c.Cc, ", "))
	header("Bcc", strings.Join(c.Bcc, ", "))
	header("Reply-To", strings.Join(c.ReplyTo, ", "))
	header("Subject", c.Subject)
	header("MIME-Version", "1.0")
	kind := "text/plain"
	if c.BodyAsHtml {
		kind = "text/html"
	}
	header("Content-Type", kind+"; charset=utf-8")
	for _, a := range c.Attachments {
		header("X-Attachment", a)
	}
	out.WriteString("\r\n" + c.Body)
	return out.String()
}
