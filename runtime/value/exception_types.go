package value

import (
	"strings"
	"sync"
)

// exceptionBases says, by full name, what each known exception type derives
// from. A name that is missing derives from System.Exception.
var exceptionBases = map[string]string{
	"System.SystemException":                                                       "System.Exception",
	"System.ApplicationException":                                                  "System.Exception",
	"System.ArithmeticException":                                                   "System.SystemException",
	"System.DivideByZeroException":                                                 "System.ArithmeticException",
	"System.OverflowException":                                                     "System.ArithmeticException",
	"System.NotFiniteNumberException":                                              "System.ArithmeticException",
	"System.ArgumentException":                                                     "System.SystemException",
	"System.ArgumentNullException":                                                 "System.ArgumentException",
	"System.ArgumentOutOfRangeException":                                           "System.ArgumentException",
	"System.Globalization.CultureNotFoundException":                                "System.ArgumentException",
	"System.Text.RegularExpressions.RegexParseException":                           "System.ArgumentException",
	"System.ArrayTypeMismatchException":                                            "System.SystemException",
	"System.FormatException":                                                       "System.SystemException",
	"System.UriFormatException":                                                    "System.FormatException",
	"System.IndexOutOfRangeException":                                              "System.SystemException",
	"System.InvalidCastException":                                                  "System.SystemException",
	"System.InvalidOperationException":                                             "System.SystemException",
	"System.ObjectDisposedException":                                               "System.InvalidOperationException",
	"System.Net.WebException":                                                      "System.InvalidOperationException",
	"System.MemberAccessException":                                                 "System.SystemException",
	"System.MissingMemberException":                                                "System.MemberAccessException",
	"System.MissingMethodException":                                                "System.MissingMemberException",
	"System.MissingFieldException":                                                 "System.MissingMemberException",
	"System.NotImplementedException":                                               "System.SystemException",
	"System.NotSupportedException":                                                 "System.SystemException",
	"System.PlatformNotSupportedException":                                         "System.NotSupportedException",
	"System.NullReferenceException":                                                "System.SystemException",
	"System.OperationCanceledException":                                            "System.SystemException",
	"System.Threading.Tasks.TaskCanceledException":                                 "System.OperationCanceledException",
	"System.OutOfMemoryException":                                                  "System.SystemException",
	"System.RankException":                                                         "System.SystemException",
	"System.StackOverflowException":                                                "System.SystemException",
	"System.InsufficientExecutionStackException":                                   "System.SystemException",
	"System.TimeoutException":                                                      "System.SystemException",
	"System.TypeLoadException":                                                     "System.SystemException",
	"System.UnauthorizedAccessException":                                           "System.SystemException",
	"System.AggregateException":                                                    "System.Exception",
	"System.Collections.Generic.KeyNotFoundException":                              "System.SystemException",
	"System.ComponentModel.Win32Exception":                                         "System.Runtime.InteropServices.ExternalException",
	"System.Runtime.InteropServices.ExternalException":                             "System.SystemException",
	"System.Runtime.InteropServices.COMException":                                  "System.Runtime.InteropServices.ExternalException",
	"System.IO.IOException":                                                        "System.SystemException",
	"System.IO.DirectoryNotFoundException":                                         "System.IO.IOException",
	"System.IO.DriveNotFoundException":                                             "System.IO.IOException",
	"System.IO.EndOfStreamException":                                               "System.IO.IOException",
	"System.IO.FileLoadException":                                                  "System.IO.IOException",
	"System.IO.FileNotFoundException":                                              "System.IO.IOException",
	"System.IO.PathTooLongException":                                               "System.IO.IOException",
	"System.IO.InvalidDataException":                                               "System.SystemException",
	"System.Net.Http.HttpRequestException":                                         "System.Exception",
	"System.Security.SecurityException":                                            "System.SystemException",
	"System.Security.Authentication.AuthenticationException":                       "System.SystemException",
	"System.Security.Cryptography.CryptographicException":                          "System.SystemException",
	"System.Data.DataException":                                                    "System.SystemException",
	"System.Data.DuplicateNameException":                                           "System.Data.DataException",
	"System.Data.ReadOnlyException":                                                "System.Data.DataException",
	"System.Data.NoNullAllowedException":                                           "System.Data.DataException",
	"System.Data.ConstraintException":                                              "System.Data.DataException",
	"System.Data.DeletedRowInaccessibleException":                                  "System.Data.DataException",
	"System.Data.RowNotInTableException":                                           "System.Data.DataException",
	"System.Data.MissingPrimaryKeyException":                                       "System.Data.DataException",
	"System.Data.InvalidConstraintException":                                       "System.Data.DataException",
	"System.Data.VersionNotFoundException":                                         "System.Data.DataException",
	"System.Data.InvalidExpressionException":                                       "System.Data.DataException",
	"System.Data.StrongTypingException":                                            "System.Data.DataException",
	"System.Data.SyntaxErrorException":                                             "System.Data.InvalidExpressionException",
	"System.Data.EvaluateException":                                                "System.Data.InvalidExpressionException",
	"System.Xml.XmlException":                                                      "System.SystemException",
	"System.Text.Json.JsonException":                                               "System.Exception",
	"System.Management.Automation.RuntimeException":                                "System.SystemException",
	"System.Management.Automation.ActionPreferenceStopException":                   "System.Management.Automation.RuntimeException",
	"System.Management.Automation.CmdletInvocationException":                       "System.Management.Automation.RuntimeException",
	"System.Management.Automation.CmdletProviderInvocationException":               "System.Management.Automation.CmdletInvocationException",
	"System.Management.Automation.CommandNotFoundException":                        "System.Management.Automation.RuntimeException",
	"System.Management.Automation.ScriptRequiresException":                         "System.Management.Automation.RuntimeException",
	"System.Management.Automation.IncompleteParseException":                        "System.Management.Automation.ParseException",
	"System.Management.Automation.ParseException":                                  "System.Management.Automation.RuntimeException",
	"System.Management.Automation.MetadataException":                               "System.Management.Automation.RuntimeException",
	"System.Management.Automation.ArgumentTransformationMetadataException":         "System.Management.Automation.MetadataException",
	"System.Management.Automation.ValidationMetadataException":                     "System.Management.Automation.MetadataException",
	"System.Management.Automation.ParsingMetadataException":                        "System.Management.Automation.MetadataException",
	"System.Management.Automation.ParameterBindingException":                       "System.Management.Automation.RuntimeException",
	"System.Management.Automation.ParameterBindingValidationException":             "System.Management.Automation.ParameterBindingException",
	"System.Management.Automation.ParameterBindingArgumentTransformationException": "System.Management.Automation.ParameterBindingException",
	"System.Management.Automation.PipelineStoppedException":                        "System.Management.Automation.RuntimeException",
	"System.Management.Automation.PipelineClosedException":                         "System.Management.Automation.RuntimeException",
	"System.Management.Automation.ProviderInvocationException":                     "System.Management.Automation.RuntimeException",
	"System.Management.Automation.RemoteException":                                 "System.Management.Automation.RuntimeException",
	"System.Management.Automation.ScriptCallDepthException":                        "System.SystemException",
	"System.Management.Automation.SessionStateException":                           "System.Management.Automation.RuntimeException",
	"System.Management.Automation.DriveNotFoundException":                          "System.Management.Automation.SessionStateException",
	"System.Management.Automation.ItemNotFoundException":                           "System.Management.Automation.SessionStateException",
	"System.Management.Automation.ProviderNotFoundException":                       "System.Management.Automation.SessionStateException",
	"System.Management.Automation.SessionStateOverflowException":                   "System.Management.Automation.SessionStateException",
	"System.Management.Automation.SessionStateUnauthorizedAccessException":         "System.Management.Automation.SessionStateException",
	"System.Management.Automation.SetValueException":                               "System.Management.Automation.ExtendedTypeSystemException",
	"System.Management.Automation.GetValueException":                               "System.Management.Automation.ExtendedTypeSystemException",
	"System.Management.Automation.GetValueInvocationException":                     "System.Management.Automation.GetValueException",
	"System.Management.Automation.SetValueInvocationException":                     "System.Management.Automation.SetValueException",
	"System.Management.Automation.MethodException":                                 "System.Management.Automation.ExtendedTypeSystemException",
	"System.Management.Automation.MethodInvocationException":                       "System.Management.Automation.MethodException",
	"System.Management.Automation.ExtendedTypeSystemException":                     "System.Management.Automation.RuntimeException",
	"System.Management.Automation.PropertyNotFoundException":                       "System.Management.Automation.ExtendedTypeSystemException",
	"System.Management.Automation.PSInvalidCastException":                          "System.InvalidCastException",
	"System.Management.Automation.PSArgumentException":                             "System.ArgumentException",
	"System.Management.Automation.PSArgumentNullException":                         "System.ArgumentNullException",
	"System.Management.Automation.PSArgumentOutOfRangeException":                   "System.ArgumentOutOfRangeException",
	"System.Management.Automation.ParentContainsErrorRecordException":              "System.SystemException",
	"System.Management.Automation.PSInvalidOperationException":                     "System.InvalidOperationException",
	"System.Management.Automation.PSNotImplementedException":                       "System.NotImplementedException",
	"System.Management.Automation.PSNotSupportedException":                         "System.NotSupportedException",
	"System.Management.Automation.PSObjectDisposedException":                       "System.ObjectDisposedException",
	"System.Management.Automation.PSSecurityException":                             "System.Management.Automation.RuntimeException",
	"System.Management.Automation.HaltCommandException":                            "System.SystemException",
	"System.Management.Automation.Host.HostException":                              "System.Management.Automation.RuntimeException",
	"System.Management.Automation.Host.PromptingException":                         "System.Management.Automation.Host.HostException",
	"System.Management.Automation.WildcardPatternException":                        "System.Management.Automation.RuntimeException",
	"Microsoft.PowerShell.Commands.WriteErrorException":                            "System.SystemException",
	"Microsoft.PowerShell.Commands.ServiceCommandException":                        "System.SystemException",
	"Microsoft.PowerShell.Commands.ProcessCommandException":                        "System.SystemException",
	"Microsoft.PowerShell.Commands.HttpResponseException":                          "System.Net.Http.HttpRequestException",
}

var (
	exceptionMu    sync.Mutex
	exceptionTypes = map[string]*Type{"System.Exception": TypeException}
)

// ExceptionType returns the exception type of that full name; the same name
// always gives the same type.
func ExceptionType(fullName string) *Type {
	exceptionMu.Lock()
	defer exceptionMu.Unlock()
	return exceptionType(fullName)
}

func exceptionType(fullName string) *Type {
	if t := exceptionTypes[fullName]; t != nil {
		return t
	}
	base, ok := exceptionBases[fullName]
	if !ok {
		base = "System.Exception"
	}
	t := &Type{Name: fullName[strings.LastIndexByte(fullName, '.')+1:], FullName: fullName, Kind: KindObject, Base: exceptionType(base)}
	exceptionTypes[fullName] = t
	return t
}

// ExceptionTypeNames lists the full names of the known exception types,
// System.Exception left out, in no particular order.
func ExceptionTypeNames() []string {
	names := make([]string, 0, len(exceptionBases))
	for name := range exceptionBases {
		names = append(names, name)
	}
	return names
}

// NewException returns an exception of the type with that full name.
func NewException(fullName, message string) *Exception {
	return &Exception{T: ExceptionType(fullName), Message: message}
}
