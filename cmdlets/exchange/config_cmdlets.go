package exchange

import (
	"fmt"
	"slices"
	"strings"

	"exolab/cmdlets"
	"exolab/cmdlets/internal/patterns"
	"exolab/runtime/value"
	"exolab/store"
	"exolab/store/tenant"
)

// configCmdlets are the cmdlets of the configuration nouns.
var configCmdlets = func() []cmdlet {
	var out []cmdlet
	for i := range configNouns {
		out = append(out, configNouns[i].cmdlets()...)
	}
	return out
}()

// cmdlets lists the cmdlets of a noun.
func (n *configNoun) cmdlets() []cmdlet {
	made, name := "", "'"+n.sample+"'"
	if strings.Contains(n.verbs, "N") {
		made, name = fmt.Sprintf("New-%s %s | Out-Null; ", n.noun, n.sample), "Sample"
	}
	words := strings.ToLower(spaced(n.noun)) + "s"
	verbs := map[rune]cmdlet{
		'G': {name: "Get-" + n.noun, synopsis: "Gives " + words + ".", run: n.get, examples: []cmdlets.Example{{Code: fmt.Sprintf("@(Get-%s).Count -ge 0", n.noun), Output: "True"}}},
		'N': {name: "New-" + n.noun, synopsis: "Makes one of the " + words + ".", run: n.make, examples: []cmdlets.Example{{Code: fmt.Sprintf("(New-%s %s).Name", n.noun, n.sample), Output: "Sample"}}},
		'S': {name: "Set-" + n.noun, synopsis: "Changes one of the " + words + ".", run: n.set, examples: []cmdlets.Example{{Code: made + fmt.Sprintf("Set-%s %s -WhatIf", n.noun, name),
			Output: fmt.Sprintf("What if: Setting %s \"%s\".", strings.ToLower(spaced(n.noun)), strings.Trim(name, "'"))}}},
		'R': {name: "Remove-" + n.noun, synopsis: "Deletes one of the " + words + ".", run: n.remove, examples: []cmdlets.Example{{Code: made + fmt.Sprintf("Remove-%s %s -Confirm:$false", n.noun, name)}}},
		'E': {name: "Enable-" + n.noun, synopsis: "Switches one of the " + words + " on.", run: n.enable(true), examples: []cmdlets.Example{{Code: made + fmt.Sprintf("Enable-%s %s", n.noun, name)}}},
		'D': {name: "Disable-" + n.noun, synopsis: "Switches one of the " + words + " off.", run: n.enable(false), examples: []cmdlets.Example{{Code: made + fmt.Sprintf("Disable-%s %s -Confirm:$false", n.noun, name)}}},
	}
	var out []cmdlet
	for _, verb := range n.verbs {
		c := verbs[verb]
		if entry := findEntry(value.Fold(c.name)); !entry.shouldProcess() {
			c.examples[0].Code = strings.TrimSuffix(c.examples[0].Code, " -Confirm:$false")
		}
		if n.sample == "" && verb != 'G' {
			c.examples = []cmdlets.Example{{Code: fmt.Sprintf("Get-%s | %s", n.noun, c.name)}}
		}
		c.class = "Microsoft.Exchange.Management.SystemConfigurationTasks." + strings.ReplaceAll(c.name, "-", "")
		out = append(out, c)
	}
	return out
}

// all returns the stored objects and the built-in ones that are not stored,
// sorted by identity.
func (n *configNoun) all(r store.Reader) ([]*tenant.Object, error) {
	var out []*tenant.Object
	for o, err := range r.Objects(n.kind) {
		if err != nil {
			return nil, err
		}
		out = append(out, o)
	}
	for _, b := range n.builtIn {
		name := b.Text("Name")
		if !slices.ContainsFunc(out, func(o *tenant.Object) bool { return strings.EqualFold(o.Identity, name) }) {
			out = append(out, &tenant.Object{Kind: n.kind, Identity: name, Properties: b})
		}
	}
	return out, nil
}

// find returns the object that an identity names.
func (n *configNoun) find(r store.Reader, identity string) (*tenant.Object, error) {
	all, err := n.all(r)
	if err != nil {
		return nil, err
	}
	for _, o := range all {
		if strings.EqualFold(o.Identity, identity) || strings.EqualFold(o.Properties.Text("Name"), identity) || strings.EqualFold(objectGUID(o), identity) {
			return o, nil
		}
	}
	return nil, identityError(identity, &tenant.NotFoundError{Identity: identity})
}

func objectGUID(o *tenant.Object) string {
	if g := o.Properties.Text("Guid"); g != "" {
		return g
	}
	return derivedGUID(o.Kind, o.Identity)
}

