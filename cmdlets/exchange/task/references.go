package task

import (
	"slices"
	"strings"

	"exolab/store"
	"exolab/store/tenant"
)

// recipientReferences are the parameters of Set- and New- cmdlets that name
// recipients, which the properties hold by their names.
var recipientReferences = []string{"AcceptMessagesOnlyFrom", "AcceptMessagesOnlyFromDLMembers", "AcceptMessagesOnlyFromSendersOrMembers", "RejectMessagesFrom",
	"RejectMessagesFromDLMembers", "RejectMessagesFromSendersOrMembers", "BypassModerationFromSendersOrMembers", "ModeratedBy", "GrantSendOnBehalfTo", "Manager"}

// setReference sets a property that names recipients, which have to be there.
func (c *Call) setReference(r store.Reader, target settable, parameter string, before any) error {
	change, err := ReadMultiValue(c.Ctx.Env(), c.Value(parameter)).Mapped(func(identity string) (string, error) { return RecipientName(r, identity) })
	if err != nil {
		return err
	}
	names := change.Apply(TextsIn(before))
	if parameter != "Manager" {
		return target.SetProperty(parameter, AnyOfTexts(names))
	}
	return target.SetProperty(parameter, strings.Join(names, ""))
}

// isReference reports whether a parameter names recipients.
func isReference(parameter string) bool { return slices.Contains(recipientReferences, parameter) }

// CheckAddressIsFree reports an error for the address of a new object that another
// one has, or whose domain is not the organization's.
func CheckAddressIsFree(r store.Reader, org *tenant.Organization, address string) error {
	if !IsAddress(address) {
		return InvalidArgument("The email address \"%s\" isn't correct. Please use this format: user name, the @ sign, followed by the domain name. For example, "+
			"tonysmith@contoso.com or tony.smith@contoso.com.", address)
	}
	if _, domain, _ := strings.Cut(address, "@"); !ContainsFold(org.Domains, domain) {
		return ForeignDomain()
	}
	return CheckAddressIsUnused(r, address)
}

// CheckAddressIsUnused reports an error for an address that another recipient has.
func CheckAddressIsUnused(r store.Reader, address string) error {
	if other, err := r.Mailbox(address); err == nil && hasAddress(other.EmailAddresses, address) {
		return AddressTaken(address, other.DistinguishedName)
	}
	if other, err := r.Recipient(address); err == nil {
		return AddressTaken(address, other.DistinguishedName)
	}
	return nil
}

func hasAddress(proxies []string, address string) bool {
	return slices.ContainsFunc(proxies, func(p string) bool { return strings.EqualFold(p, "smtp:"+address) })
}

// ForeignDomain is the error for an address in a domain of others.
func ForeignDomain() error {
	return Failure("Microsoft.Exchange.Data.Directory.NotAcceptedDomainException", "You can't use the domain because it's not an accepted domain for your organization.")
}

// AddressTaken is the error for an address that another object has.
func AddressTaken(address, dn string) error {
	return Failure("Microsoft.Exchange.Data.Directory.ProxyAddressExistsException", "The proxy address \"SMTP:%s\" is already being used by the proxy addresses "+
		"or LegacyExchangeDN of \"%s\". Please choose another proxy address.", address, dn)
}
