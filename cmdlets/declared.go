package cmdlets

import (
	"errors"
	"fmt"
	"reflect"
	"strings"

	"exolab/runtime"
	"exolab/runtime/value"
)

// Declared reads parameters that no struct declares: "Name:type words; ...",
// where the words are those of a `ps` tag. A type that is not known takes
// anything. The error lists what could not be read.
func Declared(s *runtime.Session, text string) ([]*runtime.Param, error) {
	var params []*runtime.Param
	var wrong []error
	for declaration := range strings.SplitSeq(text, "; ") {
		if declaration == "" {
			continue
		}
		p, err := declared(s, declaration)
		if err != nil {
			wrong = append(wrong, fmt.Errorf("%q: %w", declaration, err))
			continue
		}
		params = append(params, p)
	}
	return params, errors.Join(wrong...)
}

func declared(s *runtime.Session, text string) (*runtime.Param, error) {
	head, words, _ := strings.Cut(text, " ")
	name, typeName, _ := strings.Cut(head, ":")
	f, err := readTag(nil, reflect.StructField{Name: name, Tag: reflect.StructTag(fmt.Sprintf("ps:%q", words)), Type: reflect.TypeFor[int]()})
	if err != nil {
		return nil, err
	}
	p := f.param
	if typ, ok := s.LookupType(typeName); ok {
		p.Type = typ
	} else {
		p.Type = value.TypeObject
	}
	p.HasType = p.Type != value.TypeObject
	p.Switch = p.Type == value.TypeSwitch
	return p, nil
}
