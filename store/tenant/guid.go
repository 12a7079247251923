package tenant

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"
)

// GUID identifies a directory object or a mailbox. Its bytes are in the order
// in which they are printed.
type GUID [16]byte

// ParseGUID reads the form 8-4-4-4-12, with or without braces, in any case.
func ParseGUID(s string) (GUID, error) {
	var g GUID
	text := s
	if strings.HasPrefix(text, "{") && strings.HasSuffix(text, "}") {
		text = text[1 : len(text)-1]
	}
	if len(text) != 36 || text[8] != '-' || text[13] != '-' || text[18] != '-' || text[23] != '-' {
		return g, fmt.Errorf("%q is not a GUID", s)
	}
	digits := text[:8] + text[9:13] + text[14:18] + text[19:23] + text[24:]
	if _, err := hex.Decode(g[:], []byte(digits)); err != nil {
		return GUID{}, fmt.Errorf("%q is not a GUID", s)
	}
	return g, nil
}

// IsZero reports whether the GUID is all zeros, which stands for none.
func (g GUID) IsZero() bool { return g == GUID{} }

// String is the usual form in lower case.
func (g GUID) String() string {
	var out [36]byte
	hex.Encode(out[0:8], g[0:4])
	hex.Encode(out[9:13], g[4:6])
	hex.Encode(out[14:18], g[6:8])
	hex.Encode(out[19:23], g[8:10])
	hex.Encode(out[24:36], g[10:16])
	out[8], out[13], out[18], out[23] = '-', '-', '-', '-'
	return string(out[:])
}

// DerivedGUID is a GUID, as text, that is the same for the same names.
func DerivedGUID(names ...string) string {
	sum := sha256.Sum256([]byte(strings.Join(names, "\x00")))
	sum[6], sum[8] = sum[6]&0x0f|0x40, sum[8]&0x3f|0x80
	return fmt.Sprintf("%x-%x-%x-%x-%x", sum[:4], sum[4:6], sum[6:8], sum[8:10], sum[10:16])
}
