package utility

import (
	"encoding/binary"
	"fmt"
	"math"
	"strings"

	"exolab/cmdlets"
	"exolab/cmdlets/internal/files"
	"exolab/cmdlets/internal/providers"
	"exolab/runtime"
	"exolab/runtime/dotnet"
	"exolab/runtime/dotnet/fileio"
	"exolab/runtime/dotnet/numbers"
	"exolab/runtime/errs"
	"exolab/runtime/sandbox"
	"exolab/runtime/value"
)

// FormatHex is Format-Hex.
type FormatHex struct {
	Path        []string       `ps:"notnullorempty,mandatory,position=0,set=Path"`
	LiteralPath []string       `ps:"alias=PSPath|LP,notnullorempty,mandatory,set=LiteralPath"`
	InputObject value.Value    `ps:"type=psobject,mandatory,pipeline,set=ByInputObject"`
	Encoding    value.Value    `ps:"type=System.Text.Encoding,notnullorempty,transform=encoding,set=ByInputObject"`
	Count       *int64         `ps:"range=positive"`
	Offset      int64          `ps:"range=nonnegative"`
	Raw         cmdlets.Switch `ps:"dontshow,set=ByInputObject"`

	// pending are the bytes of numbers of one type.
	pending     []byte
	pendingType *value.Type
	inputs      int
}

const bytesPerRow = 16

// byteRow is a ByteCollection: up to 16 bytes of the input.
type byteRow struct {
	value.Extended
	label, path string
	offset      uint64
	data        []byte
}

var typeByteRow = &value.Type{Name: "ByteCollection", FullName: "Microsoft.PowerShell.Commands.ByteCollection", Kind: value.KindObject,
	Base: value.TypeObject, Load: loadByteRow}

// PSType returns ByteCollection.
func (b *byteRow) PSType() *value.Type { return typeByteRow }

func (b *byteRow) hexOffset() string { return fmt.Sprintf("%016X", b.offset) }

func (b *byteRow) hexBytes() string {
	parts := make([]string, len(b.data))
	for i, n := range b.data {
		parts[i] = fmt.Sprintf("%02X", n)
	}
	return strings.Join(parts, " ")
}

// ascii shows the bytes as Latin-1: a zero as a space, other control
// characters as a replacement mark.
func (b *byteRow) ascii() string {
	var out strings.Builder
	for _, n := range b.data {
		switch {
		case n == 0:
			out.WriteByte(' ')
		case n < 0x20 || n >= 0x7F && n < 0xA0:
			out.WriteRune('\uFFFD')
		default:
			out.WriteRune(rune(n))
		}
	}
	return out.String()
}

// String is the row as text, both parts as wide as a full row's; a full row that
// is of no file ends its line.
func (b *byteRow) String() string {
	text := fmt.Sprintf("%s   %-48s ", b.hexOffset(), b.hexBytes()) + fmt.Sprintf("%-16s", b.ascii())
	if len(b.data) == bytesPerRow && b.path == "" {
		text += "\n"
	}
	return text
}

func loadByteRow(t *value.Type, m *value.Members) {
	r := dotnet.NewRows(t, m)
	of := func(v value.Value) *byteRow { b, _ := value.As[*byteRow](v); return b }
	r.Get("string Ascii", func(v value.Value) value.Value { return value.Str(of(v).ascii()) })
	r.Get("byte[] Bytes", func(v value.Value) value.Value { return numbers.ByteArray(of(v).data) })
	r.Get("string HexBytes", func(v value.Value) value.Value { return value.Str(of(v).hexBytes()) })
	r.Get("string HexOffset", func(v value.Value) value.Value { return value.Str(of(v).hexOffset()) })
	r.Get("string Label", func(v value.Value) value.Value { return value.Str(of(v).label) })
	r.Get("uint Offset", func(v value.Value) value.Value { return value.Integer(value.KindUInt32, int64(of(v).offset)) })
	r.Get("ulong Offset64", func(v value.Value) value.Value { return value.Integer(value.KindUInt64, int64(of(v).offset)) })
	r.Get("string Path", func(v value.Value) value.Value { return value.Str(of(v).path) })
	r.Method("string ToString()", func(c *value.Call) (value.Value, error) { return value.Str(of(c.This).String()), nil })
}

