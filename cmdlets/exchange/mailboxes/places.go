package mailboxes

import (
	"fmt"
	"strings"

	"exolab/cmdlets/exchange/shapes"
	"exolab/cmdlets/exchange/task"
	"exolab/runtime/value"
	"exolab/store"
	"exolab/store/tenant"
)

var placeCmdlets = []task.Cmdlet{
	task.New("Get-Place", "Gives rooms and where they are.", "(Get-Place adams).Type", "Room", getPlace),
	task.New("Set-Place", "Says where a room is and what is in it.", "Set-Place adams -Building 18 -Floor 2; (Get-Place adams).Floor", "2", setPlace),
	task.New("Get-MailboxLocation", "Gives where the mailboxes of a user lie.", "(Get-MailboxLocation -User test1).MailboxLocationType", "Primary", getMailboxLocation),
}

// places are the settings that Set-Place keeps.
const places = mailboxSettings("place")

// placeProperties are those of a room beside the ones of its mailbox.
var placeProperties = []string{"Street", "City", "State", "CountryOrRegion", "PostalCode", "GeoCoordinates", "Phone", "Capacity", "Building", "Label", "AudioDeviceName",
	"VideoDeviceName", "DisplayDeviceName", "IsWheelChairAccessible", "Floor", "FloorLabel", "Tags", "MTREnabled", "ParentType", "ParentId", "Localities"}

func isRoom(m *tenant.Mailbox) bool { return m.RecipientTypeDetails == "RoomMailbox" }

func getPlace(c *task.Call) error {
	identity := c.Identity("Identity")
	var list []value.Value
	err := c.View(func(r store.Reader) error {
		rooms, err := task.AllMailboxes(r, isRoom)
		if identity != "" {
			var m *tenant.Mailbox
			m, err = room(c, r, identity)
			rooms = []*tenant.Mailbox{m}
		}
		if err != nil || c.Has("Type") && !strings.EqualFold(c.Text("Type"), "Room") {
			return err
		}
		for _, m := range rooms {
			list = append(list, placeObject(m, places.of(r, m)))
		}
		return nil
	})
	if err == nil {
		err = c.EmitSized(list)
	}
	return c.Report(err)
}

// room finds a room; other mailboxes are no places.
func room(c *task.Call, r store.Reader, identity string) (*tenant.Mailbox, error) {
	m, err := c.Mailbox(r, identity)
	if err == nil && !isRoom(m) {
		err = &tenant.NotFoundError{Identity: identity}
	}
	if err != nil {
		return nil, task.IdentityError(identity, err)
	}
	return m, nil
}

func placeObject(m *tenant.Mailbox, kept *tenant.Object) value.Value {
	o := value.NewObject(len(placeProperties) + 6)
	o.TypeNames = []string{"Deserialized.Microsoft.Exchange.Management.RecipientTasks.Place", "Deserialized.System.Object"}
	for _, p := range [][2]string{{"Identity", m.PrimarySMTPAddress}, {"DisplayName", m.DisplayName}, {"Type", "Room"}} {
		o.Set(p[0], value.Str(p[1]))
	}
	known := shapes.ObjectOf(kept.Properties)
	for _, name := range placeProperties {
		v, set := known.Get(value.Fold(name))
		switch {
		case set:
		case name == "Capacity" || name == "Floor":
			v = value.Int(0)
		case name == "IsWheelChairAccessible" || name == "MTREnabled":
			v = value.False
		case name == "Tags":
			v = value.List()
		default:
			v = value.Str("")
		}
		o.Set(name, v)
	}
	o.Set("IsValid", value.True)
	o.Set("ObjectState", value.Str("Unchanged"))
	return value.Obj(o)
}

func setPlace(c *task.Call) error {
	return places.change(c, fmt.Sprintf("Setting place \"%s\".", c.Identity("Identity")), func(r store.Reader, identity string) (*tenant.Mailbox, error) {
		return room(c, r, identity)
	})
}

func getMailboxLocation(c *task.Call) error {
	var list []value.Value
	err := c.View(func(r store.Reader) error {
		wanted := c.Identity("User")
		if wanted == "" {
			wanted = c.Identity("Identity")
		}
		found, err := task.AllMailboxes(r, func(*tenant.Mailbox) bool { return true })
		if wanted != "" {
			var m *tenant.Mailbox
			m, err = c.Mailbox(r, wanted)
			found = []*tenant.Mailbox{m}
		}
		if err != nil {
			return task.IdentityError(wanted, err)
		}
		org, err := r.Organization()
		for _, m := range found {
			list = append(list, mailboxLocation(org, m)...)
		}
		return err
	})
	if err == nil && c.Has("MailboxLocationType") {
		list, err = locationsOf(list, c.Text("MailboxLocationType")), nil
	}
	if err == nil {
		err = c.EmitSized(list)
	}
	return c.Report(err)
}

// mailboxLocation lists the mailbox itself and its archive.
func mailboxLocation(org *tenant.Organization, m *tenant.Mailbox) []value.Value {
	one := func(kind, guid string) value.Value {
		o := value.NewObject(9)
		o.TypeNames = []string{"Deserialized.Microsoft.Exchange.Management.RecipientTasks.MailboxLocation", "Deserialized.System.Object"}
		for _, p := range [][2]string{{"OwnerId", m.Name}, {"MailboxGuid", guid}, {"MailboxLocationType", kind}, {"DatabaseLocation", "CANPR01DG184-db019"},
			{"OwnerExternalDirectoryObjectId", m.ExternalDirectoryObjectID}, {"TenantGuid", org.TenantID()}, {"Identity", m.Name + `\` + guid}} {
			o.Set(p[0], value.Str(p[1]))
		}
		o.Set("MailboxGuid", shapes.GUIDOf(guid))
		o.Set("IsValid", value.True)
		o.Set("ObjectState", value.Str("Unchanged"))
		return value.Obj(o)
	}
	list := []value.Value{one("Primary", m.ExchangeGUID.String())}
	if archive := m.Properties.Text("ArchiveGuid"); archive != "" && strings.Trim(archive, "0-") != "" {
		list = append(list, one("MainArchive", archive))
	}
	return list
}

func locationsOf(list []value.Value, kind string) []value.Value {
	var out []value.Value
	for _, v := range list {
		o, _ := value.As[*value.PSObject](v)
		if known, _ := o.Get("mailboxlocationtype"); strings.EqualFold(known.Text(), kind) {
			out = append(out, v)
		}
	}
	return out
}
