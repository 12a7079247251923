package labs

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"exolab/cmd/internal/shell"
	cmdlets "exolab/cmdlets/lab"
	"exolab/runtime"
	"exolab/runtime/value"
	"exolab/store"
	"exolab/store/lab"
	"exolab/store/seed"
)

// How long a set-up and a check may take. Tests shorten it.
var (
	setupLimit = 10 * time.Second
	checkLimit = 5 * time.Second
)

// historyDays is how far the everyday entries of a lab's organization reach
// back; the story is written by the set-up.
const historyDays = 40

// setupAge is how long before the lab's present its set-up acts, so that what
// it changes does not look like the news of the day.
const setupAge = 30 * 24 * time.Hour

// organization is a lab's organization in memory.
type organization struct {
	store  store.Store
	tenant store.Tenant
	// writes counts the changes.
	writes int
	// past is the present while the set-up acts in the past, else zero.
	past time.Time
}

// countedTenant counts the changes that cmdlets make.
type countedTenant struct {
	store.Tenant
	of *organization
}

// Now is the organization's present.
func (t countedTenant) Now() time.Time {
	if !t.of.past.IsZero() {
		return t.of.past
	}
	return t.Tenant.Now()
}

// Update changes the organization and counts it.
func (t countedTenant) Update(change func(store.Writer) error) error {
	t.of.writes++
	return t.Tenant.Update(change)
}

// build seeds the organization of a variant and runs its set-up.
func build(v *lab.Variant) (*organization, error) {
	now := v.Now
	s, err := store.Open("", store.Options{Memory: true, Now: &now})
	if err != nil {
		return nil, err
	}
	t, err := seed.New(s, seed.Options{Clock: &now, Seed: uint64(v.Seed), Days: historyDays})
	if err != nil {
		return nil, errors.Join(err, s.Close())
	}
	o := &organization{store: s}
	o.tenant = countedTenant{t, o}
	if err := o.setUp(v); err != nil {
		return nil, errors.Join(err, s.Close())
	}
	return o, nil
}

// setUp runs the lab's set-up script on the organization.
func (o *organization) setUp(v *lab.Variant) error {
	script := v.Script(lab.Setup)
	if script == "" {
		return nil
	}
	sh, err := silentShell(v, o.tenant, "")
	if err != nil {
		return err
	}
	defer sh.Close()
	cmdlets.Serve(sh.Session, &setupHost{variant: v, org: o})
	o.past = v.Now.Add(-setupAge)
	defer func() { o.past = time.Time{} }()
	ctx, stop := context.WithTimeout(context.Background(), setupLimit)
	defer stop()
	sh.Session.Ctx = ctx
	file := v.Source + "/" + lab.Setup
	err = sh.Session.Execute(file, script, &runtime.Collector{})
	if ctx.Err() != nil {
		return &lab.Problem{File: file, Text: fmt.Sprintf("the set-up took longer than %s and was stopped", setupLimit)}
	}
	if err == nil {
		if items := sh.Session.Errors().Items; len(items) > 0 {
			return scriptProblem(file, items[len(items)-1])
		}
		return nil
	}
	return scriptProblem(file, value.Obj(runtime.RecordOf(err)))
}

// silentShell is a session on an organization that shows nothing to anybody.
func silentShell(v *lab.Variant, t store.Tenant, dir string) (*shell.Shell, error) {
	now := v.Now
	var out bytes.Buffer
	sh, err := shell.New(shell.Options{Config: shell.Config{Memory: true, Now: &now, NoColour: true}, NonInteractive: true, Directory: dir,
		Streams: shell.Streams{In: strings.NewReader(""), Out: &out, Err: &out}})
	if err != nil {
		return nil, err
	}
	sh.Organizations.Use(t)
	cmdlets.Register(sh.Session)
	return sh, nil
}

// restored is an organization as it was kept by backup.
func restored(v *lab.Variant, backup []byte) (*organization, error) {
	now := v.Now
	s, err := store.Open("", store.Options{Memory: true, Now: &now})
	if err != nil {
		return nil, err
	}
	if err := s.Restore(bytes.NewReader(backup)); err != nil {
		return nil, errors.Join(err, s.Close())
	}
	t, err := s.Open("")
	if err != nil {
		return nil, errors.Join(err, s.Close())
	}
	o := &organization{store: s}
	o.tenant = countedTenant{t, o}
	return o, nil
}

func (o *organization) backup() ([]byte, error) {
	var kept bytes.Buffer
	err := o.store.Backup(&kept)
	return kept.Bytes(), err
}

// scratch is the organization as a check sees it: the lab's own until the
// check changes something, then a copy that is thrown away.
type scratch struct {
	store.Tenant
	of      *organization
	variant *lab.Variant
	copy    *organization
}

func (o *organization) scratch(v *lab.Variant) *scratch {
	return &scratch{Tenant: o.tenant, of: o, variant: v}
}

// Update makes the copy first.
func (s *scratch) Update(change func(store.Writer) error) error {
	if s.copy == nil {
		backup, err := s.of.backup()
		if err != nil {
			return err
		}
		if s.copy, err = restored(s.variant, backup); err != nil {
			return err
		}
		s.Tenant = s.copy.tenant
	}
	return s.Tenant.Update(change)
}

func (s *scratch) close() {
	if s.copy != nil {
		_ = s.copy.store.Close()
	}
}
