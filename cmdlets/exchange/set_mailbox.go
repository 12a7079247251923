package exchange

import (
	"fmt"
	"slices"
	"strings"

	"exolab/store"
	"exolab/store/tenant"
)

// setMailbox changes one mailbox, all parameters or none.
func setMailbox(c *call) error {
	identity := c.identity("Identity")
	var m *tenant.Mailbox
	err := c.view(func(r store.Reader) (err error) {
		m, err = c.mailbox(r, identity)
		return err
	})
	if err != nil {
		return c.report(err)
	}
	if ok, err := c.confirm(fmt.Sprintf("Setting mailbox Identity:\"%s\".", m.Name)); !ok || err != nil {
		return err
	}
	changed := false
	err = c.update(func(w store.Writer) error {
		if m, err = c.mailbox(w, identity); err != nil {
			return err
		}
		before := fmt.Sprint(m.Bag().Values())
		if err := c.changeMailbox(w, m); err != nil {
			return err
		}
		if changed = fmt.Sprint(m.Bag().Values()) != before; !changed {
			return nil
		}
		now := c.tenant.Now()
		m.WhenChanged = &now
		if err := w.PutMailbox(m); err != nil {
			return err
		}
		return c.logChange(w, m.Name)
	})
	if err == nil && !changed {
		return c.unchanged(m.Name)
	}
	return c.report(err)
}

func (c *call) changeMailbox(w store.Writer, m *tenant.Mailbox) error {
	org, err := w.Organization()
	if err != nil {
		return err
	}
	edit := &mailboxEdit{c: c, org: org, m: m}
	special := map[string]setter{
		"AuditAdmin": edit.actions(tenant.LogonAdmin), "AuditDelegate": edit.actions(tenant.LogonDelegate), "AuditOwner": edit.actions(tenant.LogonOwner),
		"DefaultAuditSet": edit.defaultAuditSet, "ForwardingAddress": edit.forwardingAddress, "ForwardingSmtpAddress": edit.forwardingSMTPAddress,
		"GrantSendOnBehalfTo": edit.grantSendOnBehalfTo, "EmailAddresses": edit.emailAddresses, "PrimarySmtpAddress": edit.primarySMTPAddress,
		"WindowsEmailAddress": edit.primarySMTPAddress, "Type": edit.kind, "LitigationHoldEnabled": edit.litigationHold, "Password": edit.nothing,
		"RoomMailboxPassword": edit.nothing, "ApplyMandatoryProperties": edit.nothing, "RemovePicture": edit.nothing,
	}
	_, err = c.setProperties(w, "Mailbox", m, special)
	return err
}

// mailboxEdit sets the properties of a mailbox that have rules of their own.
type mailboxEdit struct {
	c   *call
	org *tenant.Organization
	m   *tenant.Mailbox
}

func (e *mailboxEdit) nothing(*call, store.Reader, string) error { return nil }

// actions sets the audited actions of a logon type, which then no longer
// follows the service's defaults.
func (e *mailboxEdit) actions(logon tenant.LogonType) setter {
	return func(c *call, _ store.Reader, parameter string) error {
		change := readMultiValue(c.ctx.Env(), c.value(parameter))
		for _, name := range slices.Concat(change.values, change.add, change.remove) {
			if !isOperation(name) {
				return c.badEnum(parameter, name, enumOperations, tenant.ActionNames())
			}
		}
		if err := e.checkActions(logon, slices.Concat(change.values, change.add)); err != nil {
			return err
		}
		set, err := tenant.ParseActions(change.apply(e.m.Audited(e.org.Profile(), logon).Names())...)
		if err == nil && set != e.m.Audited(e.org.Profile(), logon) {
			e.m.SetAudited(logon, set)
		}
		return err
	}
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
		if action == tenant.ActionMessageBind && e.org.Profile().OnByDefault && e.org.Flavour == tenant.FlavourCloud {
			return failure(exRecipient, "MessageBind audit operation type is deprecated. Use MailItemsAccessed audit operation type instead.")
		}
		if !e.org.Profile().Possible(logon).Has(action) {
			list := supportedActions[logon]
			return failure(exRecipient, "Invalid audit operation specified. Supported audit operations for %s are %s.", list[0], list[1])
		}
	}
	return nil
}

// defaultAuditSet puts logon types back to the service's defaults.
func (e *mailboxEdit) defaultAuditSet(c *call, _ store.Reader, parameter string) error {
	change := readMultiValue(c.ctx.Env(), c.value(parameter))
	for _, name := range slices.Concat(change.values, change.add, change.remove) {
		if logon, err := tenant.ParseLogonType(name); err != nil || logon == tenant.LogonExternal {
			return c.badEnum(parameter, name, "Microsoft.Exchange.Data.Directory.AuditScopes", tenant.AllLogons.Names())
		}
	}
	set, err := tenant.ParseLogons(change.apply(e.m.DefaultAuditSet.Names())...)
	if err == nil {
		e.m.DefaultAuditSet &= set
		e.m.RestoreDefaults(e.org.Profile(), set)
	}
	return err
}

