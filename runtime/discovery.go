package runtime

import (
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"exolab/parser"
	"exolab/runtime/errs"
	"exolab/runtime/value"
)

// TypeCommandInfo and the types below it are what Get-Command's objects are.
var (
	TypeCommandInfo        = automationType("CommandInfo", value.TypeObject)
	TypeCmdletInfo         = automationType("CmdletInfo", TypeCommandInfo)
	TypeFunctionInfo       = automationType("FunctionInfo", TypeCommandInfo)
	TypeFilterInfo         = automationType("FilterInfo", TypeFunctionInfo)
	TypeAliasInfo          = automationType("AliasInfo", TypeCommandInfo)
	TypeExternalScriptInfo = automationType("ExternalScriptInfo", TypeCommandInfo)
	TypeApplicationInfo    = automationType("ApplicationInfo", TypeCommandInfo)
)

// PSType returns the CommandInfo type of the command's kind.
func (c *Command) PSType() *value.Type {
	switch c.Kind {
	case CmdletCommand:
		return TypeCmdletInfo
	case FunctionCommand:
		return TypeFunctionInfo
	case FilterCommand:
		return TypeFilterInfo
	case AliasCommand:
		return TypeAliasInfo
	case ApplicationCommand:
		return TypeApplicationInfo
	}
	return TypeExternalScriptInfo
}

// CommandTable finds the cmdlets of a session, by name or Module\Name.
type CommandTable struct {
	byName map[string][]*Command
	// scripts caches parsed script files by path.
	missing func(s *Session, name string) (*Command, error)
	sources []CommandSource
}

// CommandSource makes cmdlets known that are only built when they are used.
type CommandSource struct {
	// Find returns the cmdlet of a folded name, or nil; the table keeps it.
	Find func(folded string) *Command
	// All builds all of them.
	All func() []*Command
}

// AddSource makes the cmdlets of a source known, behind those that were added.
func (t *CommandTable) AddSource(s CommandSource) { t.sources = append(t.sources, s) }

// fromSources asks the sources for a cmdlet and keeps it.
func (t *CommandTable) fromSources(folded string) *Command {
	for _, s := range t.sources {
		if c := s.Find(folded); c != nil {
			t.Add(c)
			if c.Absent != nil && c.Absent() {
				return nil
			}
			return c
		}
	}
	return nil
}

// NewCommandTable returns an empty table.
func NewCommandTable() *CommandTable { return &CommandTable{byName: map[string][]*Command{}} }

// Add makes a cmdlet known; a later one of the same name hides it.
func (t *CommandTable) Add(c *Command) {
	folded := value.Fold(c.Name)
	t.byName[folded] = append([]*Command{c}, t.byName[folded]...)
}

// Remove forgets the cmdlet of that name and module.
func (t *CommandTable) Remove(c *Command) {
	folded := value.Fold(c.Name)
	list := t.byName[folded]
	for i, known := range list {
		if known == c {
			t.byName[folded] = append(list[:i:i], list[i+1:]...)
			return
		}
	}
}

// OnMissing sets what is asked for a command that nothing else knows.
func (t *CommandTable) OnMissing(find func(s *Session, name string) (*Command, error)) {
	t.missing = find
}

// Lookup finds a cmdlet by name, optionally with a module before a backslash.
func (t *CommandTable) Lookup(name string) *Command {
	folded := value.Fold(name)
	if list := t.byName[folded]; len(list) > 0 {
		if list[0].Absent != nil && list[0].Absent() {
			return nil
		}
		return list[0]
	}
	module, rest, qualified := strings.Cut(folded, "\\")
	if !qualified {
		return t.fromSources(folded)
	}
	if len(t.byName[rest]) == 0 {
		t.fromSources(rest)
	}
	for _, c := range t.byName[rest] {
		if value.Fold(c.Module) == module && (c.Absent == nil || !c.Absent()) {
			return c
		}
	}
	return nil
}

// All lists the cmdlets by name.
func (t *CommandTable) All() []*Command {
	for _, s := range t.sources {
		for _, c := range s.All() {
			if len(t.byName[value.Fold(c.Name)]) == 0 {
				t.Add(c)
			}
		}
	}
	out := make([]*Command, 0, len(t.byName))
	for _, folded := range slices.Sorted(maps.Keys(t.byName)) {
		for _, c := range t.byName[folded] {
			if c.Absent == nil || !c.Absent() {
				out = append(out, c)
			}
		}
	}
	return out
}

// FindCommand finds what a name means in a scope: an alias, a function, a
// cmdlet or a script file, in this order; nil when there is none.
func (s *Session) FindCommand(scope *Scope, name string) (*Command, error) {
	folded := value.Fold(name)
	if c := scope.Alias(folded); c != nil {
		return c, nil
	}
	if c := findFunction(scope, folded); c != nil {
		return c, nil
	}
	if s.Commands != nil {
		if c := s.Commands.Lookup(name); c != nil {
			return c, nil
		}
	}
	if c, err := s.scriptFile(name); c != nil || err != nil {
		return c, err
	}
	if s.Commands != nil && s.Commands.missing != nil {
		return s.Commands.missing(s, name)
	}
	return nil, nil
}

// mayMeanGet reports whether a name that means no command is tried again with
// Get- before it: it must have no verb, no module and no program of its own.
func (s *Session) mayMeanGet(name string) bool {
	return !strings.ContainsAny(name, "-\\") && s.programPath(name) == ""
}

