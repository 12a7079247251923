package opath

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"exolab/cmdlets/exchange/shapes"
	"exolab/runtime"
	"exolab/runtime/value"
	"exolab/store/tenant"
)

// filtersOfSales are filters and whether a shared mailbox named Sales meets
// them.
var filtersOfSales = []struct {
	filter string
	holds  bool
}{
	{"Name -eq 'sales'", true},
	{`Name -eq "Sales"`, true},
	{"Name -ne 'sales'", false},
	{"Name -like 'S*' -and RecipientTypeDetails -eq 'SharedMailbox'", true},
	{"Name -like 'X*' -or (AuditEnabled -eq $true)", true},
	{"AuditEnabled -eq 'True'", true},
	{"AuditEnabled -eq $false", false},
	{"-not (AuditEnabled -eq $true)", false},
	{"!(Name -eq 'x')", true},
	{"ForwardingAddress -eq $null", true},
	{"ForwardingAddress -ne $null", false},
	{"EmailAddresses -like '*@contoso.com'", true},
	{"EmailAddresses -notlike '*@fabrikam.com'", true},
	{"ProhibitSendQuota -gt '1GB'", true},
	{"ProhibitSendQuota -lt '1GB'", false},
	{"DisplayName -eq 'It''s sales'", false},
	{"Name -eq 'a' -or Name -eq 'b' -or Name -eq 'sales' -and AuditEnabled -eq $true", true},
}

func testSession(t *testing.T) *runtime.Session {
	s, err := runtime.NewSession(runtime.Options{Directory: t.TempDir()})
	require.NoError(t, err)
	return s
}

func salesMailbox() *value.PSObject {
	o := value.NewObject(8)
	o.Set("Name", value.Str("Sales"))
	o.Set("DisplayName", value.Str("Sales"))
	o.Set("RecipientTypeDetails", value.Str("SharedMailbox"))
	o.Set("AuditEnabled", value.Bool(true))
	o.Set("ForwardingAddress", value.Null)
	o.Set("EmailAddresses", value.Strings("SMTP:sales@contoso.onmicrosoft.com", "smtp:sales@contoso.com"))
	o.Set("ProhibitSendQuota", shapes.LimitValue(tenant.Quota{Set: true, Bytes: 10 << 30}))
	return o
}

func TestFilters(t *testing.T) {
	env := testSession(t).Env()
	for _, c := range filtersOfSales {
		condition, err := Parse(env, c.filter)
		require.NoError(t, err, c.filter)
		require.Equal(t, c.holds, condition.Holds(env, salesMailbox()), c.filter)
	}
}

func TestWrongFilters(t *testing.T) {
	env := testSession(t).Env()
	for _, filter := range []string{"Name", "Name -eq", "Name = 'x'", "Name -eq 'x' -and", "(Name -eq 'x'", "Name -eq 'x", "-eq 'x'", "Name -eq 'x')", "Name -eq (",
		strings.Repeat("(", 5000), strings.Repeat("-not ", 5000)} {
		_, err := Parse(env, filter)
		require.ErrorContains(t, err, "Invalid filter syntax", filter[:min(20, len(filter))])
	}
}

func FuzzFilter(f *testing.F) {
	for _, c := range filtersOfSales {
		f.Add(c.filter)
	}
	f.Fuzz(func(t *testing.T, filter string) {
		env := testSession(t).Env()
		if condition, err := Parse(env, filter); err == nil {
			condition.Holds(env, salesMailbox())
		}
	})
}
