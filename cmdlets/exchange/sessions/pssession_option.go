package sessions

import (
	"exolab/cmdlets"
	"exolab/runtime"
	"exolab/runtime/value"
)

// NewPSSessionOption is New-PSSessionOption: what it makes can be given to the
// cmdlets that open sessions, none of which needs it here.
type NewPSSessionOption struct {
	MaximumRedirection                *int           `ps:""`
	NoCompression                     cmdlets.Switch `ps:""`
	NoMachineProfile                  cmdlets.Switch `ps:""`
	Culture                           value.Value    `ps:"type=cultureinfo,notnull"`
	UICulture                         value.Value    `ps:"type=cultureinfo,notnull"`
	MaximumReceivedDataSizePerCommand *int           `ps:""`
	MaximumReceivedObjectSize         *int           `ps:""`
	OutputBufferingMode               string         `ps:"validateset=None|Drop|Block"`
	MaxConnectionRetryCount           int            `ps:"range=0:2147483647"`
	ApplicationArguments              value.Value    `ps:"notnull"`
	OpenTimeout                       int            `ps:"alias=OpenTimeoutMSec,range=0:2147483647"`
	CancelTimeout                     int            `ps:"alias=CancelTimeoutMSec,range=0:2147483647"`
	IdleTimeout                       int            `ps:"alias=IdleTimeoutMSec,range=-1:2147483647"`
	ProxyAccessType                   string         `ps:"notnullorempty,validateset=None|IEConfig|WinHttpConfig|AutoDetect|NoProxyServer"`
	ProxyAuthentication               string         `ps:"validateset=Basic|Negotiate|Digest"`
	ProxyCredential                   value.Value    `ps:"type=pscredential,notnullorempty"`
	SkipCACheck                       cmdlets.Switch `ps:""`
	SkipCNCheck                       cmdlets.Switch `ps:""`
	SkipRevocationCheck               cmdlets.Switch `ps:""`
	OperationTimeout                  int            `ps:"alias=OperationTimeoutMSec,range=0:2147483647"`
	NoEncryption                      cmdlets.Switch `ps:""`
	UseUTF16                          cmdlets.Switch `ps:""`
	IncludePortInSPN                  cmdlets.Switch `ps:""`
}

// newPSSessionOption returns the cmdlet with PowerShell's defaults, times in
// milliseconds.
func newPSSessionOption() any {
	return &NewPSSessionOption{OutputBufferingMode: "None", MaxConnectionRetryCount: 5, OpenTimeout: 180_000, CancelTimeout: 60_000, IdleTimeout: -1,
		ProxyAccessType: "None", ProxyAuthentication: "Negotiate", OperationTimeout: 180_000}
}

// defaultRedirections is how often a connection is sent elsewhere by default.
const defaultRedirections = 5

// Process emits the options.
func (c *NewPSSessionOption) Process(ctx *runtime.Context) error {
	o := value.NewObject(23)
	o.TypeNames = []string{"System.Management.Automation.Remoting.PSSessionOption", "System.Object"}
	redirections := defaultRedirections
	if c.MaximumRedirection != nil {
		redirections = *c.MaximumRedirection
	}
	for _, p := range []struct {
		name string
		v    value.Value
	}{
		{"MaximumConnectionRedirectionCount", value.Int(redirections)},
		{"NoCompression", value.Bool(bool(c.NoCompression))},
		{"NoMachineProfile", value.Bool(bool(c.NoMachineProfile))},
		{"ProxyAccessType", value.Str(c.ProxyAccessType)},
		{"ProxyAuthentication", value.Str(c.ProxyAuthentication)},
		{"ProxyCredential", c.ProxyCredential},
		{"SkipCACheck", value.Bool(bool(c.SkipCACheck))},
		{"SkipCNCheck", value.Bool(bool(c.SkipCNCheck))},
		{"SkipRevocationCheck", value.Bool(bool(c.SkipRevocationCheck))},
		{"OperationTimeout", milliseconds(c.OperationTimeout)},
		{"NoEncryption", value.Bool(bool(c.NoEncryption))},
		{"UseUTF16", value.Bool(bool(c.UseUTF16))},
		{"IncludePortInSPN", value.Bool(bool(c.IncludePortInSPN))},
		{"OutputBufferingMode", value.Str(c.OutputBufferingMode)},
		{"MaxConnectionRetryCount", value.Int(c.MaxConnectionRetryCount)},
		{"Culture", c.Culture},
		{"UICulture", c.UICulture},
		{"MaximumReceivedDataSizePerCommand", optional(c.MaximumReceivedDataSizePerCommand)},
		{"MaximumReceivedObjectSize", optional(c.MaximumReceivedObjectSize)},
		{"ApplicationArguments", c.ApplicationArguments},
		{"OpenTimeout", milliseconds(c.OpenTimeout)},
		{"CancelTimeout", milliseconds(c.CancelTimeout)},
		{"IdleTimeout", milliseconds(c.IdleTimeout)},
	} {
		o.Set(p.name, p.v)
	}
	return ctx.Emit(value.Obj(o))
}

func milliseconds(n int) value.Value {
	const ticks = 10_000
	return value.Span(int64(n) * ticks)
}

func optional(n *int) value.Value {
	if n == nil {
		return value.Null
	}
	return value.Int(*n)
}
