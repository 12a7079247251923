package shell

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// The people, mailboxes and the group of the random histories; the mailboxes are
// made afresh, so that nothing of the seed is in them.
var (
	modelUsers = []string{"ann", "bob", "cyd"}
	modelBoxes = []string{"ann", "bob", "cyd", "desk"}
)

// modelAction is what an activity is logged as; default tells for which logon
// types it is logged unless somebody says otherwise, as the documentation of
// mailbox auditing has it.
type modelAction struct {
	activity, operation       string
	delegate, owner           bool // can be logged
	byDefault, ownerByDefault bool
}

var modelActions = []modelAction{
	{"UpdateItem -Count 1", "Update", true, true, true, true},
	{"CreateItem -Subject Note", "Create", true, true, true, false},
	{"DeleteItem -Count 1 -Folder Inbox", "MoveToDeletedItems", true, true, true, true},
	{"SoftDelete -Count 1 -Folder Inbox", "SoftDelete", true, true, true, true},
	{"HardDelete -Count 1 -Folder Inbox", "HardDelete", true, true, true, true},
	{"SendAs -To donh@contoso.com -Subject Hello", "SendAs", true, false, true, false},
	{"SendOnBehalf -To donh@contoso.com -Subject Hello", "SendOnBehalf", true, false, true, false},
}

// modelBox is what decides about a mailbox: who has which rights, and what is
// audited; nil lists follow the defaults.
type modelBox struct {
	full, sendAs, onBehalf map[string]bool
	delegate, owner        []string
	bypassed               bool
}

// model is a small organization that knows the rules of auditing by itself.
type model struct {
	random   *rand.Rand
	boxes    map[string]*modelBox
	disabled bool
	group    map[string]bool
	// logged counts the entries by mailbox, logon type and operation.
	logged map[string]int
	script []string
	// expected are the lines that the script writes.
	expected []string
}

// TestHistoriesAgreeWithTheModel lets random administrators and users do things
// and compares what is refused and logged with what the model says.
func TestHistoriesAgreeWithTheModel(t *testing.T) {
	histories := uint64(3)
	if testing.Short() {
		histories = 1
	}
	for seed := range histories {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			m := newModel(seed)
			for range 120 {
				m.step()
			}
			m.count()
			got := strings.Split(strings.ReplaceAll(runText(t, strings.Join(m.script, "\n")), "\r", ""), "\n")
			for i, want := range m.expected {
				require.Greater(t, len(got), i)
				require.Equal(t, want, got[i], "line %d", i)
			}
			require.Len(t, got, len(m.expected))
		})
	}
}

func newModel(seed uint64) *model {
	m := &model{random: rand.New(rand.NewPCG(seed, 1)), boxes: map[string]*modelBox{}, group: map[string]bool{}, logged: map[string]int{}}
	for _, name := range modelBoxes {
		m.boxes[name] = &modelBox{full: map[string]bool{}, sendAs: map[string]bool{}, onBehalf: map[string]bool{}}
		kind := " -MicrosoftOnlineServicesID " + name + "@contoso.com -Password (ConvertTo-SecureString x -AsPlainText -Force)"
		if name == "desk" {
			kind = " -Shared"
		}
		m.run("New-Mailbox -Name %s -PrimarySmtpAddress %[1]s@contoso.com%s | Out-Null", name, kind)
	}
	m.run("New-DistributionGroup -Name team -Type Security | Out-Null")
	return m
}

func (m *model) run(format string, args ...any) {
	m.script = append(m.script, fmt.Sprintf(format, args...))
}

func pickOf[T any](m *model, list []T) T { return list[m.random.IntN(len(list))] }

// step is one thing that somebody does: an administrator every third time.
func (m *model) step() {
	if m.random.IntN(3) > 0 {
		m.act()
		return
	}
	steps := []func(){m.audit, m.restore, m.switchOff, m.bypass, m.fullAccess, m.sendRights, m.membership, m.rename}
	pickOf(m, steps)()
}

// audit sets the audited actions of a logon type.
func (m *model) audit() {
	name, owner := pickOf(m, modelBoxes), m.random.IntN(2) == 0
	list := []string{"UpdateFolderPermissions"}
	for _, a := range modelActions {
		if (owner && a.owner || !owner && a.delegate) && m.random.IntN(2) == 0 {
			list = append(list, a.operation)
		}
	}
	parameter := "AuditDelegate"
	if owner {
		parameter, m.boxes[name].owner = "AuditOwner", list
	} else {
		m.boxes[name].delegate = list
	}
	m.run("Set-Mailbox %s -%s %s -WarningAction SilentlyContinue", name, parameter, strings.Join(list, ","))
}

// restore puts both logon types back to the defaults.
func (m *model) restore() {
	name := pickOf(m, modelBoxes)
	m.boxes[name].owner, m.boxes[name].delegate = nil, nil
	m.run("Set-Mailbox %s -DefaultAuditSet Admin,Delegate,Owner -WarningAction SilentlyContinue", name)
}

// switchOff switches auditing of the organization, or of a mailbox, which changes
// nothing in the service.
func (m *model) switchOff() {
	if m.random.IntN(2) == 0 {
		m.run("Set-Mailbox %s -AuditEnabled $%t -WarningAction SilentlyContinue", pickOf(m, modelBoxes), m.random.IntN(2) == 0)
		return
	}
	m.disabled = m.random.IntN(3) == 0
	m.run("Set-OrganizationConfig -AuditDisabled $%t -WarningAction SilentlyContinue", m.disabled)
}

