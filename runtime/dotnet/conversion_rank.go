package dotnet

import "exolab/runtime/value"

// conversionRank says how well an argument of one type fits a parameter of
// another, the higher the better: PowerShell's ConversionRank, with its
// numbers. A single value put into an array has the rank of its element with
// one bit less.
type conversionRank uint16

const (
	rankNone              conversionRank = 0x00
	rankUnrelatedArrays   conversionRank = 0x0F
	rankToString          conversionRank = 0x1F
	rankConvertible       conversionRank = 0x3F
	rankImplicitCast      conversionRank = 0x4F
	rankExplicitCast      conversionRank = 0x5F
	rankElement           conversionRank = 0x67
	rankConstructor       conversionRank = 0x6F
	rankParse             conversionRank = 0x7F
	rankPSObject          conversionRank = 0x8F
	rankLanguage          conversionRank = 0x9F
	rankNullToValue       conversionRank = 0xAF
	rankNullToRef         conversionRank = 0xBF
	rankNumericExplicit   conversionRank = 0xCF
	rankNumericExplicit1  conversionRank = 0xDF
	rankNumericString     conversionRank = 0xEF
	rankNumericImplicit   conversionRank = 0xFF
	rankAssignable        conversionRank = 0x10F
	rankStringToCharArray conversionRank = 0x11A
	rankIdentity          conversionRank = 0x11F

	scalarToArray conversionRank = 0xFFF7
)

var wayRanks = [...]conversionRank{
	value.NoWay: rankNone, value.ByParse: rankParse, value.ByConstructor: rankConstructor, value.ByImplicitCast: rankImplicitCast,
	value.ByExplicitCast: rankExplicitCast, value.ByElements: rankConstructor, value.ByElement: rankElement, value.ByProperties: rankConstructor,
}

// rankOf grades the conversion from one type to another. from is nil for $null.
func rankOf(from, to *value.Type) conversionRank {
	switch {
	case from == to:
		return rankIdentity
	case from == nil:
		return rankOfNull(to)
	}
	if r, basic := rankOfBasic(from, to); basic {
		return r
	}
	switch {
	case to.IsAssignableFrom(from):
		return rankAssignable
	case to == typePSObject:
		return rankPSObject
	case to.Definition == typeNullable:
		return rankOf(from, to.Args[0])
	case to == value.TypeBoolean:
		return rankLanguage
	case to == value.TypeString:
		return rankToString
	case to.Elem != nil || to == value.TypeArray:
		return rankOfArray(from, to)
	}
	if r := rankByLanguage(from, to); r != rankNone {
		return r
	}
	return rankByMembers(from, to)
}

func rankOfNull(to *value.Type) conversionRank {
	switch {
	case to == value.TypeString:
		return rankToString
	case isNumeric(to), to == value.TypeChar, to == value.TypeBoolean, to == value.TypeSwitch, to.Definition == typeNullable:
		return rankNullToValue
	case !to.IsValueType:
		return rankNullToRef
	}
	return rankNone
}

// isNumeric tells the types that PowerShell calls numbers.
func isNumeric(t *value.Type) bool {
	return t.Enum == nil && numeric(t.Kind) || t == value.TypeBigInteger
}

// rankOfBasic grades the conversions among numbers, text, characters and truth
// that PowerShell fixes in advance.
func rankOfBasic(from, to *value.Type) (r conversionRank, basic bool) {
	switch {
	case isNumeric(from) && (to == value.TypeString || to == value.TypeChar), from == value.TypeString && isNumeric(to):
		return rankNumericString, true
	case from.Enum == nil && to.Enum == nil && numeric(from.Kind) && numeric(to.Kind):
		return rankOfNumbers(from.Kind, to.Kind), true
	case from == value.TypeString && to.Elem == value.TypeChar:
		return rankStringToCharArray, true
	case from == value.TypeString && (to == value.TypeRegex || to == value.TypeURI || to == value.TypeType || to == value.TypeBoolean),
		from == value.TypeChar && (to.Kind == value.KindSingle || to.Kind == value.KindDouble || to == value.TypeBoolean),
		from == value.TypeBoolean && to == value.TypeBigInteger:
		return rankLanguage, true
	}
	return rankNone, false
}

// rankOfNumbers grades a conversion between two kinds of number.
func rankOfNumbers(from, to value.Kind) conversionRank {
	whole := func(k value.Kind) bool { return k < value.KindSingle }
	switch {
	case whole(from) && !whole(to), from == value.KindSingle && to == value.KindDouble:
		return rankNumericImplicit
	case from == value.KindDecimal && !whole(to):
		return rankNumericExplicit1
	case !whole(from):
		return rankNumericExplicit
	case Bits(from) > Bits(to):
		return rankNumericExplicit
	case Bits(from) == Bits(to):
		if IsUnsigned(from) {
			return rankNumericExplicit
		}
		return rankNumericExplicit1
	case !IsUnsigned(from) && IsUnsigned(to):
		return rankNumericExplicit1
	}
	return rankNumericImplicit
}

func rankOfArray(from, to *value.Type) conversionRank {
	elem := to.Elem
	if elem == nil {
		elem = value.TypeObject
	}
	switch {
	case from.Elem != nil && elem.IsAssignableFrom(from.Elem):
		return rankLanguage
	case from.Elem != nil:
		return rankUnrelatedArrays
	case enumerates(from):
		return rankLanguage
	}
	return rankOf(from, elem) & scalarToArray
}

// enumerates reports whether PowerShell takes values of the type apart.
func enumerates(t *value.Type) bool {
	return t != value.TypeString && value.TypeIEnumerable.IsAssignableFrom(t) && !value.TypeIDictionary.IsAssignableFrom(t) &&
		!value.TypeXMLDocument.Base.IsAssignableFrom(t)
}

// rankByLanguage grades the conversions that the language has for single types.
func rankByLanguage(from, to *value.Type) conversionRank {
	switch {
	case to == value.TypeHashtable && value.TypeIDictionary.IsAssignableFrom(from), to == value.TypeXMLDocument, to == typeReference,
		isDelegate(to) && (from == value.TypeScriptBlock || from == typeMethodGroup):
		return rankLanguage
	case to.Enum != nil && from.Enum == nil && from.Kind >= value.KindSByte && from.Kind <= value.KindUInt64:
		return rankLanguage
	case to.Enum != nil && (from == value.TypeString || enumerates(from)):
		return rankParse
	}
	return rankNone
}

// rankByMembers grades by the members of the two types: parsers, constructors,
// conversion operators, then what IConvertible allows.
func rankByMembers(from, to *value.Type) conversionRank {
	if r := wayRanks[value.WayTo(from, to)]; r != rankNone {
		return r
	}
	switch {
	case isNumeric(from):
		if rankOf(value.TypeString, to) != rankNone {
			return rankConvertible
		}
	case from.Kind == value.KindBool, from.Kind == value.KindChar, from.Kind == value.KindDateTime, from.Enum != nil:
		return rankConvertible
	}
	return rankNone
}
