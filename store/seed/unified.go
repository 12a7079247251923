package seed

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"exolab/store/internal/random"
	"exolab/store/tenant"
)

// unifiedRows are the activities of the other services, one a line: weight,
// record type, workload, operation, ObjectId and what AuditData says beyond its
// head. Words in braces stand for the people and things of one record.
//
//go:embed unified.txt
var unifiedRows string

// activityRow is one line of unifiedRows.
type activityRow struct{ recordType, workload, operation, object, data string }

func activityRows() random.Weighted[activityRow] {
	var out random.Weighted[activityRow]
	for line := range strings.Lines(unifiedRows) {
		f := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		weight, _ := strconv.Atoi(f[0])
		out = append(out, struct {
			Weight int
			Value  activityRow
		}{weight, activityRow{f[1], f[2], f[3], f[4], f[5]}})
	}
	return out
}

// recentDays is the time before the present in which every activity happens at
// least once.
const recentDays = 5

// putUnified writes what people did in the other services: some activities on
// each day, and in the last days each of them.
func (g *seeder) putUnified() error {
	activities := activityRows()
	people := slices.DeleteFunc(slices.Clone(g.mailboxes), func(m *tenant.Mailbox) bool { return m.RecipientTypeDetails != userMailbox })
	midnight := g.now.Truncate(24 * time.Hour)
	for d := g.options.Days; d >= 0; d-- {
		day := midnight.AddDate(0, 0, -d)
		for range 1 + g.random.Below(4) {
			if err := g.putActivity(activities.Pick(g.random), random.Pick(g.random, people), random.Pick(g.random, people), g.workingHour(day)); err != nil {
				return err
			}
		}
	}
	for i, row := range activities {
		day := midnight.AddDate(0, 0, -1-i%recentDays)
		if err := g.putActivity(row.Value, people[i%len(people)], people[(i+3)%len(people)], g.workingHour(day)); err != nil {
			return err
		}
	}
	for _, alias := range []string{"AlexW", "MeganB"} {
		if err := g.putActivity(activities[0].Value, g.byAlias[alias], g.byAlias[alias], g.workingHour(midnight.AddDate(0, 0, -1))); err != nil {
			return err
		}
	}
	return nil
}

func (g *seeder) workingHour(day time.Time) time.Time {
	return day.Add(time.Duration(7*3600+g.random.Below(12*3600)) * time.Second)
}

// userTypeAdmin and userTypeRegular are the UserType of AuditData.
const (
	userTypeRegular = 0
	userTypeAdmin   = 2
)

var seedFiles = []string{"Budget 2026.xlsx", "Launch plan.pptx", "Contract Northwind.docx", "Price list.xlsx", "Minutes.docx", "Floor plan.pdf"}

// putActivity writes one record, unless it is still to come.
func (g *seeder) putActivity(a activityRow, user, other *tenant.Mailbox, at time.Time) error {
	if at.After(g.now) {
		return nil
	}
	file := random.Pick(g.random, seedFiles)
	words := strings.NewReplacer("{user}", user.UserPrincipalName, "{name}", user.DisplayName, "{alias}", strings.ToUpper(user.Alias), "{userguid}", user.ExternalDirectoryObjectID,
		"{other}", other.UserPrincipalName, "{othername}", other.DisplayName, "{org}", g.org.TenantID(), "{ip}", seedIP(user), "{file}", file,
		"{ext}", file[strings.LastIndexByte(file, '.')+1:], "{site}", "https://contoso.sharepoint.com/sites/"+user.Properties.Text("Department")+"/",
		"{time}", tenant.FormatAuditTime(at), "{later}", tenant.FormatAuditTime(at.Add(30*time.Minute)), "{meeting}", tenant.DerivedGUID("meeting", at.Format(time.DateOnly)),
		"{label}", tenant.DerivedGUID("label", "Confidential"), "{subject}", random.Pick(g.random, subjects), "{number}", strconv.FormatInt(at.UnixMilli(), 10),
		"{agent}", "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/124.0.0.0 Safari/537.36 Edg/124.0.0.0")
	head := tenant.NewAuditHead(at, a.recordType, a.workload, a.operation, g.org.TenantID())
	head.Id, head.UserKey, head.UserId = g.random.GUID().String(), user.ExternalDirectoryObjectID, user.UserPrincipalName
	head.UserType, head.ResultStatus, head.ClientIP, head.ObjectId = userTypeRegular, "Success", seedIP(user), words.Replace(a.object)
	if user == g.byAlias["admin"] {
		head.UserType = userTypeAdmin
	}
	data, err := json.Marshal(head)
	if err != nil {
		return err
	}
	rest := words.Replace(a.data)
	for strings.Contains(rest, "{guid}") {
		rest = strings.Replace(rest, "{guid}", g.random.GUID().String(), 1)
	}
	text := strings.TrimSuffix(string(data), "}") + "," + rest + "}"
	text = strings.ReplaceAll(text, "{guid}", head.Id)
	if !json.Valid([]byte(text)) {
		return fmt.Errorf("the seeded record %s is not JSON", a.operation)
	}
	return g.AppendUnified(&tenant.UnifiedAuditRecord{RecordType: a.recordType, CreationDate: at, UserIDs: user.UserPrincipalName, Operations: a.operation,
		Identity: head.Id, AuditData: text})
}

func seedIP(user *tenant.Mailbox) string {
	return fmt.Sprintf("203.0.113.%d", 20+len(user.Alias)*7+len(user.DisplayName))
}
