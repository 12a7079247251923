package system

import (
	"os"

	"exolab/runtime/sandbox"
	"exolab/runtime/value"
)

// Values of Environment.SpecialFolderOption; without one, a folder that does
// not exist has no path.
const (
	folderDoNotVerify = 0x4000
	folderCreate      = 0x8000
)

func folderBody(c *value.Call) (value.Value, error) {
	path, option := folderPath(c.Args[0].Int64()), int64(0)
	if len(c.Args) > 1 {
		option = c.Args[1].Int64()
	}
	if path == "" || option == folderDoNotVerify {
		return value.Str(path), nil
	}
	if option == folderCreate {
		_ = sandbox.MkdirAll(path, 0o700) // what cannot be made is missed below
	}
	if info, err := os.Stat(path); err != nil || !info.IsDir() {
		return value.Str(""), nil
	}
	return value.Str(path), nil
}

// folderPath is where a special folder lies below the home directory.
func folderPath(folder int64) string {
	home, err := os.UserHomeDir()
	if err != nil {
		return ""
	}
	below := map[int64]string{0: "/Desktop", 16: "/Desktop", 5: "/Documents", 13: "/Music", 14: "/Videos", 39: "/Pictures", 40: "", 26: "/.config", 28: "/.local/share", 21: "/Templates"}
	if path, ok := below[folder]; ok {
		return home + path
	}
	if folder == 35 {
		return "/usr/share"
	}
	return ""
}
