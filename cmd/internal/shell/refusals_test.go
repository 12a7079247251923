package shell

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

// refusals are ways out of the program with the rule that forbids each.
var refusals = []struct{ rule, code string }{
	{"exolab makes no network connection", "Invoke-WebRequest https://example.com"},
	{"exolab makes no network connection", "Invoke-RestMethod https://example.com"},
	{"exolab makes no network connection", "Test-Connection localhost"},
	{"exolab makes no network connection", "Enter-PSSession server1"},
	{"exolab makes no network connection", "[System.Net.WebClient]::new().DownloadString('https://example.com')"},
	{"exolab makes no network connection", "(New-Object Net.WebClient).DownloadFile('https://example.com', 'x')"},
	{"exolab makes no network connection", "[Net.WebRequest]::Create('https://example.com')"},
	{"exolab makes no network connection", "[System.Net.Sockets.TcpClient]::new('example.com', 80)"},
	{"exolab makes no network connection", "New-Object System.Net.Sockets.TcpClient"},
	{"exolab makes no network connection", "[System.Net.Http.HttpClient]::new()"},
	{"exolab makes no network connection", "[System.Net.Dns]::GetHostEntry('example.com')"},
	{"exolab makes no network connection", "New-Object System.Net.Mail.SmtpClient smtp.example.com"},
	{"exolab makes no network connection", "New-Object System.DirectoryServices.DirectorySearcher"},
	{"remote computers are not emulated", "Invoke-Command -ComputerName server1 -ScriptBlock { 1 }"},
	{"does not reach other servers", "New-PSSession -ComputerName server1"},
	{"exolab starts no process", "Start-Process notepad"},
	{"exolab starts no process", "Stop-Process -Id 1"},
	{"exolab starts no process", "Restart-Computer"},
	{"exolab starts no process", "[System.Diagnostics.Process]::Start('ls')"},
	{"exolab starts no process", "New-Object Diagnostics.ProcessStartInfo"},
	{"exolab starts no process", "& ./tool"},
	{"exolab starts no process", "./tool -x"},
	{"exolab starts no process", "tool"},
	{"exolab compiles no .NET code", "Add-Type -TypeDefinition 'public class A {}'"},
	{"exolab loads and compiles no .NET code", "[System.Reflection.Assembly]::LoadFile('/tmp/x.dll')"},
	{"exolab loads and compiles no .NET code", "[System.Runtime.InteropServices.Marshal]::AllocHGlobal(8)"},
	{"exolab has no COM", "New-Object -ComObject Excel.Application"},
	{"exolab has no COM, no WMI and no registry", "[Microsoft.Win32.Registry]::LocalMachine"},
	{"exolab opens no windows", "[System.Windows.Forms.MessageBox]::Show('x')"},
	{"there are no jobs", "Start-Job { 1 }"},
}

// Whatever would reach beyond the program is refused with its rule.
func TestRefusals(t *testing.T) {
	dir := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(dir, "tool"), []byte("#!/bin/sh\necho ran\n"), 0o755))
	t.Setenv("PATH", dir)
	for _, r := range refusals {
		t.Run(r.code, func(t *testing.T) {
			said := errorFrame.ReplaceAllString(runIn(t, dir, r.code), " ")
			require.Contains(t, said, r.rule)
		})
	}
}
