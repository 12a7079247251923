package main

import (
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"strings"
)

type parameter struct {
	Name     string
	Type     string
	Aliases  []string
	Sets     []string
	Required oneOrMany
	// ReqFrom is set where only the parameter's description, not the syntax,
	// says that it is required: it is not.
	ReqFrom  string
	Pos      *int
	PosSets  []string
	Pipeline []string
	Min, Max *int
	Closed   bool
	Values   []string
}

type cmdlet struct {
	Name          string
	Cloud, Onprem bool
	ShouldProcess bool
	DefaultSet    string
	sets          []string
	Sets          json.RawMessage
	Parameters    []parameter
}

// catalogue writes one line per cmdlet: name, flags, sets and parameters.
func catalogue(facts []byte) (string, error) {
	var file struct{ Cmdlets []*cmdlet }
	if err := json.Unmarshal(facts, &file); err != nil {
		return "", err
	}
	var lines []string
	for _, c := range file.Cmdlets {
		if err := c.readSets(); err != nil {
			return "", fmt.Errorf("%s: %w", c.Name, err)
		}
		lines = append(lines, c.line())
	}
	slices.SortFunc(lines, func(a, b string) int { return strings.Compare(strings.ToLower(a), strings.ToLower(b)) })
	return strings.Join(lines, "\n") + "\n", nil
}

// optional are parameters that the syntax shows as required and the
// documentation's own examples leave out.
var optional = map[string]string{"Get-HostedOutboundSpamFilterPolicy": "Identity", "Get-ComplianceCase": "Identity"}

// corrected are the types and positions that the documentation's examples, or all
// public scripts, show to be others than its syntax says: type and position, "" and
// -1 for no change.
var corrected = map[string]struct {
	typeName string
	position int
}{
	"Set-Mailbox -GroupMailbox":                {"SwitchParameter", -1},
	"New-MailboxAuditLogSearch -Name":          {"", 0},
	"Get-EXOMailboxFolderStatistics -Identity": {"", 0},
	"Get-EXOMailboxStatistics -Identity":       {"", 0},
	"Get-EXOMailboxPermission -Identity":       {"", 0},
}

// readSets lists the sets, the default one first.
func (c *cmdlet) readSets() error {
	d := json.NewDecoder(strings.NewReader(string(c.Sets)))
	if _, err := d.Token(); err != nil {
		return err
	}
	for d.More() {
		name, err := d.Token()
		if err != nil {
			return err
		}
		var members []string
		if err := d.Decode(&members); err != nil {
			return err
		}
		if name != "(All)" {
			c.sets = append(c.sets, strings.NewReplacer(",", "_", "\t", " ").Replace(name.(string)))
		}
	}
	for _, first := range []string{c.DefaultSet, "Identity", "Default", "DefaultParameterSet", c.freeSet()} {
		if i := slices.Index(c.sets, first); i >= 0 {
			c.sets = append([]string{first}, slices.Delete(c.sets, i, i+1)...)
			break
		}
	}
	return nil
}

// freeSet is the first set that asks for no parameter, or "".
func (c *cmdlet) freeSet() string {
	for _, set := range c.sets {
		free := true
		for _, p := range c.Parameters {
			in := len(p.Sets) == 0 || slices.Contains(p.Sets, set)
			if in && p.ReqFrom == "" && (p.Required.all || slices.Contains(p.Required.names, set)) {
				free = false
			}
		}
		if free {
			return set
		}
	}
	return ""
}

func (c *cmdlet) line() string {
	flags := ""
	for _, f := range []struct {
		on   bool
		name string
	}{{c.Cloud, "c"}, {c.Onprem, "o"}, {c.ShouldProcess, "s"}} {
		if f.on {
			flags += f.name
		}
	}
	var params []string
	for _, p := range c.Parameters {
		if p.Name != "Confirm" && p.Name != "WhatIf" {
			params = append(params, c.parameter(p))
		}
	}
	return strings.Join([]string{c.Name, flags, strings.Join(c.sets, ","), strings.Join(params, ";")}, "\t")
}

