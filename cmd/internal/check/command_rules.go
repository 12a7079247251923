package check

import (
	"strings"

	"exolab/cmdlets"
	"exolab/parser"
	"exolab/runtime"
	"exolab/runtime/value"
)

// call is a command of a script with what it names, if that is known.
type call struct {
	*parser.Command
	name    string
	command *runtime.Command
}

// callOf reads a command that is called by a constant name.
func (c *checker) callOf(n parser.Node) (call, bool) {
	command, ok := n.(*parser.Command)
	if !ok || len(command.Elements) == 0 {
		return call{}, false
	}
	name, ok := command.Elements[0].(*parser.StringConstant)
	if !ok {
		return call{}, false
	}
	known := call{Command: command, name: name.Value}
	if !c.defined[value.Fold(name.Value)] {
		known.command = c.commands(name.Value)
	}
	return known, true
}

// isProgram reports whether a name looks like a path or a program's file.
func isProgram(name string) bool { return strings.ContainsAny(name, `/\.:`) || name == "" }

func unknownCommand(c *checker, n parser.Node) {
	call, ok := c.callOf(n)
	if !ok || call.command != nil || c.defined[value.Fold(call.name)] || isProgram(call.name) {
		return
	}
	c.found(call.Elements[0], "No command is called '"+call.name+"'.")
}

func notEmulated(c *checker, n parser.Node) {
	if call, ok := c.callOf(n); ok && call.command != nil && call.command.NotEmulated {
		c.found(call.Elements[0], "exolab knows "+call.command.Name+" but does not emulate it.")
	}
}

// checkable reports whether all parameters of a call are known beforehand.
func (k *call) checkable() bool {
	if k.command == nil || k.command.Kind != runtime.CmdletCommand || k.command.Meta() == nil || len(k.command.Meta().Params) == 0 {
		return false
	}
	if spec, ok := k.command.Info.(*cmdlets.Spec); ok && spec.New != nil {
		_, dynamic := spec.New().(cmdlets.DynamicParameters)
		return !dynamic
	}
	return true
}

// parameters calls see for each parameter of a call with those of the command
// that the name may mean.
func (k *call) parameters(see func(p *parser.CommandParameter, means []*runtime.Param)) {
	if !k.checkable() {
		return
	}
	for _, e := range k.Elements[1:] {
		if p, ok := e.(*parser.CommandParameter); ok && p.Name != "?" {
			see(p, candidates(k.command.Meta(), p.Name))
		}
	}
}

// candidates are the parameters that a name means: the one that has it, or
// all that begin with it.
func candidates(meta *runtime.Metadata, name string) []*runtime.Param {
	folded := value.Fold(name)
	var out []*runtime.Param
	for _, p := range meta.Params {
		begins := false
		for _, known := range append([]string{p.Name}, p.Aliases...) {
			switch known = value.Fold(known); {
			case known == folded:
				return []*runtime.Param{p}
			case strings.HasPrefix(known, folded):
				begins = true
			}
		}
		if begins {
			out = append(out, p)
		}
	}
	return out
}

func unknownParameter(c *checker, n parser.Node) {
	call, ok := c.callOf(n)
	if !ok {
		return
	}
	call.parameters(func(p *parser.CommandParameter, means []*runtime.Param) {
		if len(means) == 0 && !onWindows(call.command.Name, p.Name) {
			c.found(at(p.NameSpan), call.command.Name+" has no parameter '"+p.Name+"'.")
		}
	})
}

// windowsParameters are parameters that cmdlets of PowerShell have on Windows
// only, by the names of cmdlets.
var windowsParameters = map[string]string{
	"Set-ItemProperty": "Type", "New-ItemProperty": "Type", "Set-Item": "Type", "New-Item": "Type",
	"Get-Content": "Stream", "Set-Content": "Stream", "Add-Content": "Stream", "Clear-Content": "Stream", "Get-Item": "Stream", "Remove-Item": "Stream",
	"Import-Module": "UseWindowsPowerShell", "Start-Process": "Verb", "Restart-Computer": "ComputerName Force Wait Timeout For Delay Protocol",
	"Stop-Computer": "ComputerName Force", "Get-ChildItem": "CodeSigningCert DnsName DocumentEncryptionCert Eku ExpiringInDays SSLServerAuthentication",
}

