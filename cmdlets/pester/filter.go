package pester

import (
	"strings"

	"exolab/cmdlets/internal/patterns"
)

// filter chooses the tests to run.
type filter struct {
	tags, excluded, names []string
}

// selects reports whether a test with those tags and that path runs.
func (f *filter) selects(tags, path []string) bool {
	if anyTag(f.excluded, tags) {
		return false
	}
	if len(f.tags) == 0 && len(f.names) == 0 {
		return true
	}
	return anyTag(f.tags, tags) || len(f.names) > 0 && patterns.MatchAny(f.names, strings.Join(path, "."))
}

func anyTag(wanted, tags []string) bool {
	for _, tag := range tags {
		if len(wanted) > 0 && patterns.MatchAny(wanted, tag) {
			return true
		}
	}
	return false
}
