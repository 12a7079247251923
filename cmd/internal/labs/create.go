package labs

import (
	"embed"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"

	"exolab/store/lab"
)

//go:embed template
var template embed.FS

// Create writes a new lab that already verifies into a folder, with the next
// free number, and returns where it lies.
func Create(dir, id string) (string, error) {
	if !regexp.MustCompile(`^[a-z0-9][a-z0-9-]{0,31}$`).MatchString(id) {
		return "", fmt.Errorf("%q is no name for a lab: use lower-case letters, digits and dashes, at most 32 of them", id)
	}
	number := 1
	entries, err := os.ReadDir(dir)
	if err != nil && !os.IsNotExist(err) {
		return "", fmt.Errorf("the folder %s cannot be read", dir)
	}
	for _, e := range entries {
		before, rest, ok := strings.Cut(e.Name(), "-")
		if n, err := strconv.Atoi(before); ok && err == nil {
			number = max(number, n+1)
			if rest == id {
				return "", fmt.Errorf("there is a lab %s already in %s", id, dir)
			}
		}
	}
	target := filepath.Join(dir, fmt.Sprintf("%02d-%s", number, id))
	return target, copyTemplate(target, id)
}

func copyTemplate(target, id string) error {
	return fs.WalkDir(template, "template", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		to := filepath.Join(target, strings.TrimPrefix(name, "template"))
		if d.IsDir() {
			return os.MkdirAll(to, 0o777)
		}
		raw, err := template.ReadFile(name)
		if err != nil {
			return err
		}
		if d.Name() == lab.Text {
			raw = []byte(strings.ReplaceAll(string(raw), "LAB-ID", id))
		}
		return os.WriteFile(to, raw, 0o666)
	})
}
