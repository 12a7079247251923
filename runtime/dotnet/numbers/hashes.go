package numbers

import (
	"crypto/md5"
	"crypto/rand"
	"crypto/sha1"
	"crypto/sha256"
	"crypto/sha512"
	"hash"

	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

// Hasher is a HashAlgorithm of System.Security.Cryptography.
type Hasher struct {
	T    *value.Type
	make func() hash.Hash
}

// PSType returns the algorithm's type.
func (h *Hasher) PSType() *value.Type { return h.T }

const cryptography = "System.Security.Cryptography."

var typeHashAlgorithm = &value.Type{Name: "HashAlgorithm", FullName: cryptography + "HashAlgorithm", Kind: value.KindObject, Base: value.TypeObject, IsAbstract: true}

func hashType(name string) *value.Type {
	return &value.Type{Name: name, FullName: cryptography + name, Kind: value.KindObject, Base: typeHashAlgorithm}
}

var hashAlgorithms = []struct {
	t    *value.Type
	make func() hash.Hash
}{{hashType("MD5"), md5.New}, {hashType("SHA1"), sha1.New}, {hashType("SHA256"), sha256.New}, {hashType("SHA384"), sha512.New384}, {hashType("SHA512"), sha512.New},
	{hashType("MD5CryptoServiceProvider"), md5.New}, {hashType("SHA1Managed"), sha1.New}, {hashType("SHA256Managed"), sha256.New}, {hashType("SHA512Managed"), sha512.New}}

func hashRows() []dotnet.TypeRow {
	rows := []dotnet.TypeRow{{Type: typeHashAlgorithm, Load: loadHashAlgorithm}, {Type: typeRandomNumbers, Load: loadRandomNumbers}}
	for _, a := range hashAlgorithms {
		rows = append(rows, dotnet.TypeRow{Type: a.t, Load: func(t *value.Type, m *value.Members) {
			b := dotnet.NewRows(t, m)
			create := dotnet.Give(func(*value.Call) value.Value { return value.Obj(&Hasher{T: t, make: a.make}) })
			b.Static(t.FullName+" Create()", create)
			b.Constructor("()", create)
			b.Static("byte[] HashData(byte[] source)", dotnet.Give(func(c *value.Call) value.Value { return sum(a.make, Bytes(c.Args[0])) }))
		}})
	}
	return rows
}

func sum(make func() hash.Hash, raw []byte) value.Value {
	h := make()
	_, _ = h.Write(raw)
	return ByteArray(h.Sum(nil))
}

func loadHashAlgorithm(t *value.Type, m *value.Members) {
	b := dotnet.NewRows(t, m)
	hasher := dotnet.Of[*Hasher]
	b.Get("int HashSize", func(v value.Value) value.Value { return value.Int(hasher(v).make().Size() * 8) })
	b.Method("byte[] ComputeHash(byte[] buffer)", dotnet.Give(func(c *value.Call) value.Value { return sum(hasher(c.This).make, Bytes(c.Args[0])) }))
	b.Method("void Dispose()", dotnet.Run(func(*value.Call) {}))
	b.Method("void Clear()", dotnet.Run(func(*value.Call) {}))
	b.Static("System.Security.Cryptography.HashAlgorithm Create(string hashName)", dotnet.Give(func(c *value.Call) value.Value {
		for _, a := range hashAlgorithms {
			if value.Fold(a.t.Name) == value.Fold(dotnet.TextArg(c, 0)) {
				return value.Obj(&Hasher{T: a.t, make: a.make})
			}
		}
		return value.Null
	}))
}

var typeRandomNumbers = &value.Type{Name: "RandomNumberGenerator", FullName: cryptography + "RandomNumberGenerator", Kind: value.KindObject, Base: value.TypeObject}

func loadRandomNumbers(t *value.Type, m *value.Members) {
	b := dotnet.NewRows(t, m)
	b.Static("byte[] GetBytes(int count)", func(c *value.Call) (value.Value, error) {
		if err := dotnet.IfNegative("count", dotnet.IntArg(c, 0)); err != nil {
			return value.Null, err
		}
		raw := make([]byte, dotnet.IntArg(c, 0))
		_, _ = rand.Read(raw)
		return ByteArray(raw), nil
	})
}
