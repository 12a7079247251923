package utility

import (
	"crypto/rand"
	"encoding/base64"
	"encoding/hex"

	"exolab/cmdlets"
	"exolab/runtime"
	"exolab/runtime/dotnet/network"
	"exolab/runtime/errs"
	"exolab/runtime/value"
)

// ConvertToSecureString is ConvertTo-SecureString.
type ConvertToSecureString struct {
	String      string         `ps:"mandatory,position=0,pipeline"`
	AsPlainText cmdlets.Switch `ps:"position=1,set=PlainText"`
	Force       cmdlets.Switch `ps:"position=2,set=PlainText"`
	SecureKey   value.Value    `ps:"type=securestring,position=1,set=Secure"`
	Key         []value.Value  `ps:"type=byte[],set=Open"`
}

// ConvertFromSecureString is ConvertFrom-SecureString.
type ConvertFromSecureString struct {
	SecureString value.Value    `ps:"type=securestring,mandatory,position=0,pipeline"`
	AsPlainText  cmdlets.Switch `ps:"set=AsPlainText"`
	SecureKey    value.Value    `ps:"type=securestring,position=1,set=Secure"`
	Key          []value.Value  `ps:"type=byte[],set=Open"`
}

// Process emits the secure string of a text, plain or as ConvertFrom-SecureString
// wrote it.
func (c *ConvertToSecureString) Process(ctx *runtime.Context) error {
	if c.AsPlainText {
		return ctx.Emit(value.Obj(&network.SecureString{Plain: c.String}))
	}
	plain, ok := unwrapSecure(c.String)
	if !ok {
		return ctx.WriteError(errs.New("System.ArgumentException", "The parameter value \""+c.String+"\" is not a valid encrypted string.",
			"ImportSecureString_InvalidArgument", value.InvalidArgument, value.Null))
	}
	return ctx.Emit(value.Obj(&network.SecureString{Plain: plain}))
}

// unwrapSecure undoes wrapSecure.
func unwrapSecure(text string) (string, bool) {
	raw, err := hex.DecodeString(text)
	if err != nil {
		return "", false
	}
	var units []uint16
	for i := 0; i+1 < len(raw); i += 2 {
		units = append(units, uint16(raw[i])|uint16(raw[i+1])<<8)
	}
	return value.UnitsText(units), len(raw)%2 == 0
}

// wrapSecure is the text of a secure string: on platforms without a key store
// PowerShell, too, only spells its bytes.
func wrapSecure(plain string) string {
	var raw []byte
	for _, u := range value.Units(plain) {
		raw = append(raw, byte(u), byte(u>>8))
	}
	return hex.EncodeToString(raw)
}

// Process emits the text of a secure string.
func (c *ConvertFromSecureString) Process(ctx *runtime.Context) error {
	secure, ok := value.As[*network.SecureString](c.SecureString)
	switch {
	case !ok:
		return nil
	case bool(c.AsPlainText):
		return ctx.Emit(value.Str(secure.Plain))
	case len(c.Key) > 0 || !c.SecureKey.IsNull():
		salt := make([]byte, 16)
		_, _ = rand.Read(salt)
		return ctx.Emit(value.Str(base64.StdEncoding.EncodeToString(append(salt, wrapSecure(secure.Plain)...))))
	}
	return ctx.Emit(value.Str(wrapSecure(secure.Plain)))
}
