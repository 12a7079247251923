package errs

import (
	"fmt"

	"exolab/runtime/value"
)

var categoryNames = [...]string{"NotSpecified", "OpenError", "CloseError", "DeviceError", "DeadlockDetected", "InvalidArgument",
	"InvalidData", "InvalidOperation", "InvalidResult", "InvalidType", "MetadataError", "NotImplemented", "NotInstalled",
	"ObjectNotFound", "OperationStopped", "OperationTimeout", "SyntaxError", "ParserError", "PermissionDenied", "ResourceBusy",
	"ResourceExists", "ResourceUnavailable", "ReadError", "WriteError", "FromStdErr", "SecurityError", "ProtocolError",
	"ConnectionError", "AuthenticationError", "LimitsExceeded", "QuotaExceeded", "NotEnabled"}

// TypeCategory is the ErrorCategory enum.
var TypeCategory = &value.Type{Name: "ErrorCategory", FullName: "System.Management.Automation.ErrorCategory", Kind: value.KindEnum,
	Base: value.TypeEnum, IsValueType: true, Enum: &value.EnumInfo{Underlying: value.KindInt32, Names: categoryNames[:], Values: upTo(len(categoryNames))}}

func upTo(n int) []int64 {
	out := make([]int64, n)
	for i := range out {
		out[i] = int64(i)
	}
	return out
}

// CategoryInfo is an ErrorRecord's CategoryInfo.
type CategoryInfo struct{ Record *Record }

// TypeCategoryInfo is System.Management.Automation.ErrorCategoryInfo.
var TypeCategoryInfo = &value.Type{Name: "ErrorCategoryInfo", FullName: "System.Management.Automation.ErrorCategoryInfo",
	Kind: value.KindObject, Base: value.TypeObject}

// PSType returns the type of CategoryInfo.
func (c *CategoryInfo) PSType() *value.Type { return TypeCategoryInfo }

// Category returns the category's name.
func (c *CategoryInfo) Category() string { return categoryNames[c.Record.Category] }

// Reason is the short name of the exception's type unless set.
func (c *CategoryInfo) Reason() string {
	if c.Record.Reason != "" {
		return c.Record.Reason
	}
	if c.Record.Exception == nil || c.Record.Exception.T == nil {
		return ""
	}
	return c.Record.Exception.T.Name
}

// TargetName is the target's text unless set.
func (c *CategoryInfo) TargetName() string {
	if c.Record.TargetName != "" || c.Record.Target.IsNull() {
		return c.Record.TargetName
	}
	return value.ToString(nil, c.Record.Target)
}

// TargetType is the short name of the target's type unless set.
func (c *CategoryInfo) TargetType() string {
	if c.Record.TargetType != "" || c.Record.Target.IsNull() {
		return c.Record.TargetType
	}
	return value.TypeOf(c.Record.Target).Name
}

// String is the form in which NormalView shows it.
func (c *CategoryInfo) String() string {
	return fmt.Sprintf("%s: (%s:%s) [%s], %s", c.Category(), shortened(c.TargetName()), shortened(c.TargetType()), c.Record.Activity, c.Reason())
}

// shortened cuts long names in the middle, to 40 characters.
func shortened(s string) string {
	const limit = 40
	if len(s) <= limit {
		return s
	}
	half := (limit - 3) / 2
	return s[:half] + "..." + s[len(s)-half:]
}
