package completion

import (
	"maps"
	"slices"
	"strings"

	"exolab/runtime"
	"exolab/runtime/value"
)

// encodings and scopeNames are the values of the parameters of that name.
var (
	encodings  = strings.Fields("ansi ascii bigendianunicode bigendianutf32 unicode utf7 utf8 utf8BOM utf8NoBOM utf32")
	scopeNames = strings.Fields("Global Local Script")
)

// staticValues are the values that cmdlets suggest, by command and parameter.
var staticValues = map[string][]string{
	"Set-StrictMode Version":   {"1.0", "2.0", "3.0", "Latest"},
	"Get-Module PSEdition":     {"Desktop", "Core"},
	"Join-String Separator":    {",", ", ", ";", "; ", "`n", "-", " "},
	"Join-String FormatString": {"[{0}]", "{0:N2}", "`n    `${0}", "`n    [string] `${0}"},
	"New-Item ItemType":        {"File", "Directory", "SymbolicLink", "Junction", "HardLink"},
}

var httpVersions = strings.Fields("1.0 1.1 2.0 3.0")

// suggestedValues are those of cmdlets' parameters with ArgumentCompletions.
var suggestedValues = map[string][]string{
	"Get-Date Format":               {"FileDate", "FileDateUniversal", "FileDateTime", "FileDateTimeUniversal"},
	"Invoke-RestMethod HttpVersion": httpVersions,
	"Invoke-WebRequest HttpVersion": httpVersions,
}

// commandValue completes the value of a parameter from what the session has.
func (c *completer) commandValue(e *element, p *runtime.Param, word, quote string) ([]Match, bool) {
	switch e.command.Name + " " + p.Name {
	case "Get-Command Name":
		if modules := c.boundTexts(e, "Module"); len(modules) > 0 {
			return commandMatches(c.commandsOf(modules, word), quote), true
		}
		return append(commandMatches(c.commandNames(word), quote), c.scripts(word, quote)...), true
	case "Get-Help Name":
		return slices.Concat(commandMatches(c.commandNames(word), quote), c.scripts(word, quote), c.helpTopics(word, quote)), true
	case "Set-Alias Value", "New-Alias Value", "Get-Alias Definition", "Get-Command ArgumentList", "Invoke-Expression Command":
		return commandMatches(c.commandNames(word), quote), true
	case "Get-Command Module", "Get-Command ExcludeModule", "Get-Module Name", "Remove-Module Name", "Update-Help Module", "Save-Help Module":
		return c.modules(word, quote), true
	case "Import-Module Name":
		if strings.ContainsAny(word, `/\:`) {
			return c.paths(word, pathOptions{quote: quote}), true
		}
		return append(c.paths(word, pathOptions{quote: quote, extensions: moduleExtensions}), c.modules(word, quote)...), true
	case "Get-Command Verb":
		return texts(c.commandVerbs(e, word), quote, Text), true
	case "Get-Command Noun":
		return texts(c.commandNouns(e, word), quote, Text), true
	case "Get-Command ParameterType", "New-Object TypeName":
		return c.types(word), true
	case "Get-Verb Verb":
		return texts(fitting(c.approvedVerbs(c.boundTexts(e, "Group")), word), quote, Text), true
	case "Get-Variable Name", "Set-Variable Name", "Clear-Variable Name", "Remove-Variable Name":
		return values(c.namesFrom("(Get-Variable).Name"), word, quote), true
	case "Get-Alias Name":
		return values(c.namesFrom("(Get-Alias).Name"), word, quote), true
	case "Get-PSDrive Name", "Remove-PSDrive Name":
		return values(c.namesFrom("(Get-PSDrive).Name"), word, quote), true
	case "Get-PSDrive PSProvider", "New-PSDrive PSProvider", "Remove-PSDrive PSProvider", "Get-PSProvider PSProvider":
		return values(c.namesFrom("(Get-PSProvider).Name"), word, quote), true
	}
	return nil, false
}

// moduleExtensions are the files that can be imported.
var moduleExtensions = strings.Fields(".ps1 .psm1 .psd1 .dll .exe .cdxml")

// scripts completes the names of folders and scripts.
func (c *completer) scripts(word, quote string) []Match {
	return c.paths(word, pathOptions{quote: quote, extensions: []string{".ps1"}})
}

// topicPrefix is what the names of topics begin with.
const topicPrefix = "about_"

// helpTopics completes the name of a topic of the help.
func (c *completer) helpTopics(word, quote string) []Match {
	if len(word) < len("abo") || !strings.EqualFold(word[:min(len(word), len(topicPrefix))], topicPrefix[:min(len(word), len(topicPrefix))]) {
		return nil
	}
	return texts(fitting(c.namesFrom("(Get-Help "+topicPrefix+"* -ErrorAction Ignore).Name"), word), quote, Text)
}

