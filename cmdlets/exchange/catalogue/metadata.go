package catalogue

import (
	"strconv"
	"strings"

	"exolab/runtime"
	"exolab/runtime/validation"
	"exolab/runtime/value"
)

// plainTypes are the types that the binder converts arguments to. Exchange's
// own types take what they are given; the cmdlets read it.
var plainTypes = map[string]string{
	"SwitchParameter": "switch", "Boolean": "bool", "String": "string", "String[]": "string[]", "Int32": "int",
	"UInt32": "uint32", "Int64": "long", "UInt64": "uint64", "Int32[]": "int[]", "DateTime": "datetime",
	"ExDateTime": "datetime", "Guid": "guid", "TimeSpan": "timespan", "Single": "float", "Double": "double",
	"Hashtable": "hashtable", "Fqdn": "string", "PSSession": "", "SecureString": "securestring", "PSCredential": "pscredential",
}

// transformed are those whose conversion is a transformation.
var transformed = map[string]bool{"bool": true, "int": true, "uint32": true, "datetime": true, "timespan": true, "guid": true}

// Metadata reads the parameters of a catalogue line.
func Metadata(s *runtime.Session, e *Entry) *runtime.Metadata {
	m := &runtime.Metadata{CmdletBinding: true, PositionalBinding: true, SupportsShouldProcess: e.ShouldProcess(), TakesFirstSet: true, ConfirmImpact: 2}
	if e.ShouldProcess() && strings.HasPrefix(e.Name, "Remove-") {
		m.ConfirmImpact = 3
	}
	if len(e.sets) > 0 {
		m.DefaultSet = e.sets[0]
	}
	if e.Params != "" {
		for text := range strings.SplitSeq(e.Params, ";") {
			m.Params = append(m.Params, readParam(s, e, text))
		}
	}
	m.AddCommonParameters()
	return m
}

// paramReader reads one parameter: name and type, then words that begin with
// what they say: s sets, m mandatory, p position, v pipeline, a aliases,
// r range, e values.
type paramReader struct {
	entry     *Entry
	typeName  string
	param     *runtime.Param
	sets      map[int]bool
	mandatory map[int]bool
	always    bool
	position  int
	posSets   map[int]bool
	pipeline  string
}

func readParam(s *runtime.Session, e *Entry, text string) *runtime.Param {
	words := strings.Split(text, ":")
	r := paramReader{entry: e, typeName: words[1], position: -1, param: &runtime.Param{Name: words[0], Type: value.TypeObject, AllowNull: true,
		AllowEmptyString: true, AllowEmptyCollection: true, Several: strings.HasSuffix(words[1], "[]") || words[1] == "MultiValuedProperty"}}
	if name := plainTypes[words[1]]; name != "" {
		if t, ok := s.LookupType(name); ok {
			r.param.Type, r.param.HasType = t, true
			r.param.Switch = t == value.TypeSwitch
			if transformed[name] {
				r.param.Attributes = append(r.param.Attributes, conversion{t})
			}
		}
	}
	if strings.HasSuffix(words[1], "IdParameter") && words[1] != severalMailboxes {
		r.param.Attributes = append(r.param.Attributes, identity{words[1]})
	}
	for _, word := range words[2:] {
		r.word(word)
	}
	r.param.Sets = r.paramSets()
	return r.param
}

func (r *paramReader) word(word string) {
	arg := word[1:]
	switch word[0] {
	case 's':
		r.sets = indexSet(arg)
	case 'm':
		r.always, r.mandatory = arg == "", indexSet(arg)
		r.param.AllowNull = false
		if r.typeName == "String" {
			r.param.AllowEmptyString = false
		}
	case 'p':
		place, sets, limited := strings.Cut(arg, ".")
		r.position, _ = strconv.Atoi(place)
		if limited {
			r.posSets = indexSet(sets)
		}
	case 'v':
		r.pipeline = arg
	case 'a':
		r.param.Aliases = strings.Split(arg, "|")
	case 'r':
		low, high, _ := strings.Cut(arg, "~")
		r.param.Attributes = append(r.param.Attributes, &validation.Range{Min: number(low), Max: number(high)})
	case 'e':
		r.param.Attributes = append(r.param.Attributes, &enumeration{typeName: r.typeName, values: strings.Split(arg, "|")})
	}
}

func number(text string) value.Value {
	n, _ := strconv.Atoi(text)
	return value.Int(n)
}

func indexSet(text string) map[int]bool {
	if text == "" {
		return nil
	}
	set := map[int]bool{}
	for part := range strings.SplitSeq(text, ".") {
		n, _ := strconv.Atoi(part)
		set[n] = true
	}
	return set
}

// paramSets says how the parameter stands in each of its sets.
func (r *paramReader) paramSets() []runtime.ParamSet {
	at := func(i int, name string) runtime.ParamSet {
		p := runtime.ParamSet{Name: name, Mandatory: r.always || r.mandatory[i], Position: -1,
			Pipeline: strings.Contains(r.pipeline, "b"), PipelineByName: strings.Contains(r.pipeline, "n")}
		if r.posSets == nil || r.posSets[i] {
			p.Position = r.position
		}
		return p
	}
	uniform := r.sets == nil && len(r.mandatory) == 0 && r.posSets == nil
	if uniform || len(r.entry.sets) == 0 {
		return []runtime.ParamSet{at(-1, runtime.AllSets)}
	}
	var out []runtime.ParamSet
	for i, name := range r.entry.sets {
		if r.sets == nil || r.sets[i] {
			out = append(out, at(i, name))
		}
	}
	return out
}
