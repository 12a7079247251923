package recipients

import (
	"strings"

	"exolab/cmdlets/exchange/shapes"
	"exolab/cmdlets/exchange/task"
	"exolab/runtime/value"
	"exolab/store"
)

// filterOnly holds the properties that -Filter knows of objects that do not show
// them: who is in a group, and who may send on its behalf.
type filterOnly map[*value.PSObject][]shapes.Property

// note keeps those of a recipient that the filter asks for.
func (f filterOnly) note(c *task.Call, r store.Reader, d Data, shown value.Value) {
	filter := strings.ToLower(c.Text("Filter"))
	o, ok := value.As[*value.PSObject](shown)
	if !ok {
		return
	}
	if strings.Contains(filter, "members") {
		var members []string
		if d.recipient != nil {
			members = distinguishedNames(r, d.recipient.Members)
		}
		f[o] = append(f[o], shapes.Property{Name: "Members", Value: value.Strings(members...)})
	}
	if strings.Contains(filter, "grantsendonbehalfto") && o.IndexOf("grantsendonbehalfto") < 0 {
		f[o] = append(f[o], shapes.Property{Name: "GrantSendOnBehalfTo", Value: value.Strings(task.TextsIn(bagValue(d, "GrantSendOnBehalfTo"))...)})
	}
}

func bagValue(d Data, name string) any {
	v, _ := d.bag.Get(name)
	return v
}

// sees is an object as -Filter sees it.
func (f filterOnly) sees(o *value.PSObject) *value.PSObject {
	more := f[o]
	if len(more) == 0 {
		return o
	}
	seen := &value.PSObject{Bag: o.Clone()}
	for _, p := range more {
		seen.Set(p.Name, p.Value)
	}
	return seen
}

// distinguishedNames are those of users; who is unknown keeps the name at hand.
func distinguishedNames(r store.Reader, users []string) []string {
	var out []string
	for _, user := range users {
		if m, err := r.Mailbox(user); err == nil {
			user = m.DistinguishedName
		} else if other, err := r.Recipient(user); err == nil {
			user = other.DistinguishedName
		}
		out = append(out, user)
	}
	return out
}
