package dotnet

// enumRows are the enums that scripts name: "Full.Name [flags] A B C=5".
const enumRows = `
System.DayOfWeek Sunday Monday Tuesday Wednesday Thursday Friday Saturday
System.StringComparison CurrentCulture CurrentCultureIgnoreCase InvariantCulture InvariantCultureIgnoreCase Ordinal OrdinalIgnoreCase
System.StringSplitOptions [flags] None=0 RemoveEmptyEntries=1 TrimEntries=2
System.DateTimeKind Unspecified Utc Local
System.TypeCode Empty Object DBNull Boolean Char SByte Byte Int16 UInt16 Int32 UInt32 Int64 UInt64 Single Double Decimal DateTime String=18
System.MidpointRounding ToEven AwayFromZero ToZero ToNegativeInfinity ToPositiveInfinity
System.Base64FormattingOptions [flags] None=0 InsertLineBreaks=1
System.ConsoleColor Black DarkBlue DarkGreen DarkCyan DarkRed DarkMagenta DarkYellow Gray DarkGray Blue Green Cyan Red Magenta Yellow White
System.ConsoleKey None=0 Backspace=8 Tab=9 Clear=12 Enter=13 Pause=19 Escape=27 Spacebar=32 PageUp PageDown End Home LeftArrow UpArrow RightArrow DownArrow Delete=46 D0=48 D1 D2 D3 D4 D5 D6 D7 D8 D9 A=65 B C D E F G H I J K L M N O P Q R S T U V W X Y Z F1=112 F2 F3 F4 F5 F6 F7 F8 F9 F10 F11 F12
System.ConsoleModifiers [flags] None=0 Alt=1 Shift=2 Control=4
System.PlatformID Win32S Win32Windows Win32NT WinCE Unix Xbox MacOSX Other
System.UriKind RelativeOrAbsolute Absolute Relative
System.UriPartial Scheme Authority Path Query
System.UriComponents [flags] Scheme=1 UserInfo=2 Host=4 Port=8 SchemeAndServer=13 Path=16 Query=32 PathAndQuery=48 HttpRequestUrl=61 Fragment=64 AbsoluteUri=127 StrongPort=128 HostAndPort=132 StrongAuthority=134 NormalizedHost=256 KeepDelimiter=1073741824 SerializationInfoString=-2147483648
System.UriFormat UriEscaped=1 Unescaped=2 SafeUnescaped=3
System.UriHostNameType Unknown Basic Dns IPv4 IPv6
System.Environment+SpecialFolder Desktop=0 Programs=2 MyDocuments=5 Personal=5 Favorites=6 Startup=7 Recent=8 SendTo=9 StartMenu=11 MyMusic=13 MyVideos=14 DesktopDirectory=16 MyComputer=17 NetworkShortcuts=19 Fonts=20 Templates=21 CommonStartMenu=22 CommonPrograms=23 CommonStartup=24 CommonDesktopDirectory=25 ApplicationData=26 PrinterShortcuts=27 LocalApplicationData=28 InternetCache=32 Cookies=33 History=34 CommonApplicationData=35 Windows=36 System=37 ProgramFiles=38 MyPictures=39 UserProfile=40 SystemX86=41 ProgramFilesX86=42 CommonProgramFiles=43 CommonProgramFilesX86=44 CommonTemplates=45 CommonDocuments=46 CommonAdminTools=47 AdminTools=48
System.Environment+SpecialFolderOption None=0 DoNotVerify=16384 Create=32768
System.EnvironmentVariableTarget Process User Machine
System.Globalization.DateTimeStyles [flags] None=0 AllowLeadingWhite=1 AllowTrailingWhite=2 AllowInnerWhite=4 AllowWhiteSpaces=7 NoCurrentDateDefault=8 AdjustToUniversal=16 AssumeLocal=32 AssumeUniversal=64 RoundtripKind=128
System.Globalization.TimeSpanStyles [flags] None=0 AssumeNegative=1
System.Globalization.NumberStyles [flags] None=0 AllowLeadingWhite=1 AllowTrailingWhite=2 AllowLeadingSign=4 Integer=7 AllowTrailingSign=8 AllowParentheses=16 AllowDecimalPoint=32 AllowThousands=64 Number=111 AllowExponent=128 Float=167 AllowCurrencySymbol=256 Currency=383 Any=511 AllowHexSpecifier=512 HexNumber=515 AllowBinarySpecifier=1024 BinaryNumber=1027
System.Globalization.CompareOptions [flags] None=0 IgnoreCase=1 IgnoreNonSpace=2 IgnoreSymbols=4 IgnoreKanaType=8 IgnoreWidth=16 NumericOrdering=32 OrdinalIgnoreCase=268435456 StringSort=536870912 Ordinal=1073741824
System.Globalization.CultureTypes [flags] NeutralCultures=1 SpecificCultures=2 InstalledWin32Cultures=4 AllCultures=7
System.Globalization.UnicodeCategory UppercaseLetter LowercaseLetter TitlecaseLetter ModifierLetter OtherLetter NonSpacingMark SpacingCombiningMark EnclosingMark DecimalDigitNumber LetterNumber OtherNumber SpaceSeparator LineSeparator ParagraphSeparator Control Format Surrogate PrivateUse ConnectorPunctuation DashPunctuation OpenPunctuation ClosePunctuation InitialQuotePunctuation FinalQuotePunctuation OtherPunctuation MathSymbol CurrencySymbol ModifierSymbol OtherSymbol OtherNotAssigned
System.Globalization.CalendarWeekRule FirstDay FirstFullWeek FirstFourDayWeek
System.IO.UnixFileMode [flags] None=0 OtherExecute=1 OtherWrite=2 OtherRead=4 GroupExecute=8 GroupWrite=16 GroupRead=32 UserExecute=64 UserWrite=128 UserRead=256 StickyBit=512 SetGroup=1024 SetUser=2048
System.IO.MatchType Simple Win32
System.IO.MatchCasing PlatformDefault CaseSensitive CaseInsensitive
System.Data.DataRowState [flags] Detached=1 Unchanged=2 Added=4 Deleted=8 Modified=16
System.Data.DataViewRowState [flags] None=0 Unchanged=2 Added=4 Deleted=8 ModifiedCurrent=16 CurrentRows=22 ModifiedOriginal=32 OriginalRows=42
System.Data.DataRowVersion Original=256 Current=512 Proposed=1024 Default=1536
System.Data.DataSetDateTime Local=1 Unspecified UnspecifiedLocal Utc
System.Data.MappingType Element=1 Attribute SimpleContent Hidden
System.Data.MissingSchemaAction Add=1 Ignore Error AddWithKey
System.Data.LoadOption OverwriteChanges=1 PreserveChanges Upsert
System.Data.ConnectionState [flags] Closed=0 Open=1 Connecting=2 Executing=4 Fetching=8 Broken=16
System.Data.CommandType Text=1 StoredProcedure=4 TableDirect=512
System.Data.SqlDbType BigInt Binary Bit Char DateTime Decimal Float Image Int Money NChar NText NVarChar Real UniqueIdentifier SmallDateTime SmallInt SmallMoney Text Timestamp TinyInt VarBinary VarChar Variant Xml=25 Udt=29 Structured Date Time DateTime2 DateTimeOffset
System.Text.NormalizationForm FormC=1 FormD=2 FormKC=5 FormKD=6
System.Text.RegularExpressions.RegexOptions [flags] None=0 IgnoreCase=1 Multiline=2 ExplicitCapture=4 Compiled=8 Singleline=16 IgnorePatternWhitespace=32 RightToLeft=64 ECMAScript=256 CultureInvariant=512 NonBacktracking=1024
System.IO.FileAttributes [flags] None=0 ReadOnly=1 Hidden=2 System=4 Directory=16 Archive=32 Device=64 Normal=128 Temporary=256 SparseFile=512 ReparsePoint=1024 Compressed=2048 Offline=4096 NotContentIndexed=8192 Encrypted=16384 IntegrityStream=32768 NoScrubData=131072
System.Management.Automation.Platform+Unix+ItemType Directory File SymbolicLink BlockDevice CharacterDevice NamedPipe Socket
System.IO.FileOptions [flags] None=0 WriteThrough=-2147483648 Asynchronous=1073741824 RandomAccess=268435456 DeleteOnClose=67108864 SequentialScan=134217728 Encrypted=16384
System.IO.FileMode CreateNew=1 Create Open OpenOrCreate Truncate Append
System.IO.FileAccess [flags] Read=1 Write=2 ReadWrite=3
System.IO.FileShare [flags] None=0 Read=1 Write=2 ReadWrite=3 Delete=4 Inheritable=16
System.IO.SearchOption TopDirectoryOnly AllDirectories
System.IO.SeekOrigin Begin Current End
System.IO.Compression.CompressionMode Decompress Compress
System.IO.Compression.CompressionLevel Optimal Fastest NoCompression SmallestSize
System.ComponentModel.ListSortDirection Ascending Descending
System.Net.Sockets.AddressFamily Unspecified=0 Unix=1 InterNetwork=2 InterNetworkV6=23
System.Net.SecurityProtocolType [flags] SystemDefault=0 Ssl3=48 Tls=192 Tls11=768 Tls12=3072 Tls13=12288
System.Net.HttpStatusCode Continue=100 OK=200 Created=201 Accepted=202 NoContent=204 Moved=301 MovedPermanently=301 Found=302 Redirect=302 NotModified=304 BadRequest=400 Unauthorized=401 Forbidden=403 NotFound=404 RequestTimeout=408 Conflict=409 TooManyRequests=429 InternalServerError=500 NotImplemented=501 BadGateway=502 ServiceUnavailable=503 GatewayTimeout=504
System.Net.Mail.MailPriority Normal Low High
System.Threading.ApartmentState STA MTA Unknown
System.Threading.ThreadState [flags] Running=0 StopRequested=1 SuspendRequested=2 Background=4 Unstarted=8 Stopped=16 WaitSleepJoin=32 Suspended=64 AbortRequested=128 Aborted=256
System.Security.Principal.WindowsBuiltInRole Administrator=544 User=545 Guest=546 PowerUser=547 AccountOperator=548 SystemOperator=549 PrintOperator=550 BackupOperator=551 Replicator=552
System.Security.AccessControl.AccessControlType Allow Deny
System.Security.Cryptography.CipherMode CBC=1 ECB OFB CFB CTS
System.Security.Cryptography.PaddingMode None=1 PKCS7 Zeros ANSIX923 ISO10126
System.Data.SqlDbType BigInt Binary Bit Char DateTime Decimal Float Image Int Money NChar NText NVarChar Real UniqueIdentifier SmallDateTime SmallInt SmallMoney Text Timestamp TinyInt VarBinary VarChar Variant Xml=25
System.Diagnostics.ProcessWindowStyle Normal Hidden Minimized Maximized
System.Diagnostics.EventLogEntryType Error=1 Warning=2 Information=4 SuccessAudit=8 FailureAudit=16
System.Xml.XmlNodeType None Element Attribute Text CDATA EntityReference Entity ProcessingInstruction Comment Document DocumentType DocumentFragment Notation Whitespace SignificantWhitespace EndElement EndEntity XmlDeclaration
System.Xml.Formatting None Indented
System.Reflection.BindingFlags [flags] Default=0 IgnoreCase=1 DeclaredOnly=2 Instance=4 Static=8 Public=16 NonPublic=32 FlattenHierarchy=64
System.Reflection.MemberTypes [flags] Constructor=1 Event=2 Field=4 Method=8 Property=16 TypeInfo=32 Custom=64 NestedType=128 All=191
System.AttributeTargets [flags] Assembly=1 Module=2 Class=4 Struct=8 Enum=16 Constructor=32 Method=64 Property=128 Field=256 Event=512 Interface=1024 Parameter=2048 Delegate=4096 ReturnValue=8192 GenericParameter=16384 All=32767
System.Management.Automation.ModuleAccessMode ReadWrite ReadOnly Constant
System.Management.Automation.PSMemberTypes [flags] AliasProperty=1 CodeProperty=2 Property=4 NoteProperty=8 ScriptProperty=16 Properties=31 PropertySet=32 Method=64 CodeMethod=128 ScriptMethod=256 Methods=448 ParameterizedProperty=512 MemberSet=1024 Event=2048 Dynamic=4096 InferredProperty=8192 All=16383
System.Management.Automation.PSMemberViewTypes [flags] Extended=1 Adapted=2 Base=4 All=7
System.Management.Automation.ActionPreference SilentlyContinue Stop Continue Inquire Ignore Suspend Break
System.Management.Automation.ConfirmImpact None Low Medium High
System.Management.Automation.CommandTypes [flags] Alias=1 Function=2 Filter=4 Cmdlet=8 ExternalScript=16 Application=32 Script=64 Configuration=256 All=383
System.Management.Automation.ErrorCategory NotSpecified OpenError CloseError DeviceError DeadlockDetected InvalidArgument InvalidData InvalidOperation InvalidResult InvalidType MetadataError NotImplemented NotInstalled ObjectNotFound OperationStopped OperationTimeout SyntaxError ParserError PermissionDenied ResourceBusy ResourceExists ResourceUnavailable ReadError WriteError FromStdErr SecurityError ProtocolError ConnectionError AuthenticationError LimitsExceeded QuotaExceeded NotEnabled
System.Management.Automation.ErrorView NormalView CategoryView ConciseView DetailedView
System.Management.Automation.ValidateRangeKind Positive NonNegative Negative NonPositive
System.Management.Automation.ScopedItemOptions [flags] None=0 ReadOnly=1 Constant=2 Private=4 AllScope=8 Unspecified=16
System.Management.Automation.WildcardOptions [flags] None=0 Compiled=1 IgnoreCase=2 CultureInvariant=4
System.Management.Automation.WhereOperatorSelectionMode Default First Last SkipUntil Until Split
System.Management.Automation.OutputRendering Host PlainText Ansi
System.Management.Automation.ProgressView Minimal Classic
System.Management.Automation.PSLanguageMode FullLanguage RestrictedLanguage NoLanguage ConstrainedLanguage
System.Management.Automation.ProgressRecordType Processing Completed
System.Management.Automation.ModuleType Script Binary Manifest Cim Workflow
System.Management.Automation.SessionStateEntryVisibility Public Private
System.Management.Automation.CommandOrigin Runspace Internal
System.Management.Automation.RemotingCapability None PowerShell SupportedByCommand OwnedByCommand
System.Management.Automation.ShouldProcessReason None WhatIf
System.Management.Automation.Host.ReadKeyOptions [flags] AllowCtrlC=1 NoEcho=2 IncludeKeyDown=4 IncludeKeyUp=8
System.Management.Automation.PSCredentialTypes [flags] Generic=1 Domain=2 Default=3
System.Management.Automation.PSCredentialUIOptions [flags] None=0 Default=1 ValidateUserNameSyntax=1 AlwaysPrompt=2 ReadOnlyUserName=3
System.Management.Automation.Runspaces.RunspaceState BeforeOpen Opening Opened Closed Closing Broken Disconnecting Disconnected Connecting
Microsoft.PowerShell.ExecutionPolicy Unrestricted RemoteSigned AllSigned Restricted Default=3 Bypass Undefined
Microsoft.PowerShell.ExecutionPolicyScope Process CurrentUser LocalMachine UserPolicy MachinePolicy
Microsoft.PowerShell.Commands.TestPathType Any Container Leaf
`
