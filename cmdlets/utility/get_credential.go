package utility

import (
	"exolab/runtime"
	"exolab/runtime/value"
)

// GetCredential is Get-Credential.
type GetCredential struct {
	Credential value.Value `ps:"type=object,notnull,position=0,set=CredentialSet"`
	Message    string      `ps:"notnullorempty,set=MessageSet"`
	UserName   string      `ps:"notnullorempty,position=0,set=MessageSet"`
	Title      string      `ps:"notnullorempty,set=MessageSet"`
}

const (
	credentialTitle   = "PowerShell credential request"
	credentialMessage = "Enter your credentials."
)

// Process asks for what is missing and emits the credential.
func (c *GetCredential) Process(ctx *runtime.Context) error {
	user, title, message := c.UserName, c.Title, c.Message
	if ctx.Bound("Credential") {
		if value.Unwrap(c.Credential).Kind() != value.KindString {
			return ctx.Emit(c.Credential)
		}
		user = value.ToString(ctx.Env(), c.Credential)
	}
	if title == "" {
		title = credentialTitle
	}
	if message == "" {
		message = credentialMessage
	}
	credential, err := ctx.AskCredential("\n"+title+"\n"+message, user)
	if err != nil || credential.IsNull() {
		return err
	}
	return ctx.Emit(credential)
}