func fitting(list []string, word string) []string {
	fits := pattern(word)
	return slices.DeleteFunc(list, func(name string) bool { return !fits(name) })
}

// moduleNames lists the modules that commands come from.
func (c *completer) moduleNames() []string {
	return distinct(c.session.Commands.All(), func(cmd *runtime.Command) string { return cmd.Module })
}

// modules completes the name of a module; a word without dot and wildcards may
// begin the last part of the name.
func (c *completer) modules(word, quote string) []Match {
	list, fits := c.moduleNames(), pattern(word)
	short := word != "" && !strings.ContainsAny(word, ".*?[")
	list = slices.DeleteFunc(list, func(name string) bool {
		return !fits(name) && (!short || !fits(name[strings.LastIndexByte(name, '.')+1:]))
	})
	return texts(list, quote, ParameterValue)
}

// commandsOf lists the commands of modules that match.
func (c *completer) commandsOf(modules []string, word string) []string {
	return fitting(distinct(c.inModules(modules), func(cmd *runtime.Command) string { return cmd.Name }), word)
}

func (c *completer) inModules(modules []string) []*runtime.Command {
	return slices.DeleteFunc(slices.Clone(c.session.Commands.All()), func(cmd *runtime.Command) bool {
		return !slices.ContainsFunc(modules, func(m string) bool { return strings.EqualFold(m, cmd.Module) })
	})
}

// distinct sorts the parts that commands have; empty ones are left out.
func distinct(commands []*runtime.Command, part func(*runtime.Command) string) []string {
	seen := map[string]bool{}
	var list []string
	for _, cmd := range commands {
		name := part(cmd)
		if folded := value.Fold(name); name != "" && !seen[folded] {
			seen[folded] = true
			list = append(list, name)
		}
	}
	sortFolded(list)
	return list
}

// commandVerbs are the approved verbs or, where nouns or modules are given, the
// verbs of their commands.
func (c *completer) commandVerbs(e *element, word string) []string {
	nouns, modules := c.boundTexts(e, "Noun"), c.boundTexts(e, "Module")
	if len(nouns)+len(modules) == 0 {
		return fitting(c.approvedVerbs(nil), word)
	}
	return fitting(distinct(c.commandsWith(modules), func(cmd *runtime.Command) string {
		verb, noun, _ := strings.Cut(cmd.Name, "-")
		if noun == "" || len(nouns) > 0 && !slices.ContainsFunc(nouns, func(n string) bool { return strings.EqualFold(n, noun) }) {
			return ""
		}
		return verb
	}), word)
}

// commandNouns are the nouns of the commands that the other arguments select.
func (c *completer) commandNouns(e *element, word string) []string {
	verbs := c.boundTexts(e, "Verb")
	return fitting(distinct(c.commandsWith(c.boundTexts(e, "Module")), func(cmd *runtime.Command) string {
		verb, noun, _ := strings.Cut(cmd.Name, "-")
		if len(verbs) > 0 && !slices.ContainsFunc(verbs, func(v string) bool { return strings.EqualFold(v, verb) }) {
			return ""
		}
		return noun
	}), word)
}

func (c *completer) commandsWith(modules []string) []*runtime.Command {
	if len(modules) > 0 {
		return c.inModules(modules)
	}
	all := slices.Clone(c.session.Commands.All())
	for scope := c.scope; scope != nil; scope = scope.Parent() {
		all = slices.AppendSeq(all, maps.Values(scope.Functions()))
		all = slices.AppendSeq(all, maps.Values(scope.Aliases()))
	}
	return all
}

// approvedVerbs lists the verbs of Get-Verb, sorted.
func (c *completer) approvedVerbs(groups []string) []string {
	command := "Get-Verb"
	for i, group := range groups {
		if i == 0 {
			command += " -Group "
		} else {
			command += ","
		}
		command += "'" + strings.ReplaceAll(group, "'", "''") + "'"
	}
	if cmd, _ := c.lookup("Get-Verb"); cmd == nil {
		return c.usedVerbs()
	}
	list := c.namesFrom("(" + command + " -ErrorAction Ignore).Verb")
	sortFolded(list)
	return list
}

// namesFrom runs a command of PowerShell and returns the texts that it gives.
func (c *completer) namesFrom(command string) []string {
	ok := c.session.OK()
	defer c.session.SetOK(ok)
	var out runtime.Collector
	if err := c.session.Execute("", command, &out); err != nil {
		return nil
	}
	var names []string
	for _, v := range out.Items {
		names = append(names, value.ToString(c.session.Env(), v))
	}
	return names
}

// usedVerbs lists the verbs of the session's commands.
func (c *completer) usedVerbs() []string {
	var verbs []string
	for _, name := range c.commandNames("") {
		if verb, _, ok := strings.Cut(name, "-"); ok && !slices.Contains(verbs, verb) {
			verbs = append(verbs, verb)
		}
	}
	return verbs
}
