package compliance

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"exolab/store/content"
	"exolab/store/tenant"
)

// query is a content query in the keyword query language.
type query interface {
	matches(i *content.Item) bool
}

type (
	every  []query
	either []query
	except struct{ query }
	// words must stand in subject, body, sender or recipients.
	words string
	// clause compares a property with a value.
	clause struct{ property, operator, value string }
)

func (q every) matches(i *content.Item) bool {
	for _, part := range q {
		if !part.matches(i) {
			return false
		}
	}
	return true
}

func (q either) matches(i *content.Item) bool {
	for _, part := range q {
		if part.matches(i) {
			return true
		}
	}
	return false
}

func (q except) matches(i *content.Item) bool { return !q.query.matches(i) }

func (q words) matches(i *content.Item) bool {
	return holds(i.Subject+" "+i.Body+" "+i.From+" "+strings.Join(i.To, " "), string(q))
}

// holds reports whether a text has the words; an asterisk at their end is any
// further letters.
func holds(text, wanted string) bool {
	return strings.Contains(tenant.FoldName(text), tenant.FoldName(strings.Trim(wanted, "*")))
}

func (q clause) matches(i *content.Item) bool {
	switch q.property {
	case "subject", "subjecttitle":
		return holds(i.Subject, q.value)
	case "from", "sender":
		return holds(i.From, q.value)
	case "to", "recipients", "cc", "bcc":
		return holds(strings.Join(i.To, " "), q.value)
	case "participants":
		return holds(i.From+" "+strings.Join(i.To, " "), q.value)
	case "body":
		return holds(i.Body, q.value)
	case "hasattachment":
		return strings.EqualFold(q.value, "true") == (i.Attachments != "")
	case "attachmentnames":
		return holds(i.Attachments, q.value)
	case "kind", "itemclass":
		return holds("email IPM.Note", q.value) || i.Folder == content.Calendar && holds("meetings", q.value)
	case "received", "sent":
		return q.inTime(i.Received)
	case "size":
		n, err := strconv.ParseInt(q.value, 10, 64)
		return err == nil && compared(i.Size-n, q.operator)
	}
	return false
}

func (q clause) inTime(at time.Time) bool {
	low, high, isRange := strings.Cut(q.value, "..")
	from, err := tenant.ParseTime(low)
	if err != nil {
		return false
	}
	if isRange {
		to, err := tenant.ParseTime(high)
		return err == nil && !at.Before(from) && at.Before(to.Add(24*time.Hour))
	}
	if q.operator == ":" || q.operator == "=" {
		return !at.Before(from) && at.Before(from.Add(24*time.Hour))
	}
	return compared(int64(at.Sub(from)), q.operator)
}

// compared tells what a difference means for an operator.
func compared(difference int64, operator string) bool {
	switch operator {
	case ">":
		return difference > 0
	case ">=":
		return difference >= 0
	case "<":
		return difference < 0
	case "<=":
		return difference <= 0
	case "<>":
		return difference != 0
	}
	return difference == 0
}

// queryParser reads a query; OR binds weaker than AND, which may be left out.
type queryParser struct {
	tokens []string
	next   int
}

// maxQueryDepth is how deep a query may be nested.
const maxQueryDepth = 100

// parseQuery reads a query; an empty one finds everything.
func parseQuery(text string) (query, error) {
	p := &queryParser{tokens: queryTokens(text)}
	if len(p.tokens) == 0 {
		return every{}, nil
	}
	q, err := p.alternatives(0)
	if err == nil && p.next < len(p.tokens) {
		err = fmt.Errorf("the query \"%s\" isn't valid at \"%s\"", text, p.tokens[p.next])
	}
	return q, err
}

// queryTokens cuts a query into words, phrases with what stands before them, and
// parentheses.
func queryTokens(text string) []string {
	var out []string
	for i := 0; i < len(text); {
		switch c := text[i]; {
		case c == ' ' || c == '\t' || c == '\n' || c == '\r':
			i++
		case c == '(' || c == ')':
			out = append(out, string(c))
			i++
		default:
			start, quoted := i, false
			for ; i < len(text) && (quoted || !strings.ContainsRune(" \t\r\n()", rune(text[i]))); i++ {
				quoted = quoted != (text[i] == '"')
			}
			out = append(out, text[start:i])
		}
	}
	return out
}

func (p *queryParser) word(word string) bool {
	if p.next < len(p.tokens) && p.tokens[p.next] == word {
		p.next++
		return true
	}
	return false
}

func (p *queryParser) alternatives(depth int) (query, error) {
	first, err := p.conjunction(depth)
	list := either{first}
	for err == nil && p.word("OR") {
		var other query
		other, err = p.conjunction(depth)
		list = append(list, other)
	}
	return list, err
}

func (p *queryParser) conjunction(depth int) (query, error) {
	var list every
	for {
		q, err := p.term(depth)
		if err != nil {
			return nil, err
		}
		list = append(list, q)
		if p.word("AND") {
			continue
		}
		if p.next == len(p.tokens) || p.tokens[p.next] == ")" || p.tokens[p.next] == "OR" {
			return list, nil
		}
	}
}

func (p *queryParser) term(depth int) (query, error) {
	switch {
	case depth > maxQueryDepth || p.next == len(p.tokens):
		return nil, fmt.Errorf("the query isn't complete")
	case p.word("NOT"):
		q, err := p.term(depth + 1)
		return except{q}, err
	case p.word("("):
		q, err := p.alternatives(depth + 1)
		if err == nil && !p.word(")") {
			err = fmt.Errorf("a parenthesis of the query isn't closed")
		}
		return q, err
	}
	text := p.tokens[p.next]
	p.next++
	if negated, ok := strings.CutPrefix(text, "-"); ok && negated != "" {
		return except{leaf(negated)}, nil
	}
	return leaf(text), nil
}

// leaf is a clause, or words.
func leaf(text string) query {
	if i := strings.IndexAny(text, ":=<>"); i > 0 && !strings.HasPrefix(text, `"`) {
		end := i + 1
		for end < len(text) && strings.IndexByte("=<>", text[end]) >= 0 {
			end++
		}
		return clause{strings.ToLower(text[:i]), text[i:end], strings.Trim(text[end:], `"`)}
	}
	return words(strings.Trim(text, `"`))
}