func (m *model) bypass() {
	user := pickOf(m, modelUsers)
	m.boxes[user].bypassed = m.random.IntN(2) == 0
	m.run("Set-MailboxAuditBypassAssociation %s -AuditBypassEnabled $%t -WarningAction SilentlyContinue", user, m.boxes[user].bypassed)
}

// fullAccess gives full access to a user or the group, or takes it.
func (m *model) fullAccess() {
	name, user := pickOf(m, modelBoxes), pickOf(m, append([]string{"team"}, modelUsers...))
	full := m.boxes[name].full
	if full[user] {
		m.run("Remove-MailboxPermission %s -User %s -AccessRights FullAccess -Confirm:$false", name, user)
	} else {
		m.run("Add-MailboxPermission %s -User %s -AccessRights FullAccess | Out-Null", name, user)
	}
	full[user] = !full[user]
}

// sendRights gives the right to send as somebody or on behalf, or takes it.
func (m *model) sendRights() {
	name, user := pickOf(m, modelBoxes), pickOf(m, modelUsers)
	b := m.boxes[name]
	if m.random.IntN(2) == 0 {
		verb := map[bool]string{true: "Remove", false: "Add"}[b.onBehalf[user]]
		m.run("Set-Mailbox %s -GrantSendOnBehalfTo @{%s='%s'} -WarningAction SilentlyContinue", name, verb, user)
		b.onBehalf[user] = !b.onBehalf[user]
		return
	}
	verb := map[bool]string{true: "Remove", false: "Add"}[b.sendAs[user]]
	m.run("%s-RecipientPermission %s -Trustee %s -AccessRights SendAs -Confirm:$false | Out-Null", verb, name, user)
	b.sendAs[user] = !b.sendAs[user]
}

func (m *model) membership() {
	user := pickOf(m, modelUsers)
	verb := map[bool]string{true: "Remove", false: "Add"}[m.group[user]]
	m.run("%s-DistributionGroupMember team -Member %s -Confirm:$false", verb, user)
	m.group[user] = !m.group[user]
}

// rename changes names that no rule depends on; the alias stays.
func (m *model) rename() {
	name, n := pickOf(m, modelUsers), m.random.IntN(1000)
	m.run("Set-Mailbox %s -DisplayName '%s %d' -Name '%[2]s %[3]d' -UserPrincipalName %[1]s%[3]d@contoso.com", name, strings.ToUpper(name), n)
}

// act lets a user do something in a mailbox and writes whether it was refused and
// logged.
func (m *model) act() {
	user, name, a := pickOf(m, modelUsers), pickOf(m, modelBoxes), pickOf(m, modelActions)
	if strings.HasPrefix(a.operation, "Send") && user == name {
		return // who sends as itself just sends
	}
	m.run("$r = Invoke-ExolabActivity %s -User %s -Mailbox %s -Client OWA -ErrorVariable failed -ErrorAction SilentlyContinue", a.activity, user, name)
	m.run(`"%s %[2]s in %[3]s: $(if ($failed) { 'refused' } else { ($r | Where-Object Operation -eq %[1]s).Logged })"`, a.operation, user, name)
	said := "refused"
	if m.may(user, name, a) {
		logon := map[bool]string{true: "Owner", false: "Delegate"}[user == name]
		logs := m.logs(user, name, a)
		if said = "False"; logs {
			said = "True"
			m.logged[name+" "+logon+" "+a.operation]++
		}
	}
	m.expected = append(m.expected, fmt.Sprintf("%s %s in %s: %s", a.operation, user, name, said))
}

func (m *model) may(user, name string, a modelAction) bool {
	b := m.boxes[name]
	switch a.operation {
	case "SendAs":
		return b.sendAs[user]
	case "SendOnBehalf":
		return b.onBehalf[user]
	}
	return user == name || b.full[user] || b.full["team"] && m.group[user]
}

// logs applies the audit policy.
func (m *model) logs(user, name string, a modelAction) bool {
	b := m.boxes[name]
	if m.disabled || m.boxes[user].bypassed {
		return false
	}
	list, byDefault := b.delegate, a.byDefault
	if user == name {
		list, byDefault = b.owner, a.ownerByDefault
	}
	if list == nil {
		return byDefault
	}
	return slices.Contains(list, a.operation)
}

// count lets the script count the entries of each mailbox and operation in both
// logs.
func (m *model) count() {
	const window = "-StartDate (Get-Date).AddHours(-1) -EndDate (Get-Date).AddHours(1) -ResultSize 5000"
	m.run("Set-OrganizationConfig -AuditDisabled $false -WarningAction SilentlyContinue")
	total := map[string]int{}
	for _, name := range modelBoxes {
		for _, logon := range []string{"Owner", "Delegate"} {
			for _, a := range modelActions {
				n := m.logged[name+" "+logon+" "+a.operation]
				total[a.operation] += n
				m.run(`"%s %s %s $(@(Search-MailboxAuditLog %[1]s -ShowDetails -LogonTypes %[2]s -Operations %[3]s %s).Count)"`, name, logon, a.operation, window)
				m.expected = append(m.expected, fmt.Sprintf("%s %s %s %d", name, logon, a.operation, n))
			}
		}
	}
	for _, a := range modelActions {
		m.run(`"unified %s $(@(Search-UnifiedAuditLog -Operations %[1]s %s).Count)"`, a.operation, window)
		m.expected = append(m.expected, fmt.Sprintf("unified %s %d", a.operation, total[a.operation]))
	}
}
