package text

import (
	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

// encodingInfo is an EncodingInfo, an entry of Encoding.GetEncodings.
type encodingInfo struct {
	value.Extended
	encoding *Encoding
}

var typeEncodingInfo = &value.Type{Name: "EncodingInfo", FullName: "System.Text.EncodingInfo", Kind: value.KindObject, Base: value.TypeObject, Load: loadEncodingInfo}

// PSType returns EncodingInfo.
func (*encodingInfo) PSType() *value.Type { return typeEncodingInfo }

// encodingInfos are the encodings that .NET has without a provider, as far as
// they are known here, by code page.
func encodingInfos() value.Value {
	out := &value.Array{Elem: typeEncodingInfo}
	for _, e := range [...]*Encoding{encoding16LE, encoding16BE, encoding32LE, encoding32BE, EncodingASCII, encodingLatin1, encodingBOM8} {
		out.Items = append(out.Items, value.Obj(&encodingInfo{encoding: e}))
	}
	return value.Obj(out)
}

func loadEncodingInfo(t *value.Type, m *value.Members) {
	b := dotnet.NewRows(t, m)
	of := func(v value.Value) *Encoding { return dotnet.Of[*encodingInfo](v).encoding }
	b.Get("int CodePage", func(v value.Value) value.Value { return value.Int(of(v).page) })
	b.Get("string Name", func(v value.Value) value.Value { return value.Str(of(v).web) })
	b.Get("string DisplayName", func(v value.Value) value.Value { return value.Str(of(v).name) })
	b.Method("System.Text.Encoding GetEncoding()", dotnet.Give(func(c *value.Call) value.Value { return value.Obj(of(c.This)) }))
}
