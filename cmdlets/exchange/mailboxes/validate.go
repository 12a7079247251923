package mailboxes

import (
	"regexp"
	"strings"

	"exolab/cmdlets/exchange/organization"
	"exolab/cmdlets/exchange/shapes"
	"exolab/cmdlets/exchange/task"
	"exolab/runtime/value"
	"exolab/store"
	"exolab/store/tenant"
)

const exValidation = "Microsoft.Exchange.Data.DataValidationException"

// mandatory is the error for a mailbox that lacks a name of its kind that it needs.
func mandatory(m *tenant.Mailbox) error {
	for _, p := range []struct{ name, text string }{{"DisplayName", m.DisplayName}, {"Name", m.Name}, {"Alias", m.Alias}} {
		if strings.TrimSpace(p.text) == "" {
			return task.Failure(exValidation, "%s is mandatory on %s.", p.name, m.RecipientTypeDetails)
		}
	}
	return nil
}

// quotasInOrder is the error for quotas of which a later one is reached before an
// earlier one: a mailbox warns before it stops sending, and that before it stops
// receiving.
func quotasInOrder(org *tenant.Organization, m *tenant.Mailbox) error {
	if org.Flavour != tenant.FlavourCloud {
		return nil // where the database's quotas hold that are not set
	}
	for _, pair := range []struct {
		greater, less string
		high, low     tenant.Quota
	}{
		{"ProhibitSendQuota", "IssueWarningQuota", m.ProhibitSendQuota, m.IssueWarningQuota},
		{"ProhibitSendReceiveQuota", "ProhibitSendQuota", m.ProhibitSendReceiveQuota, m.ProhibitSendQuota},
	} {
		pair.high, pair.low = quotaOr(pair.high, pair.greater), quotaOr(pair.low, pair.less)
		if pair.high.Unlimited || !pair.low.Unlimited && pair.low.Bytes <= pair.high.Bytes {
			continue
		}
		return task.Failure(exValidation, "The value of property '%[1]s' must be greater than or equal to that of property '%[2]s'. %[1]s: '%[3]s', %[2]s: '%[4]s'.",
			pair.greater, pair.less, pair.high, pair.low)
	}
	return nil
}

// quotaOr is a quota, or that of a fresh mailbox where it is not set.
func quotaOr(q tenant.Quota, property string) tenant.Quota {
	if q.Set {
		return q
	}
	fresh, _ := shapes.Named("Mailbox").Fresh.Get(value.Fold(property))
	if parsed, err := tenant.ParseQuota(value.ToString(nil, fresh)); err == nil {
		return parsed
	}
	return tenant.Quota{Set: true, Unlimited: true}
}

// aliasForm is what an alias may consist of.
var aliasForm = regexp.MustCompile("^[A-Za-z0-9!#$%&'*+/=?^_`{|}~\u00a1-\u00ff-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~\u00a1-\u00ff-]+)*$")

// CheckAlias reports an error for an alias with characters that none may have.
func CheckAlias(alias string) error {
	if alias == "" || aliasForm.MatchString(alias) {
		return nil
	}
	return task.Failure(exValidation, "Property expression \"%s\" isn't valid. Valid values are: Strings formed with characters from A to Z (uppercase or lowercase), digits from 0 to 9, "+
		"!, #, $, %%, &, ', *, +, -, /, =, ?, ^, _, `, {, |, } or ~. One or more periods may be embedded in an alias, but each period should be preceded and followed by at least one "+
		"of the other characters. Unicode characters from U+00A1 to U+00FF are also valid in an alias, but they will be mapped to a best-fit US-ASCII string in the e-mail address, "+
		"which is generated from such an alias.", alias)
}

// checkNewNames reports an error for a name that another object has, or that no
// object may have.
func checkNewNames(c *task.Call, r store.Reader, m *tenant.Mailbox) error {
	if err := CheckAlias(c.Text("Alias")); err != nil {
		return err
	}
	if name := c.Text("Name"); name != "" && !strings.EqualFold(name, m.Name) && isNamed(r, name) {
		return task.Failure("Microsoft.Exchange.Data.Directory.ADObjectAlreadyExistsException", "Active Directory operation failed on %s. The object 'CN=%s,%s' already exists.",
			shapes.DirectoryServer, name, parentOf(m.DistinguishedName))
	}
	for _, parameter := range []string{"UserPrincipalName", "MicrosoftOnlineServicesID"} {
		upn := c.Text(parameter)
		if other, err := r.Mailbox(upn); upn != "" && err == nil && other.ExchangeGUID != m.ExchangeGUID && strings.EqualFold(other.UserPrincipalName, upn) {
			return task.Failure(task.ExRecipient, "The value \"%s\" of property \"UserPrincipalName\" is used by another recipient object. Please specify a unique value.", upn)
		}
	}
	return nil
}

// isNamed reports whether a recipient has a name in the directory.
func isNamed(r store.Reader, name string) bool {
	found, _ := r.FindMailboxes(name)
	for _, m := range found {
		if strings.EqualFold(m.Name, name) {
			return true
		}
	}
	others, _ := r.FindRecipients(name)
	for _, other := range others {
		if strings.EqualFold(other.Name, name) {
			return true
		}
	}
	return false
}

// parentOf is the container of a distinguished name.
func parentOf(dn string) string {
	_, parent, _ := strings.Cut(dn, ",")
	return parent
}

// policies are the parameters that name a policy, and the noun of its cmdlets.
var policies = []struct{ parameter, noun string }{{"RetentionPolicy", "RetentionPolicy"}, {"SharingPolicy", "SharingPolicy"}, {"RoleAssignmentPolicy", "RoleAssignmentPolicy"},
	{"AddressBookPolicy", "AddressBookPolicy"}, {"OwaMailboxPolicy", "OwaMailboxPolicy"}, {"AuthenticationPolicy", "AuthenticationPolicy"}, {"ThrottlingPolicy", "ThrottlingPolicy"}}

// checkPolicies reports an error for a policy that the organization does not have.
func checkPolicies(c *task.Call, r store.Reader) error {
	for _, p := range policies {
		name := c.Identity(p.parameter)
		if name == "" {
			continue
		}
		if _, err := organization.NounNamed(p.noun).Find(r, name); task.IsNotFound(err) {
			return task.ReferenceError(name, &tenant.NotFoundError{Identity: name})
		} else if err != nil {
			return err
		}
	}
	return nil
}
