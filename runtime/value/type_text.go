package value

// shortTypeNames are the names by which PowerShell writes types that have
// one, by full name.
var shortTypeNames = map[string]string{
	"System.Object": "System.Object", "System.Boolean": "bool", "System.Byte": "byte", "System.Char": "char", "System.Decimal": "decimal",
	"System.Double": "double", "System.Single": "float", "System.Int32": "int", "System.Int64": "long", "System.Int16": "short",
	"System.SByte": "sbyte", "System.UInt32": "uint", "System.UInt64": "ulong", "System.UInt16": "ushort", "System.String": "string",
	"System.Collections.Hashtable": "hashtable", "System.DateTime": "datetime", "System.Guid": "guid", "System.Array": "array",
	"System.Numerics.BigInteger": "bigint", "System.Text.RegularExpressions.Regex": "regex", "System.TimeSpan": "timespan",
	"System.Uri": "uri", "System.Version": "version", "System.Xml.XmlDocument": "xml", "System.Type": "type",
	"System.Net.IPAddress": "ipaddress", "System.Net.Mail.MailAddress": "mailaddress", "System.Security.SecureString": "securestring",
	"System.Void": "void", "System.Management.Automation.PSObject": "psobject", "System.Management.Automation.ScriptBlock": "scriptblock",
	"System.Management.Automation.SwitchParameter": "switch", "System.Management.Automation.PSCredential": "pscredential",
	"System.Globalization.CultureInfo": "cultureinfo", "System.Collections.Specialized.OrderedDictionary": "ordered",
}

// TypeText is how a type becomes a string: by its short name if it has one.
func TypeText(t *Type) string {
	if short, ok := shortTypeNames[t.FullName]; ok {
		return short
	}
	if t.Elem != nil && t.Elem != TypeObject {
		return TypeText(t.Elem) + "[]"
	}
	if t.Definition != nil && len(t.Args) > 0 {
		name := t.Definition.FullName
		for i, c := range name {
			if c == '`' {
				name = name[:i]
				break
			}
		}
		out := name + "["
		for i, a := range t.Args {
			if i > 0 {
				out += ","
			}
			out += TypeText(a)
		}
		return out + "]"
	}
	return t.FullName
}
