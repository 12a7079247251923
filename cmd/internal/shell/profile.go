package shell

import (
	"os"
	"path/filepath"
	"strings"

	"exolab/runtime/value"
)

// Profiles are the scripts that run before the first prompt.
type Profiles struct {
	// AllHosts and CurrentHost are the files of the user: the first is run
	// before the second.
	AllHosts, CurrentHost string
}

// PwshProfiles are those of the pwsh program.
func PwshProfiles() Profiles {
	dir := configDirectory("powershell")
	return Profiles{filepath.Join(dir, "profile.ps1"), filepath.Join(dir, "Microsoft.PowerShell_profile.ps1")}
}

// OwnProfiles are those of exolab's own prompt.
func OwnProfiles() Profiles {
	file := filepath.Join(configDirectory("exolab"), "profile.ps1")
	return Profiles{"", file}
}

// configDirectory is the directory of a program's settings.
func configDirectory(program string) string {
	dir := os.Getenv("XDG_CONFIG_HOME")
	if dir == "" {
		home, err := os.UserHomeDir()
		if err != nil {
			return ""
		}
		dir = filepath.Join(home, ".config")
	}
	return filepath.Join(dir, program)
}

// SetProfiles gives scripts $PROFILE, whose properties name the files.
func (sh *Shell) SetProfiles(p Profiles) {
	path := &value.Decorated{Inner: value.Str(p.CurrentHost)}
	members := &path.Extend().Members
	for _, property := range []struct{ name, file string }{{"AllUsersAllHosts", ""}, {"AllUsersCurrentHost", ""},
		{"CurrentUserAllHosts", p.AllHosts}, {"CurrentUserCurrentHost", p.CurrentHost}} {
		members.SetMember(&value.Member{Name: property.name, Kind: value.NoteProperty, Value: value.Str(property.file)})
	}
	sh.Session.Global.SetPlain("PROFILE", value.Obj(path))
}

// RunProfiles runs the profiles that exist, in the global scope.
func (sh *Shell) RunProfiles(p Profiles) {
	for _, file := range []string{p.AllHosts, p.CurrentHost} {
		if info, err := os.Stat(file); file == "" || err != nil || info.IsDir() {
			continue
		}
		sh.Session.RunText(". '" + strings.ReplaceAll(file, "'", "''") + "'")
	}
}
