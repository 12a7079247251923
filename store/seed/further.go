package seed

import (
	"fmt"
	"strings"

	"exolab/store/tenant"
)

// The names of further people: a first name with each of the last names.
var (
	firstNames = strings.Fields(`Aisha Bruno Carla Dmitri Elena Farid Gwen Hiro Ines Jonas Karim Leila Marco Nadia Oscar Petra Quentin Rosa Stefan Tamara
		Umar Vera Wanda Xavier Yusuf Zara Anton Beata Cyril Delia Emil Fiona Gustav Helena Igor Jana Kofi Lucia Milan Noor`)
	lastNames = strings.Fields(`Abel Bauer Castro Dubois Eriksson Ferrari Garcia Hansen Ivanova Jensen Kowalski Lopez Moretti Nowak Okafor Peeters Quist Rossi
		Schmidt Tanaka Ueda Varga Weber Xu Yilmaz Zhang Andersen Blanc`)
	departments = []string{"Sales", "Finance", "Operations", "Engineering", "Marketing", "Human Resources", "Legal", "R&D"}
)

// teamSize is how many people come before each shared mailbox of a team; the
// last three of them are its delegates.
const teamSize = 12

// furtherPeople makes n mailboxes: people, and after each dozen the shared
// mailbox of their team.
func furtherPeople(n int) []mailboxRow {
	var rows []mailboxRow
	for i := range max(n, 0) {
		if (i+1)%(teamSize+1) == 0 {
			team := (i + 1) / (teamSize + 1)
			rows = append(rows, mailboxRow{fmt.Sprintf("Team %02d", team), fmt.Sprintf("team%02d", team), contoso, sharedMailbox, "", "Operations", nil})
			continue
		}
		first := firstNames[i%len(firstNames)]
		last := lastNames[(i/len(firstNames)+i*5)%len(lastNames)]
		rows = append(rows, mailboxRow{first + " " + last, strings.ToLower(first + "." + last), contoso, userMailbox,
			fmt.Sprintf("%d/%d", 10+i%9, 1000+i), departments[i%len(departments)], nil})
	}
	return rows
}

// furtherPermissions are those of the teams among n further mailboxes.
func furtherPermissions(n int) []permissionRow {
	rows := furtherPeople(n)
	var out []permissionRow
	for i, row := range rows {
		if row.kind != sharedMailbox {
			continue
		}
		for _, member := range rows[i-3 : i] {
			out = append(out, permissionRow{row.alias, member.alias, tenant.ScopeMailbox, "", "FullAccess"})
		}
		out = append(out, permissionRow{row.alias, rows[i-1].alias, tenant.ScopeRecipient, "", "SendAs"})
	}
	return out
}
