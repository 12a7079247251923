package labs

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"

	"exolab/store/lab"
)

// Home is where a learner's labs are kept.
type Home struct {
	// Dir holds the progress log and the labs that were begun; "" keeps nothing
	// beyond the program's end.
	Dir string
	// Learner is whose progress it is.
	Learner string

	labs      []*lab.Lab
	temporary string
	// prepared, if not nil, keeps the organizations that were set up, by variant,
	// for labs that are begun again and again.
	prepared map[int][]byte
}

// build sets up the organization of a variant.
func (h *Home) build(v *lab.Variant) (*organization, error) {
	if kept, ok := h.prepared[v.Seed]; ok {
		return restored(v, kept)
	}
	org, err := build(v)
	if err == nil && h.prepared != nil {
		h.prepared[v.Seed], err = org.backup()
	}
	return org, err
}

// Log is the learner's progress log.
func (h *Home) Log() *lab.Log {
	if h.Dir == "" {
		return nil
	}
	return &lab.Log{Path: filepath.Join(h.Dir, "progress.jsonl")}
}

// state is what is kept of a lab that was begun.
type state struct {
	Lab     string `json:"lab"`
	Hash    string `json:"hash"`
	Variant int    `json:"variant"`
	// Task is the index of the open task, len(tasks) when all are passed.
	Task int `json:"task"`
	// Hints are how many were given for each task.
	Hints   []int             `json:"hints"`
	Answers map[string]string `json:"answers"`
	Lines   []line            `json:"lines"`
	Seconds int               `json:"seconds"`
	GaveUp  bool              `json:"gaveUp,omitempty"`
}

func newState(v *lab.Variant) *state {
	return &state{Lab: v.ID, Hash: v.Hash, Variant: v.Seed, Hints: make([]int, len(v.Tasks)), Answers: map[string]string{}}
}

const (
	stateFile   = "state.json"
	backupFile  = "organization.backup"
	lockFile    = "lock"
	currentFile = "current"
)

func (h *Home) folder(l *lab.Lab) string { return filepath.Join(h.Dir, "open", l.ID) }

// files is the folder for the learner's scripts in a lab.
func (h *Home) files(l *lab.Lab) (string, error) {
	if h.Dir == "" {
		if h.temporary == "" {
			dir, err := os.MkdirTemp("", "exolab-lab-")
			if err != nil {
				return "", err
			}
			h.temporary = dir
		}
		return h.temporary, nil
	}
	dir := filepath.Join(h.folder(l), "files")
	return dir, os.MkdirAll(dir, 0o700)
}

// Close removes what was kept for this run only.
func (h *Home) Close() {
	if h.temporary != "" {
		_ = os.RemoveAll(h.temporary)
		h.temporary = ""
	}
}

// load reads what was kept of a lab; without it, or when the lab is another by
// now, the organization is nil. Work in another variant is not given up.
func (h *Home) load(v *lab.Variant) (*state, *organization, error) {
	if h.Dir == "" {
		return nil, nil, nil
	}
	kept, err := h.read(v.Lab)
	if kept == nil || err != nil || kept.Hash != v.Hash {
		return nil, nil, err
	}
	if kept.Variant != v.Seed {
		if len(kept.Lines) > 0 {
			return nil, nil, fmt.Errorf("the lab %s was begun in variant %d; \"exolab lab reset %s --variant %d\" gives that up", v.Name(), kept.Variant, v.ID, v.Seed)
		}
		return nil, nil, nil
	}
	backup, err := os.ReadFile(filepath.Join(h.folder(v.Lab), backupFile))
	if errors.Is(err, fs.ErrNotExist) {
		// Nothing was changed yet: the set-up gives the same organization again.
		org, err := h.build(v)
		return kept, org, err
	}
	if err != nil {
		return nil, nil, err
	}
	org, err := restored(v, backup)
	if err != nil {
		return nil, nil, damaged(v.Lab)
	}
	return kept, org, nil
}

func damaged(l *lab.Lab) error {
	return fmt.Errorf("what was kept of the lab %s is damaged; \"exolab lab reset %s\" begins it anew", l.Name(), l.ID)
}

