package operator

import (
	"exolab/runtime/netfmt"
	"exolab/runtime/value"
)

func compilePattern(text string, fold bool) (*netfmt.Wildcard, error) {
	w, err := netfmt.CompileWildcard(text, fold)
	if err != nil {
		return nil, fault("RuntimeException", "%s", err.Error())
	}
	return w, nil
}

// likeness makes -like and -notlike; of a collection they keep the text of
// the elements.
func likeness(want bool) func(ignoreCase bool) Func {
	return func(ignoreCase bool) Func {
		return func(env value.Env, l, r value.Value) (value.Value, error) {
			w, err := compilePattern(value.ToString(env, r), ignoreCase)
			if err != nil {
				return value.Null, err
			}
			l = value.Unwrap(l)
			items := Elements(l)
			if items == nil {
				return value.Bool(w.Match(value.ToString(env, l)) == want), nil
			}
			kept := []value.Value{}
			for _, e := range items {
				if text := value.ToString(env, e); w.Match(text) == want {
					kept = append(kept, value.Str(text))
				}
			}
			return value.Obj(value.NewArray(kept)), nil
		}
	}
}
