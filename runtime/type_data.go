package runtime

import "exolab/runtime/value"

// TypeData returns the members that were given to a type name, or nil.
func (s *Session) TypeData(typeName string) *value.Members { return s.typeData[value.Fold(typeName)] }

// ExtendType returns the members given to a type name, to add to them.
func (s *Session) ExtendType(typeName string) *value.Members {
	if s.typeData == nil {
		s.typeData = map[string]*value.Members{}
	}
	folded := value.Fold(typeName)
	if s.typeData[folded] == nil {
		s.typeData[folded] = &value.Members{}
	}
	return s.typeData[folded]
}

// RemoveTypeData takes all members from a type name and reports whether there
// were any.
func (s *Session) RemoveTypeData(typeName string) bool {
	_, known := s.typeData[value.Fold(typeName)]
	delete(s.typeData, value.Fold(typeName))
	return known
}

// HasTypeData reports whether any type was given members.
func (f *Frame) HasTypeData() bool { return len(f.session.typeData) > 0 }

// TypeData returns the members that were given to a type name, or nil.
func (f *Frame) TypeData(typeName string) *value.Members { return f.session.TypeData(typeName) }
