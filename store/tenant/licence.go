package tenant

import (
	"slices"
	"strings"
	"time"
)

// The service plans of a mailbox (PersistedCapabilities) that bring advanced
// auditing: that of the E5, A5 and G5 licences, and their add-on for compliance.
const (
	PlanAdvancedAuditing = "M365Auditing"
	planAnalytics        = "BPOS_S_EquivioAnalytics"
	planEnterprise       = "BPOS_S_Enterprise"
)

// licensedActions are logged for mailboxes with advanced auditing alone.
var licensedActions = Actions(ActionMailItemsAccessed, ActionSend, ActionSearchQueryInitiated)

// HasAdvancedAuditing reports whether the licence of a mailbox brings advanced
// auditing; one whose plans are not recorded has it.
func (m *Mailbox) HasAdvancedAuditing() bool {
	v, recorded := m.Property("PersistedCapabilities")
	if !recorded {
		return true
	}
	plans, _ := v.([]any)
	return slices.ContainsFunc(plans, func(plan any) bool {
		name, _ := plan.(string)
		return strings.EqualFold(name, PlanAdvancedAuditing) || strings.EqualFold(name, planAnalytics)
	})
}

// Plans are the service plans of a mailbox: those that are recorded, else those of
// the licence that brings everything.
func (m *Mailbox) Plans() []any {
	if v, recorded := m.Property("PersistedCapabilities"); recorded {
		plans, _ := v.([]any)
		return plans
	}
	return []any{planAnalytics, PlanAdvancedAuditing, planEnterprise}
}

// BasicPlans are the plans of a licence without advanced auditing, such as E3.
func BasicPlans() []any { return []any{planEnterprise} }

// knowsLicences reports whether what is logged depends on licences: in the service
// since MailItemsAccessed is there.
func (p *Profile) knowsLicences() bool { return p.Name == ProfileCurrent }

// Licensed leaves out of a set what the licence of the mailbox does not bring.
func (m *Mailbox) Licensed(p *Profile, set ActionSet) ActionSet {
	if p.knowsLicences() && !m.HasAdvancedAuditing() {
		return set &^ licensedActions
	}
	return set
}

// How long the unified log keeps what a user did: without and with advanced
// auditing.
const (
	StandardRetention = 180 * day
	PremiumRetention  = 365 * day
)

// UnifiedRetention is how long the unified log keeps what the user of a mailbox
// did.
func (m *Mailbox) UnifiedRetention(p *Profile) time.Duration {
	if p.knowsLicences() && !m.HasAdvancedAuditing() {
		return StandardRetention
	}
	return PremiumRetention
}
