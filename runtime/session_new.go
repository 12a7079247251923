package runtime

import (
	"context"
	"os"
	"path/filepath"
	"time"

	"exolab/parser"
	"exolab/runtime/dotnet/text"
	"exolab/runtime/dotnet/types"
	"exolab/runtime/style"
	"exolab/runtime/value"
)

// Options says how NewSession makes a session.
type Options struct {
	Host Host
	// Ctx ends the running pipeline when it is cancelled; nil means never.
	Ctx context.Context
	// Clock returns the present in UTC ticks since the year 1; nil means the
	// machine's clock.
	Clock func() int64
	// Types is the table of known types; nil means those of package dotnet.
	Types *value.TypeTable
	// Directory is the location to start in; "" means the process's.
	Directory string
}

// NewSession returns a session with its global scope: the automatic and
// preference variables are set, no command is known.
func NewSession(o Options) (*Session, error) {
	s := &Session{Host: o.Host, Types: o.Types, Ctx: o.Ctx, Clock: o.Clock, Services: map[any]any{}}
	if s.Types == nil {
		s.Types = types.NewTable()
	}
	describeTypes(s.Types)
	if s.Ctx == nil {
		s.Ctx = context.Background()
	}
	if s.Clock == nil {
		s.Clock = systemTicks
	}
	s.ok = true
	s.errors = value.NewArrayList(nil)
	s.Global = NewScope(nil)
	s.current = s.Global
	directory := o.Directory
	if directory == "" {
		var err error
		if directory, err = os.Getwd(); err != nil {
			return nil, err
		}
	}
	if err := s.startCommands(directory); err != nil {
		return nil, err
	}
	s.setAutomatic()
	return s, nil
}

// ticksToUnix is the number of 100 ns ticks from the year 1 to 1970.
const ticksToUnix = 621355968000000000

func systemTicks() int64 { return ticksToUnix + time.Now().UnixNano()/100 }

// setAutomatic defines the variables that every session has.
func (s *Session) setAutomatic() {
	g := s.Global
	constants := map[string]value.Value{"true": value.True, "false": value.False, "null": value.Null,
		"PID": value.Int(os.Getpid()), "PSEdition": value.Str("Core"), "IsLinux": value.True, "IsWindows": value.False,
		"IsMacOS": value.False, "IsCoreCLR": value.True, "ShellId": value.Str("Microsoft.PowerShell")}
	for name, v := range constants {
		g.SetPlain(name, v).SetOptions(OptionConstant | OptionAllScope)
	}
	if home, err := os.UserHomeDir(); err == nil {
		g.SetPlain("HOME", value.Str(home)).SetOptions(OptionReadOnly | OptionAllScope)
	}
	g.SetPlain("Error", value.Obj(s.errors)).SetOptions(OptionConstant | OptionAllScope)
	g.SetPlain("PSVersionTable", value.Obj(s.versionTable())).SetOptions(OptionReadOnly | OptionAllScope)
	g.SetPlain("ExecutionContext", value.Obj(engineIntrinsics{})).SetOptions(OptionConstant | OptionAllScope)
	g.SetPlain("Host", value.Obj(&hostObject{session: s, t: typeHost})).SetOptions(OptionConstant | OptionAllScope)
	s.computed("?", func() value.Value { return value.Bool(s.ok) })
	last := s.computed("LASTEXITCODE", func() value.Value { return s.exitCode })
	last.more.options = 0
	last.more.set = func(v value.Value) error {
		s.exitCode = v
		return nil
	}
	rendering := int64(style.ForHost)
	if os.Getenv("NO_COLOR") != "" {
		rendering = style.PlainText
	}
	g.SetPlain("PSStyle", style.New(rendering)).SetOptions(OptionConstant | OptionAllScope)
	s.setProgram()
	for _, name := range [...]string{"PSCulture", "PSUICulture"} {
		g.SetPlain(name, value.Str("en-US")).SetOptions(OptionReadOnly | OptionAllScope)
	}
}

