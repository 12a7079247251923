package record

import (
	"fmt"
	"strings"

	"exolab/store/tenant"
)

// ShapeSeparator does not occur in property names; a list of names is kept as one
// text with it between them.
const ShapeSeparator = "\x1f"

// CheckNames reports what is wrong with a list of property names: one that is
// empty or cannot be kept, or one that occurs twice, ignoring case.
func CheckNames(names []string) error {
	seen := make(map[string]bool, len(names))
	for _, name := range names {
		if err := checkName(name); err != nil {
			return err
		}
		folded := strings.ToLower(name)
		if seen[folded] {
			return fmt.Errorf("the property %q occurs twice", name)
		}
		seen[folded] = true
	}
	return nil
}

func checkName(name string) error {
	if name == "" || strings.Contains(name, ShapeSeparator) {
		return fmt.Errorf("%q is not a property name", name)
	}
	return nil
}

// Shapes keeps one shape for each list of names.
type Shapes map[string]*likeness

// Of returns the one shape of a list of names, or the error of CheckNames.
func (s Shapes) Of(names []string) (*tenant.Shape, error) {
	like, err := s.like(names)
	if err != nil {
		return nil, err
	}
	return like.shape, nil
}

// like returns what objects of a list of names are like.
func (s Shapes) like(names []string) (*likeness, error) {
	key := make([]byte, 0, 1024)
	for _, name := range names {
		key = append(append(key, name...), ShapeSeparator...)
	}
	if known := s[string(key)]; known != nil {
		return known, nil
	}
	if err := CheckNames(names); err != nil {
		return nil, err
	}
	own := make([]string, len(names))
	for i, name := range names {
		own[i] = strings.Clone(name) // the line may go
	}
	fresh := &likeness{shape: tenant.NewShape(own), texts: make([]any, len(names))}
	s[string(key)] = fresh
	return fresh, nil
}

// likeness is what an object is like that has the same names as one before: its
// shape, and the texts of that one, which often come again.
type likeness struct {
	shape *tenant.Shape
	texts []any
}

// naming collects the names of an object. As long as they are those of the
// likely shape, it only counts them.
type naming struct {
	likely *likeness
	count  int
	names  []string // all of them, once one is another
}

func (n *naming) add(name string) error {
	if n.names == nil {
		if known := n.likely.shape.Names(); n.count < len(known) && known[n.count] == name {
			n.count++
			return nil
		}
		n.leave()
	}
	if err := checkName(name); err != nil {
		return err
	}
	n.names = append(n.names, name)
	return nil
}

// leave goes on without the likely shape.
func (n *naming) leave() {
	n.names = append(make([]string, 0, n.count+8), n.likely.shape.Names()[:n.count]...)
}

// boxed returns a text as a value: that of the object before, if it had the same
// at this place.
func (n *naming) boxed(text string) any {
	if n.names != nil || n.count >= len(n.likely.texts) {
		return text
	}
	last := &n.likely.texts[n.count]
	if known, ok := (*last).(string); ok && known == text {
		return *last
	}
	*last = text
	return *last
}

// known returns what objects of these names are like.
func (n *naming) known(s Shapes) (*likeness, error) {
	if n.names == nil {
		if n.likely.shape != nil && n.count == len(n.likely.texts) {
			return n.likely, nil
		}
		n.leave()
	}
	return s.like(n.names)
}