// findFunction finds a function by folded name, with scope: or module\ before
// it if written so.
func findFunction(scope *Scope, folded string) *Command {
	if c := scope.Function(folded); c != nil {
		return c
	}
	if module, rest, ok := strings.Cut(folded, "\\"); ok {
		if c := scope.Function(rest); c != nil && value.Fold(c.Module) == module {
			return c
		}
	}
	if where, rest, ok := strings.Cut(folded, ":"); ok {
		switch where {
		case "global":
			return scope.Global().Function(rest)
		case "script":
			return scope.Script().Function(rest)
		case "local", "private", "function":
			return scope.Function(rest)
		}
	}
	return nil
}

// resolveAlias follows an alias to the command it stands for, or nil.
func (s *Session) resolveAlias(scope *Scope, alias *Command) (*Command, error) {
	seen := map[string]bool{}
	c := alias
	for c != nil && c.Kind == AliasCommand {
		folded := value.Fold(c.Name)
		if seen[folded] {
			return nil, nil
		}
		seen[folded] = true
		name := c.Target
		next := scope.Alias(value.Fold(name))
		if next != nil && !seen[value.Fold(next.Name)] {
			c = next
			continue
		}
		target, err := s.findUnaliased(scope, name)
		if err != nil {
			return nil, err
		}
		c = target
	}
	return c, nil
}

func (s *Session) findUnaliased(scope *Scope, name string) (*Command, error) {
	if c := findFunction(scope, value.Fold(name)); c != nil {
		return c, nil
	}
	if s.Commands != nil {
		if c := s.Commands.Lookup(name); c != nil {
			return c, nil
		}
	}
	return s.scriptFile(name)
}

// scriptFile finds a script by path: names with a separator or drive are
// taken as paths.
func (s *Session) scriptFile(name string) (*Command, error) {
	if !strings.ContainsAny(name, "/\\") {
		return nil, nil
	}
	path := s.FilePath(name)
	if !strings.EqualFold(filepath.Ext(path), ".ps1") {
		if fileExists(path + ".ps1") {
			path += ".ps1"
		} else {
			return nil, nil
		}
	}
	if !fileExists(path) {
		return nil, nil
	}
	return &Command{Name: filepath.Base(path), Kind: ScriptFileCommand, Path: path}, nil
}

// blockOf returns the body of a function or script file, loading the file.
func (s *Session) blockOf(c *Command) (*ScriptBlock, error) {
	if c.Block != nil {
		return c.Block, nil
	}
	block, err := s.LoadScript(c.Path)
	if all, ok := err.(*parser.ParseErrors); ok {
		return nil, errs.Terminating(parseErrorRecord(all))
	}
	if err != nil {
		return nil, err
	}
	if err := s.importRequired(block, c.Name); err != nil {
		return nil, err
	}
	c.Block = block
	return block, nil
}

// commandNotFound is the error for a name that means no command.
func (f *Frame) commandNotFound(name string, st *stage) error {
	text := "The term '" + name + "' is not recognized as a name of a cmdlet, function, script file, or executable program.\n" +
		"Check the spelling of the name, or if a path was included, verify that the path is correct and try again."
	if program := f.session.programPath(name); program != "" {
		text = "The program '" + program + "' is not run: exolab starts no process."
	}
	rec := errs.New("System.Management.Automation.CommandNotFoundException", text, "CommandNotFoundException", value.ObjectNotFound, value.Str(name))
	rec.Activity = ""
	rec.Invocation = &errs.Invocation{Source: f.source, Span: st.nameSpan, InvocationName: invokedAs(name, st.invocation),
		HistoryID: f.session.nextHistoryID()}
	if st.nameSpan == (parser.Span{}) {
		rec.Invocation.Span = st.span
	}
	rec.StackTrace = f.stackTrace()
	return errs.Terminating(rec)
}

// programPath finds the program of the machine that a name means; "" if there is
// none. It is looked for only to say why it is not run.
func (s *Session) programPath(name string) string {
	if strings.ContainsRune(name, filepath.Separator) {
		if path := s.FilePath(name); isProgram(path) {
			return path
		}
		return ""
	}
	for _, dir := range filepath.SplitList(os.Getenv("PATH")) {
		if path := filepath.Join(dir, name); isProgram(path) {
			return path
		}
	}
	return ""
}

func isProgram(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.Mode().IsRegular() && info.Mode().Perm()&0o111 != 0
}

// invokedAs is the InvocationName of a missing command: the operator, if one
// stands before it.
func invokedAs(name string, operator parser.InvocationOperator) string {
	switch operator {
	case parser.InvokeCall:
		return "&"
	case parser.InvokeDot:
		return "."
	}
	return name
}

// badCommandExpression is the error for `& $x` where $x names no command.
func (f *Frame) badCommandExpression(st *stage) error {
	operator := "&"
	if st.invocation == invokeDot {
		operator = "."
	}
	f.pos = st.nameSpan
	return fault("BadExpression", value.InvalidOperation, value.Null,
		"The expression after '%s' in a pipeline element produced an object that was not valid. It must result in a command name, a script block, or a CommandInfo object.", operator)
}

// ResolvedAlias returns a copy of an alias that knows the command it stands
// for; any other command is returned as it is.
func (s *Session) ResolvedAlias(scope *Scope, c *Command) *Command {
	if c.Kind != AliasCommand {
		return c
	}
	target, err := s.resolveAlias(scope, c)
	if err != nil || target == nil {
		return c
	}
	known := *c
	known.resolved = target
	return &known
}
