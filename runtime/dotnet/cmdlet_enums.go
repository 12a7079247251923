package dotnet

// cmdletEnumRows are the enums that only parameters of cmdlets use, in the
// form of enumRows.
const cmdletEnumRows = `
Microsoft.PowerShell.Commands.BaseCsvWritingCommand+QuoteKind Never Always AsNeeded
Microsoft.PowerShell.Commands.DisplayHintType Date Time DateTime
Microsoft.PowerShell.Commands.ExportAliasFormat Csv Script
Microsoft.PowerShell.Commands.JsonDateKind Default Local Utc Offset String
Microsoft.PowerShell.Commands.Language CSharp
Microsoft.PowerShell.Commands.OutputAssemblyType Library ConsoleApplication WindowsApplication
Microsoft.PowerShell.Commands.SessionFilterState All Opened Disconnected Closed Broken
Microsoft.PowerShell.Commands.UpdateHelpScope CurrentUser AllUsers
Microsoft.PowerShell.Commands.WebAuthenticationType None Basic Bearer OAuth
Microsoft.PowerShell.Commands.WebRequestMethod Default Get Head Post Put Delete Trace Options Merge Patch
Microsoft.PowerShell.Commands.WebSslProtocol Default Tls Tls11 Tls12 Tls13
Newtonsoft.Json.StringEscapeHandling Default EscapeNonAscii EscapeHtml
System.Diagnostics.TraceOptions None LogicalOperationStack DateTime Timestamp ProcessId ThreadId Callstack
System.Management.Automation.Configuration.ConfigScope AllUsers CurrentUser
System.Management.Automation.JobState NotStarted Running Completed Failed Stopped Blocked Suspended Disconnected Suspending Stopping AtBreakpoint
System.Management.Automation.PSTraceSourceOptions None Constructor Dispose Finalizer Method Property Delegates Events Exception Lock Error Errors Warning Verbose WriteLine Data Scope ExecutionFlow Assert All
System.Management.Automation.Remoting.SessionType Empty RestrictedRemoteServer Default
System.Management.Automation.Runspaces.AuthenticationMechanism Default Basic Negotiate NegotiateWithImplicitCredential Credssp Digest Kerberos
System.Management.Automation.Subsystem.SubsystemKind CommandPredictor CrossPlatformDsc FeedbackProvider
System.Management.Automation.VariableAccessMode Read Write ReadWrite
System.Net.Mail.DeliveryNotificationOptions None OnSuccess OnFailure Delay Never
System.Reflection.ProcessorArchitecture None MSIL X86 IA64 Amd64 Arm
`
