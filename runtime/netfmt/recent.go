package netfmt

import "sync/atomic"

// recent remembers what was made of the texts seen lately: a script uses the
// same formats and patterns over and over. A text that falls on the place of
// another one takes it over. The zero value is empty.
type recent[K comparable, V any] struct {
	places [recentPlaces]atomic.Pointer[recentEntry[K, V]]
}

const (
	recentPlaces = 256
	// recentLength keeps large texts from being held on to.
	recentLength = 1 << 10
)

type recentEntry[K comparable, V any] struct {
	key  K
	made V
}

// find returns what was made of a key, whose place its text decides, or nil.
func (r *recent[K, V]) find(key K, text string) *V {
	if e := r.places[recentPlace(text)].Load(); e != nil && e.key == key {
		return &e.made
	}
	return nil
}

func (r *recent[K, V]) remember(key K, text string, made V) {
	if len(text) > recentLength {
		return
	}
	r.places[recentPlace(text)].Store(&recentEntry[K, V]{key, made})
}

// recentPlace mixes the length and three of the characters, which tell apart
// most of the texts of one script.
func recentPlace(text string) uint {
	n := uint(len(text))
	if n == 0 {
		return 0
	}
	return (n*31 + uint(text[0])*7 + uint(text[n/2])*3 + uint(text[n-1])) % recentPlaces
}
