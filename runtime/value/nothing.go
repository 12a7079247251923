package value

// dbNull is the one value of System.DBNull: a field of a database without a
// value. It is an object like others: not equal to $null, true as a condition,
// and an empty string as text.
type dbNull struct{}

// TypeDBNull is System.DBNull.
var TypeDBNull = classType("System.DBNull", "DBNull", TypeObject)

// DBNull is [DBNull]::Value.
var DBNull = Obj(dbNull{})

// PSType returns DBNull.
func (dbNull) PSType() *Type { return TypeDBNull }

// String is empty.
func (dbNull) String() string { return "" }

// IsDBNull tells the value of System.DBNull.
func IsDBNull(v Value) bool {
	if v.Kind() != KindObject {
		return false
	}
	_, is := Unwrap(v).Object().(dbNull)
	return is
}

// nullString is the one value of NullString, which a .NET method takes as a
// null where it asks for a string: a plain $null becomes an empty one.
type nullString struct{}

// TypeNullString is System.Management.Automation.Language.NullString.
var TypeNullString = classType("System.Management.Automation.Language.NullString", "NullString", TypeObject)

// NullString is [NullString]::Value.
var NullString = Obj(nullString{})

// PSType returns NullString.
func (nullString) PSType() *Type { return TypeNullString }

// String is null in .NET, which shows as nothing.
func (nullString) String() string { return "" }

// IsNullString tells the value of NullString.
func IsNullString(v Value) bool {
	if v.Kind() != KindObject {
		return false
	}
	_, is := Unwrap(v).Object().(nullString)
	return is
}
