package tenant

import "time"

// Clock tells an organization's present time. Age limits and the defaults of
// date parameters follow it.
type Clock interface {
	// Now returns the present, in UTC.
	Now() time.Time
}

// RealClock is the clock of the machine.
type RealClock struct{}

// Now returns the machine's time in UTC.
func (RealClock) Now() time.Time { return time.Now().UTC() }

// FixedClock stands still at one moment.
type FixedClock time.Time

// Now returns the fixed moment in UTC.
func (c FixedClock) Now() time.Time { return time.Time(c).UTC() }
