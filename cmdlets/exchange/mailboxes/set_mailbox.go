package mailboxes

import (
	"fmt"
	"slices"
	"strings"

	"exolab/cmdlets/exchange/task"
	"exolab/store"
	"exolab/store/tenant"
)

// setMailbox changes one mailbox, all parameters or none.
func setMailbox(c *task.Call) error {
	identity := c.Identity("Identity")
	var m *tenant.Mailbox
	err := c.View(func(r store.Reader) (err error) {
		m, err = c.Mailbox(r, identity)
		return err
	})
	if err != nil {
		return c.Report(err)
	}
	if ok, err := c.Confirm(fmt.Sprintf("Setting mailbox Identity:\"%s\".", m.Name)); !ok || err != nil {
		return err
	}
	changed := false
	err = c.Update(func(w store.Writer) error {
		if m, err = c.Mailbox(w, identity); err != nil {
			return err
		}
		before, old := fmt.Sprint(m.Bag().Values()), m.Clone()
		if err := changeMailbox(c, w, m); err != nil {
			return err
		}
		if changed = fmt.Sprint(m.Bag().Values()) != before; !changed {
			return nil
		}
		now := c.Tenant.Now()
		m.WhenChanged = &now
		return task.FirstOf(w.PutMailbox(m), task.NewNames(old, m).Follow(w))
	})
	if err == nil && !changed {
		return c.Unchanged(m.Name)
	}
	return c.Report(err)
}

func changeMailbox(c *task.Call, w store.Writer, m *tenant.Mailbox) error {
	org, err := w.Organization()
	if err != nil {
		return err
	}
	edit := &mailboxEdit{c: c, org: org, m: m}
	special := map[string]task.Setter{
		"AuditAdmin": edit.actions(tenant.LogonAdmin), "AuditDelegate": edit.actions(tenant.LogonDelegate), "AuditOwner": edit.actions(tenant.LogonOwner),
		"DefaultAuditSet": edit.defaultAuditSet, "ForwardingAddress": edit.forwardingAddress, "ForwardingSmtpAddress": edit.forwardingSMTPAddress,
		"GrantSendOnBehalfTo": edit.grantSendOnBehalfTo, "EmailAddresses": edit.emailAddresses, "PrimarySmtpAddress": edit.primarySMTPAddress,
		"WindowsEmailAddress": edit.primarySMTPAddress, "Type": edit.kind, "LitigationHoldEnabled": edit.litigationHold,
		"ExcludeFromAllHolds": edit.excludeFromHolds, "RemoveComplianceTagHoldApplied": edit.lift("ComplianceTagHoldApplied"), "RemoveDelayHoldApplied": edit.lift("DelayHoldApplied"),
		"RemoveDelayReleaseHoldApplied": edit.lift("DelayReleaseHoldApplied"),
	}
	if err := checkNewNames(c, w, m); err != nil {
		return err
	}
	if err := checkPolicies(c, w); err != nil {
		return err
	}
	if _, err = c.SetProperties(w, "Mailbox", m, special); err != nil {
		return err
	}
	return task.FirstOf(mandatory(m), quotasInOrder(org, m))
}

// mailboxEdit sets the properties of a mailbox that have rules of their own.
type mailboxEdit struct {
	c   *task.Call
	org *tenant.Organization
	m   *tenant.Mailbox
}

// actions sets the audited actions of a logon type, which then no longer
// follows the service's defaults.
func (e *mailboxEdit) actions(logon tenant.LogonType) task.Setter {
	return func(c *task.Call, _ store.Reader, parameter string) error {
		change := task.ReadMultiValue(c.Ctx.Env(), c.Value(parameter))
		for _, name := range slices.Concat(change.Values, change.Add, change.Remove) {
			if !task.IsOperation(name) {
				return c.BadEnum(parameter, name, task.EnumOperations, tenant.ActionNames())
			}
		}
		if err := e.checkActions(logon, slices.Concat(change.Values, change.Add)); err != nil {
			return err
		}
		if e.org.Profile().Name == tenant.Profile2019 && e.audited(logon, change.Add) {
			return task.Failure(task.ExRecipient, "The input operation(s) is/are already being audited")
		}
		set, err := tenant.ParseActions(change.Apply(e.m.Audited(e.org.Profile(), logon).Names())...)
		if err == nil && set != e.m.Audited(e.org.Profile(), logon) {
			e.m.SetAudited(logon, set)
		}
		return err
	}
}

// audited reports whether actions to be added are audited already, all of them.
func (e *mailboxEdit) audited(logon tenant.LogonType, added []string) bool {
	set := e.m.Audited(e.org.Profile(), logon)
	for _, name := range added {
		if action, err := tenant.ParseAction(name); err != nil || !set.Has(action) {
			return false
		}
	}
	return len(added) > 0
}

