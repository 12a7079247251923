package fileio

import (
	"fmt"
	"strings"

	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

// FileVersion is a FileVersionInfo. Only Windows programs hold version data,
// so that all but the name is empty.
type FileVersion struct {
	value.Extended
	Path string
}

var typeFileVersion = &value.Type{Name: "FileVersionInfo", FullName: "System.Diagnostics.FileVersionInfo", Kind: value.KindObject, Base: value.TypeObject, Load: loadFileVersion}

// versionTexts and versionFlags are the properties besides the name.
var (
	versionTexts = strings.Fields("Comments CompanyName FileDescription FileVersion InternalName Language LegalCopyright LegalTrademarks OriginalFilename PrivateBuild ProductName ProductVersion SpecialBuild")
	versionFlags = strings.Fields("IsDebug IsPatched IsPreRelease IsPrivateBuild IsSpecialBuild")
)

// PSType returns FileVersionInfo.
func (*FileVersion) PSType() *value.Type { return typeFileVersion }

// String lists the version data as .NET does.
func (f *FileVersion) String() string {
	var out strings.Builder
	for _, line := range [][2]string{{"File", f.Path}, {"InternalName"}, {"OriginalFilename"}, {"FileVersion"}, {"FileDescription"}, {"Product"}, {"ProductVersion"},
		{"Debug", "False"}, {"Patched", "False"}, {"PreRelease", "False"}, {"PrivateBuild", "False"}, {"SpecialBuild", "False"}, {"Language"}} {
		fmt.Fprintf(&out, "%-18s%s\n", line[0]+":", line[1])
	}
	return out.String()
}

func loadFileVersion(t *value.Type, m *value.Members) {
	b := dotnet.NewRows(t, m)
	b.Get("string FileName", func(v value.Value) value.Value {
		f, _ := value.As[*FileVersion](v)
		return value.Str(f.Path)
	})
	for _, name := range versionTexts {
		b.Get("string "+name, func(value.Value) value.Value { return value.Null })
	}
	for _, name := range versionFlags {
		b.Get("bool "+name, func(value.Value) value.Value { return value.False })
	}
}
