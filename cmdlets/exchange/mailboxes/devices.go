package mailboxes

import (
	"strings"

	"exolab/cmdlets/exchange/shapes"
	"exolab/cmdlets/exchange/task"
	"exolab/runtime/value"
	"exolab/store"
	"exolab/store/tenant"
)

var deviceCmdlets = []task.Cmdlet{
	task.New("Get-MobileDeviceStatistics", "Gives when the phones of a mailbox last synchronized.", "(Get-MobileDeviceStatistics -Mailbox AlexW).DeviceType", "iPhone", getDeviceStatistics),
	task.New("Get-EXOMobileDeviceStatistics", "Gives when the phones of a mailbox last synchronized.", "(Get-EXOMobileDeviceStatistics -Mailbox AlexW).DeviceType", "iPhone", getDeviceStatistics),
}

// getDeviceStatistics emits what is known of the phones of a mailbox, or of one.
func getDeviceStatistics(c *task.Call) error {
	mailbox, identity := c.Identity("Mailbox"), c.Identity("Identity")
	for _, parameter := range []string{"UserPrincipalName", "PrimarySmtpAddress", "ExternalDirectoryObjectId"} {
		if c.Has(parameter) {
			mailbox = c.Identity(parameter)
		}
	}
	var list []value.Value
	err := c.View(func(r store.Reader) error {
		address := ""
		if mailbox != "" {
			m, err := c.Mailbox(r, mailbox)
			if err != nil {
				return err
			}
			address = m.PrimarySMTPAddress
		}
		for o, err := range r.Objects("mobileDevice") {
			if err != nil {
				return err
			}
			known := o.Properties.Text
			if mailbox != "" && !strings.EqualFold(known("Mailbox"), address) || !speaks(c, known("ClientType")) ||
				identity != "" && !isDevice(o, identity) {
				continue
			}
			shown := shapes.ObjectOf(o.Properties)
			shown.TypeNames = []string{"Deserialized.Microsoft.Exchange.Management.Tasks.MobileDeviceConfiguration", "Deserialized.System.Object"}
			shown.Set("Identity", value.Str(o.Identity))
			shapes.WithText(shown)
			list = append(list, value.Obj(shown))
		}
		return nil
	})
	if err == nil {
		err = c.EmitSizedAll(list)
	}
	return c.Report(err)
}

// isDevice reports whether an identity names a device: by its identity, its
// canonical name, which ends in the identity, or one of its other names.
func isDevice(o *tenant.Object, identity string) bool {
	known := o.Properties.Text
	path := "/" + strings.ReplaceAll(o.Identity, `\`, "/")
	return task.ContainsFold([]string{o.Identity, known("DeviceId"), known("Name"), known("DistinguishedName")}, identity) ||
		strings.HasSuffix(strings.ToLower("/"+identity), strings.ToLower(path))
}

// clientTypes are the values of ClientType that the switches of the device cmdlets
// ask for.
var clientTypes = []struct{ parameter, kind string }{{"ActiveSync", "EAS"}, {"OWAforDevices", "MOWA"}, {"RestApi", "REST"}, {"UniversalOutlook", "Outlook"}}

// speaks applies those switches.
func speaks(c *task.Call, kind string) bool {
	asked := false
	for _, t := range clientTypes {
		if c.On(t.parameter) {
			if asked = true; strings.EqualFold(kind, t.kind) {
				return true
			}
		}
	}
	return !asked
}
