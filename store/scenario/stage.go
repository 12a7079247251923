package scenario

import (
	"fmt"
	"time"

	"exolab/store"
	"exolab/store/activity"
	"exolab/store/internal/random"
	"exolab/store/tenant"
)

// stage is where a scenario is played. The first error ends the play; what comes
// after it is skipped.
type stage struct {
	w      store.Writer
	engine *activity.Engine
	now    time.Time
	random *random.Source
	clock  time.Time // of the story
	steps  []Step
	err    error
}

func newStage(w store.Writer, now time.Time, seed uint64) (*stage, error) {
	engine, err := activity.New(nil, w, now)
	return &stage{w: w, engine: engine, now: now, random: random.New(seed ^ 0xdecade), clock: now}, err
}

// day sets the story's clock: so many days before the present, at an hour, give
// or take some minutes.
func (s *stage) day(before, hour int) {
	s.clock = s.now.Truncate(24*time.Hour).AddDate(0, 0, -before).Add(time.Duration(hour)*time.Hour + time.Duration(s.random.Below(40*60))*time.Second)
}

// later lets some time pass, up to twice the given minutes.
func (s *stage) later(minutes int) {
	s.clock = s.clock.Add(time.Duration(20+s.random.Below(2*60*minutes)) * time.Second)
}

// at is the story's present, which never lies after the organization's.
func (s *stage) at() time.Time {
	if s.clock.After(s.now) {
		s.clock = s.now
	}
	return s.clock
}

// foreignAddress is an address that nobody of the organization comes from.
func (s *stage) foreignAddress() string {
	return fmt.Sprintf("%s.%d", random.Pick(s.random, []string{"198.51.100", "203.0.113", "192.0.2"}), 20+s.random.Below(200))
}

// fail notes an error; the first one counts.
func (s *stage) fail(err error) {
	if s.err == nil {
		s.err = err
	}
}

// do performs an activity and writes it down as a step.
func (s *stage) do(what string, a activity.Activity) {
	if s.err != nil {
		return
	}
	a.Time = s.at()
	result, err := s.engine.Perform(a)
	if err != nil {
		s.fail(fmt.Errorf("%s by %s: %w", a.Activity, a.User, err))
		return
	}
	step := Step{At: a.Time, Who: result.User.UserPrincipalName, Where: result.Mailbox.PrimarySMTPAddress, What: what}
	for _, r := range result.Records {
		e := Evidence{Log: "mailbox audit log", Operation: r.Action.String(), Identity: r.Identity, Note: r.Reason}
		if !r.Logged {
			e.Log = "none"
		}
		step.Evidence = append(step.Evidence, e)
	}
	s.steps = append(s.steps, step)
}

// refused performs an activity that must be refused.
func (s *stage) refused(what string, a activity.Activity) {
	if s.err != nil {
		return
	}
	a.Time = s.at()
	if _, err := s.engine.Perform(a); err == nil {
		s.fail(fmt.Errorf("%s by %s was not refused", a.Activity, a.User))
		return
	}
	s.steps = append(s.steps, Step{At: a.Time, Who: a.User, Where: a.Mailbox, What: what,
		Evidence: []Evidence{{Log: "none", Operation: a.Activity, Note: "Access was denied; what is refused is not logged."}}})
}

// receive lets a message arrive.
func (s *stage) receive(m activity.Message) {
	if s.err != nil {
		return
	}
	m.At = s.at()
	if err := s.engine.Deliver(m); err != nil {
		s.fail(err)
	}
}

// change runs a cmdlet in somebody's name: apply changes the organization, the
// parameters stand in the logs.
func (s *stage) change(what, who, ip, cmdlet, target string, parameters []tenant.Parameter, apply func(store.Writer) error) {
	if s.err != nil {
		return
	}
	c := &tenant.Change{Cmdlet: cmdlet, Caller: who, Target: target, Parameters: parameters, At: s.at(), ClientIP: ip, Server: "MWHPR12MB1553 (15.20.7409.024)"}
	err := apply(s.w)
	if err == nil {
		err = store.LogChange(s.w, c)
	}
	if err != nil {
		s.fail(fmt.Errorf("%s by %s: %w", cmdlet, who, err))
		return
	}
	s.steps = append(s.steps, Step{At: c.At, Who: who, Where: target, What: what,
		Evidence: []Evidence{{Log: "admin audit log", Operation: cmdlet, Note: "Every change by a cmdlet is logged, whatever the mailbox's audit settings are."}}})
}

// setMailbox is change for a setting of a mailbox.
func (s *stage) setMailbox(what, who, ip, cmdlet, identity string, parameters []tenant.Parameter, set func(*tenant.Mailbox)) {
	parameters = append([]tenant.Parameter{{Name: "Identity", Value: identity}}, parameters...)
	s.change(what, who, ip, cmdlet, identity, parameters, func(w store.Writer) error {
		m, err := w.Mailbox(identity)
		if err != nil {
			return err
		}
		set(m)
		return w.PutMailbox(m)
	})
}

// grant is Add-MailboxPermission.
func (s *stage) grant(what, who, ip, identity, user string) {
	s.change(what, who, ip, "Add-MailboxPermission", identity,
		[]tenant.Parameter{{Name: "Identity", Value: identity}, {Name: "User", Value: user}, {Name: "AccessRights", Value: "FullAccess"}},
		func(w store.Writer) error {
			m, err := w.Mailbox(identity)
			if err != nil {
				return err
			}
			p, err := tenant.NewPermission(m.ExchangeGUID, tenant.BagOf("User", user, "AccessRights", []any{"FullAccess"}))
			if err != nil {
				return err
			}
			return w.PutPermission(p)
		})
}
