package lab

import (
	"crypto/sha256"
	"encoding/hex"
	"sort"
	"strconv"
	"strings"
	"time"
)

// AnswerType says how answers are compared.
type AnswerType string

// The types of answers: text regardless of case and blanks around it, numbers,
// dates within a tolerance, sets of texts in any order, and a mailbox or some of
// them by any name, alias or address that they have.
const (
	TextAnswer      AnswerType = "text"
	NumberAnswer    AnswerType = "number"
	DateAnswer      AnswerType = "date"
	SetAnswer       AnswerType = "set"
	MailboxAnswer   AnswerType = "mailbox"
	MailboxesAnswer AnswerType = "mailboxes"
)

// Answer describes something that a learner is asked for.
type Answer struct {
	Type AnswerType `toml:"type"`
	// Ask says in a few words what is asked for.
	Ask string `toml:"ask"`
	// Within is how many seconds a date may be off.
	Within int `toml:"within"`
	// SHA256 is SALT:HEX of the right answer, for packs that must not give it
	// away; see HashAnswer.
	SHA256 string `toml:"sha256"`
}

func (t AnswerType) known() bool {
	switch t {
	case TextAnswer, NumberAnswer, DateAnswer, SetAnswer, MailboxAnswer, MailboxesAnswer:
		return true
	}
	return false
}

// Kind says in words what a value of the type looks like.
func (t AnswerType) Kind() string {
	switch t {
	case NumberAnswer:
		return "a number"
	case DateAnswer:
		return "a date and time, as 2026-03-14 09:00"
	case SetAnswer:
		return "a list with commas between, in any order"
	case MailboxAnswer:
		return "a name or address"
	case MailboxesAnswer:
		return "names or addresses with commas between, in any order"
	}
	return "a word or name"
}

// Valid reports whether a submitted value can be of the type at all.
func (t AnswerType) Valid(value string) bool {
	switch t {
	case NumberAnswer:
		_, err := strconv.ParseFloat(strings.TrimSpace(value), 64)
		return err == nil
	case DateAnswer:
		_, ok := parseDate(value)
		return ok
	}
	return strings.TrimSpace(value) != ""
}

// Items are the parts of an answer that is a list.
func Items(value string) []string {
	return strings.FieldsFunc(value, func(r rune) bool { return r == ',' || r == ';' || r == '\n' })
}

// Normal is the form in which values are compared and hashed.
func (t AnswerType) Normal(value string) string {
	fold := func(s string) string { return strings.ToLower(strings.Join(strings.Fields(s), " ")) }
	switch t {
	case NumberAnswer:
		if f, err := strconv.ParseFloat(strings.TrimSpace(value), 64); err == nil {
			return strconv.FormatFloat(f, 'g', -1, 64)
		}
	case DateAnswer:
		if at, ok := parseDate(value); ok {
			return at.Truncate(time.Minute).Format("2006-01-02T15:04Z")
		}
	case SetAnswer, MailboxesAnswer:
		seen := map[string]bool{}
		var items []string
		for _, item := range Items(value) {
			if item = fold(item); item != "" && !seen[item] {
				seen[item] = true
				items = append(items, item)
			}
		}
		sort.Strings(items)
		return strings.Join(items, ",")
	}
	return fold(value)
}

var dateForms = []string{time.RFC3339, "2006-01-02T15:04:05", "2006-01-02 15:04:05", "2006-01-02T15:04", "2006-01-02 15:04", "2006-01-02",
	"1/2/2006 3:04:05 PM", "1/2/2006 3:04 PM", "1/2/2006 15:04:05", "1/2/2006 15:04", "1/2/2006"}

func parseDate(value string) (time.Time, bool) {
	for _, form := range dateForms {
		if at, err := time.ParseInLocation(form, strings.TrimSpace(value), time.UTC); err == nil {
			return at.UTC(), true
		}
	}
	return time.Time{}, false
}

// Same reports whether a value answers as the expected one does.
func (a Answer) Same(value, expected string) bool {
	if a.Type == DateAnswer {
		x, ok := parseDate(value)
		y, also := parseDate(expected)
		if ok && also {
			return x.Sub(y).Abs() <= time.Duration(max(a.Within, 59))*time.Second
		}
	}
	return a.Type.Normal(value) == a.Type.Normal(expected)
}

// HashAnswer is what stands in a pack instead of a right answer.
func HashAnswer(t AnswerType, salt, value string) string {
	sum := sha256.Sum256([]byte(salt + "\x00" + t.Normal(value)))
	return salt + ":" + hex.EncodeToString(sum[:])
}

// Matches reports whether a value is the one whose hash the lab holds.
func (a Answer) Matches(value string) bool {
	salt, _, ok := strings.Cut(a.SHA256, ":")
	return ok && HashAnswer(a.Type, salt, value) == a.SHA256
}
