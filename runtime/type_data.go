package runtime

import (
	"maps"
	"slices"

	"exolab/runtime/value"
)

// TypeData returns the members that were given to a type name, or nil.
func (s *Session) TypeData(typeName string) *value.Members { return s.typeData[value.Fold(typeName)] }

// ExtendedTypes lists the type names that were given members, sorted.
func (s *Session) ExtendedTypes() []string {
	return slices.Sorted(maps.Values(s.extendedNames))
}

// ExtendType returns the members given to a type name, to add to them.
func (s *Session) ExtendType(typeName string) *value.Members {
	if s.typeData == nil {
		s.typeData, s.extendedNames = map[string]*value.Members{}, map[string]string{}
	}
	folded := value.Fold(typeName)
	if s.typeData[folded] == nil {
		s.typeData[folded] = &value.Members{}
		s.extendedNames[folded] = typeName
	}
	return s.typeData[folded]
}

// RemoveTypeData takes all members from a type name and reports whether there
// were any.
func (s *Session) RemoveTypeData(typeName string) bool {
	_, known := s.typeData[value.Fold(typeName)]
	delete(s.typeData, value.Fold(typeName))
	delete(s.extendedNames, value.Fold(typeName))
	return known
}

// HasTypeData reports whether any type was given members.
func (f *Frame) HasTypeData() bool { return len(f.session.typeData) > 0 }

// TypeData returns the members that were given to a type name, or nil.
func (f *Frame) TypeData(typeName string) *value.Members { return f.session.TypeData(typeName) }
