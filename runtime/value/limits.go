package value

// The largest array and string that a script may make. .NET's own limits are
// 2,147,483,591 elements and 1,073,741,791 characters; the array limit here is
// lower, so that a careless script is refused before the machine's memory is
// gone.
const (
	MaxArrayLength = 100_000_000
	MaxTextLength  = 1_073_741_791
)

// CheckArrayLength returns the exception for an array of n elements that is
// too large, else nil.
func CheckArrayLength(n int64) error {
	if n <= MaxArrayLength {
		return nil
	}
	return outOfMemory("Array dimensions exceeded supported range.")
}

// CheckTextLength returns the exception for a string of n bytes that is too
// long, else nil.
func CheckTextLength(n int64) error {
	if n <= MaxTextLength {
		return nil
	}
	return outOfMemory("Insufficient memory to continue the execution of the program.")
}

func outOfMemory(message string) *Exception {
	e := NewException("System.OutOfMemoryException", message)
	e.ErrorID = "System.OutOfMemoryException"
	return e
}
