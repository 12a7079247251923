package management

import (
	"exolab/cmdlets/internal/files"
	"exolab/runtime"
)

// MapDrives says where the Windows drives of scripts lie: letters, in lower
// case, to directories; fallback holds the drives that are not listed, each as
// a folder named by its letter, which make makes at its first use.
func MapDrives(s *runtime.Session, letters map[string]string, fallback string, make func(dir string)) {
	files.SetDrives(s, files.Drives{Letters: letters, Default: fallback, Make: make})
}
