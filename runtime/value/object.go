package value

// Extension is what Add-Member and PSTypeNames put onto an object.
type Extension struct {
	Members Bag
	// TypeNames replaces the type's own list when not nil.
	TypeNames []string
	// Instance holds the properties of a script class that the object's type
	// derives from a .NET type.
	Instance Object
}

// Extended is embedded by object types whose values take extra members in
// place.
type Extended struct {
	ext *Extension
}

// Extension returns the object's extension, or nil.
func (e *Extended) Extension() *Extension { return e.ext }

// Extend returns the object's extension, making it if there is none.
func (e *Extended) Extend() *Extension {
	if e.ext == nil {
		e.ext = &Extension{}
	}
	return e.ext
}

// Extensible is an object with room for extra members.
type Extensible interface {
	Object
	Extension() *Extension
	Extend() *Extension
}

// PSObject is a custom object: [pscustomobject], Select-Object's output and
// every cmdlet's own object shape. TypeNames is nil for a plain one.
type PSObject struct {
	Bag
	// TypeNames is the PSTypeNames list, most specific first; nil means the
	// PSCustomObject default.
	TypeNames []string
	// T is the .NET type reported by GetType; nil means PSCustomObject.
	T *Type
}

// NewObject returns an empty custom object with room for n properties.
func NewObject(n int) *PSObject { return &PSObject{Bag: NewBag(n)} }

// PSType returns the .NET type: PSCustomObject unless set.
func (o *PSObject) PSType() *Type {
	if o.T != nil {
		return o.T
	}
	return TypePSCustomObject
}

// Decorated is a scalar or string that carries extra members.
type Decorated struct {
	Extended
	Inner Value
	// Text is what a number converts to as a string where it was written in
	// another form, as 1.50 or 0x1F.
	Text string
}

// PSType returns the type of the decorated value.
func (d *Decorated) PSType() *Type { return TypeOf(d.Inner) }

// Unwrap returns the bare value of a decorated one; any other value is
// returned as it is.
func Unwrap(v Value) Value {
	if v.Kind() == KindObject {
		if d, ok := v.Object().(*Decorated); ok {
			return d.Inner
		}
	}
	return v
}

// Enumerable is an object that the pipeline and foreach take apart.
type Enumerable interface {
	Object
	// Enumerate calls yield for each element until it returns an error, which
	// is then returned.
	Enumerate(yield func(Value) error) error
}
