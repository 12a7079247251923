package organization

import (
	"fmt"
	"slices"
	"strings"

	"exolab/cmdlets"
	"exolab/cmdlets/exchange/catalogue"
	"exolab/cmdlets/exchange/shapes"
	"exolab/cmdlets/exchange/task"
	"exolab/cmdlets/internal/patterns"
	"exolab/runtime/value"
	"exolab/store"
	"exolab/store/tenant"
)

// NounNamed returns a configuration noun, or nil.
func NounNamed(name string) *Noun {
	for _, n := range Nouns() {
		if n.Noun == name {
			return n
		}
	}
	return nil
}

// nounCmdlets are the cmdlets of the configuration nouns.
func nounCmdlets() []task.Cmdlet {
	var out []task.Cmdlet
	for _, n := range Nouns() {
		out = append(out, n.cmdlets()...)
	}
	return out
}

// cmdlets lists the cmdlets of a noun.
func (n *Noun) cmdlets() []task.Cmdlet {
	made, name, all := "", "'"+n.sample+"'", ""
	if strings.Contains(n.verbs, "N") {
		made, name = fmt.Sprintf("New-%s %s | Out-Null; ", n.Noun, n.sample), "Sample"
	} else if strings.HasPrefix(n.sample, "-") {
		all = " " + n.sample
	}
	words := plural(strings.ToLower(task.Spaced(n.Noun)))
	verbs := map[rune]task.Cmdlet{
		'G': {Name: "Get-" + n.Noun, Synopsis: "Gives " + words + ".", Run: n.get, Examples: []cmdlets.Example{{Code: fmt.Sprintf("@(Get-%s%s).Count -ge 0", n.Noun, all), Output: "True"}}},
		'N': {Name: "New-" + n.Noun, Synopsis: "Makes one of the " + words + ".", Run: n.make, Examples: []cmdlets.Example{{Code: fmt.Sprintf("(New-%s %s).Name", n.Noun, n.sample), Output: "Sample"}}},
		'S': {Name: "Set-" + n.Noun, Synopsis: "Changes one of the " + words + ".", Run: n.set, Examples: []cmdlets.Example{{Code: made + fmt.Sprintf("Set-%s %s -WhatIf", n.Noun, name),
			Output: fmt.Sprintf("What if: Setting %s \"%s\".", strings.ToLower(task.Spaced(n.Noun)), strings.Trim(name, "'"))}}},
		'R': {Name: "Remove-" + n.Noun, Synopsis: "Deletes one of the " + words + ".", Run: n.remove, Examples: []cmdlets.Example{{Code: made + fmt.Sprintf("Remove-%s %s -Confirm:$false", n.Noun, name)}}},
		'E': {Name: "Enable-" + n.Noun, Synopsis: "Switches one of the " + words + " on.", Run: n.enable(true), Examples: []cmdlets.Example{{Code: made + fmt.Sprintf("Enable-%s %s", n.Noun, name)}}},
		'D': {Name: "Disable-" + n.Noun, Synopsis: "Switches one of the " + words + " off.", Run: n.enable(false), Examples: []cmdlets.Example{{Code: made + fmt.Sprintf("Disable-%s %s -Confirm:$false", n.Noun, name)}}},
	}
	var out []task.Cmdlet
	for _, verb := range n.verbs {
		c := verbs[verb]
		if entry := catalogue.Find(value.Fold(c.Name)); !entry.ShouldProcess() {
			c.Examples[0].Code = strings.TrimSuffix(c.Examples[0].Code, " -Confirm:$false")
		}
		if n.sample == "" && verb != 'G' {
			c.Examples = []cmdlets.Example{{Code: fmt.Sprintf("Get-%s | %s -Confirm:$false", n.Noun, c.Name)}}
		}
		c.Class = "Microsoft.Exchange.Management.SystemConfigurationTasks." + strings.ReplaceAll(c.Name, "-", "")
		out = append(out, c)
	}
	return out
}

// All returns the stored objects and the built-in ones that are not stored,
// sorted by identity.
func (n *Noun) All(r store.Reader) ([]*tenant.Object, error) {
	var out []*tenant.Object
	for o, err := range r.Objects(n.kind) {
		if err != nil {
			return nil, err
		}
		out = append(out, o)
	}
	for _, b := range n.builtIn() {
		name := b.Text("Name")
		if !slices.ContainsFunc(out, func(o *tenant.Object) bool { return strings.EqualFold(o.Identity, name) }) {
			out = append(out, &tenant.Object{Kind: n.kind, Identity: name, Properties: b})
		}
	}
	return out, nil
}

// Find returns the object that an identity names; no identity names the only
// one that there is.
func (n *Noun) Find(r store.Reader, identity string) (*tenant.Object, error) {
	all, err := n.All(r)
	if err != nil {
		return nil, err
	}
	if identity == "" && len(all) == 1 {
		return all[0], nil
	}
	for _, o := range all {
		if strings.EqualFold(o.Identity, identity) || strings.EqualFold(o.Properties.Text("Name"), identity) || strings.EqualFold(ObjectGUID(o), identity) {
			return o, nil
		}
	}
	return nil, task.IdentityError(identity, &tenant.NotFoundError{Identity: identity})
}

// ObjectGUID is the Guid of a configuration object: its own, or one that
// follows from its name.
func ObjectGUID(o *tenant.Object) string {
	if g := o.Properties.Text("Guid"); g != "" {
		return g
	}
	return tenant.DerivedGUID(o.Kind, o.Identity)
}

