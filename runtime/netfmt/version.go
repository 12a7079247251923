package netfmt

import (
	"strconv"
	"strings"
)

// Version is .NET's Version; a part that was not given is -1.
type Version struct{ Major, Minor, Build, Revision int }

// ParseVersion reads a version of two to four numbers. The errors are .NET's
// ArgumentException, FormatException, OverflowException and
// ArgumentOutOfRangeException.
func ParseVersion(text string) (Version, error) {
	parts := strings.Split(text, ".")
	if len(parts) < 2 || len(parts) > 4 {
		return Version{}, &Error{KindArgument, "Version string portion was too short or too long. (Parameter 'input')"}
	}
	numbers := [4]int{-1, -1, -1, -1}
	for i, part := range parts {
		n, err := ParseInt(part, 32, StyleInteger, Invariant)
		if err != nil {
			return Version{}, err
		}
		if n < 0 {
			return Version{}, &Error{KindOutOfRange, "input ('" + part + "') must be a non-negative value. (Parameter 'input')\nActual value was " + part + "."}
		}
		numbers[i] = int(n)
	}
	return Version{numbers[0], numbers[1], numbers[2], numbers[3]}, nil
}

// String returns the parts that were given.
func (v Version) String() string {
	count := 4
	switch {
	case v.Build < 0:
		count = 2
	case v.Revision < 0:
		count = 3
	}
	text, _ := v.Format(count)
	return text
}

// Format returns the first count parts; the error is .NET's ArgumentException
// for a part that is not there.
func (v Version) Format(count int) (string, error) {
	parts := [4]int{v.Major, v.Minor, v.Build, v.Revision}
	given := 4
	for given > 2 && parts[given-1] < 0 {
		given--
	}
	if count < 0 || count > given {
		return "", &Error{KindArgument, "Argument must be between 0 and " + strconv.Itoa(given) + ". (Parameter 'fieldCount')"}
	}
	var dst []byte
	for i := range count {
		if i > 0 {
			dst = append(dst, '.')
		}
		dst = strconv.AppendInt(dst, int64(parts[i]), 10)
	}
	return string(dst), nil
}

// Compare orders versions by their parts; a part that is missing comes first.
func (v Version) Compare(o Version) int {
	a := [4]int{v.Major, v.Minor, v.Build, v.Revision}
	b := [4]int{o.Major, o.Minor, o.Build, o.Revision}
	for i := range a {
		switch {
		case a[i] < b[i]:
			return -1
		case a[i] > b[i]:
			return 1
		}
	}
	return 0
}
