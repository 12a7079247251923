package value

import "strings"

// memberOrders are the properties of types in the order in which .NET and
// PowerShell declare them, which is the order in which objects show them. An
// inherited name says that the type declares the property anew.
var memberOrders = [...]struct{ typeName, names string }{
	{"System.Array", "Length LongLength Rank SyncRoot IsReadOnly IsFixedSize IsSynchronized Count"},
	{"System.Collections.Hashtable", "IsReadOnly IsFixedSize IsSynchronized Keys Values SyncRoot Count"},
	{"System.DateTimeOffset", "DateTime UtcDateTime LocalDateTime Date Day DayOfWeek DayOfYear Hour Millisecond Microsecond Nanosecond " +
		"Minute Month Offset TotalOffsetMinutes Second Ticks UtcTicks TimeOfDay Year"},
	{"System.Net.IPAddress", "AddressFamily ScopeId IsIPv6Multicast IsIPv6LinkLocal IsIPv6SiteLocal IsIPv6Teredo IsIPv6UniqueLocal " +
		"IsIPv4MappedToIPv6 Address"},
	{"System.Text.RegularExpressions.Group", "Success Name Captures"},
	{"System.Text.StringBuilder", "Capacity MaxCapacity Length"},
	{"System.TimeSpan", "Ticks Days Hours Milliseconds Microseconds Nanoseconds Minutes Seconds TotalDays TotalHours " +
		"TotalMilliseconds TotalMicroseconds TotalNanoseconds TotalMinutes TotalSeconds"},
	{"System.TimeZoneInfo", "Id HasIanaId DisplayName StandardName DaylightName BaseUtcOffset SupportsDaylightSavingTime"},
	{"System.Uri", "AbsolutePath AbsoluteUri LocalPath Authority HostNameType IsDefaultPort IsFile IsLoopback PathAndQuery Segments IsUnc " +
		"Host Port Query Fragment Scheme OriginalString DnsSafeHost IdnHost IsAbsoluteUri UserEscaped UserInfo"},
	{"System.Version", "Major Minor Build Revision MajorRevision MinorRevision"},
	{"Microsoft.PowerShell.Commands.HistoryInfo", "Id CommandLine ExecutionStatus StartExecutionTime EndExecutionTime Duration"},
	{"System.Management.Automation.AliasInfo", "ReferencedCommand ResolvedCommand Definition Options Description OutputType"},
	{"System.Management.Automation.CmdletInfo", "Verb Noun HelpFile PSSnapIn Version ImplementingType Definition DefaultParameterSet OutputType Options"},
	{"System.Management.Automation.CommandInfo", "Name CommandType Source Version Definition Visibility ModuleName Module RemotingCapability " +
		"Parameters ParameterSets OutputType"},
	{"System.Management.Automation.CommandParameterInfo", "Name ParameterType IsMandatory IsDynamic Position ValueFromPipeline " +
		"ValueFromPipelineByPropertyName ValueFromRemainingArguments HelpMessage Aliases Attributes"},
	{"System.Management.Automation.ExternalScriptInfo", "Path Definition Source Visibility ScriptBlock OutputType ScriptContents OriginalEncoding"},
	{"System.Management.Automation.FunctionInfo", "ScriptBlock CmdletBinding DefaultParameterSet Definition Options Description Verb Noun " +
		"HelpFile OutputType"},
	{"System.Management.Automation.InvocationInfo", "MyCommand BoundParameters UnboundArguments ScriptLineNumber OffsetInLine HistoryId ScriptName " +
		"Line Statement PositionMessage PSScriptRoot PSCommandPath InvocationName PipelineLength PipelinePosition ExpectingInput CommandOrigin " +
		"DisplayScriptPosition"},
	{"System.Management.Automation.ParameterMetadata", "Name ParameterType ParameterSets IsDynamic Aliases Attributes SwitchParameter"},
	{"System.Management.Automation.PSMemberInfo", "MemberType Name IsInstance Value TypeNameOfValue"},
	{"System.Management.Automation.PSModuleInfo", "LogPipelineExecutionDetails Name Path ImplementingAssembly Definition Description Guid HelpInfoUri " +
		"ModuleBase PrivateData ExperimentalFeatures Tags ProjectUri IconUri LicenseUri ReleaseNotes RepositorySourceLocation Version ModuleType Author " +
		"AccessMode ClrVersion CompanyName Copyright DotNetFrameworkVersion ExportedFunctions Prefix ExportedCmdlets ExportedCommands FileList " +
		"CompatiblePSEditions ModuleList NestedModules PowerShellHostName PowerShellHostVersion PowerShellVersion ProcessorArchitecture Scripts " +
		"RequiredAssemblies RequiredModules RootModule ExportedVariables ExportedAliases SessionState OnRemove"},
	{"System.Management.Automation.PSVariable", "Name Description Value Visibility Module ModuleName Options Attributes"},
	{"System.Management.Automation.RuntimeDefinedParameter", "Name ParameterType Value IsSet Attributes"},
	{"System.Management.Automation.ScriptBlock", "DebuggerHidden Id Ast Attributes File IsFilter IsConfiguration Module StartPosition"},
	{"System.Management.Automation.VariablePath", "UserPath IsGlobal IsLocal IsPrivate IsScript IsUnqualified IsUnscopedVariable IsVariable " +
		"IsDriveQualified DriveName"},
}

// arrange puts the members that a type's order names first.
func (m *Members) arrange(t *Type) {
	for i := range memberOrders {
		if memberOrders[i].typeName == t.FullName {
			m.instance.list = m.ordered(t, strings.Fields(memberOrders[i].names))
			return
		}
	}
}

// ordered lists the members of the given names and then all others.
func (m *Members) ordered(t *Type, names []string) []*Member {
	list := make([]*Member, 0, len(m.instance.list))
	placed := map[*Member]bool{}
	for _, name := range names {
		if member := m.declared(t, Fold(name)); member != nil {
			list = append(list, member)
			placed[member] = true
		}
	}
	for _, member := range m.instance.list {
		if !placed[m.instance.index[Fold(member.Name)]] {
			list = append(list, member)
		}
	}
	return list
}

// declared finds a member of the type or of one of its bases.
func (m *Members) declared(t *Type, folded string) *Member {
	if member := m.instance.index[folded]; member != nil {
		return member
	}
	for base := t.Base; base != nil; base = base.Base {
		if member := base.Members().Lookup(folded); member != nil {
			return member
		}
	}
	return nil
}
