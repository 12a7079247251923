package numbers

import (
	"strconv"
	"strings"

	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

const styleHex = 0x200

// parseStyled is Parse with NumberStyles: hexadecimal is told apart, the other
// styles are read as the default one.
func parseStyled(c *value.Call) (value.Value, error) {
	s, t := dotnet.TextArg(c, 0), c.Type
	if c.Args[1].Int64()&styleHex == 0 {
		return dotnet.ParseText(c.Env, c.Args[0], t)
	}
	n, err := strconv.ParseUint(strings.TrimSpace(s), 16, 64)
	switch {
	case err != nil:
		return value.Null, dotnet.Throw(dotnet.ExFormat, "The input string '%s' was not in a correct format.", s)
	case dotnet.Bits(t.Kind) < 64 && n>>dotnet.Bits(t.Kind) != 0:
		return value.Null, dotnet.Throw(dotnet.ExOverflow, "Value was either too large or too small for %s.", articled(t))
	}
	return value.Integer(t.Kind, signExtend(n, t.Kind)), nil
}

// signExtend reads the low bits of n as a number of that kind.
func signExtend(n uint64, k value.Kind) int64 {
	shift := 64 - dotnet.Bits(k)
	if dotnet.IsUnsigned(k) {
		return int64(n << shift >> shift)
	}
	return int64(n<<shift) >> shift
}

// articled names an integer type as overflow messages do: "an Int32".
func articled(t *value.Type) string {
	switch t.Kind {
	case value.KindSByte:
		return "a signed byte"
	case value.KindByte:
		return "an unsigned byte"
	case value.KindInt16, value.KindInt32, value.KindInt64:
		return "an " + t.Name
	}
	return "a " + t.Name
}

func parseBoolean(c *value.Call) (value.Value, error) {
	switch s := strings.Trim(dotnet.TextArg(c, 0), " \t\r\n\x00"); {
	case strings.EqualFold(s, "true"):
		return value.True, nil
	case strings.EqualFold(s, "false"):
		return value.False, nil
	}
	return value.Null, dotnet.Throw(dotnet.ExFormat, "String '%s' was not recognized as a valid Boolean.", dotnet.TextArg(c, 0))
}
