package system

import (
	"cmp"
	"strconv"
	"strings"

	"exolab/runtime/value"
)

// SemanticVersion is PowerShell's own version type: major.minor.patch with an
// optional label before a release and one of the build.
type SemanticVersion struct {
	Major, Minor, Patch int
	PreRelease, Build   string
}

var typeSemanticVersion = &value.Type{Name: "SemanticVersion", FullName: "System.Management.Automation.SemanticVersion",
	Kind: value.KindObject, Base: value.TypeObject, Interfaces: []*value.Type{value.TypeIComparable}}

// PSType returns SemanticVersion.
func (SemanticVersion) PSType() *value.Type { return typeSemanticVersion }

// HashKey makes equal versions one key: the build does not count.
func (v SemanticVersion) HashKey() any {
	v.Build = ""
	return v
}

// String is the text that Parse reads.
func (v SemanticVersion) String() string {
	s := strconv.Itoa(v.Major) + "." + strconv.Itoa(v.Minor) + "." + strconv.Itoa(v.Patch)
	if v.PreRelease != "" {
		s += "-" + v.PreRelease
	}
	if v.Build != "" {
		s += "+" + v.Build
	}
	return s
}

// CompareTo orders versions by the rules of SemVer 2.0, which leave the label
// of the build out.
func (v SemanticVersion) CompareTo(other value.Object) (int, bool) {
	o, ok := other.(SemanticVersion)
	if !ok {
		return 0, false
	}
	return cmp.Or(cmp.Compare(v.Major, o.Major), cmp.Compare(v.Minor, o.Minor), cmp.Compare(v.Patch, o.Patch),
		compareLabels(v.PreRelease, o.PreRelease)), true
}

// compareLabels orders labels before a release: none comes last, the others
// identifier by identifier, numbers before words.
func compareLabels(a, b string) int {
	if a == "" || b == "" {
		return cmp.Compare(len(b), len(a))
	}
	as, bs := strings.Split(a, "."), strings.Split(b, ".")
	for i := range min(len(as), len(bs)) {
		m, errA := strconv.Atoi(as[i])
		n, errB := strconv.Atoi(bs[i])
		order := strings.Compare(as[i], bs[i])
		switch {
		case errA == nil && errB == nil:
			order = cmp.Compare(m, n)
		case errA == nil:
			order = -1
		case errB == nil:
			order = 1
		}
		if order != 0 {
			return order
		}
	}
	return cmp.Compare(len(as), len(bs))
}

// parseSemanticVersion reads major[.minor[.patch]][-label][+build].
func parseSemanticVersion(text string) (SemanticVersion, bool) {
	var v SemanticVersion
	rest, build, hasBuild := strings.Cut(text, "+")
	numbers, label, hasLabel := strings.Cut(rest, "-")
	v.PreRelease, v.Build = label, build
	parts := strings.Split(numbers, ".")
	if len(parts) > 3 || text == "" || strings.ContainsRune("-+.", rune(text[len(text)-1])) || hasBuild && !isBuildLabel(build) || hasLabel && !isReleaseLabel(label) {
		return v, false
	}
	for i, to := range []*int{&v.Major, &v.Minor, &v.Patch}[:len(parts)] {
		n, err := strconv.ParseUint(parts[i], 10, 31)
		if err != nil {
			return v, false
		}
		*to = int(n)
	}
	return v, true
}

// isBuildLabel reports whether a text is identifiers of letters, digits and
// dashes with dots between them.
func isBuildLabel(text string) bool {
	for unit := range strings.SplitSeq(text, ".") {
		if unit == "" || strings.Trim(unit, "-0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ") != "" {
			return false
		}
	}
	return true
}

// isReleaseLabel is isBuildLabel where numbers begin with no zero.
func isReleaseLabel(text string) bool {
	for unit := range strings.SplitSeq(text, ".") {
		if len(unit) > 1 && unit[0] == '0' && strings.Trim(unit, "0123456789") == "" {
			return false
		}
	}
	return isBuildLabel(text)
}
