package completion

import (
	"os"
	"slices"
	"sort"
	"strings"

	"exolab/runtime"
	"exolab/runtime/value"
)

// specialVariables are those that PowerShell knows by name; what the session
// does not have of them is offered behind what it has.
var specialVariables = strings.Fields(`$ ? ^ _ args ConfirmPreference CurrentlyExecutingCommand DebugPreference EnabledExperimentalFeatures env:PATHEXT error
	ErrorActionPreference ErrorView ExecutionContext false foreach HOME Host InformationPreference input IsCoreCLR IsLinux IsMacOS IsWindows LASTEXITCODE
	LogCommandHealthEvent LogCommandLifecycleEvent LogEngineHealthEvent LogEngineLifecycleEvent LogProviderHealthEvent LogProviderLifecycleEvent
	LogSettingsEvent Matches MaximumHistoryCount MyInvocation NestedPromptLevel null OFS OutputEncoding PID ProgressPreference
	PSApplicationOutputEncoding PSBoundParameters PSCmdlet PSCommandPath PSCulture PSDebugContext PSDefaultParameterValues PSEdition PSEmailServer PSHOME
	PSItem PSLogUserData PSModuleAutoLoadingPreference PSNativeCommandArgumentPassing PSNativeCommandUseErrorActionPreference PSScriptRoot PSSenderInfo
	PSSessionApplicationName PSSessionConfigurationName PSStyle PSUICulture PSVersionTable PWD ShellId StackTrace switch this true VerboseHelpErrors
	VerbosePreference WarningPreference WhatIfPreference`)

// automaticVariables are made where they are read; every session has them.
var automaticVariables = strings.Fields("args MyInvocation PSBoundParameters PSCommandPath PSScriptRoot foreach")

// scopePrefixes may stand before the name of a variable.
var scopePrefixes = strings.Fields("Global: Local: Script: Private: Using:")

// drives are those that a variable's name may begin with.
var drives = strings.Fields("Alias Env Function Temp Variable")

// variables completes `$name`, `${name}` or `@name`.
func (c *completer) variables(word string) []Match {
	l := variableList{sigil: word[:1], braced: strings.HasPrefix(word[1:], "{"), seen: map[string]bool{}}
	name := strings.TrimSuffix(strings.TrimPrefix(word[1:], "{"), "}")
	scope := ""
	if i := strings.IndexByte(name, ':'); i >= 0 {
		scope, name = name[:i+1], name[i+1:]
	}
	l.scope, l.fits = scope, pattern(name)
	for _, v := range c.textVariables() {
		l.add(v.name, scope+v.name, v.toolTip())
	}
	if scope != "" {
		c.scopedVariables(&l)
		return l.matches
	}
	for _, v := range c.sessionVariables() {
		l.add(v.name, v.name, v.toolTip())
	}
	if strings.HasPrefix("env", value.Fold(name)) {
		l.addAll(environmentNames(), "env:", "[string]$env:")
	}
	for _, name := range specialVariables {
		l.add(name, name, name)
	}
	for _, drive := range drives {
		l.add(drive, drive+":", drive)
	}
	for _, prefix := range scopePrefixes {
		l.add(prefix, prefix, prefix)
	}
	return l.matches
}

// scopedVariables adds what stands behind a scope or a drive.
func (c *completer) scopedVariables(l *variableList) {
	switch folded := value.Fold(l.scope); folded {
	case "global:", "script:", "local:", "private:", "using:", "variable:":
		for _, v := range c.sessionVariables() {
			l.add(v.name, l.scope+v.name, v.toolTip())
		}
	case "env:":
		for _, name := range environmentNames() {
			l.add(name, l.scope+name, name)
		}
	case "function:", "alias:":
		_, names := c.scopeItems(strings.TrimSuffix(folded, ":"))
		sortFolded(names)
		for _, name := range names {
			l.add(name, l.scope+name, name)
		}
	}
}

