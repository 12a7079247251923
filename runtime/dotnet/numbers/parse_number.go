package numbers

import (
	"strings"

	"exolab/runtime/dotnet"
	"exolab/runtime/netfmt"
	"exolab/runtime/value"
)

// parseStyled is Parse with NumberStyles and perhaps a culture.
func parseStyled(c *value.Call) (value.Value, error) {
	if c.Args[0].IsNull() {
		return value.Null, dotnet.ErrNullArgument("s")
	}
	provider := value.Null
	if len(c.Args) > 2 {
		provider = c.Args[2]
	}
	return dotnet.ParseNumber(dotnet.TextArg(c, 0), c.Type.Kind, netfmt.NumberStyles(c.Args[1].Int64()), dotnet.FormatOf(provider))
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

func parseBoolean(c *value.Call) (value.Value, error) { return parseTruth(dotnet.TextArg(c, 0)) }

func parseTruth(text string) (value.Value, error) {
	switch s := strings.Trim(text, " \t\r\n\x00"); {
	case strings.EqualFold(s, "true"):
		return value.True, nil
	case strings.EqualFold(s, "false"):
		return value.False, nil
	}
	return value.Null, dotnet.Throw(dotnet.ExFormat, "String '%s' was not recognized as a valid Boolean.", text)
}