func (c *cmdlet) parameter(p parameter) string {
	if c, ok := corrected[c.Name+" -"+p.Name]; ok {
		if c.typeName != "" {
			p.Type = c.typeName
		}
		if c.position >= 0 {
			p.Pos = &c.position
		}
	}
	out := p.Name + ":" + p.Type
	add := func(format string, args ...any) { out += ":" + fmt.Sprintf(format, args...) }
	if len(p.Sets) > 0 && len(p.Sets) < len(c.sets) {
		add("s%s", c.indexes(p.Sets))
	}
	if p.ReqFrom != "" || optional[c.Name] == p.Name {
		p.Required = oneOrMany{}
	}
	if p.Required.all {
		add("m")
	} else if len(p.Required.names) > 0 {
		add("m%s", c.indexes(p.Required.names))
	}
	if p.Pos != nil {
		add("p%d", *p.Pos)
		if len(p.PosSets) > 0 {
			out += "." + c.indexes(p.PosSets)
		}
	}
	if kind := pipelineKind(p.Pipeline, p.Type); kind != "" {
		add("v%s", kind)
	}
	if len(p.Aliases) > 0 {
		add("a%s", strings.Join(p.Aliases, "|"))
	}
	if p.Min != nil && p.Max != nil && *p.Min < *p.Max {
		add("r%d~%d", *p.Min, *p.Max)
	}
	if p.isEnumeration() {
		add("e%s", strings.Join(p.names(), "|"))
	}
	return out
}

// checkedElsewhere are the types whose values the cmdlets themselves check, in the
// words of lists of several values.
var checkedElsewhere = map[string]bool{"RecipientTypeDetails[]": true, "WellKnownRecipientType": true, "MailboxRights[]": true,
	"MailboxFolderAccessRight[]": true, "MailboxFolderPermissionFlags": true, "RecipientAccessRight[]": true, "RecipientType[]": true}

// otherTypes are types of parameters with documented values that are not
// enumerations.
var otherTypes = regexp.MustCompile(`IdParameter|^(Unlimited|MultiValued|Proxy|Psws|Smtp|Switch|Bool|U?Int|Date|ExDate|Guid|Time|Single|Double|Hash|Fqdn|String|Object|Enhanced|Byte|Culture|Byte)`)

// unlisted are names of enumerations that some pages leave out.
var unlisted = map[string][]string{"ActiveDirectorySecurityInheritance": {"Descendents"}, "LinkType": {"Aggregators", "EventSubscribers"},
	"PropertySet[]": {"All"}}

var enumerationName = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9]*$`)

// isEnumeration reports whether the documented values of a parameter are all that
// it takes: the page says so, or its type is an enumeration and they are names.
func (p parameter) isEnumeration() bool {
	if len(p.Values) == 0 || p.Closed {
		return len(p.Values) > 0
	}
	if len(p.Values) < 2 || checkedElsewhere[p.Type] || otherTypes.MatchString(p.Type) {
		return false
	}
	return !slices.ContainsFunc(p.Values, func(v string) bool { return !enumerationName.MatchString(v) })
}

// names are those of an enumeration, with the ones that the page leaves out.
func (p parameter) names() []string {
	out := p.Values
	for _, name := range unlisted[p.Type] {
		if !slices.Contains(out, name) {
			out = append(out, name)
		}
	}
	return out
}

// pipelineKind is b for by value, n for by property name. Where the kind is not
// told, only identities are taken by value.
func pipelineKind(kinds []string, typeName string) string {
	out := ""
	for _, k := range kinds {
		switch k {
		case "True":
			if strings.Contains(typeName, "IdParameter") {
				return "bn"
			}
			return "n"
		case "ByValue":
			out += "b"
		case "ByPropertyName":
			out += "n"
		}
	}
	return out
}

func (c *cmdlet) indexes(names []string) string {
	var out []string
	for i, set := range c.sets {
		if slices.Contains(names, set) {
			out = append(out, fmt.Sprint(i))
		}
	}
	return strings.Join(out, ".")
}