// supportedActions are the lists in the error about unsupported actions.
var supportedActions = map[tenant.LogonType][2]string{
	tenant.LogonAdmin:    {"Admin", "None, Create, FolderBind, MessageBind, SendAs, SendOnBehalf, SoftDelete, HardDelete, Update, Move, Copy, MoveToDeletedItems and UpdateFolderPermissions"},
	tenant.LogonDelegate: {"Delegate", "None, Create, FolderBind, SendAs, SendOnBehalf, SoftDelete, HardDelete, Update, Move, MoveToDeletedItems and UpdateFolderPermissions"},
	tenant.LogonOwner:    {"Mailbox Owner", "None, Create, SoftDelete, HardDelete, Update, Move, MoveToDeletedItems, MailboxLogin and UpdateFolderPermissions"},
}

func (e *mailboxEdit) checkActions(logon tenant.LogonType, names []string) error {
	for _, name := range names {
		action, err := tenant.ParseAction(name)
		if err != nil || action == tenant.ActionNone || action == tenant.ActionDefault {
			continue
		}
		if action == tenant.ActionMessageBind && e.org.Profile().OnByDefault && e.org.Flavour == tenant.FlavourCloud && e.m.HasAdvancedAuditing() {
			return task.Failure(task.ExRecipient, "MessageBind audit operation type is deprecated. Use MailItemsAccessed audit operation type instead.")
		}
		if !e.org.Profile().Possible(logon).Has(action) {
			list := supportedActions[logon]
			return task.Failure(task.ExRecipient, "Invalid audit operation specified. Supported audit operations for %s are %s.", list[0], list[1])
		}
	}
	return nil
}

// defaultAuditSet puts logon types back to the service's defaults.
func (e *mailboxEdit) defaultAuditSet(c *task.Call, _ store.Reader, parameter string) error {
	change := task.ReadMultiValue(c.Ctx.Env(), c.Value(parameter))
	for _, name := range slices.Concat(change.Values, change.Add, change.Remove) {
		if logon, err := tenant.ParseLogonType(name); err != nil || logon == tenant.LogonExternal {
			return c.BadEnum(parameter, name, "Microsoft.Exchange.Data.Directory.AuditScopes", tenant.AllLogons.Names())
		}
	}
	set, err := tenant.ParseLogons(change.Apply(e.m.DefaultAuditSet.Names())...)
	if err == nil {
		e.m.DefaultAuditSet &= set
		e.m.RestoreDefaults(e.org.Profile(), set)
	}
	return err
}

// forwardingAddress names a recipient of the organization.
func (e *mailboxEdit) forwardingAddress(c *task.Call, r store.Reader, parameter string) error {
	identity := c.Identity(parameter)
	if identity == "" {
		e.m.ForwardingAddress = ""
		return nil
	}
	name, err := task.RecipientName(r, identity)
	e.m.ForwardingAddress = name
	return err
}

func (e *mailboxEdit) forwardingSMTPAddress(c *task.Call, _ store.Reader, parameter string) error {
	address := strings.TrimSpace(c.Text(parameter))
	if len(address) >= 5 && strings.EqualFold(address[:5], "smtp:") {
		address = address[5:]
	}
	if address != "" && !task.IsAddress(address) {
		return c.CannotTransform(parameter, address, "Microsoft.Exchange.Data.ProxyAddress", fmt.Sprintf("The address '%s' is invalid: \"%s\" isn't a valid SMTP address.", address, address))
	}
	e.m.ForwardingSMTPAddress = address
	return nil
}

func (e *mailboxEdit) grantSendOnBehalfTo(c *task.Call, r store.Reader, parameter string) error {
	change, err := task.ReadMultiValue(c.Ctx.Env(), c.Value(parameter)).Mapped(func(identity string) (string, error) { return task.RecipientName(r, identity) })
	if err == nil {
		e.m.GrantSendOnBehalfTo = change.Apply(e.m.GrantSendOnBehalfTo)
	}
	return err
}

func (e *mailboxEdit) emailAddresses(c *task.Call, r store.Reader, parameter string) error {
	change, err := task.ReadMultiValue(c.Ctx.Env(), c.Value(parameter)).Mapped(func(text string) (string, error) { return e.proxy(r, text) })
	if err != nil {
		return err
	}
	addresses := change.Apply(e.m.EmailAddresses)
	primary := slices.IndexFunc(addresses, func(a string) bool { return strings.HasPrefix(a, "SMTP:") })
	if primary < 0 {
		for i, a := range addresses {
			if strings.HasPrefix(a, "smtp:") {
				addresses[i], primary = "SMTP:"+a[5:], i
				break
			}
		}
	}
	if primary < 0 {
		return task.InvalidArgument("The e-mail addresses of the mailbox \"%s\" have to contain a primary SMTP address.", e.m.Name)
	}
	e.m.PrimarySMTPAddress = addresses[primary][5:]
	e.m.EmailAddresses = addresses
	return nil
}

