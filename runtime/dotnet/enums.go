package dotnet

// enumRows are the enums that scripts name: "Full.Name [flags] A B C=5".
const enumRows = `
System.DayOfWeek Sunday Monday Tuesday Wednesday Thursday Friday Saturday
System.StringComparison CurrentCulture CurrentCultureIgnoreCase InvariantCulture InvariantCultureIgnoreCase Ordinal OrdinalIgnoreCase
System.StringSplitOptions [flags] None=0 RemoveEmptyEntries=1 TrimEntries=2
System.DateTimeKind Unspecified Utc Local
System.MidpointRounding ToEven AwayFromZero ToZero ToNegativeInfinity ToPositiveInfinity
System.ConsoleColor Black DarkBlue DarkGreen DarkCyan DarkRed DarkMagenta DarkYellow Gray DarkGray Blue Green Cyan Red Magenta Yellow White
System.Management.Automation.PSMemberTypes [flags] AliasProperty=1 CodeProperty=2 Property=4 NoteProperty=8 ScriptProperty=16 Properties=31 PropertySet=32 Method=64 CodeMethod=128 ScriptMethod=256 Methods=448 ParameterizedProperty=512 MemberSet=1024 Event=2048 Dynamic=4096 InferredProperty=8192 All=16383
`
