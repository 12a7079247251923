package cmdlets

import (
	"fmt"
	"reflect"
	"strconv"
	"strings"

	"exolab/cmdlets/internal/files"
	"exolab/runtime"
	"exolab/runtime/validation"
	"exolab/runtime/value"
)

// field is one parameter of a cmdlet struct: where it is stored (a path of field
// indexes, through the structs that are embedded), and how it was declared.
type field struct {
	index []int
	param *runtime.Param
	// typeName is what type= says.
	typeName string
}

// tagReader reads the `ps` tag of one field.
type tagReader struct {
	field  reflect.StructField
	param  *runtime.Param
	common runtime.ParamSet
	// current are the sets that words now apply to; nil before the first set=.
	current  []int
	typeName string
	err      error
}

// readTag reads the declaration of a field.
func readTag(index []int, f reflect.StructField) (field, error) {
	r := tagReader{field: f, param: &runtime.Param{Name: f.Name}}
	r.common = runtime.ParamSet{Name: runtime.AllSets, Position: -1}
	tag := f.Tag.Get("ps")
	for first := true; tag != "" && r.err == nil; first = false {
		var word string
		if strings.HasPrefix(tag, "pattern=") || strings.HasPrefix(tag, "help=") {
			word, tag = tag, ""
		} else {
			word, tag, _ = strings.Cut(tag, ",")
		}
		if first && word != "" && word[0] >= 'A' && word[0] <= 'Z' {
			r.param.Name = word
			continue
		}
		r.word(strings.TrimSpace(word))
	}
	if len(r.param.Sets) == 0 {
		r.param.Sets = []runtime.ParamSet{r.common}
	}
	if r.err != nil {
		return field{}, fmt.Errorf("field %s: %w", f.Name, r.err)
	}
	return field{index: index, param: r.param, typeName: r.typeName}, nil
}

// word applies one word of the tag.
func (r *tagReader) word(word string) {
	key, arg, _ := strings.Cut(word, "=")
	switch key {
	case "":
	case "set":
		r.sets(strings.Split(arg, "|"))
	case "alias":
		r.param.Aliases = strings.Split(arg, "|")
	case "type":
		r.typeName = arg
	case "allownull":
		r.param.AllowNull = true
	case "allowemptystring":
		r.param.AllowEmptyString = true
	case "allowemptycollection":
		r.param.AllowEmptyCollection = true
	case "allowempty":
		r.param.AllowEmptyString, r.param.AllowEmptyCollection = true, true
	case "dontshow":
		r.param.DontShow = true
	case "dynamic":
		r.param.Dynamic = true
	case "position", "mandatory", "pipeline", "byname", "remaining", "help":
		r.place(key, arg)
	default:
		r.validation(key, arg)
	}
}

// sets makes the following words apply to the named sets.
func (r *tagReader) sets(names []string) {
	r.current = r.current[:0]
	for _, name := range names {
		at := -1
		for i := range r.param.Sets {
			if r.param.Sets[i].Name == name {
				at = i
			}
		}
		if at < 0 {
			set := r.common
			set.Name = name
			at = len(r.param.Sets)
			r.param.Sets = append(r.param.Sets, set)
		}
		r.current = append(r.current, at)
	}
}

// place applies a word that says how the parameter stands in its sets.
func (r *tagReader) place(key, arg string) {
	apply := func(set *runtime.ParamSet) {
		switch key {
		case "position":
			n, err := strconv.Atoi(arg)
			if err != nil {
				r.err = fmt.Errorf("position=%s is no number", arg)
			}
			set.Position = n
		case "mandatory":
			set.Mandatory = true
		case "pipeline":
			set.Pipeline = true
		case "byname":
			set.PipelineByName = true
		case "remaining":
			set.Remaining = true
		case "help":
			set.HelpMessage, r.param.Help = arg, arg
		}
	}
	if r.current == nil {
		apply(&r.common)
		return
	}
	for _, i := range r.current {
		apply(&r.param.Sets[i])
	}
}

// validation applies a word that names a validation.
func (r *tagReader) validation(key, arg string) {
	var a runtime.ParamAttribute
	switch key {
	case "notnull":
		a = &validation.NotNull{}
	case "notnullorempty":
		a = &validation.NotNull{Empty: true}
	case "notnullorwhitespace":
		a = &validation.NotNull{Empty: true, Blank: true}
	case "validateset":
		a = &validation.Set{Values: strings.Split(arg, "|")}
	case "pattern":
		a = &validation.Pattern{Pattern: arg}
	case "range":
		a = r.rangeOf(arg)
	case "length":
		low, high := r.bounds(arg)
		a = &validation.Length{Lengths: validation.Lengths{Min: low, Max: high}}
	case "count":
		low, high := r.bounds(arg)
		a = &validation.Count{Lengths: validation.Lengths{Min: low, Max: high}}
	case "transform":
		if a = transforms[arg]; a == nil {
			r.err = fmt.Errorf("transform=%s is not known", arg)
			return
		}
	default:
		r.err = fmt.Errorf("unknown word %q", key)
		return
	}
	r.param.Attributes = append(r.param.Attributes, a)
}

// rangeOf reads range=1:10 or range=positive.
func (r *tagReader) rangeOf(arg string) runtime.ParamAttribute {
	low, high, ok := strings.Cut(arg, ":")
	if !ok {
		return &validation.Range{Kind: arg}
	}
	return &validation.Range{Min: r.number(low), Max: r.number(high)}
}

// number reads a bound of a range in the field's type.
func (r *tagReader) number(text string) value.Value {
	kind := r.field.Type
	for kind.Kind() == reflect.Pointer || kind.Kind() == reflect.Slice {
		kind = kind.Elem()
	}
	if kind.Kind() == reflect.Float64 {
		n, err := strconv.ParseFloat(text, 64)
		r.note(err)
		return value.Double(n)
	}
	n, err := strconv.ParseInt(text, 10, 64)
	r.note(err)
	if kind.Kind() == reflect.Int64 || n != int64(int32(n)) {
		return value.Long(n)
	}
	return value.Int(int(n))
}

func (r *tagReader) bounds(arg string) (low, high int) {
	from, to, ok := strings.Cut(arg, ":")
	if !ok {
		r.err = fmt.Errorf("%q is no range", arg)
		return 0, 0
	}
	low, err := strconv.Atoi(from)
	r.note(err)
	high, err = strconv.Atoi(to)
	r.note(err)
	return low, high
}

func (r *tagReader) note(err error) {
	if err != nil && r.err == nil {
		r.err = err
	}
}

// transforms are the argument transformations that tags can name.
var transforms = map[string]runtime.ParamAttribute{
	"encoding":   files.EncodingArgument{},
	"membername": memberName{},
}