// read reads the state of a lab; nil where it was not begun.
func (h *Home) read(l *lab.Lab) (*state, error) {
	raw, err := os.ReadFile(filepath.Join(h.folder(l), stateFile))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	var kept state
	if err != nil || json.Unmarshal(raw, &kept) != nil || len(kept.Hints) != len(l.Tasks) && kept.Hash == l.Hash {
		return nil, damaged(l)
	}
	if kept.Answers == nil {
		kept.Answers = map[string]string{}
	}
	return &kept, nil
}

// keep writes down what was done, and the organization if it was changed since
// it was set up or last kept.
func (h *Home) keep(p *Play) error {
	if h.Dir == "" {
		return nil
	}
	dir := h.folder(p.variant.Lab)
	if p.org.writes != p.saved {
		backup, err := p.org.backup()
		if err != nil {
			return err
		}
		if err := writeWhole(filepath.Join(dir, backupFile), backup); err != nil {
			return err
		}
		p.saved = p.org.writes
	}
	kept := *p.state
	kept.Seconds = p.seconds()
	raw, err := json.Marshal(kept)
	if err != nil {
		return err
	}
	if err := writeWhole(filepath.Join(dir, stateFile), raw); err != nil {
		return err
	}
	return writeWhole(filepath.Join(h.Dir, currentFile), []byte(p.variant.ID+"\n"))
}

// writeWhole puts a file in the place of another, so that an interruption
// leaves one of the two.
func writeWhole(path string, data []byte) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return err
	}
	next := path + ".new"
	if err := os.WriteFile(next, data, 0o600); err != nil {
		return err
	}
	return os.Rename(next, path)
}

// Current is the id of the lab that was last open, or "".
func (h *Home) Current() string {
	if h.Dir == "" {
		return ""
	}
	raw, err := os.ReadFile(filepath.Join(h.Dir, currentFile))
	if err != nil {
		return ""
	}
	return strings.TrimSpace(string(raw))
}

// KeptVariant is the variant in which a lab was begun; ok is false where it
// was not.
func (h *Home) KeptVariant(l *lab.Lab) (variant int, ok bool) {
	if h.Dir == "" {
		return 0, false
	}
	kept, err := h.read(l)
	if err != nil || kept == nil {
		return 0, false
	}
	return kept.Variant, true
}

// Forget removes what was kept of a lab, so that it begins anew; the learner's
// files stay.
func (h *Home) Forget(l *lab.Lab) error {
	if h.Dir == "" {
		return nil
	}
	dir := h.folder(l)
	for _, name := range []string{stateFile, backupFile} {
		if err := os.Remove(filepath.Join(dir, name)); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return nil
}

// lock refuses a lab that another process has open.
func (h *Home) lock(l *lab.Lab) error {
	if h.Dir == "" {
		return nil
	}
	path := filepath.Join(h.folder(l), lockFile)
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return fmt.Errorf("the folder %s cannot be made", filepath.Dir(path))
	}
	for range 2 {
		f, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
		if err == nil {
			_, err = fmt.Fprintln(f, os.Getpid())
			return errors.Join(err, f.Close())
		}
		if pid := holder(path); pid != 0 {
			return fmt.Errorf("the lab %s is open in another terminal (process %d); leave it there with \"lab quit\" first", l.Name(), pid)
		}
		_ = os.Remove(path)
	}
	return fmt.Errorf("the lab %s cannot be locked", l.Name())
}

// holder is the process that holds a lock, or 0 when it has ended.
func holder(path string) int {
	raw, err := os.ReadFile(path)
	if err != nil {
		return 0
	}
	pid, err := strconv.Atoi(strings.TrimSpace(string(raw)))
	if err != nil || pid == os.Getpid() {
		return 0
	}
	process, err := os.FindProcess(pid)
	if err != nil || process.Signal(syscall.Signal(0)) != nil {
		return 0
	}
	return pid
}

func (h *Home) unlock(l *lab.Lab) {
	if h.Dir != "" {
		_ = os.Remove(filepath.Join(h.folder(l), lockFile))
	}
}
