package dotnet

import (
	"exolab/runtime/netfmt"
	"exolab/runtime/value"
)

// Culture is a CultureInfo, or the NumberFormatInfo or DateTimeFormatInfo of one.
type Culture struct {
	value.Extended
	T      *value.Type
	Name   string
	Format *netfmt.Culture
}

// PSType returns CultureInfo or the type of the part of one.
func (c *Culture) PSType() *value.Type { return c.T }

// HashKey makes equal cultures equal.
func (c *Culture) HashKey() any { return c.T.FullName + "|" + c.Name }

// FormatOf is the culture of an IFormatProvider argument: en-US for $null.
func FormatOf(provider value.Value) *netfmt.Culture {
	if c, ok := value.As[*Culture](provider); ok {
		return c.Format
	}
	return netfmt.EnUS
}
