package utility

import (
	"crypto/md5"
	"crypto/sha1"
	"crypto/sha256"
	"crypto/sha512"
	"encoding/hex"
	"fmt"
	"hash"
	"io"
	"strings"

	"exolab/cmdlets/internal/files"
	"exolab/cmdlets/internal/providers"
	"exolab/runtime"
	"exolab/runtime/errs"
	"exolab/runtime/sandbox"
	"exolab/runtime/value"
)

// GetFileHash is Get-FileHash.
type GetFileHash struct {
	Path        []string    `ps:"mandatory,position=0,pipeline,byname,set=Path"`
	LiteralPath []string    `ps:"alias=PSPath|LP,mandatory,position=0,byname,set=LiteralPath"`
	InputStream value.Value `ps:"type=System.IO.Stream,mandatory,position=0,set=StreamParameterSet"`
	Algorithm   string      `ps:"validateset=SHA1|SHA256|SHA384|SHA512|MD5,position=1"`
}

var typeFileHash = &value.Type{Name: "FileHashInfo", FullName: "Microsoft.PowerShell.Commands.FileHashInfo", Kind: value.KindObject, Base: value.TypeObject}

var hashes = map[string]func() hash.Hash{"SHA1": sha1.New, "SHA256": sha256.New, "SHA384": sha512.New384, "SHA512": sha512.New, "MD5": md5.New}

// NewGetFileHash returns a Get-FileHash with its defaults.
func NewGetFileHash() any { return &GetFileHash{Algorithm: "SHA256"} }

// Process emits the hash of each file.
func (c *GetFileHash) Process(ctx *runtime.Context) error {
	paths, o := c.Path, providers.Options{Force: true}
	if len(c.LiteralPath) > 0 {
		paths, o.Literal = c.LiteralPath, true
	}
	for _, path := range paths {
		places, rec := providers.Expand(ctx.Session(), path, o)
		if rec != nil {
			rec.ID = "FileNotFound"
			if err := ctx.WriteError(rec); err != nil {
				return err
			}
			continue
		}
		for _, p := range places {
			if p.Flat() || p.IsContainer() {
				continue
			}
			if err := c.emit(ctx, p.Path); err != nil {
				return err
			}
		}
	}
	return nil
}

func (c *GetFileHash) emit(ctx *runtime.Context, path string) error {
	in, err := sandbox.Open(path)
	if err != nil {
		rec := files.Failure(err, path, "FileReadError", value.ReadError)
		return ctx.WriteError(errs.New("System.IO.IOException", fmt.Sprintf("The file '%s' cannot be read: %s", path, rec.Message()), "FileReadError", value.ReadError, value.Str(path)))
	}
	defer in.Close()
	name := strings.ToUpper(c.Algorithm)
	sum := hashes[name]()
	if _, err := io.Copy(sum, in); err != nil {
		return ctx.WriteError(files.Failure(err, path, "FileReadError", value.ReadError))
	}
	out := value.NewObject(3)
	out.T, out.TypeNames = typeFileHash, []string{typeFileHash.FullName, "System.Object"}
	out.Set("Algorithm", value.Str(name))
	out.Set("Hash", value.Str(strings.ToUpper(hex.EncodeToString(sum.Sum(nil)))))
	out.Set("Path", value.Str(path))
	return ctx.Emit(value.Obj(out))
}
