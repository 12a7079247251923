package auditlog

import (
	"encoding/json"
	"slices"
	"strings"
	"sync"

	"exolab/store/tenant"
)

// wantedText is a text that a search looks for in AuditData.
type wantedText struct {
	lower string
	// added is true if the text could stand in what AuditData has beyond the
	// entry's own properties; then the entry tells nothing.
	added bool
}

// skim tells of most entries that their AuditData cannot hold what a search looks
// for, without writing it: one of the texts of each list has to be in the entry.
type skim [][]wantedText

func newSkim(f *unifiedFilter) skim {
	var out skim
	for _, texts := range [][]string{{f.text}, f.addresses, f.objects} {
		var list []wantedText
		for _, text := range texts {
			lower := strings.ToLower(strings.Trim(text, "*"))
			list = append(list, wantedText{lower, isAdded(lower)})
		}
		if list != nil && !slices.ContainsFunc(list, func(w wantedText) bool { return w.added }) {
			out = append(out, list)
		}
	}
	return out
}

// frame is AuditData with everything in it but the entry's own values, folded: the
// names of the properties, the kinds of records, numbers and Booleans.
var frame = sync.OnceValue(func() string {
	yes := true
	folder := &folderRecord{"-", "-"}
	item := &affectedItem{"-", folder, "-"}
	var out strings.Builder
	for _, kind := range []string{"ExchangeItem", "ExchangeItemGroup", "ExchangeItemAggregated"} {
		data := itemRecord{ClientIPAddress: "-", ClientInfoString: "-", ClientProcessName: "-", ClientVersion: "-", ExternalAccess: true, LogonUserSid: "-", MailboxOwnerSid: "-",
			MailboxOwnerUPN: "-", OriginatingServer: "-", SessionId: "-", AffectedItems: []affectedItem{*item}, CrossMailboxOperation: &yes, Folder: folder, DestFolder: folder,
			Item: item, SendAsUserMailboxGuid: "-", SendAsUserSmtp: "-", SendOnBehalfOfUserMailboxGuid: "-", SendOnBehalfOfUserSmtp: "-"}
		data.ResultStatus, data.ClientIP, data.ObjectId, data.Workload = "-", "-", "-", "Exchange"
		text, _ := json.Marshal(data)
		out.WriteString(strings.ToLower(kind + string(text) + "false"))
	}
	return out.String()
})

// isAdded reports whether a folded text could stand in the frame, in an identifier
// or a time, across several values, or in an escape of JSON.
func isAdded(text string) bool {
	return strings.Trim(text, "0123456789abcdef-:t") == "" || strings.ContainsAny(text, `"{}[],\`) || strings.Contains(text, "u00") || strings.Contains(frame(), text)
}

// admits reports whether the AuditData of an entry may hold the texts; beside are
// the values that it has beyond the entry's properties.
func (s skim) admits(e *tenant.AuditEntry, beside ...string) bool {
	for _, list := range s {
		found := slices.ContainsFunc(list, func(w wantedText) bool {
			return slices.ContainsFunc(beside, w.in) || slices.ContainsFunc(e.Properties.Values(), w.inValue)
		})
		if !found {
			return false
		}
	}
	return true
}

func (w wantedText) in(text string) bool { return strings.Contains(strings.ToLower(text), w.lower) }

// inValue looks into a value of the store.
func (w wantedText) inValue(v any) bool {
	switch v := v.(type) {
	case string:
		return w.in(v)
	case []any:
		return slices.ContainsFunc(v, w.inValue)
	case tenant.Bag:
		return slices.ContainsFunc(v.Values(), w.inValue)
	}
	return false
}
