package utility

import (
	"fmt"
	"strings"

	"exolab/runtime"
	"exolab/runtime/errs"
	"exolab/runtime/value"
)

// refused lists the cmdlets that exolab knows and does not emulate, each group
// with the rule that forbids it.
var refused = []struct{ rule, names string }{
	{"exolab starts no process", "Start-Process Stop-Process Wait-Process Debug-Process Switch-Process Get-PSHostProcessInfo Enter-PSHostProcess Exit-PSHostProcess Restart-Computer Stop-Computer"},
	{"exolab runs everything in one session; there are no jobs", "Start-Job Get-Job Receive-Job Wait-Job Stop-Job Remove-Job Debug-Job"},
	{"exolab makes no network connection", "Invoke-WebRequest Invoke-RestMethod Test-Connection Update-Help Save-Help Enter-PSSession Exit-PSSession Export-PSSession New-PSTransportOption"},
	{"exolab compiles no .NET code", "Add-Type"},
	{"exolab has no debugger", "Set-PSBreakpoint Get-PSBreakpoint Remove-PSBreakpoint Enable-PSBreakpoint Disable-PSBreakpoint Debug-Runspace Enable-RunspaceDebug Disable-RunspaceDebug Get-RunspaceDebug Wait-Debugger Trace-Command Set-TraceSource Get-TraceSource Set-PSDebug"},
	{"exolab keeps no certificates", "Get-CmsMessage Protect-CmsMessage Unprotect-CmsMessage Get-PfxCertificate"},
	{"exolab does not change the clock of the machine", "Set-Date"},
	{"exolab raises no events", "New-Event Register-ObjectEvent Register-EngineEvent Wait-Event Get-Event Get-EventSubscriber Remove-Event Unregister-Event"},
	{"files and variables have no properties of that kind", "Clear-ItemProperty Copy-ItemProperty Move-ItemProperty New-ItemProperty Remove-ItemProperty Rename-ItemProperty"},
	{"exolab keeps no such configuration", "New-PSRoleCapabilityFile New-PSSessionConfigurationFile Export-FormatData Get-FormatData Get-ExperimentalFeature Get-PSSubsystem Get-Runspace New-ModuleManifest Test-ModuleManifest"},
	{"exolab has no experimental features", "Enable-ExperimentalFeature Disable-ExperimentalFeature"},
}

// refusal answers any call with the rule that forbids it.
type refusal struct{ name, rule string }

// Bind accepts any argument.
func (refusal) Bind(int, value.Value) error { return nil }

// Begin refuses.
func (r refusal) Begin(ctx *runtime.Context) error {
	return ctx.Throw(errs.New("System.NotSupportedException", fmt.Sprintf("%s is not emulated: %s.", r.name, r.rule), "NotEmulated", value.NotImplemented, value.Str(r.name)))
}

// Process is never reached.
func (refusal) Process(*runtime.Context) error { return nil }

// End is never reached.
func (refusal) End(*runtime.Context) error { return nil }

// Clean has nothing to clean.
func (refusal) Clean(*runtime.Context) error { return nil }

// defineRefusals makes the refused cmdlets known, unless something else
// defined them.
func defineRefusals(s *runtime.Session) {
	for _, group := range refused {
		for _, name := range strings.Fields(group.names) {
			if s.Commands.Lookup(name) != nil {
				continue
			}
			r := refusal{name, group.rule}
			s.Commands.Add(&runtime.Command{Name: name, Kind: runtime.CmdletCommand, Module: module,
				ClassName: "Microsoft.PowerShell.Commands." + strings.ReplaceAll(name, "-", "") + "Command",
				Synopsis:  "Not emulated: " + group.rule + ".", NotEmulated: true,
				New:      func() runtime.Executable { return r },
				Metadata: func() *runtime.Metadata { return &runtime.Metadata{} }})
		}
	}
}
