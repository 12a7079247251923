package value

import (
	"fmt"
	"strings"
	"unsafe"

	"exolab/runtime/interrupt"
	"exolab/runtime/memory"
)

// The largest array and string that a script may make. .NET's own limits are
// 2,147,483,591 elements and 1,073,741,791 characters; the array limit here is
// lower, so that a careless script is refused before the machine's memory is
// gone.
const (
	MaxArrayLength = 100_000_000
	MaxTextLength  = 1_073_741_791
)

const elementSize = int64(unsafe.Sizeof(Value{}))

// CheckArrayLength returns the exception for a new array of n elements that is
// too large, or for which the process has no room, else nil.
func CheckArrayLength(n int64) error {
	if n > MaxArrayLength {
		return outOfMemory("Array dimensions exceeded supported range.")
	}
	return CheckRoom(n * elementSize)
}

// CheckTextLength returns the exception for a new string of n bytes that is too
// long, or for which the process has no room, else nil.
func CheckTextLength(n int64) error {
	if n > MaxTextLength {
		return outOfMemory("Insufficient memory to continue the execution of the program.")
	}
	return CheckRoom(n)
}

// CheckRoom returns the exception for n bytes that are to be allocated in one
// piece and for which the process has no room, else nil. What is so large takes
// its time, so Ctrl-C ends it, too.
func CheckRoom(n int64) error {
	if n < memory.SmallRequest {
		return nil
	}
	return checkRoom(n)
}

func checkRoom(n int64) error {
	if err := interrupt.Stopped(); err != nil {
		return err
	}
	if memory.Room(n) {
		return nil
	}
	return OutOfMemory()
}

// CheckMemory returns the exception for a process that holds too much, else
// nil. Loops that gather data ask it once a turn.
func CheckMemory() error {
	if !memory.Tight() {
		return nil
	}
	return checkMemory()
}

func checkMemory() error {
	if !memory.Exceeded() {
		return nil
	}
	return OutOfMemory()
}

// OutOfMemory is the exception for what does not fit below the limit of the
// process's memory. It is final: a loop that went on would only meet it again.
func OutOfMemory() *Exception {
	e := outOfMemory(fmt.Sprintf("The script holds more than %d MB, the limit of this process; EXOLAB_MEMORY_LIMIT sets another.", memory.Limited()>>20))
	e.Final = true
	return e
}

func outOfMemory(message string) *Exception {
	e := NewException("System.OutOfMemoryException", message)
	e.ErrorID = "System.OutOfMemoryException"
	return e
}

// Claim panics with the exception if the process has no room for n bytes. It is
// for functions that cannot fail otherwise and run inside a .NET member or a
// cmdlet: a panic with an exception there is that exception.
func Claim(n int64) {
	if n >= memory.SmallRequest {
		claim(n)
	}
}

func claim(n int64) {
	if !memory.Room(n) {
		panic(OutOfMemory())
	}
}

// MakeItems returns n elements, for which it claims the room.
func MakeItems(n int) []Value {
	Claim(int64(n) * elementSize)
	return make([]Value, n)
}

// GrowText makes room for n more bytes in a text that is being built, or
// returns the exception of CheckRoom.
func GrowText(b *strings.Builder, n int) error {
	if size := b.Len() + n; size > b.Cap() && size > smallText {
		if err := CheckTextLength(int64(size) * 2); err != nil {
			if err := CheckTextLength(int64(size)); err != nil {
				return err
			}
			b.Grow(n)
			return nil
		}
		b.Grow(size)
	}
	return nil
}

// smallText grows as it likes, in bytes.
const smallText = 1 << 20

// CheckGrowth returns the exception for a list whose next element needs a
// larger piece of memory than there is room for, else nil.
func CheckGrowth[T any](list []T) error {
	if len(list) < cap(list) {
		return nil
	}
	var element T
	return CheckRoom(int64(cap(list)) * int64(unsafe.Sizeof(element)) * 3 / 2)
}
