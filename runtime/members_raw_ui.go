package runtime

import (
	"fmt"
	"unicode"

	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

// cellPair is a Size or Coordinates of the console.
type cellPair struct {
	value.Extended
	t             *value.Type
	first, second int
}

// PSType returns Size or Coordinates.
func (p *cellPair) PSType() *value.Type { return p.t }

// String is both numbers.
func (p *cellPair) String() string { return fmt.Sprintf("%d,%d", p.first, p.second) }

var (
	typeHostSize        = pairType("Size", "Width", "Height")
	typeHostCoordinates = pairType("Coordinates", "X", "Y")
)

func pairType(name, first, second string) *value.Type {
	return &value.Type{Name: name, FullName: "System.Management.Automation.Host." + name, Kind: value.KindObject, Base: value.TypeValueType,
		IsValueType: true, Load: func(t *value.Type, m *value.Members) {
			r := dotnet.NewRows(t, m)
			r.Constructor(fmt.Sprintf("(int %s, int %s)", first, second), func(c *value.Call) (value.Value, error) {
				return pair(t, int(c.Args[0].Int64()), int(c.Args[1].Int64())), nil
			})
			number := func(name string, of func(p *cellPair) *int) {
				r.Property("int "+name, func(_ value.Env, this value.Value) (value.Value, error) {
					p, _ := value.As[*cellPair](this)
					return value.Int(*of(p)), nil
				}, func(_ value.Env, this, to value.Value) error {
					p, _ := value.As[*cellPair](this)
					*of(p) = int(to.Int64())
					return nil
				})
			}
			number(first, func(p *cellPair) *int { return &p.first })
			number(second, func(p *cellPair) *int { return &p.second })
		}}
}

func pair(t *value.Type, first, second int) value.Value {
	return value.Obj(&cellPair{t: t, first: first, second: second})
}

// usualHeight is the height of the console where there is no terminal.
const usualHeight = 50

func loadHostRaw(t *value.Type, m *value.Members) {
	r := dotnet.NewRows(t, m)
	size := func(h *hostObject) value.Value {
		height := usualHeight
		if p, ok := h.session.Host.(Pager); ok && p.Height() > 0 {
			height = p.Height()
		}
		return pair(typeHostSize, h.session.Host.Width(), height)
	}
	kept(r, "System.ConsoleColor ForegroundColor", value.Int(-1))
	kept(r, "System.ConsoleColor BackgroundColor", value.Int(-1))
	kept(r, "System.Management.Automation.Host.Coordinates CursorPosition", pair(typeHostCoordinates, 0, 0))
	kept(r, "System.Management.Automation.Host.Coordinates WindowPosition", pair(typeHostCoordinates, 0, 0))
	kept(r, "int CursorSize", value.Int(100))
	for _, name := range [...]string{"BufferSize", "WindowSize", "MaxWindowSize", "MaxPhysicalWindowSize"} {
		r.Property("System.Management.Automation.Host.Size "+name, func(_ value.Env, this value.Value) (value.Value, error) {
			h, _ := value.As[*hostObject](this)
			return size(h), nil
		}, func(value.Env, value.Value, value.Value) error { return nil })
	}
	r.Get("bool KeyAvailable", func(value.Value) value.Value { return value.False })
	kept(r, "string WindowTitle", value.Str(""))
	r.Method("void FlushInputBuffer()", func(*value.Call) (value.Value, error) { return value.Void, nil })
	r.Method("int LengthInBufferCells(string source)", func(c *value.Call) (value.Value, error) {
		return value.Int(len([]rune(c.Args[0].Text()))), nil
	})
	r.Method("System.Management.Automation.Host.KeyInfo ReadKey()", readKey)
	r.Method("System.Management.Automation.Host.KeyInfo ReadKey(System.Management.Automation.Host.ReadKeyOptions options)", readKey)
}

// kept adds a property that keeps what is stored in it.
func kept(r dotnet.Rows, sig string, v value.Value) {
	r.Property(sig, func(value.Env, value.Value) (value.Value, error) { return v, nil },
		func(_ value.Env, _, to value.Value) error {
			v = to
			return nil
		})
}

// readNoEcho is ReadKeyOptions.NoEcho.
const readNoEcho = 2

// pressedKey waits for a key and shows it, if it is to be seen; only a terminal
// has keys.
func pressedKey(host Host, echo bool) (rune, error) {
	p, ok := host.(Pager)
	key, err := rune(0), error(ErrNonInteractive)
	if ok {
		key, err = p.ReadKey("")
	}
	if IsStopped(err) {
		return 0, err
	}
	if err != nil {
		return 0, value.NewException("System.InvalidOperationException",
			"Cannot read keys when either application does not have a console or when console input has been redirected. Try Console.Read.")
	}
	if echo && unicode.IsPrint(key) {
		err = host.Text(string(key), false, -1, -1)
	}
	return key, err
}

// readKey is ReadKey of the raw interface.
func readKey(c *value.Call) (value.Value, error) {
	h, _ := value.As[*hostObject](c.This)
	key, err := pressedKey(h.session.Host, len(c.Args) == 0 || c.Args[0].Int64()&readNoEcho == 0)
	if err != nil {
		return value.Null, err
	}
	info := value.NewObject(4)
	info.TypeNames = []string{"System.Management.Automation.Host.KeyInfo", "System.ValueType", "System.Object"}
	info.Set("VirtualKeyCode", value.Int(int(unicode.ToUpper(key))))
	info.Set("Character", value.Char(uint16(key)))
	info.Set("ControlKeyState", value.Int(0))
	info.Set("KeyDown", value.True)
	return value.Obj(info), nil
}
