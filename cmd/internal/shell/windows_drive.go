package shell

import (
	"fmt"
	"io"
	"os"
	"os/user"
	"path/filepath"
	"strings"
)

// windowsUser is the name of the user as Windows would have it.
func windowsUser() string {
	if name := os.Getenv("USER"); name != "" {
		return name
	}
	if u, err := user.Current(); err == nil {
		return u.Username
	}
	return ""
}

// nameWindowsUser sets the environment variables in which Windows names user,
// domain and computer, where they are missing: scripts for Exchange write them
// into their logs.
func nameWindowsUser() {
	host, _ := os.Hostname()
	host, _, _ = strings.Cut(host, ".")
	setMissing("USERNAME", windowsUser())
	setMissing("USERDOMAIN", "CONTOSO")
	setMissing("COMPUTERNAME", strings.ToUpper(host))
}

// nameWindowsFolders sets the environment variables in which Windows names its
// folders, where they are missing: scripts for Exchange write their files there.
func nameWindowsFolders() {
	profile := `C:\Users\` + windowsUser()
	setMissing("SystemDrive", "C:")
	setMissing("ProgramData", `C:\ProgramData`)
	setMissing("ProgramFiles", `C:\Program Files`)
	setMissing("PUBLIC", `C:\Users\Public`)
	setMissing("USERPROFILE", profile)
	setMissing("APPDATA", profile+`\AppData\Roaming`)
	setMissing("LOCALAPPDATA", profile+`\AppData\Local`)
	setMissing("TEMP", profile+`\AppData\Local\Temp`)
}

func setMissing(name, text string) {
	if _, set := os.LookupEnv(name); !set && text != "" {
		_ = os.Setenv(name, text) // only a name without a letter would fail
	}
}

// makeDrive makes the folder that stands for a Windows drive at its first use,
// and says so: C: with the folders that scripts take for granted.
func makeDrive(dir string, notices io.Writer) {
	folders := []string{dir}
	if filepath.Base(dir) == "C" {
		profile := os.Getenv("USERPROFILE")
		for _, path := range []string{profile + `\Desktop`, profile + `\Documents`, profile + `\Downloads`,
			os.Getenv("APPDATA"), os.Getenv("TEMP"), os.Getenv("ProgramData"), os.Getenv("ProgramFiles"), os.Getenv("PUBLIC")} {
			if below, ok := strings.CutPrefix(path, `C:\`); ok {
				folders = append(folders, filepath.Join(dir, strings.ReplaceAll(below, `\`, "/")))
			}
		}
	}
	for _, folder := range folders {
		if err := os.MkdirAll(folder, 0o755); err != nil {
			return // what needs the folder says that it is missing
		}
	}
	if notices != nil {
		fmt.Fprintf(notices, "exolab: %s:\\ is the folder %s\n", filepath.Base(dir), dir)
	}
}
