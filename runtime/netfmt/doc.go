// Package netfmt formats and parses numbers, dates, time spans, GUIDs and
// versions as .NET does, in the en-US and the invariant culture, on plain Go
// types. It also holds the text rules that build on the same ground: composite
// format strings, wildcard patterns, .NET regular expressions and the
// comparison of strings by culture. It knows nothing of PowerShell values.
package netfmt
