package value

import (
	"strconv"
	"strings"
)

// EnumText is the name of an enum's value, the names of its flags, or the
// number where there is no name.
func EnumText(t *Type, n int64) string {
	info := t.Enum
	if info == nil {
		return strconv.FormatInt(n, 10)
	}
	for i, known := range info.Values {
		if known == n {
			return info.Names[i]
		}
	}
	if info.Flags && n != 0 {
		if text, ok := flagsText(info, n); ok {
			return text
		}
	}
	return strconv.FormatInt(n, 10)
}

// flagsText takes the largest values first and lists them in rising order.
func flagsText(info *EnumInfo, n int64) (string, bool) {
	order := make([]int, 0, len(info.Values))
	for i := range info.Values {
		at := len(order)
		for at > 0 && uint64(info.Values[order[at-1]]) > uint64(info.Values[i]) {
			at--
		}
		order = append(order[:at], append([]int{i}, order[at:]...)...)
	}
	var names []string
	for i := len(order) - 1; i >= 0; i-- {
		if known := info.Values[order[i]]; known != 0 && n&known == known {
			n &^= known
			names = append([]string{info.Names[order[i]]}, names...)
		}
	}
	return strings.Join(names, ", "), n == 0
}

func enumNames(t *Type, separator string) string {
	if t.Enum == nil {
		return ""
	}
	return strings.Join(t.Enum.Names, separator)
}

// convertToEnum takes names, numbers, lists of either, and other enums.
func convertToEnum(env Env, v Value, t *Type) (Value, error) {
	switch {
	case v.Kind() == KindString:
		return textToEnum(v, v.Text(), t)
	case v.IsInteger() || v.Kind() == KindEnum:
		if n := v.Int64(); enumDefines(t, n) {
			return Enum(t, n), nil
		}
		return Null, undefinedEnum("UndefinedIntegerToEnum", CultureText(v), t)
	case v.IsNumber():
		text := ToString(env, v)
		return textToEnum(Str(text), text, t)
	case v.Kind() == KindBool || v.Kind() == KindChar || v.Kind() == KindDateTime:
		return Null, convertibleError(v, t)
	}
	if items, ok := ListItems(v); ok {
		return listToEnum(env, items, t)
	}
	if out, ok, err := fromDictionary(env, v, t); ok {
		return out, err
	}
	return Null, finalError(v, t)
}

func listToEnum(env Env, items []Value, t *Type) (Value, error) {
	names := make([]string, len(items))
	for i, e := range items {
		if names[i] = e.Text(); e.Kind() == KindString {
			continue
		}
		one, err := Convert(env, e, t)
		if err != nil {
			return Null, err
		}
		names[i] = EnumText(t, one.Int64())
	}
	text := strings.Join(names, ",")
	return textToEnum(Str(text), text, t)
}

func undefinedEnum(id, text string, t *Type) *Exception {
	return castError(id, "Cannot convert value \"%s\" to type \"%s\" due to enumeration values that are not valid. Specify one of the following "+
		"enumeration values and try again. The possible enumeration values are \"%s\".", text, t.FullName, enumNames(t, ","))
}

// enumDefines reports whether n is a value of the enum or, for flags, made of
// its values.
func enumDefines(t *Type, n int64) bool {
	var all int64
	for _, known := range t.Enum.Values {
		if known == n {
			return true
		}
		all |= known
	}
	return t.Enum.Flags && n&^all == 0
}

func textToEnum(v Value, text string, t *Type) (Value, error) {
	n, ok, tooLarge := parseEnumNumber(text, t.Enum)
	if tooLarge {
		return Null, causedError("CaseSensitiveEnumParseThrewAnException", v, t, overflowText(t.Enum.Underlying))
	}
	if !ok {
		if n, ok = parseEnumNames(text, t.Enum); !ok {
			var cause string
			if n, cause = disambiguate(text, t.Enum); cause != "" {
				return Null, causedError("SubstringDisambiguationEnumParseThrewAnException", v, t, cause)
			}
		}
	}
	if !enumDefines(t, n) {
		return Null, undefinedEnum("EnumParseUndefined", text, t)
	}
	return Enum(t, n), nil
}

func parseEnumNumber(text string, info *EnumInfo) (n int64, ok, tooLarge bool) {
	s := strings.TrimSpace(text)
	n, err := strconv.ParseInt(s, 10, 64)
	switch {
	case err == nil:
		return n, fits(n, info.Underlying), !fits(n, info.Underlying)
	case s != "" && strings.Trim(strings.TrimLeft(s, "+-"), "0123456789") == "" && strings.ContainsAny(s, "0123456789"):
		return 0, false, true
	}
	return 0, false, false
}

func parseEnumNames(text string, info *EnumInfo) (int64, bool) {
	var all int64
	for part := range strings.SplitSeq(text, ",") {
		n, ok := enumValue(strings.TrimSpace(part), info)
		if !ok {
			return 0, false
		}
		all |= n
	}
	return all, true
}

func enumValue(name string, info *EnumInfo) (int64, bool) {
	found := -1
	for i, known := range info.Names {
		if known == name {
			return info.Values[i], true
		}
		if found < 0 && strings.EqualFold(known, name) {
			found = i
		}
	}
	if found < 0 {
		return 0, false
	}
	return info.Values[found], true
}

// disambiguate finds the only name that begins with text.
func disambiguate(text string, info *EnumInfo) (n int64, cause string) {
	var matches []string
	for i, name := range info.Names {
		if len(name) >= len(text) && strings.EqualFold(name[:len(text)], text) {
			matches, n = append(matches, name), info.Values[i]
		}
	}
	switch len(matches) {
	case 1:
		return n, ""
	case 0:
		return 0, "Unable to match the identifier name " + text + " to a valid enumerator name. Specify one of the following enumerator names and try again:\n" +
			strings.Join(info.Names, ", ")
	}
	return 0, "The identifier name " + text + " cannot be processed because it is either too similar or identical to the following enumerator names: " +
		strings.Join(matches, ", ") + ". Use a more specific identifier name."
}