// forwardingAddress names a recipient of the organization.
func (e *mailboxEdit) forwardingAddress(c *call, r store.Reader, parameter string) error {
	identity := c.identity(parameter)
	if identity == "" {
		e.m.ForwardingAddress = ""
		return nil
	}
	name, err := recipientName(r, identity)
	e.m.ForwardingAddress = name
	return err
}

func (e *mailboxEdit) forwardingSMTPAddress(c *call, _ store.Reader, parameter string) error {
	address := strings.TrimSpace(c.text(parameter))
	if len(address) >= 5 && strings.EqualFold(address[:5], "smtp:") {
		address = address[5:]
	}
	if address != "" && !isAddress(address) {
		return c.cannotTransform(parameter, address, "Microsoft.Exchange.Data.ProxyAddress", fmt.Sprintf("The address '%s' is invalid: \"%s\" isn't a valid SMTP address.", address, address))
	}
	e.m.ForwardingSMTPAddress = address
	return nil
}

func (e *mailboxEdit) grantSendOnBehalfTo(c *call, r store.Reader, parameter string) error {
	change, err := readMultiValue(c.ctx.Env(), c.value(parameter)).mapped(func(identity string) (string, error) { return recipientName(r, identity) })
	if err == nil {
		e.m.GrantSendOnBehalfTo = change.apply(e.m.GrantSendOnBehalfTo)
	}
	return err
}

func (e *mailboxEdit) emailAddresses(c *call, r store.Reader, parameter string) error {
	change, err := readMultiValue(c.ctx.Env(), c.value(parameter)).mapped(func(text string) (string, error) { return e.proxy(r, text) })
	if err != nil {
		return err
	}
	addresses := change.apply(e.m.EmailAddresses)
	primary := slices.IndexFunc(addresses, func(a string) bool { return strings.HasPrefix(a, "SMTP:") })
	if primary < 0 {
		for i, a := range addresses {
			if strings.HasPrefix(a, "smtp:") {
				addresses[i], primary = "SMTP:"+a[5:], i
				break
			}
		}
	}
	if primary >= 0 {
		e.m.PrimarySMTPAddress = addresses[primary][5:]
	}
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
	if !isAddress(address) {
		return "", e.c.cannotTransform("EmailAddresses", text, "Microsoft.Exchange.Data.ProxyAddressCollection", fmt.Sprintf("The address '%s' is invalid: \"%s\" isn't a valid SMTP address.", text, address))
	}
	return text, e.free(r, address)
}

// free returns an error if another recipient has the address, or its domain is
// not the organization's.
func (e *mailboxEdit) free(r store.Reader, address string) error {
	if other, err := r.Mailbox(address); err == nil && other.ExchangeGUID != e.m.ExchangeGUID {
		return proxyTaken(address, other.DistinguishedName)
	}
	if other, err := r.Recipient(address); err == nil {
		return proxyTaken(address, other.DistinguishedName)
	}
	_, domain, _ := strings.Cut(address, "@")
	if !containsFold(e.org.Domains, domain) {
		return failure("Microsoft.Exchange.Data.Directory.NotAcceptedDomainException", "You can't use the domain because it's not an accepted domain for your organization.")
	}
	return nil
}

func proxyTaken(address, dn string) error {
	return failure("Microsoft.Exchange.Data.Directory.ProxyAddressExistsException", "The proxy address \"SMTP:%s\" is already being used by the proxy addresses "+
		"or LegacyExchangeDN of \"%s\". Please choose another proxy address.", address, dn)
}

func (e *mailboxEdit) primarySMTPAddress(c *call, r store.Reader, parameter string) error {
	address := strings.TrimSpace(c.text(parameter))
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

func (e *mailboxEdit) kind(c *call, _ store.Reader, parameter string) error {
	kind, ok := mailboxTypes[strings.ToLower(c.text(parameter))]
	if !ok {
		return c.badEnum(parameter, c.text(parameter), "Microsoft.Exchange.Data.Directory.Recipient.ConvertibleMailboxSubType", []string{"Regular", "Room", "Equipment", "Shared"})
	}
	e.m.RecipientTypeDetails = kind
	return nil
}

// litigationHold notes since when and by whom the hold is.
func (e *mailboxEdit) litigationHold(c *call, _ store.Reader, parameter string) error {
	on := c.on(parameter)
	if on == e.m.LitigationHoldEnabled {
		return nil
	}
	e.m.LitigationHoldEnabled, e.m.LitigationHoldDate, e.m.LitigationHoldOwner = on, nil, ""
	if on {
		now := c.tenant.Now()
		e.m.LitigationHoldDate, e.m.LitigationHoldOwner = &now, c.caller()
	}
	return nil
}

func isAddress(text string) bool {
	local, domain, ok := strings.Cut(text, "@")
	return ok && local != "" && strings.Contains(domain, ".") && !strings.ContainsAny(text, " ,;<>\"")
}

// recipientName finds a recipient of any kind by identity and returns its name.
func recipientName(r store.Reader, identity string) (string, error) {
	if m, err := r.Mailbox(identity); err == nil {
		return m.Name, nil
	}
	other, err := r.Recipient(identity)
	if err != nil {
		return "", identityError(identity, err)
	}
	return other.Name, nil
}
