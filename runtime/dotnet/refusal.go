package dotnet

import (
	"fmt"
	"strings"

	"exolab/runtime/value"
)

// refusedTypes are types that reach beyond exolab, by the beginning of their
// full names, each group with the rule that keeps scripts from them.
var refusedTypes = [...]struct{ rule, names string }{
	{"exolab makes no network connection", "System.Net.Sockets. System.Net.Http. System.Net.WebSockets. System.Net.Security. System.Net.WebClient " +
		"System.Net.WebRequest System.Net.HttpWebRequest System.Net.FtpWebRequest System.Net.HttpListener System.Net.Dns System.Net.Mail.SmtpClient " +
		"System.Net.NetworkInformation. System.Data.SqlClient. System.Data.OleDb. System.Data.Odbc. Microsoft.Data. System.DirectoryServices. MySql."},
	{"exolab starts no process", "System.Diagnostics.Process System.ServiceProcess."},
	{"exolab loads and compiles no .NET code", "System.Reflection.Assembly System.Reflection.Emit. System.Runtime.InteropServices.Marshal " +
		"Microsoft.CSharp. System.CodeDom. Microsoft.CodeAnalysis."},
	{"exolab has no COM, no WMI and no registry", "System.Management.Management System.Management.SelectQuery Microsoft.Win32.Registry Microsoft.Office."},
	{"exolab opens no windows", "System.Windows. System.Drawing. Microsoft.VisualBasic.Interaction"},
}

// Refusal returns the rule that keeps scripts from a type, written with or
// without "System."; "" if there is none.
func Refusal(name string) string {
	folded := value.Fold(name)
	for _, group := range refusedTypes {
		for refused := range strings.FieldsSeq(group.names) {
			refused = value.Fold(refused)
			if strings.HasPrefix(folded, refused) || strings.HasPrefix("system."+folded, refused) {
				return group.rule
			}
		}
	}
	return ""
}

// errRefused is the error for a use of a type that exolab does not give
// scripts; nil where it is merely unknown.
func errRefused(t *value.Type, id string) error {
	rule := Refusal(t.FullName)
	if rule == "" {
		return nil
	}
	return runtimeError(id, fmt.Sprintf("[%s] is not emulated: %s.", DisplayName(t), rule), value.Str(t.FullName))
}
