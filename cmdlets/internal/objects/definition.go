package objects

import (
	"strconv"
	"strings"

	"exolab/cmdlets/internal/patterns"
	"exolab/runtime/value"
)

// Definition says what the elements of a property list may be: a value of the
// first key's types, or a hashtable of the keys. The first key is always the
// expression.
type Definition []Key

// Key is one entry that a hashtable in a property list may have; beginnings of
// its names name it too.
type Key struct {
	// Name is the key's own name, as messages show it; Other a second one.
	Name, Other string
	// Types are what the value may be; none allows anything.
	Types []*value.Type

	// check refuses a value or returns what it stands for.
	check func(r *listReader, key *Key, v value.Value) (value.Value, error)
}

// The folded names under which Expression.Options keeps the values.
const (
	LabelOption     = "label"
	NameOption      = "name"
	FormatOption    = "formatstring"
	WidthOption     = "width"
	AlignmentOption = "alignment"
	DepthOption     = "depth"
)

var (
	texts     = []*value.Type{value.TypeString}
	numbers   = []*value.Type{value.TypeInt32}
	textOrInt = []*value.Type{value.TypeString, value.TypeInt32}
	sources   = []*value.Type{value.TypeString, value.TypeScriptBlock}
)

// The keys of the cmdlets' property lists.
var (
	expressionKey      = Key{Name: "expression", Types: sources, check: checkExpression}
	plainExpressionKey = Key{Name: "expression", Types: sources, check: checkPlainExpression}
	labelKey           = Key{Name: "label", Other: "name", Types: texts}
	nameKey            = Key{Name: "name", Other: "label", Types: texts}
	formatKey          = Key{Name: "formatString", Types: texts, check: checkFormat}
	widthKey           = Key{Name: "width", Types: numbers, check: checkWidth}
	alignmentKey       = Key{Name: "alignment", Types: texts, check: checkAlignment}
)

// The property lists of the cmdlets.
var (
	SelectDefinition = Definition{expressionKey, nameKey}
	SortDefinition   = Definition{expressionKey, {Name: "ascending", check: checkTruth}, {Name: "descending", check: checkTruth}}
	// GroupDefinition is that of Compare-Object, too.
	GroupDefinition  = Definition{plainExpressionKey}
	TableDefinition  = Definition{expressionKey, formatKey, widthKey, alignmentKey, labelKey}
	ListDefinition   = Definition{expressionKey, formatKey, labelKey}
	WideDefinition   = Definition{expressionKey, formatKey}
	CustomDefinition = Definition{expressionKey, {Name: DepthOption, Types: numbers}}
	HTMLDefinition   = Definition{expressionKey, labelKey, {Name: AlignmentOption, Types: texts}, {Name: WidthOption, Types: textOrInt}}
)

// names reports whether a name is the key's or begins like it.
func (k *Key) names(name string) bool {
	folded := value.Fold(name)
	return strings.HasPrefix(value.Fold(k.Name), folded) || k.Other != "" && strings.HasPrefix(k.Other, folded)
}

// accepts reports whether a value has one of the key's types.
func (k *Key) accepts(v value.Value) bool {
	for _, t := range k.Types {
		if value.TypeOf(v) == t {
			return true
		}
	}
	return len(k.Types) == 0
}

// typeList shows the key's types as messages do.
func (k *Key) typeList() string {
	names := make([]string, len(k.Types))
	for i, t := range k.Types {
		names[i] = t.FullName
	}
	return "{" + strings.Join(names, ", ") + "}"
}

func checkExpression(r *listReader, k *Key, v value.Value) (value.Value, error) {
	if v.Kind() != value.KindString || v.Text() != "" {
		return v, nil
	}
	if r.hadTable {
		return v, r.refuse("ExpressionEmptyString1", `The "`+k.Name+`" key cannot have an empty string value.`)
	}
	return v, r.refuse("ExpressionEmptyString2", "An empty string value is not allowed.")
}

func checkPlainExpression(r *listReader, k *Key, v value.Value) (value.Value, error) {
	if _, err := checkExpression(r, k, v); err != nil {
		return v, err
	}
	if v.Kind() != value.KindString || !patterns.HasWildcard(v.Text()) {
		return v, nil
	}
	if r.hadTable {
		return v, r.refuse("ExpressionGlobbing1", `The "`+k.Name+`" key cannot have wildcard characters in value "`+v.Text()+`".`)
	}
	return v, r.refuse("ExpressionGlobbing2", `Wildcard characters are not allowed in "`+v.Text()+`".`)
}

func checkFormat(r *listReader, k *Key, v value.Value) (value.Value, error) {
	if v.Text() == "" {
		return v, r.refuse("FormatStringEmpty", `Cannot have an empty formatting string for key "`+k.Name+`".`)
	}
	return v, nil
}

func checkWidth(r *listReader, k *Key, v value.Value) (value.Value, error) {
	if n := v.Int64(); n <= 0 {
		return v, r.refuse("WidthOutOfRange", `The value "`+strconv.FormatInt(n, 10)+`" for key "`+k.Name+`" should be greater than 0.`)
	}
	return v, nil
}

// Alignments are the values of the alignment key; beginnings name them too.
var Alignments = []string{"left", "center", "right"}

// checkAlignment returns the full name of an alignment.
func checkAlignment(r *listReader, k *Key, v value.Value) (value.Value, error) {
	if v.Text() != "" {
		for _, full := range Alignments {
			if strings.HasPrefix(full, value.Fold(v.Text())) {
				return value.Str(full), nil
			}
		}
	}
	return v, r.refuse("AlignmentIllegalValue", `The value "`+v.Text()+`" for key "`+k.Name+`" is not valid; valid values are {`+
		strings.Join(Alignments, ", ")+"}.")
}

func checkTruth(_ *listReader, _ *Key, v value.Value) (value.Value, error) {
	return value.Bool(value.Truth(v)), nil
}
