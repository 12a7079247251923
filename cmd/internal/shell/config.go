// Package shell puts a session together: the console, the commands and the
// organization that the Exchange cmdlets work on.
package shell

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"exolab/runtime/sandbox"
)

// memoryData is the value of --data and EXOLAB_DATA that keeps everything in
// memory.
const memoryData = ":memory:"

// Config is what flags and environment variables say.
type Config struct {
	// Data is the data directory; Memory is set instead for a fresh
	// organization that is gone at exit.
	Data   string
	Memory bool
	// Tenant names the organization; "" is the current one.
	Tenant string
	// Now fixes the organization's clock.
	Now *time.Time
	// Drives maps letters of Windows drives to directories.
	Drives map[string]string
	// AllowWrite are further directories below which scripts may write.
	AllowWrite []string
	// NoExchange leaves the Exchange cmdlets out.
	NoExchange bool
	// RequireConnection makes the Exchange cmdlets unknown until the session is
	// connected, as they are in the service.
	RequireConnection bool
	// NoColour forbids escape sequences.
	NoColour bool
	// Notices allows the one-line notices of exolab itself on stderr.
	Notices bool
}

// FromEnvironment returns what the environment variables say.
func FromEnvironment() (Config, error) {
	c := Config{Tenant: os.Getenv("EXOLAB_TENANT"), NoExchange: os.Getenv("EXOLAB_EXCHANGE") == "0", NoColour: os.Getenv("NO_COLOR") != "",
		RequireConnection: os.Getenv("EXOLAB_REQUIRE_CONNECTION") == "1"}
	c.SetData(os.Getenv("EXOLAB_DATA"))
	c.AllowWrite = filepath.SplitList(os.Getenv("EXOLAB_ALLOW_WRITE"))
	for _, pair := range strings.Split(os.Getenv("EXOLAB_DRIVES"), ";") {
		if err := c.AddDrive(pair); err != nil {
			return c, err
		}
	}
	return c, c.SetNow(os.Getenv("EXOLAB_NOW"))
}

// SetData sets the data directory; "" is the platform's default.
func (c *Config) SetData(dir string) {
	c.Memory = dir == memoryData
	if dir == "" {
		dir = defaultData()
	}
	c.Data = dir
}

// AddDrive adds a drive in the form C=DIR; "" adds none.
func (c *Config) AddDrive(pair string) error {
	if pair == "" {
		return nil
	}
	letter, dir, ok := strings.Cut(pair, "=")
	if letter = strings.TrimSuffix(letter, ":"); !ok || len(letter) != 1 || dir == "" {
		return fmt.Errorf("a drive is given as LETTER=DIRECTORY, not %q", pair)
	}
	if c.Drives == nil {
		c.Drives = map[string]string{}
	}
	absolute, err := filepath.Abs(dir)
	c.Drives[strings.ToLower(letter)] = absolute
	return err
}

// nowForms are the forms of --now, UTC where they name no zone.
var nowForms = []string{time.RFC3339, "2006-01-02T15:04:05", "2006-01-02 15:04:05", "2006-01-02T15:04", "2006-01-02 15:04", "2006-01-02"}

// SetNow fixes the clock; "" leaves it alone.
func (c *Config) SetNow(text string) error {
	if text == "" {
		return nil
	}
	for _, form := range nowForms {
		if t, err := time.Parse(form, text); err == nil {
			c.Now = &t
			return nil
		}
	}
	return fmt.Errorf("%q is not a time in ISO 8601 form, such as 2026-01-31T09:00:00Z", text)
}

// Restrict lets scripts write only below the present directory, the data
// directory, the temporary one, the Windows drives and AllowWrite.
func (c *Config) Restrict() error {
	dirs := append([]string{".", os.TempDir()}, c.AllowWrite...)
	if !c.Memory {
		dirs = append(dirs, c.Data)
	}
	for _, dir := range c.Drives {
		dirs = append(dirs, dir)
	}
	return sandbox.Restrict(dirs...)
}

// driveFolder holds the Windows drives that --drive does not name; "" where
// everything is in memory.
func (c *Config) driveFolder() string {
	if c.Memory {
		return ""
	}
	return filepath.Join(c.Data, "drives")
}

func defaultData() string {
	if dir := os.Getenv("XDG_DATA_HOME"); dir != "" {
		return filepath.Join(dir, "exolab")
	}
	if home, err := os.UserHomeDir(); err == nil {
		return filepath.Join(home, ".local", "share", "exolab")
	}
	return filepath.Join(os.TempDir(), "exolab")
}
