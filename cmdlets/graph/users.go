package graph

import (
	"slices"
	"strings"

	"exolab/cmdlets"
	"exolab/cmdlets/exchange/opath"
	"exolab/runtime"
	"exolab/runtime/errs"
	"exolab/runtime/value"
	"exolab/store"
	"exolab/store/tenant"
)

// GetUser is Get-MgUser.
type GetUser struct {
	UserID           string         `ps:"UserId,set=Get,mandatory,help=The account: its id or its user principal name."`
	Filter           string         `ps:"set=List,help=Which accounts: comparisons with eq and ne of properties and texts or true and false and startswith, joined by and and or."`
	All              cmdlets.Switch `ps:"set=List,help=Gives all pages."`
	Top              int            `ps:"set=List,alias=Limit,help=The number of accounts to give."`
	PageSize         int            `ps:"set=List,help=The size of a page; there is one."`
	CountVariable    string         `ps:"set=List,alias=CV,help=The variable that gets the number of accounts."`
	ConsistencyLevel string         `ps:"help=How current the answer has to be; it is."`
	Property         []string       `ps:"alias=Select,help=The properties to fill; without it those that the service gives anyway."`
}

// pageSize is how many accounts the service gives unless -All or -Top says more.
const pageSize = 100

// Process emits the accounts.
func (c *GetUser) Process(ctx *runtime.Context) error {
	var found []*value.PSObject
	err := ask(ctx, func(r store.Reader, org *tenant.Organization) error {
		for m, err := range r.Mailboxes() {
			if err != nil {
				return err
			}
			if m.RecipientTypeDetails != "GroupMailbox" && m.RecipientTypeDetails != "PublicFolderMailbox" {
				found = append(found, mailboxUser(m))
			}
		}
		for other, err := range r.Recipients() {
			if err != nil {
				return err
			}
			if slices.Contains(accountKinds, other.RecipientTypeDetails) {
				found = append(found, accountUser(org, other))
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	if c.UserID != "" {
		found = slices.DeleteFunc(found, func(o *value.PSObject) bool {
			return !strings.EqualFold(textOf(o, "id"), c.UserID) && !strings.EqualFold(textOf(o, "userprincipalname"), c.UserID)
		})
		if len(found) == 0 {
			return missing(ctx, c.UserID)
		}
	}
	if found, err = c.filtered(ctx, found); err != nil {
		return err
	}
	return c.give(ctx, found)
}

// accountKinds are the recipients without a mailbox that are accounts.
var accountKinds = []string{"User", "DisabledUser", "MailUser", "GuestMailUser"}

// give emits as many accounts as are wanted, sorted, with the wanted properties.
func (c *GetUser) give(ctx *runtime.Context, found []*value.PSObject) error {
	slices.SortFunc(found, func(a, b *value.PSObject) int {
		return strings.Compare(textOf(a, "displayname"), textOf(b, "displayname"))
	})
	if c.CountVariable != "" {
		if err := ctx.Scope().Set(c.CountVariable, value.Int(len(found))); err != nil {
			return err
		}
	}
	most := pageSize
	if c.Top > 0 {
		most = c.Top
	}
	if !c.All && len(found) > most {
		found = found[:most]
	}
	filled := usual
	if len(c.Property) > 0 {
		filled = c.Property
	}
	for _, o := range found {
		if err := ctx.Emit(value.Obj(blanked(o, filled))); err != nil {
			return err
		}
	}
	return nil
}

// usual are the properties that the service fills where -Property names none.
var usual = []string{"BusinessPhones", "DisplayName", "GivenName", "Id", "JobTitle", "Mail", "MobilePhone", "OfficeLocation", "PreferredLanguage", "Surname", "UserPrincipalName"}

// blanked takes out what is not to be filled.
func blanked(o *value.PSObject, filled []string) *value.PSObject {
	for i, name := range o.Shape().Names() {
		if !slices.ContainsFunc(filled, func(f string) bool { return f == "*" || strings.EqualFold(f, name) }) {
			o.SetAt(i, value.Null)
		}
	}
	return o
}

func textOf(o *value.PSObject, folded string) string {
	v, _ := o.Get(folded)
	return v.Text()
}

func mailboxUser(m *tenant.Mailbox) *value.PSObject {
	enabled := m.RecipientTypeDetails == "UserMailbox"
	if v, known := m.Properties.Get("AccountDisabled"); known {
		enabled = v != true
	}
	return user(m.ExternalDirectoryObjectID, m.UserPrincipalName, m.PrimarySMTPAddress, m.DisplayName, "Member", enabled, m.EmailAddresses, m.Properties)
}

func accountUser(org *tenant.Organization, other *tenant.Recipient) *value.PSObject {
	kind := "Member"
	if other.RecipientTypeDetails == "GuestMailUser" {
		kind = "Guest"
	}
	name := other.Properties.Text("UserPrincipalName")
	if name == "" {
		name = other.Alias + "@" + org.DefaultDomain()
	}
	return user(other.ExternalDirectoryObjectID, name, other.PrimarySMTPAddress, other.DisplayName, kind, other.RecipientTypeDetails != "DisabledUser", other.EmailAddresses, other.Properties)
}

// user shows an account; the properties stand in the order of their names.
func user(id, principal, mail, display, kind string, enabled bool, addresses []string, more tenant.Bag) *value.PSObject {
	first, last, _ := strings.Cut(display, " ")
	given := func(name, otherwise string) value.Value {
		if known := more.Text(name); known != "" {
			otherwise = known
		}
		return textOrNull(otherwise)
	}
	return objectOf(models+"MicrosoftGraphUser", "AccountEnabled", value.Bool(enabled), "BusinessPhones", value.List(), "City", given("City", ""),
		"CompanyName", given("Company", ""), "Country", given("CountryOrRegion", ""), "Department", given("Department", ""), "DisplayName", value.Str(display),
		"GivenName", given("FirstName", first), "Id", value.Str(id), "JobTitle", given("Title", ""), "Mail", textOrNull(mail),
		"MailNickname", value.Str(principal[:strings.IndexByte(principal+"@", '@')]), "MobilePhone", given("MobilePhone", ""), "OfficeLocation", given("Office", ""),
		"OnPremisesSyncEnabled", value.Null, "PreferredLanguage", value.Null, "ProxyAddresses", value.Strings(addresses...), "State", given("StateOrProvince", ""),
		"Surname", given("LastName", last), "UsageLocation", given("UsageLocation", ""), "UserPrincipalName", value.Str(principal), "UserType", value.Str(kind))
}

// filtered keeps what meets -Filter, whose comparisons are those of Exchange's
// filters in another spelling.
func (c *GetUser) filtered(ctx *runtime.Context, found []*value.PSObject) ([]*value.PSObject, error) {
	if c.Filter == "" {
		return found, nil
	}
	condition, err := opath.Parse(ctx.Env(), exchangeFilter(c.Filter))
	if err == nil && len(found) > 0 {
		err = opath.CheckProperties(condition, func(folded string) bool { return found[0].IndexOf(folded) >= 0 })
	}
	if err != nil {
		return nil, ctx.Throw(errs.New("System.NotSupportedException", "exolab does not evaluate the filter \""+c.Filter+"\": it knows eq, ne and startswith of the properties that it shows.",
			"NotEmulated", value.NotImplemented, value.Str(c.Filter)))
	}
	return slices.DeleteFunc(found, func(o *value.PSObject) bool { return !condition.Holds(ctx.Env(), o) }), nil
}

// exchangeFilter spells an OData filter as one of Exchange: operators get a
// dash, true and false a dollar sign, startswith(a,'b') becomes a -like 'b*'.
// What stands in quotes stays.
func exchangeFilter(text string) string {
	var out strings.Builder
	for i, part := range strings.Split(text, "'") {
		if i%2 == 1 {
			out.WriteString("'" + part + "'")
			continue
		}
		out.WriteString(words.Replace(" " + part + " "))
	}
	return strings.TrimSpace(starts(out.String()))
}

var words = strings.NewReplacer(" eq ", " -eq ", " ne ", " -ne ", " and ", " -and ", " or ", " -or ", " not ", " -not ", " true ", " $true ", " false ", " $false ", " null ", " $null ")

// starts rewrites the calls of startswith.
func starts(text string) string {
	for {
		at := strings.Index(strings.ToLower(text), "startswith(")
		if at < 0 {
			return text
		}
		inside, rest, closed := strings.Cut(text[at+len("startswith("):], ")")
		property, prefix, both := strings.Cut(inside, ",")
		if !closed || !both {
			return text
		}
		text = text[:at] + strings.TrimSpace(property) + " -like '" + strings.Trim(prefix, " '") + "*'" + rest
	}
}
