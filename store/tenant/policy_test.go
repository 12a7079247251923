package tenant

import (
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// auditFacts are the parts of the documented audit facts that the tests read.
type auditFacts struct {
	Seed2017    auditTable `json:"actions.seed2017"`
	OnPrem      auditTable `json:"actions.onprem"`
	Exo2019     auditTable `json:"actions.exo2019"`
	ExoCurrent  auditTable `json:"actions.exoCurrent"`
	Group       auditTable `json:"actions.groupMailbox"`
	DefaultSets map[string]json.RawMessage
	Operations  struct {
		OrderedMembers []string
		Added2025      []string
	} `json:"enum.MailboxAuditOperations"`
	Details struct {
		Rows         [][]string
		OnpremSubset []string
	} `json:"searchMailboxAuditLog.details"`
}

type auditTable struct {
	Rows []struct{ Action, Admin, Delegate, Owner string }
}

func readFacts(t *testing.T) auditFacts {
	t.Helper()
	text, err := os.ReadFile("../../testdata/exchange/audit.json")
	require.NoError(t, err)
	var facts auditFacts
	require.NoError(t, json.Unmarshal(text, &facts))
	return facts
}

// TestPolicyTable compares what is logged with the documented table: every
// action, logon type and profile.
func TestPolicyTable(t *testing.T) {
	facts := readFacts(t)
	tables := map[string]auditTable{Profile2017: facts.Seed2017, ProfileOnPrem: facts.OnPrem, Profile2019: facts.Exo2019, ProfileCurrent: facts.ExoCurrent}
	checked := 0
	for name, table := range tables {
		org := organization(t, name)
		m := mailbox(t, org, "UserMailbox")
		m.AuditEnabled = true
		checked += checkTable(t, name, org, m, table)
	}
	org := organization(t, ProfileCurrent)
	checked += checkTable(t, "group", org, mailbox(t, org, "GroupMailbox"), facts.Group)
	t.Logf("%d cells of the policy tables agree", checked)
}

func checkTable(t *testing.T, name string, org *Organization, m *Mailbox, table auditTable) int {
	t.Helper()
	cells := map[Action][3]string{}
	for _, row := range table.Rows {
		a, err := ParseAction(row.Action)
		require.NoError(t, err)
		cells[a] = [3]string{row.Admin, row.Delegate, row.Owner}
	}
	for a := ActionNone + 1; a < actionCount; a++ {
		for _, logon := range LogonTypes {
			cell := cells[a][logon]
			where := fmt.Sprintf("%s: %s as %s is %q", name, a, logon, cell)
			require.Equal(t, cell == "*", Decide(Occasion{org, m, logon, a, false}).Logged, where)
			if m.RecipientTypeDetails == "GroupMailbox" {
				continue
			}
			all := m.Clone()
			for _, logon := range LogonTypes {
				all.SetAudited(logon, ^ActionSet(0))
			}
			if a == ActionMessageBind { // the table's note: without advanced auditing
				require.NoError(t, all.SetProperty("PersistedCapabilities", BasicPlans()))
			}
			require.Equal(t, cell == "*" || cell == "Y", Decide(Occasion{org, all, logon, a, false}).Logged, where)
		}
	}
	return int(actionCount-1) * len(LogonTypes)
}

func organization(t *testing.T, profile string) *Organization {
	t.Helper()
	org, err := NewOrganization(BagOf("Name", "test.com", "AuditProfile", profile))
	require.NoError(t, err)
	return org
}

func mailbox(t *testing.T, org *Organization, kind string) *Mailbox {
	t.Helper()
	m, err := NewMailbox(BagOf("PrimarySmtpAddress", "ann@test.com", "RecipientTypeDetails", kind), org)
	require.NoError(t, err)
	return m
}

// TestDefaultSets compares the default actions, in Exchange's order.
func TestDefaultSets(t *testing.T) {
	facts := readFacts(t)
	for key, profile := range map[string]string{"seed2017": Profile2017, "onprem": ProfileOnPrem, "exo2019": Profile2019, "exoCurrent": ProfileCurrent} {
		var sets map[string][]string
		require.NoError(t, json.Unmarshal(facts.DefaultSets[key], &sets))
		p, err := ProfileByName(profile)
		require.NoError(t, err)
		for _, logon := range LogonTypes {
			require.Equal(t, sets[logon.String()], p.Default(logon).Names(), "%s %s", profile, logon)
		}
	}
}

func TestOrderOfActionsAndProperties(t *testing.T) {
	facts := readFacts(t)
	require.Equal(t, append(facts.Operations.OrderedMembers, facts.Operations.Added2025...), ActionNames())
	var names []string
	for _, row := range facts.Details.Rows {
		names = append(names, row[0])
	}
	require.Equal(t, names, EntryProperties)
	require.Equal(t, facts.Details.OnpremSubset, EntryPropertiesOnPrem)
}

// TestSwitches covers what stands above the lists: organization, bypass,
// AuditEnabled, custom lists and their way back to the defaults.
func TestSwitches(t *testing.T) {
	current, old := organization(t, ProfileCurrent), organization(t, Profile2017)
	disabled := organization(t, ProfileCurrent)
	disabled.AuditDisabled = true
	user := mailbox(t, current, "UserMailbox")
	user.AuditEnabled = false
	custom := user.Clone()
	custom.SetAudited(LogonOwner, Actions(ActionMailboxLogin))
	restored := custom.Clone()
	restored.RestoreDefaults(current.Profile(), Logons(LogonOwner))
	room := mailbox(t, current, "RoomMailbox")
	room.AuditEnabled = false
	before := mailbox(t, old, "UserMailbox")
	for name, c := range map[string]struct {
		occasion Occasion
		logged   bool
		reason   string
	}{
		"on by default whatever AuditEnabled is": {Occasion{current, user, LogonOwner, ActionHardDelete, false}, true, "DefaultAuditSet has Owner"},
		"the organization's switch":              {Occasion{disabled, user, LogonOwner, ActionHardDelete, false}, false, "AuditDisabled"},
		"the actor's bypass":                     {Occasion{current, user, LogonDelegate, ActionSendAs, true}, false, "AuditBypassEnabled"},
		"bypass does not matter when disabled":   {Occasion{disabled, user, LogonDelegate, ActionSendAs, true}, false, "AuditDisabled"},
		"a list of the mailbox's own":            {Occasion{current, custom, LogonOwner, ActionHardDelete, false}, false, "was set on the mailbox"},
		"what the own list has":                  {Occasion{current, custom, LogonOwner, ActionMailboxLogin, false}, true, "was set on the mailbox"},
		"defaults put back":                      {Occasion{current, restored, LogonOwner, ActionHardDelete, false}, true, "default"},
		"resource mailboxes are not on":          {Occasion{current, room, LogonDelegate, ActionUpdate, false}, false, "resource"},
		"AuditEnabled counted before 2019":       {Occasion{old, before, LogonDelegate, ActionSendAs, false}, false, "AuditEnabled"},
		"owners cannot log FolderBind":           {Occasion{current, user, LogonOwner, ActionFolderBind, false}, false, "cannot be logged"},
	} {
		v := Decide(c.occasion)
		require.Equal(t, c.logged, v.Logged, name)
		require.Contains(t, v.Reason, c.reason, name)
	}
	require.Contains(t, (&Occasion{current, user, LogonDelegate, ActionFolderBind, false}).Remarks(), "A delegate's FolderBind is logged once per folder in 24 hours.")
	require.Equal(t, []string{"Entries are kept for 90.00:00:00 (AuditLogAgeLimit)."}, (&Occasion{current, user, LogonAdmin, ActionFolderBind, false}).Remarks())
	require.Equal(t, []string{"Admin", "Delegate"}, custom.DefaultAuditSet.Names())
	require.Equal(t, []string{"Admin", "Delegate", "Owner"}, restored.DefaultAuditSet.Names())
}

// TestPartsOfEntries makes sure that each row of operationCarries was read.
func TestPartsOfEntries(t *testing.T) {
	for row := range strings.Lines(operationCarries) {
		words := strings.Fields(row)
		if len(words) == 0 {
			continue
		}
		a, err := ParseAction(words[0])
		require.NoError(t, err)
		var want entryPart
		for _, word := range words[1:] {
			require.Contains(t, entryPartNames, word)
			want |= entryPartNames[word]
		}
		require.Equal(t, want, entryParts()[a])
	}
}

// TestLicences takes the licence of advanced auditing from a mailbox: what needs it
// is in no default list and is not logged, even where somebody asks for it.
func TestLicences(t *testing.T) {
	for _, c := range []struct {
		profile string
		action  Action
		logged  bool
	}{{ProfileCurrent, ActionMailItemsAccessed, false}, {ProfileCurrent, ActionSend, false}, {ProfileCurrent, ActionHardDelete, true}, {Profile2019, ActionHardDelete, true}} {
		org := organization(t, c.profile)
		m := mailbox(t, org, "UserMailbox")
		require.True(t, Decide(Occasion{org, m, LogonOwner, c.action, false}).Logged, c.action)
		require.NoError(t, m.SetProperty("PersistedCapabilities", BasicPlans()))
		require.Equal(t, c.logged, m.Audited(org.Profile(), LogonOwner).Has(c.action), c.action)
		m.SetAudited(LogonOwner, Actions(c.action))
		v := Decide(Occasion{org, m, LogonOwner, c.action, false})
		require.Equal(t, c.logged, v.Logged, c.action)
		if !c.logged {
			require.Contains(t, v.Reason, "advanced auditing (E5, A5, G5)")
		}
	}
}