// setProgram defines the variables about the program and about what it talks
// to.
func (s *Session) setProgram() {
	g := s.Global
	if file, err := os.Executable(); err == nil {
		g.SetPlain("PSHOME", value.Str(filepath.Dir(file))).SetOptions(OptionConstant | OptionAllScope)
	}
	g.SetPlain("EnabledExperimentalFeatures", value.Strings()).SetOptions(OptionReadOnly | OptionAllScope)
	g.SetPlain("OutputEncoding", text.UTF8())
	g.SetPlain("PSNativeCommandArgumentPassing", value.Str("Standard"))
	g.SetPlain("PSSessionApplicationName", value.Str("wsman"))
	g.SetPlain("PSSessionConfigurationName", value.Str("http://schemas.microsoft.com/powershell/Microsoft.PowerShell"))
	for _, name := range [...]string{"PSEmailServer", "StackTrace"} {
		g.SetPlain(name, value.Str(""))
	}
	s.computed("^", func() value.Value { return s.lastToken(false) })
	s.computed("$", func() value.Value { return s.lastToken(true) })
}

// lastToken is the first or the last token of what was entered before, which
// $^ and $$ hold.
func (s *Session) lastToken(last bool) value.Value {
	var found string
	for _, t := range parser.Tokens(s.lastEntered) {
		if t.Kind == parser.KindEOF || t.Kind == parser.KindNewLine {
			continue
		}
		if found = t.Text; !last {
			break
		}
	}
	return value.Str(found)
}

// computed defines a global variable that is computed when it is read.
func (s *Session) computed(name string, get func() value.Value) *Variable {
	v := s.Global.SetPlain(name, value.Null)
	v.extra().get = get
	v.more.options = OptionReadOnly | OptionAllScope
	v.guard()
	return v
}

// Computed defines a read-only global variable whose value is computed when it
// is read: $PWD, $Host, ...
func (s *Session) Computed(name string, get func() value.Value) { s.computed(name, get) }

// typeVersionTable is the dictionary type of $PSVersionTable.
var typeVersionTable = &value.Type{Name: "PSVersionHashTable", FullName: "System.Management.Automation.PSVersionHashTable",
	Kind: value.KindObject, Base: value.TypeHashtable, Interfaces: value.TypeHashtable.Interfaces}

func (s *Session) versionTable() *value.Dict {
	d := &value.Dict{T: typeVersionTable}
	version := func(typ, text string) value.Value {
		if t, ok := s.Types.Lookup(typ); ok {
			if v, err := value.Convert(s.env(), value.Str(text), t); err == nil {
				return v
			}
		}
		return value.Str(text)
	}
	d.Set(value.Str("PSVersion"), version("System.Management.Automation.SemanticVersion", "7.6.5"))
	d.Set(value.Str("PSEdition"), value.Str("Core"))
	d.Set(value.Str("GitCommitId"), value.Str("7.6.5"))
	d.Set(value.Str("OS"), value.Str("Linux"))
	d.Set(value.Str("Platform"), value.Str("Unix"))
	compatible := []value.Value{}
	for _, v := range [...]string{"1.0", "2.0", "3.0", "4.0", "5.0", "5.1", "6.0", "7.0"} {
		compatible = append(compatible, version("System.Version", v))
	}
	d.Set(value.Str("PSCompatibleVersions"), value.List(compatible...))
	d.Set(value.Str("PSRemotingProtocolVersion"), version("System.Version", "2.4"))
	d.Set(value.Str("SerializationVersion"), version("System.Version", "1.1.0.1"))
	d.Set(value.Str("WSManStackVersion"), version("System.Version", "3.0"))
	return d
}

// env returns the environment of conversions that no script asked for.
func (s *Session) env() *Frame { return &Frame{session: s, scope: s.current} }

// Env returns the environment of conversions and member access in the scope
// that is being run.
func (s *Session) Env() value.Env { return s.env() }