// variableList collects completions of variables, each text once.
type variableList struct {
	sigil, scope string
	braced       bool
	fits         func(string) bool
	seen         map[string]bool
	matches      []Match
}

// add adds a variable by the name that is compared and the text that is
// written.
func (l *variableList) add(name, written, toolTip string) {
	if !l.fits(name) {
		return
	}
	text := l.sigil + written
	if l.braced || needsBraces(name) {
		text = l.sigil + "{" + written + "}"
	}
	if folded := value.Fold(text); !l.seen[folded] {
		l.seen[folded] = true
		l.matches = append(l.matches, Match{Text: text, ListItem: name, Kind: Variable, ToolTip: toolTip})
	}
}

// addAll adds names behind a prefix, whatever was typed.
func (l *variableList) addAll(names []string, prefix, toolTip string) {
	fits := l.fits
	l.fits = func(string) bool { return true }
	for _, name := range names {
		l.add(prefix+name, prefix+name, toolTip+name)
	}
	l.fits = fits
}

// needsBraces reports whether a name cannot stand behind the sigil as it is.
func needsBraces(name string) bool { return strings.ContainsAny(name, "-`&@'\"#{}()$,;|<> .\\/ \t^") }

// named is a variable that can be completed.
type named struct {
	name, typ, description string
}

// toolTip tells the type and the description of a variable.
func (n named) toolTip() string {
	text := n.name
	if n.typ != "" {
		text = "[" + n.typ + "]$" + n.name
	}
	if n.description != "" {
		text += " - " + n.description
	}
	return text
}

// sessionVariables lists the variables that can be seen, sorted.
func (c *completer) sessionVariables() []named {
	seen := map[string]bool{}
	var list []named
	add := func(n named) {
		if folded := value.Fold(n.name); !seen[folded] {
			seen[folded] = true
			list = append(list, n)
		}
	}
	for s := c.scope; s != nil; s = s.Parent() {
		own := isTabExpansion(s)
		for _, v := range s.Variables() {
			if !own {
				add(named{v.Name, typeShown(v), v.Description()})
			}
		}
	}
	for _, name := range automaticVariables {
		add(named{name: name})
	}
	sort.Slice(list, func(i, j int) bool { return strings.ToUpper(list[i].name) < strings.ToUpper(list[j].name) })
	return list
}

// isTabExpansion reports whether a scope is that of a call of TabExpansion2,
// whose parameters nobody wants to complete.
func isTabExpansion(s *runtime.Scope) bool {
	known := 0
	for _, v := range s.Variables() {
		if slices.Contains([]string{"inputscript", "cursorcolumn", "positionofcursor"}, value.Fold(v.Name)) {
			known++
		}
	}
	return known == 3
}

// typeShown is the name of the type of a variable's value, "" for null.
func typeShown(v *runtime.Variable) string {
	got := v.Read()
	if got.IsNull() {
		return ""
	}
	return shortTypeName(value.TypeOf(got))
}

// accelerators are the words that PowerShell has for common types.
var accelerators = map[string]string{"String": "string", "Object": "Object", "Int32": "int", "Int64": "long", "Boolean": "bool", "Double": "double", "Char": "char",
	"Byte": "byte", "Decimal": "decimal", "Hashtable": "hashtable", "DateTime": "datetime", "ScriptBlock": "scriptblock",
	"SwitchParameter": "switch", "Single": "float", "Guid": "guid", "Uri": "uri", "Version": "version", "Regex": "regex", "XmlDocument": "xml"}

func shortTypeName(t *value.Type) string {
	if t.IsArray() {
		return shortTypeName(t.Elem) + "[]"
	}
	if short, ok := accelerators[t.Name]; ok {
		return short
	}
	return t.Name
}

func environmentNames() []string {
	var names []string
	for _, pair := range os.Environ() {
		name, _, _ := strings.Cut(pair, "=")
		names = append(names, name)
	}
	sortFolded(names)
	return names
}