// object shows a configuration object.
func (n *configNoun) object(o *tenant.Object) value.Value {
	name := o.Properties.Text("Name")
	if name == "" {
		name = o.Identity
	}
	if n.shape != "" {
		out := newObject(n.shape)
		out.putKnown(o.Properties)
		out.text("Name", name, "Identity", o.Identity, "Guid", objectGUID(o))
		return out.value()
	}
	out := objectOf(o.Properties)
	out.TypeNames = []string{"Deserialized.Microsoft.Exchange.Data.Directory.SystemConfiguration." + n.noun, "Deserialized.System.Object"}
	for _, p := range [][2]string{{"Name", name}, {"Identity", o.Identity}, {"Id", o.Identity}, {"Guid", objectGUID(o)}, {"ObjectState", "Unchanged"}} {
		if _, known := out.Get(value.Fold(p[0])); !known {
			out.Set(p[0], value.Str(p[1]))
		}
	}
	out.Set("IsValid", value.Bool(true))
	return value.Obj(out)
}

func (n *configNoun) get(c *call) error {
	identity := c.identity("Identity")
	var list []value.Value
	err := c.view(func(r store.Reader) error {
		if identity != "" && !patterns.HasWildcard(identity) {
			o, err := n.find(r, identity)
			if err == nil {
				list = append(list, n.object(o))
			}
			return err
		}
		all, err := n.all(r)
		for _, o := range all {
			if (identity == "" || patterns.Match(identity, o.Identity)) && c.belongs(r, o) {
				list = append(list, n.object(o))
			}
		}
		return err
	})
	if err == nil {
		err = c.emitList(list)
	}
	return c.report(err)
}

// belongs applies -Mailbox and -State of the Get- cmdlets.
func (c *call) belongs(r store.Reader, o *tenant.Object) bool {
	if state := c.text("State"); state != "" && !strings.EqualFold(state, o.Properties.Text("State")) {
		return false
	}
	mailbox := c.identity("Mailbox")
	if mailbox == "" {
		return true
	}
	for _, name := range []string{"UserDisplayName", "Mailbox", "UserPrincipalName"} {
		if owner := o.Properties.Text(name); owner != "" && sameUser(r, owner, mailbox) {
			return true
		}
	}
	return false
}

func (n *configNoun) make(c *call) error {
	name := c.text("Name")
	if ok, err := c.confirm(fmt.Sprintf("Creating %s \"%s\".", strings.ToLower(spaced(n.noun)), name)); !ok || err != nil {
		return err
	}
	o := &tenant.Object{Kind: n.kind, Identity: name, Properties: tenant.BagOf("Name", name)}
	err := c.update(func(w store.Writer) error {
		if _, err := n.find(w, name); err == nil {
			return failure("Microsoft.Exchange.Data.Directory.ADObjectAlreadyExistsException", "The name \"%s\" is already being used. Please try another name.", name)
		}
		if n.state == "State" {
			o.Properties.Set("State", stateText(!c.has("Enabled") || c.on("Enabled")))
		}
		if _, err := c.setProperties(w, n.shape, objectProperties{o}, nil); err != nil {
			return err
		}
		now := c.tenant.Now()
		o.Properties.Set("WhenChanged", now)
		return firstOf(w.PutObject(o), c.logChange(w, name))
	})
	if err != nil {
		return c.report(err)
	}
	return c.emit(n.object(o))
}

func stateText(on bool) string {
	if on {
		return "Enabled"
	}
	return "Disabled"
}

// change finds an object, asks, and changes it.
func (n *configNoun) change(c *call, doing string, apply func(w store.Writer, o *tenant.Object) (bool, error)) error {
	identity := c.identity("Identity")
	if ok, err := c.confirm(fmt.Sprintf("%s %s \"%s\".", doing, strings.ToLower(spaced(n.noun)), identity)); !ok || err != nil {
		return err
	}
	changed := false
	err := c.update(func(w store.Writer) error {
		o, err := n.find(w, identity)
		if err != nil {
			return err
		}
		if changed, err = apply(w, o); err != nil || !changed {
			return err
		}
		return c.logChange(w, o.Identity)
	})
	if err == nil && !changed {
		return c.unchanged(identity)
	}
	return c.report(err)
}

func (n *configNoun) set(c *call) error {
	return n.change(c, "Setting", func(w store.Writer, o *tenant.Object) (bool, error) {
		changed, err := c.setProperties(w, n.shape, objectProperties{o}, nil)
		if err != nil || !changed {
			return changed, err
		}
		return true, w.PutObject(o)
	})
}

func (n *configNoun) remove(c *call) error {
	return n.change(c, "Removing", func(w store.Writer, o *tenant.Object) (bool, error) { return true, w.RemoveObject(n.kind, o.Identity) })
}

func (n *configNoun) enable(on bool) func(c *call) error {
	doing := "Disabling"
	if on {
		doing = "Enabling"
	}
	return func(c *call) error {
		return n.change(c, doing, func(w store.Writer, o *tenant.Object) (bool, error) {
			if n.state == "State" {
				o.Properties.Set(n.state, stateText(on))
			} else {
				o.Properties.Set(n.state, on)
			}
			return true, w.PutObject(o)
		})
	}
}

// objectProperties sets properties of a generic object.
type objectProperties struct{ *tenant.Object }

// Property returns a property by name.
func (o objectProperties) Property(name string) (any, bool) { return o.Properties.Get(name) }

// SetProperty sets a property by name.
func (o objectProperties) SetProperty(name string, v any) error {
	o.Properties.Set(name, v)
	return nil
}
