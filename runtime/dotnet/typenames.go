package dotnet

import (
	"strings"

	"exolab/runtime/value"
)

// DisplayName is a type's FullName as .NET gives it: type arguments are
// qualified by their assembly.
func DisplayName(t *value.Type) string {
	if t.Elem != nil {
		return DisplayName(t.Elem) + t.FullName[len(t.Elem.FullName):]
	}
	if len(t.Args) == 0 {
		return t.FullName
	}
	args := make([]string, len(t.Args))
	for i, a := range t.Args {
		args[i] = "[" + DisplayName(a) + ", " + assemblyOf(a).String() + "]"
	}
	return t.Definition.FullName + "[" + strings.Join(args, ",") + "]"
}

// TypeString is the text that .NET gives a type: its full name, without the
// assemblies of its arguments.
func TypeString(t *value.Type) string {
	if t.Elem != nil {
		return TypeString(t.Elem) + t.FullName[len(t.Elem.FullName):]
	}
	if len(t.Args) == 0 {
		return t.FullName
	}
	args := make([]string, len(t.Args))
	for i, a := range t.Args {
		args[i] = TypeString(a)
	}
	return t.Definition.FullName + "[" + strings.Join(args, ",") + "]"
}

// shortNames are the names PowerShell prints for its accelerated types.
var shortNames = map[string]string{
	"System.String": "string", "System.Int32": "int", "System.Int64": "long", "System.Boolean": "bool", "System.Char": "char",
	"System.Byte": "byte", "System.SByte": "sbyte", "System.Int16": "short", "System.UInt16": "ushort", "System.UInt32": "uint",
	"System.UInt64": "ulong", "System.Double": "double", "System.Single": "float", "System.Decimal": "decimal", "System.Void": "void",
	"System.DateTime": "datetime", "System.TimeSpan": "timespan", "System.Guid": "guid", "System.Version": "version", "System.Uri": "uri",
	"System.Type": "type", "System.Collections.Hashtable": "hashtable", "System.Text.RegularExpressions.Regex": "regex",
	"System.Globalization.CultureInfo": "cultureinfo", "System.Numerics.BigInteger": "bigint", "System.Array": "array",
	"System.Management.Automation.ScriptBlock": "scriptblock", "System.Management.Automation.PSObject": "psobject",
	"System.Security.SecureString": "securestring", "System.Management.Automation.PSCredential": "pscredential",
	"System.Management.Automation.SwitchParameter": "switch", "System.Net.IPAddress": "ipaddress", "System.Net.Mail.MailAddress": "mailaddress",
	"System.Xml.XmlDocument": "xml", "System.Collections.Specialized.OrderedDictionary": "ordered",
	"System.Management.Automation.SemanticVersion": "semver", "System.Management.Automation.PSVariable": "psvariable",
	"System.Management.Automation.PSModuleInfo": "psmoduleinfo", "System.Management.Automation.PowerShell": "powershell",
}

// ShortName is a type's name as PowerShell writes it in definitions: by its
// accelerator if it has one, generics as Name[args].
func ShortName(t *value.Type) string {
	if t.Elem != nil {
		return ShortName(t.Elem) + t.FullName[len(t.Elem.FullName):]
	}
	if len(t.Args) > 0 {
		args := make([]string, len(t.Args))
		for i, a := range t.Args {
			args[i] = ShortName(a)
		}
		name, _, _ := strings.Cut(t.Definition.FullName, "`")
		return name + "[" + strings.Join(args, ",") + "]"
	}
	if s, ok := shortNames[t.FullName]; ok {
		return s
	}
	return t.FullName
}