// proxy completes a proxy address and refuses one that somebody else has.
func (e *mailboxEdit) proxy(r store.Reader, text string) (string, error) {
	if !strings.Contains(text, ":") {
		text = "smtp:" + text
	}
	kind, address, _ := strings.Cut(text, ":")
	if !strings.EqualFold(kind, "smtp") {
		return text, nil
	}
	if !task.IsAddress(address) {
		return "", e.c.CannotTransform("EmailAddresses", text, "Microsoft.Exchange.Data.ProxyAddressCollection", fmt.Sprintf("The address '%s' is invalid: \"%s\" isn't a valid SMTP address.", text, address))
	}
	return text, e.free(r, address)
}

// free returns an error if another recipient has the address, or its domain is
// not the organization's.
func (e *mailboxEdit) free(r store.Reader, address string) error {
	if other, err := r.Mailbox(address); err == nil && other.ExchangeGUID != e.m.ExchangeGUID {
		return task.AddressTaken(address, other.DistinguishedName)
	}
	if other, err := r.Recipient(address); err == nil {
		return task.AddressTaken(address, other.DistinguishedName)
	}
	_, domain, _ := strings.Cut(address, "@")
	if !task.ContainsFold(e.org.Domains, domain) {
		return task.ForeignDomain()
	}
	return nil
}

func (e *mailboxEdit) primarySMTPAddress(c *task.Call, r store.Reader, parameter string) error {
	address := strings.TrimSpace(c.Text(parameter))
	if !task.IsAddress(address) {
		return c.CannotTransform(parameter, address, "Microsoft.Exchange.Data.SmtpAddress", fmt.Sprintf("The email address \"%s\" isn't correct. Please use this format: "+
			"user name, the @ sign, followed by the domain name. For example, tonysmith@contoso.com or tony.smith@contoso.com.", address))
	}
	if err := e.free(r, address); err != nil {
		return err
	}
	addresses := []string{"SMTP:" + address}
	for _, a := range e.m.EmailAddresses {
		if strings.HasPrefix(a, "SMTP:") {
			a = "smtp:" + a[5:]
		}
		if !strings.EqualFold(a, addresses[0]) {
			addresses = append(addresses, a)
		}
	}
	e.m.EmailAddresses, e.m.PrimarySMTPAddress = addresses, address
	return nil
}

// mailboxTypes are the values of -Type.
var mailboxTypes = map[string]string{"regular": "UserMailbox", "shared": "SharedMailbox", "room": "RoomMailbox", "equipment": "EquipmentMailbox"}

func (e *mailboxEdit) kind(c *task.Call, _ store.Reader, parameter string) error {
	kind, ok := mailboxTypes[strings.ToLower(c.Text(parameter))]
	if !ok {
		return c.BadEnum(parameter, c.Text(parameter), "Microsoft.Exchange.Data.Directory.Recipient.ConvertibleMailboxSubType", []string{"Regular", "Room", "Equipment", "Shared"})
	}
	e.m.RecipientTypeDetails = kind
	return nil
}

// litigationHold notes since when and by whom the hold is.
func (e *mailboxEdit) litigationHold(c *task.Call, _ store.Reader, parameter string) error {
	on := c.On(parameter)
	if on == e.m.LitigationHoldEnabled {
		return nil
	}
	e.m.LitigationHoldEnabled, e.m.LitigationHoldDate, e.m.LitigationHoldOwner = on, nil, ""
	if on {
		now := c.Tenant.Now()
		e.m.LitigationHoldDate, e.m.LitigationHoldOwner = &now, c.Caller()
	}
	return nil
}

// lift is the setter of a switch that ends what a property says.
func (e *mailboxEdit) lift(property string) task.Setter {
	return func(c *task.Call, _ store.Reader, parameter string) error {
		if on, _ := e.m.Property(property); !c.On(parameter) || on != true {
			return nil
		}
		return e.m.SetProperty(property, false)
	}
}

// excludeFromHolds ends all holds of the mailbox.
func (e *mailboxEdit) excludeFromHolds(c *task.Call, _ store.Reader, parameter string) error {
	if !c.On(parameter) {
		return nil
	}
	e.m.LitigationHoldEnabled, e.m.LitigationHoldDate, e.m.LitigationHoldOwner = false, nil, ""
	return task.FirstOf(e.m.SetProperty("InPlaceHolds", []any{}), e.m.SetProperty("ComplianceTagHoldApplied", false))
}
