package netfmt

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/dlclark/regexp2"
	"github.com/dlclark/regexp2/syntax"
)

// The options of regular expressions that scripts use.
const (
	RegexNone       = regexp2.None
	RegexIgnoreCase = regexp2.IgnoreCase
)

// maxCachedRegexes bounds the cache; beyond it the cache starts afresh.
const maxCachedRegexes = 512

type regexKey struct {
	pattern string
	options regexp2.RegexOptions
}

// Regex is a compiled pattern. Quick is nil where only the general engine
// matches it as .NET does. Limit is how long a match of the general engine may
// take, 0 for the usual limit; quick ones take no longer than the text.
type Regex struct {
	*regexp2.Regexp
	Quick   *QuickRegex
	Limit   time.Duration
	options regexp2.RegexOptions
}

var regexCache = struct {
	sync.Mutex
	compiled map[regexKey]Regex
}{compiled: map[regexKey]Regex{}}

// recentRegexes are those of the cache that were used lately, found without
// its lock.
var recentRegexes recent[regexKey, Regex]

// LoadRegex compiles a .NET regular expression or takes it from the cache. The
// engines of the result are shared: change nothing in them. The error is .NET's
// RegexParseException.
func LoadRegex(pattern string, options regexp2.RegexOptions) (Regex, error) {
	key := regexKey{pattern, options}
	if known := recentRegexes.find(key, pattern); known != nil {
		return *known, nil
	}
	re, err := loadRegex(key)
	if err == nil {
		recentRegexes.remember(key, pattern, re)
	}
	return re, err
}

func loadRegex(key regexKey) (Regex, error) {
	regexCache.Lock()
	defer regexCache.Unlock()
	if re, ok := regexCache.compiled[key]; ok {
		return re, nil
	}
	pattern, options := key.pattern, key.options
	general, err := regexp2.Compile(pattern, options)
	if err != nil {
		return Regex{}, regexError(pattern, options, err)
	}
	setClock()
	general.MatchTimeout = firstTry
	if len(regexCache.compiled) >= maxCachedRegexes {
		clear(regexCache.compiled)
	}
	re := Regex{Regexp: general, Quick: quickRegex(pattern, options), options: options}
	regexCache.compiled[key] = re
	return re, nil
}

// ErrRegexTimeout is the error of a match that took too long.
var ErrRegexTimeout error = &Error{KindRegexTimeout, "The Regex engine has timed out while trying to match a pattern to an input string. " +
	"This can occur for many reasons, including very large inputs or excessive backtracking caused by nested quantifiers, " +
	"back-references and other factors."}

// regexTexts are .NET's texts for what may be wrong with a pattern.
var regexTexts = map[syntax.ErrorCode]string{
	syntax.ErrUnterminatedComment:        "Unterminated (?#...) comment.",
	syntax.ErrInvalidRepeatSize:          "Illegal {x,y} with x > y.",
	syntax.ErrCaptureGroupOutOfRange:     "Capture group numbers must be less than or equal to Int32.MaxValue.",
	syntax.ErrUnexpectedParen:            "Too many )'s.",
	syntax.ErrMissingParen:               "Not enough )'s.",
	syntax.ErrInvalidRepeatOp:            "Nested quantifier '%v'.",
	syntax.ErrMissingRepeatArgument:      "Quantifier '%v' following nothing.",
	syntax.ErrConditionalExpression:      "Illegal conditional (?(...)) expression.",
	syntax.ErrTooManyAlternates:          "Too many | in (?()|).",
	syntax.ErrUnrecognizedGrouping:       "Unrecognized grouping construct.",
	syntax.ErrInvalidGroupName:           "Invalid group name: Group names must begin with a word character.",
	syntax.ErrCapNumNotZero:              "Capture number cannot be zero.",
	syntax.ErrUndefinedBackRef:           "Reference to undefined group number %v.",
	syntax.ErrUndefinedNameRef:           "Reference to undefined group name '%v'.",
	syntax.ErrAlternationCantCapture:     "Alternation conditions do not capture and cannot be named.",
	syntax.ErrAlternationCantHaveComment: "Alternation conditions cannot be comments.",
	syntax.ErrMalformedReference:         "Conditional alternation is missing a closing parenthesis after the group number %v.",
	syntax.ErrUndefinedReference:         "Conditional alternation refers to an undefined group number %v.",
	syntax.ErrIllegalEndEscape:           `Illegal \ at end of pattern.`,
	syntax.ErrMalformedSlashP:            `Malformed \p{X} character escape.`,
	syntax.ErrIncompleteSlashP:           `Incomplete \p{X} character escape.`,
	syntax.ErrUnknownSlashP:              "Unknown property '%v'.",
	syntax.ErrUnrecognizedEscape:         `Unrecognized escape sequence \%v.`,
	syntax.ErrMissingControl:             "Missing control character.",
	syntax.ErrUnrecognizedControl:        "Unrecognized control character.",
	syntax.ErrTooFewHex:                  "Insufficient or invalid hexadecimal digits.",
	syntax.ErrInvalidHex:                 "Insufficient or invalid hexadecimal digits.",
	syntax.ErrMalformedNameRef:           `Malformed \k<...> named back reference.`,
	syntax.ErrBadClassInCharRange:        `Cannot include class \%v in character range.`,
	syntax.ErrUnterminatedBracket:        "Unterminated [] set.",
	syntax.ErrSubtractionMustBeLast:      "A subtraction must be the last element in a character class.",
	syntax.ErrReversedCharRange:          "[x-y] range in reverse order.",
}

func regexError(pattern string, options regexp2.RegexOptions, err error) error {
	var parse *syntax.Error
	if !errors.As(err, &parse) {
		return &Error{KindRegexParse, "Invalid pattern '" + pattern + "'."}
	}
	offset := errorOffset(pattern, options, parse.Code)
	reason := regexTexts[parse.Code]
	if strings.Contains(reason, "%v") {
		reason = fmt.Sprintf(reason, reasonArgument(parse, pattern, offset))
	}
	return &Error{KindRegexParse, "Invalid pattern '" + pattern + "' at offset " +
		strconv.Itoa(UTF16Len(pattern[:offset])) + ". " + reason}
}

// reasonArgument is what an error names: its own argument, else the character
// before the offset.
func reasonArgument(parse *syntax.Error, pattern string, offset int) any {
	if len(parse.Args) > 0 {
		return parse.Args[0]
	}
	return pattern[max(offset-1, 0):offset]
}

// errorOffset finds where the parser stops: at the end for what is left open,
// else at the end of the shortest beginning that has the same error.
func errorOffset(pattern string, options regexp2.RegexOptions, code syntax.ErrorCode) int {
	switch code {
	case syntax.ErrMissingParen, syntax.ErrUnterminatedBracket, syntax.ErrIllegalEndEscape, syntax.ErrUnterminatedComment:
		return len(pattern)
	}
	for end := range pattern {
		var parse *syntax.Error
		if _, err := regexp2.Compile(pattern[:end], options); errors.As(err, &parse) && parse.Code == code {
			return end
		}
	}
	return len(pattern)
}
