package evidence

import (
	"bufio"
	"errors"
	"fmt"
	"iter"
	"strings"
	"time"

	"exolab/store"
	"exolab/store/record"
	"exolab/store/tenant"
)

// Damage is a row that could not be read, or not wholly.
type Damage struct {
	Line   int // 1 is the first
	Reason string
	// Kept is true if the record is in the logs all the same. Other rows are kept
	// as objects of the kind importRemainder.
	Kept bool
}

// Result says what an import brought.
type Result struct {
	store.ImportResult
	Damages []Damage
}

// kindRemainder is the kind of the objects that keep damaged rows.
const kindRemainder = "importRemainder"

// Import reads an export, decoded by Open, into a new organization of that name,
// or into the one of options.Into. The new organization's clock stands an hour
// after the newest record, so that searches find what they would have found then.
func Import(s store.Store, r *bufio.Reader, f Format, name string, options store.ImportOptions) (Result, error) {
	read := map[Format]func(*lines, func(row) error) error{PurviewCSV: readPurview, MailboxCSV: readMailboxCSV, AuditData: readAuditData, ResultsXML: readResults}[f]
	if read == nil {
		return Result{}, fmt.Errorf("the file is not an export that is known")
	}
	c := &converter{name: name, into: options.Into != "", shapes: record.Shapes{}}
	if err := c.begin(s, options.Into); err != nil {
		return Result{}, err
	}
	result, err := s.ImportRecords(c.records(read, &lines{in: r}), options)
	if err != nil {
		return Result{}, err
	}
	if !c.into {
		err = c.setClock(s, result.Name)
	}
	return Result{result, c.damages}, err
}

// converter makes records of rows.
type converter struct {
	name    string
	into    bool
	emit    func(record.Numbered, error) bool
	count   int // of the records
	shapes  record.Shapes
	domain  string
	started bool
	newest  time.Time
	known   map[string]string // what names a mailbox, folded -> its address
	damages []Damage
	// waiting are damaged rows that came before the first that says where and when.
	waiting []row
}

// records yields the records of a file. What the converter learned may be read
// when the sequence has ended.
func (c *converter) records(read func(*lines, func(row) error) error, l *lines) iter.Seq2[record.Numbered, error] {
	return func(yield func(record.Numbered, error) bool) {
		c.emit = yield
		err := read(l, c.row)
		if err == nil {
			err = c.end()
		}
		if err != nil && !errors.Is(err, errLeft) {
			yield(record.Numbered{}, err)
		}
	}
}

// errLeft ends the reading of a file when nobody wants its records any more.
var errLeft = errors.New("the import has ended")

// begin learns the mailboxes of the organization that is added to.
func (c *converter) begin(s store.Store, into string) error {
	c.known = map[string]string{}
	if into == "" {
		return nil
	}
	t, err := s.Open(into)
	if err != nil {
		return err
	}
	c.started = true
	return t.View(func(r store.Reader) error {
		org, err := r.Organization()
		if err != nil {
			return err
		}
		c.domain = org.DefaultDomain()
		for m, err := range r.Mailboxes() {
			if err != nil {
				return err
			}
			for _, name := range m.IdentityNames() {
				c.known[name] = m.PrimarySMTPAddress
			}
		}
		return nil
	})
}

// row writes a row as a line, before it what it needs.
func (c *converter) row(r row) error {
	if r.reason != "" {
		c.damages = append(c.damages, Damage{r.line, r.reason, r.kind != ""})
	}
	if r.kind == "" && !c.started {
		c.waiting = append(c.waiting, r)
		return nil
	}
	if err := c.start(&r); err != nil {
		return err
	}
	if r.kind == "" {
		return c.remainder(&r)
	}
	if r.at.After(c.newest) {
		c.newest = r.at
	}
	owner, err := c.mailbox(r.owner)
	if err != nil {
		return err
	}
	if _, err := c.mailbox(c.member(r.user)); err != nil {
		return err
	}
	if r.kind != kindEntry {
		owner = ""
	}
	return c.record(r.kind, owner, r.bag)
}

