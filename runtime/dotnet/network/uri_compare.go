package network

import (
	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

// loadURICompare adds the comparison of chosen parts of two URIs.
func loadURICompare(b dotnet.Rows) {
	b.Static("int Compare(uri uri1, uri uri2, System.UriComponents partsToCompare, System.UriFormat compareFormat, System.StringComparison comparisonType)",
		dotnet.Give(func(c *value.Call) value.Value {
			text := func(i int) string {
				s := components(parsedURI(c.Args[i]), c.Args[2].Int64())
				if c.Args[3].Int64() != 1 {
					s = unescape(s, false)
				}
				return s
			}
			comparison := c.Args[4].Int64()
			fold := comparison&1 != 0
			if comparison >= 4 {
				return value.Int(dotnet.CompareOrdinal(text(0), text(1), fold))
			}
			return value.Int(dotnet.CompareText(text(0), text(1), fold))
		}))
}
