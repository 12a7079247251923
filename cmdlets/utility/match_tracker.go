package utility

// matchTracker collects the lines around the matches of one stream of lines
// and hands each match on when its context is complete.
type matchTracker struct {
	before, after int
	yield         func(*MatchInfo) error
	// recent are the last lines; shown counts those at its end that were not
	// shown yet.
	recent  []string
	fresh   int
	pending []*MatchInfo
	// open is the match that still shows lines after it.
	open *MatchInfo
}

// line takes a line that did not match.
func (t *matchTracker) line(text string) error {
	shown := false
	if t.open != nil && len(t.open.Context.DisplayPost) < t.after {
		t.open.Context.DisplayPost = append(t.open.Context.DisplayPost, text)
		shown = true
	}
	t.follow(text)
	t.remember(text, shown)
	return t.flush(false)
}

// match takes a line that matched.
func (t *matchTracker) match(m *MatchInfo) error {
	if t.before == 0 && t.after == 0 {
		return t.yield(m)
	}
	t.follow(m.Line)
	m.Context = &MatchContext{Pre: append([]string(nil), t.recent...)}
	m.Context.DisplayPre = append([]string(nil), t.recent[len(t.recent)-t.fresh:]...)
	t.open = m
	t.pending = append(t.pending, m)
	t.remember(m.Line, true)
	return t.flush(false)
}

// follow adds a line to the context after each pending match.
func (t *matchTracker) follow(text string) {
	for _, m := range t.pending {
		if len(m.Context.Post) < t.after {
			m.Context.Post = append(m.Context.Post, text)
		}
	}
}

func (t *matchTracker) remember(text string, shown bool) {
	if t.before == 0 {
		return
	}
	t.recent = append(t.recent, text)
	t.fresh++
	if shown {
		t.fresh = 0
	}
	if len(t.recent) > t.before {
		t.recent = t.recent[1:]
	}
	t.fresh = min(t.fresh, len(t.recent))
}

// flush hands on the matches whose context is complete, or all at the end.
func (t *matchTracker) flush(end bool) error {
	for len(t.pending) > 0 && (end || len(t.pending[0].Context.Post) >= t.after) {
		m := t.pending[0]
		t.pending = t.pending[1:]
		if err := t.yield(m); err != nil {
			return err
		}
	}
	return nil
}
