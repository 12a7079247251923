package pester

import (
	"io/fs"
	"path/filepath"

	"exolab/cmdlets/internal/providers"
	"exolab/runtime"
	"exolab/runtime/sandbox"
	"exolab/runtime/value"
)

const driveName = "TestDrive"

// testDrive is the folder behind TestDrive: and $TestDrive. What a block
// leaves there is removed at its end, the folder at the end of the run.
type testDrive struct {
	root  string
	drive *providers.Drive
}

// newTestDrive makes the folder; where none can be made, the drive is missing.
func newTestDrive(s *runtime.Session) *testDrive {
	root, err := sandbox.MkdirTemp("", "Pester_")
	if err != nil {
		return &testDrive{}
	}
	if old := providers.FindDrive(s, driveName); old != nil {
		providers.RemoveDrive(s, old)
	}
	d := &testDrive{root: root, drive: &providers.Drive{Name: driveName, Root: root, Description: "Pester test drive",
		Provider: providers.FindProvider(s, "FileSystem")}}
	providers.AddDrive(s, d.drive)
	s.Global.SetPlain(driveName, value.Str(root))
	return d
}

// entries lists what lies in the folder.
func (d *testDrive) entries() map[string]bool {
	if d.root == "" {
		return nil
	}
	found := map[string]bool{}
	_ = filepath.WalkDir(d.root, func(path string, _ fs.DirEntry, err error) error {
		if err == nil {
			found[path] = true
		}
		return nil
	})
	return found
}

// clear removes what lies in the folder and is not among kept.
func (d *testDrive) clear(kept map[string]bool) {
	for path := range d.entries() {
		if !kept[path] {
			_ = sandbox.RemoveAll(path)
		}
	}
}

// remove takes the drive away.
func (d *testDrive) remove(s *runtime.Session) {
	if d.root == "" {
		return
	}
	providers.RemoveDrive(s, d.drive)
	s.Global.Remove(value.Fold(driveName))
	_ = sandbox.RemoveAll(d.root)
}