func onWindows(cmdlet, parameter string) bool {
	for _, name := range strings.Fields(windowsParameters[cmdlet]) {
		if strings.EqualFold(name, parameter) {
			return true
		}
	}
	return false
}

func ambiguousParameter(c *checker, n parser.Node) {
	call, ok := c.callOf(n)
	if !ok {
		return
	}
	call.parameters(func(p *parser.CommandParameter, means []*runtime.Param) {
		if len(means) < 2 {
			return
		}
		var names []string
		for _, q := range means {
			names = append(names, "-"+q.Name)
		}
		c.found(at(p.NameSpan), "'-"+p.Name+"' of "+call.command.Name+" may mean "+strings.Join(names, ", ")+".")
	})
}

// at makes a node of a range.
type place struct{ parser.Span }

func at(s parser.Span) parser.Node { return place{s} }

// given finds the parameter of a call that a full name stands for, and its
// argument; found is also set when a splat may give it.
func (k *call) given(name string) (argument parser.Node, found bool) {
	meta := k.command.Meta()
	for i, e := range k.Elements[1:] {
		switch e := e.(type) {
		case *parser.VariableExpression:
			if e.Splatted {
				return nil, true
			}
		case *parser.CommandParameter:
			means := candidates(meta, e.Name)
			if len(means) != 1 || !strings.EqualFold(means[0].Name, name) {
				continue
			}
			if e.Argument != nil {
				return e.Argument, true
			}
			if i+2 < len(k.Elements) {
				return k.Elements[i+2], true
			}
			return nil, true
		}
	}
	return nil, false
}

// positional reports whether a call has an argument without a name.
func (k *call) positional() bool {
	meta := k.command.Meta()
	taken := false
	for _, e := range k.Elements[1:] {
		p, named := e.(*parser.CommandParameter)
		if !named && !taken {
			return true
		}
		taken = false
		if named && p.Argument == nil {
			means := candidates(meta, p.Name)
			taken = len(means) != 1 || !means[0].Switch
		}
	}
	return false
}

// missingResultSize looks for searches that return only the first results.
func missingResultSize(c *checker, n parser.Node) {
	call, ok := c.callOf(n)
	if !ok || !call.checkable() || call.command.Meta().Index("resultsize") < 0 || call.positional() {
		return
	}
	for _, name := range []string{"ResultSize", "Identity"} {
		if _, given := call.given(name); given {
			return
		}
	}
	c.found(call.Elements[0], call.command.Name+" returns only the first results; say -ResultSize Unlimited, or a number.")
}

// endDateMidnight looks for searches that end at the start of a day.
func endDateMidnight(c *checker, n parser.Node) {
	call, ok := c.callOf(n)
	if !ok || !call.checkable() || call.command.Meta().Index("enddate") < 0 {
		return
	}
	argument, _ := call.given("EndDate")
	if date, ok := argument.(*parser.StringConstant); ok && isDay(date.Value) {
		c.found(date, "'"+date.Value+"' is the first moment of that day, which is left out; search to the day after.")
	}
}

// isDay reports whether a text is a date without a time.
func isDay(text string) bool {
	digits := strings.IndexFunc(text, func(r rune) bool { return r >= '0' && r <= '9' }) >= 0
	return digits && !strings.Contains(text, ":")
}

// consumers are what cmdlets after Format- are given layout instead of data.
var consumers = map[string]bool{"export-csv": true, "export-clixml": true, "convertto-csv": true, "convertto-json": true,
	"convertto-html": true, "convertto-xml": true, "select-object": true, "where-object": true, "sort-object": true,
	"group-object": true, "measure-object": true}

func formatBeforeExport(c *checker, n parser.Node) {
	line, ok := n.(*parser.Pipeline)
	if !ok {
		return
	}
	format := ""
	for _, e := range line.Elements {
		call, ok := c.callOf(e)
		if !ok || call.command == nil {
			continue
		}
		name := value.Fold(call.command.Name)
		switch {
		case format != "" && consumers[name]:
			c.found(e, call.command.Name+" gets the layout that "+format+" made, not the objects.")
			return
		case strings.HasPrefix(name, "format-") && name != "format-hex":
			format = call.command.Name
		}
	}
}