// Process emits the bytes of files or of an input object. Numbers of one type
// that follow each other make rows together.
func (c *FormatHex) Process(ctx *runtime.Context) error {
	if ctx.ParameterSet() != "ByInputObject" {
		return c.showFiles(ctx)
	}
	if f, ok := value.As[*fileio.FileItem](c.InputObject); ok {
		return c.showFile(ctx, f.Path)
	}
	return c.show(ctx, value.Unwrap(c.InputObject))
}

func (c *FormatHex) show(ctx *runtime.Context, v value.Value) error {
	if v.Kind() == value.KindString {
		if err := c.flush(ctx); err != nil {
			return err
		}
		encoding := files.EncodingOf(c.Encoding)
		return c.rows(ctx, encoding.Encode(v.Text()), value.TypeString, "")
	}
	if list, ok := v.Object().(*value.Array); ok {
		if err := c.flush(ctx); err != nil {
			return err
		}
		for _, item := range list.Items {
			c.pending = append(c.pending, numberBytes(value.Unwrap(item))...)
		}
		c.pendingType = list.PSType()
		return c.flush(ctx)
	}
	data := numberBytes(v)
	if data == nil {
		return ctx.WriteError(errs.New("System.ArgumentException", fmt.Sprintf("Cannot convert input of type '%s' to hexadecimal. To view the hexadecimal formatting of its string representation, pipe it to the Out-String cmdlet before piping it to Format-Hex.",
			value.TypeOf(v).FullName), "FormatHexTypeNotSupported", value.InvalidArgument, v))
	}
	if t := value.TypeOf(v); t != c.pendingType {
		if err := c.flush(ctx); err != nil {
			return err
		}
		c.pendingType = t
	}
	c.pending = append(c.pending, data...)
	return nil
}

// numberBytes is how a number lies in memory; nil for what is no number.
func numberBytes(v value.Value) []byte {
	switch v.Kind() {
	case value.KindByte, value.KindSByte:
		return []byte{byte(v.Int64())}
	case value.KindInt16, value.KindUInt16, value.KindChar:
		return binary.LittleEndian.AppendUint16(nil, uint16(v.Int64()))
	case value.KindInt32, value.KindUInt32, value.KindEnum, value.KindBool:
		return binary.LittleEndian.AppendUint32(nil, uint32(v.Int64()))
	case value.KindInt64, value.KindUInt64:
		return binary.LittleEndian.AppendUint64(nil, uint64(v.Int64()))
	case value.KindSingle:
		return binary.LittleEndian.AppendUint32(nil, math.Float32bits(float32(v.Float())))
	case value.KindDouble:
		return binary.LittleEndian.AppendUint64(nil, math.Float64bits(v.Float()))
	}
	return nil
}

// flush emits the numbers collected so far.
func (c *FormatHex) flush(ctx *runtime.Context) error {
	data, t := c.pending, c.pendingType
	c.pending, c.pendingType = nil, nil
	if len(data) == 0 {
		return nil
	}
	return c.rows(ctx, data, t, "")
}

// End emits what is left.
func (c *FormatHex) End(ctx *runtime.Context) error { return c.flush(ctx) }

func (c *FormatHex) showFiles(ctx *runtime.Context) error {
	paths, o := c.Path, providers.Options{Force: true}
	if len(c.LiteralPath) > 0 {
		paths, o.Literal = c.LiteralPath, true
	}
	return providers.Each(ctx, paths, o, func(p providers.Place) error { return c.showFile(ctx, p.Path) })
}

func (c *FormatHex) showFile(ctx *runtime.Context, path string) error {
	data, err := sandbox.ReadFile(path)
	if err != nil {
		return ctx.WriteError(files.Failure(err, path, "FormatHexIOError", value.WriteError))
	}
	return c.rows(ctx, data, nil, path)
}

// rows emits data in rows, after -Offset and up to -Count bytes.
func (c *FormatHex) rows(ctx *runtime.Context, data []byte, t *value.Type, path string) error {
	label := path
	if t != nil {
		c.inputs++
		label = fmt.Sprintf("%s (%s) <%08X>", t.Name, t.FullName, c.inputs)
	}
	data = data[min(int(c.Offset), len(data)):]
	if c.Count != nil && *c.Count < int64(len(data)) {
		data = data[:*c.Count]
	}
	for at := 0; at < len(data); at += bytesPerRow {
		row := &byteRow{label: label, path: path, offset: uint64(c.Offset) + uint64(at), data: data[at:min(at+bytesPerRow, len(data))]}
		if err := ctx.Emit(value.Obj(row)); err != nil {
			return err
		}
	}
	return nil
}