// Object shows a configuration object.
func (n *Noun) Object(o *tenant.Object) value.Value {
	name := o.Properties.Text("Name")
	if name == "" {
		name = o.Identity
	}
	if n.shape != "" {
		out := shapes.New(n.shape)
		out.PutKnown(o.Properties)
		out.Text("Name", name, "Identity", o.Identity, "Guid", ObjectGUID(o))
		return out.Value()
	}
	out := shapes.ObjectOf(o.Properties)
	out.TypeNames = []string{"Deserialized.Microsoft.Exchange.Data.Directory.SystemConfiguration." + n.Noun, "Deserialized.System.Object"}
	for _, p := range [][2]string{{"Name", name}, {"Identity", o.Identity}, {"Id", o.Identity}, {"Guid", ObjectGUID(o)}, {"ObjectState", "Unchanged"}} {
		if _, known := out.Get(value.Fold(p[0])); !known {
			out.Set(p[0], value.Str(p[1]))
		}
	}
	out.Set("IsValid", value.Bool(true))
	for i := range out.Len() {
		if v := out.At(i); v.Kind() == value.KindString && strings.HasSuffix(v.Text(), " bytes)") {
			out.SetAt(i, shapes.Typed("Unlimited<ByteQuantifiedSize>", v.Text()))
		}
	}
	shapes.WithText(out)
	return value.Obj(out)
}

func (n *Noun) get(c *task.Call) error {
	identity := c.Identity("Identity")
	var list []value.Value
	err := c.View(func(r store.Reader) error {
		if identity != "" && !task.HasWildcard(identity) {
			o, err := n.Find(r, identity)
			if err == nil {
				list = append(list, n.Object(o))
			}
			return err
		}
		all, err := n.All(r)
		for _, o := range all {
			if (identity == "" || patterns.Match(identity, o.Identity)) && belongs(c, r, o) {
				list = append(list, n.Object(o))
			}
		}
		return err
	})
	if err == nil {
		err = c.EmitList(list)
	}
	return c.Report(err)
}

func (n *Noun) make(c *task.Call) error {
	name := c.Text("Name")
	if ok, err := c.Confirm(fmt.Sprintf("Creating %s \"%s\".", strings.ToLower(task.Spaced(n.Noun)), name)); !ok || err != nil {
		return err
	}
	o := &tenant.Object{Kind: n.kind, Identity: name, Properties: tenant.BagOf("Name", name)}
	err := c.Update(func(w store.Writer) error {
		if _, err := n.Find(w, name); err == nil {
			return task.NameTaken(name)
		}
		if err := checkReferences(c, w); err != nil {
			return err
		}
		if n.state == "State" {
			o.Properties.Set("State", stateText(!c.Has("Enabled") || c.On("Enabled")))
		}
		if n.kind == "complianceSearch" {
			created := c.Tenant.Now()
			o.Properties.Set("CreatedBy", c.Caller())
			o.Properties.Set("CreatedTime", created)
			o.Properties.Set("LastModifiedTime", created)
		}
		if _, err := c.SetProperties(w, n.shape, task.ObjectProperties{Object: o}, nil); err != nil {
			return err
		}
		now := c.Tenant.Now()
		o.Properties.Set("WhenChanged", now)
		return w.PutObject(o)
	})
	if err != nil {
		return c.Report(err)
	}
	return c.Emit(n.Object(o))
}

func stateText(on bool) string {
	if on {
		return "Enabled"
	}
	return "Disabled"
}

// change finds an object, asks, and changes it.
func (n *Noun) change(c *task.Call, doing string, apply func(w store.Writer, o *tenant.Object) (bool, error)) error {
	identity := c.Identity("Identity")
	if ok, err := c.Confirm(fmt.Sprintf("%s %s \"%s\".", doing, strings.ToLower(task.Spaced(n.Noun)), identity)); !ok || err != nil {
		return err
	}
	changed := false
	err := c.Update(func(w store.Writer) error {
		o, err := n.Find(w, identity)
		if err != nil {
			return err
		}
		changed, err = apply(w, o)
		return err
	})
	if err == nil && !changed {
		return c.Unchanged(identity)
	}
	return c.Report(err)
}

func (n *Noun) set(c *task.Call) error {
	return n.change(c, "Setting", func(w store.Writer, o *tenant.Object) (bool, error) {
		if err := checkReferences(c, w); err != nil {
			return false, err
		}
		changed, err := c.SetProperties(w, n.shape, task.ObjectProperties{Object: o}, nil)
		if err != nil || !changed {
			return changed, err
		}
		return true, w.PutObject(o)
	})
}

func (n *Noun) remove(c *task.Call) error {
	return n.change(c, "Removing", func(w store.Writer, o *tenant.Object) (bool, error) { return true, w.RemoveObject(n.kind, o.Identity) })
}

func (n *Noun) enable(on bool) func(c *task.Call) error {
	doing := "Disabling"
	if on {
		doing = "Enabling"
	}
	return func(c *task.Call) error {
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

// plural is the plural of an English noun.
func plural(noun string) string {
	last := strings.TrimRight(noun, "y")
	switch {
	case last != noun && !strings.ContainsRune("aeiou", rune(last[len(last)-1])):
		return last + "ies"
	case strings.HasSuffix(noun, "s"), strings.HasSuffix(noun, "x"), strings.HasSuffix(noun, "ch"):
		return noun + "es"
	}
	return noun + "s"
}
