package runtime

import "exolab/runtime/value"

// Paths is what the providers of a session know of paths; a session without
// providers has none. Errors are exceptions as scripts see them.
type Paths interface {
	value.Object
	// Unresolved is the provider's path of one that need not exist.
	Unresolved(path string) (string, error)
	// Resolved lists the provider's paths that a path with wildcards leads to, and
	// the provider.
	Resolved(path string) (paths []string, provider value.Value, err error)
	// Location is the current location of a provider, a PathInfo.
	Location(provider string) (value.Value, error)
}

// Intrinsic names a part of the session state that the providers fill in:
// Path, Drive, Provider or InvokeProvider. Services holds the objects by it.
type Intrinsic string

// intrinsic is a part of the session state, Null where there are no providers.
func (s *Session) intrinsic(name Intrinsic) value.Value {
	if o, ok := s.Services[name].(value.Object); ok {
		return value.Obj(o)
	}
	return value.Null
}

// paths is what the session's providers know of paths.
func (s *Session) paths() (Paths, error) {
	if p, ok := s.Services[Intrinsic("Path")].(Paths); ok {
		return p, nil
	}
	return nil, value.NewException("System.NotSupportedException", "There are no providers here.")
}