// remainder keeps a row that could not be read.
func (c *converter) remainder(r *row) error {
	return c.record(kindRemainder, "", tenant.BagOf("Identity", fmt.Sprintf("%s line %d", c.name, r.line), "Line", int64(r.line), "Reason", r.reason, "Text", r.text))
}

// record gives a record to the import.
func (c *converter) record(kind, mailbox string, b tenant.Bag) error {
	c.count++
	shape, err := c.shapes.Of(b.Shape().Names())
	if err != nil {
		return fmt.Errorf("record %d: %w", c.count, err)
	}
	if !c.emit(record.Numbered{Line: c.count, Record: record.OfMailbox(kind, mailbox, tenant.NewBag(shape, b.Values()))}, nil) {
		return errLeft
	}
	return nil
}

// start writes the line of the organization, whose domain and era the first row
// tells.
func (c *converter) start(r *row) error {
	if c.started {
		return nil
	}
	c.started = true
	c.domain = "imported.example"
	for _, p := range []person{r.owner, r.user} {
		if address := p.address(""); !p.empty() && domainOf(address) != "" {
			c.domain = domainOf(address)
			break
		}
	}
	org := tenant.BagOf("Name", c.name, "Domains", []any{c.domain})
	org.Set("AuditProfile", tenant.ProfileAt(r.at))
	if err := c.record("organization", "", org); err != nil {
		return err
	}
	for i := range c.waiting {
		if err := c.remainder(&c.waiting[i]); err != nil {
			return err
		}
	}
	return nil
}

// end refuses a file of which nothing could be read.
func (c *converter) end() error {
	switch {
	case c.started:
		return nil
	case len(c.damages) > 0:
		return fmt.Errorf("no row of the file can be read; line %d: %s", c.damages[0].Line, c.damages[0].Reason)
	}
	return errors.New("the file has no records")
}

// member is a user who is one of the organization; strangers get no mailbox.
func (c *converter) member(p person) person {
	if domainOf(p.upn) != c.domain {
		return person{}
	}
	return p
}

// ageLimit is what the mailboxes of an import keep, so that old data is found.
const ageLimit = "3650.00:00:00"

// mailbox returns the address of somebody's mailbox and writes the mailbox before
// its first use.
func (c *converter) mailbox(p person) (string, error) {
	if p.empty() {
		return "", nil
	}
	names := []string{p.guid, p.upn, p.name}
	for _, name := range names {
		if address, ok := c.known[tenant.FoldName(name)]; ok && name != "" {
			return address, nil
		}
	}
	address := p.address(c.domain)
	if known, ok := c.known[tenant.FoldName(address)]; ok {
		c.remember(known, names)
		return known, nil
	}
	c.remember(address, append(names, address))
	b := tenant.BagOf("PrimarySmtpAddress", address, "AuditLogAgeLimit", ageLimit)
	for _, property := range []struct{ name, value string }{{"DisplayName", p.name}, {"Sid", p.sid}} {
		if property.value != "" && !strings.Contains(property.value, `\`) {
			b.Set(property.name, property.value)
		}
	}
	if _, err := tenant.ParseGUID(p.guid); err == nil {
		b.Set("ExchangeGuid", p.guid)
	}
	return address, c.record("mailbox", "", b)
}

func (c *converter) remember(address string, names []string) {
	for _, name := range names {
		if name != "" {
			c.known[tenant.FoldName(name)] = address
		}
	}
}

func domainOf(address string) string {
	for i := len(address) - 1; i >= 0; i-- {
		if address[i] == '@' {
			return tenant.FoldName(address[i+1:])
		}
	}
	return ""
}

// setClock lets the organization's present be an hour after its newest record.
func (c *converter) setClock(s store.Store, name string) error {
	if c.newest.IsZero() {
		return nil
	}
	t, err := s.Open(name)
	if err != nil {
		return err
	}
	return t.Update(func(w store.Writer) error {
		org, err := w.Organization()
		if err != nil {
			return err
		}
		now := c.newest.Truncate(time.Second).Add(time.Hour)
		org.FixedClock = &now
		return w.PutOrganization(org)
	})
}
