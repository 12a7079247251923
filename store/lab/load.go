package lab

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"sort"
	"strconv"
	"strings"
)

// folder is how the folders of labs are named: NN-id.
var folder = regexp.MustCompile(`^(\d{2,3})-([a-z0-9-]+)$`)

// Folder reads the lab in one folder of files. Source names it in problems.
func Folder(files fs.FS, dir, source string) (*Lab, error) {
	text, err := fs.ReadFile(files, path.Join(dir, Text))
	if err != nil {
		return nil, &Problem{source, 0, "there is no " + Text}
	}
	l, err := parseText(source, string(text))
	if err != nil {
		return nil, err
	}
	if err := l.readScripts(files, dir); err != nil {
		return nil, err
	}
	if name := folder.FindStringSubmatch(path.Base(source)); name != nil {
		l.Number, _ = strconv.Atoi(name[1])
		if name[2] != l.ID {
			return nil, &Problem{source + "/" + Text, 0, fmt.Sprintf("the id %q differs from the folder's name", l.ID)}
		}
	}
	l.Hash = l.hash(string(text))
	return l, nil
}

// readScripts reads the scripts and refuses files that belong to no lab.
func (l *Lab) readScripts(files fs.FS, dir string) error {
	l.Scripts = map[string]string{}
	err := fs.WalkDir(files, dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		below := strings.TrimPrefix(strings.TrimPrefix(name, dir), "/")
		switch {
		case below == Text:
			return nil
		case strings.HasPrefix(below, Files):
			raw, err := fs.ReadFile(files, name)
			l.Scripts[below] = string(raw)
			return err
		case below == Setup || below == Check || below == Solution || strings.HasPrefix(below, Wrong) && strings.HasSuffix(below, ".ps1"):
			raw, err := fs.ReadFile(files, name)
			l.Scripts[below] = strings.ReplaceAll(string(raw), "\r\n", "\n")
			return err
		case strings.HasPrefix(path.Base(below), "."):
			return nil
		}
		return &Problem{l.Source + "/" + below, 0, "the file belongs to no lab; lab.md, setup.ps1, check.ps1, solution.ps1, wrong/*.ps1 and files/* do"}
	})
	if err != nil {
		return err
	}
	for _, needed := range []string{Check, Solution} {
		if l.Scripts[needed] == "" {
			return &Problem{l.Source + "/" + needed, 0, "the script is missing"}
		}
	}
	return nil
}

func (l *Lab) hash(text string) string {
	h := sha256.New()
	h.Write([]byte(text))
	names := make([]string, 0, len(l.Scripts))
	for name := range l.Scripts {
		names = append(names, name)
	}
	sort.Strings(names)
	for _, name := range names {
		fmt.Fprintf(h, "\x00%s\x00%s", name, l.Scripts[name])
	}
	return hex.EncodeToString(h.Sum(nil)[:6])
}

// Wrongs lists the wrong answers, by the names of their files.
func (l *Lab) Wrongs() []string {
	var names []string
	for name := range l.Scripts {
		if strings.HasPrefix(name, Wrong) {
			names = append(names, name)
		}
	}
	sort.Strings(names)
	return names
}

// All reads every lab below a folder: TRACK/NN-ID, or NN-ID. The labs come in
// the order of their numbers.
func All(files fs.FS, source string) ([]*Lab, error) {
	var labs []*Lab
	err := fs.WalkDir(files, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || path.Base(name) != Text {
			return err
		}
		dir := path.Dir(name)
		if !folder.MatchString(path.Base(dir)) && dir != "." {
			return &Problem{path.Join(source, dir), 0, "the folder of a lab is named by a number and its id, as 07-my-lab"}
		}
		l, err := Folder(files, dir, path.Join(source, dir))
		if err != nil {
			return err
		}
		labs = append(labs, l)
		return nil
	})
	if errors.Is(err, fs.ErrNotExist) {
		return nil, &Problem{source, 0, "there is no such folder"}
	}
	if err != nil {
		return nil, err
	}
	sort.SliceStable(labs, func(i, j int) bool { return labs[i].Number < labs[j].Number })
	return labs, nil
}

// Merge puts more labs over others: one of the same id takes the place of the
// other. The result is checked as a whole.
func Merge(labs, more []*Lab) ([]*Lab, error) {
	byID := map[string]*Lab{}
	for _, l := range labs {
		byID[l.ID] = l
	}
	own := map[string]*Lab{}
	for _, l := range more {
		if other := own[l.ID]; other != nil {
			return nil, &Problem{l.Source, 0, "the id " + l.ID + " is also that of " + other.Source}
		}
		own[l.ID], byID[l.ID] = l, l
	}
	all := make([]*Lab, 0, len(byID))
	for _, l := range byID {
		all = append(all, l)
	}
	sort.Slice(all, func(i, j int) bool {
		if all[i].Number != all[j].Number {
			return all[i].Number < all[j].Number
		}
		return all[i].ID < all[j].ID
	})
	return all, checkNeeds(all, byID)
}

// checkNeeds refuses needs that name no lab, and circles of them.
func checkNeeds(labs []*Lab, byID map[string]*Lab) error {
	state := map[string]int{}
	var visit func(l *Lab) error
	visit = func(l *Lab) error {
		switch state[l.ID] {
		case 1:
			return &Problem{l.Source + "/" + Text, 0, "the lab needs itself, by way of others"}
		case 2:
			return nil
		}
		state[l.ID] = 1
		for _, id := range l.Needs {
			other := byID[id]
			if other == nil {
				return &Problem{l.Source + "/" + Text, 0, "needs names the lab " + id + ", which is not there"}
			}
			if err := visit(other); err != nil {
				return err
			}
		}
		state[l.ID] = 2
		return nil
	}
	for _, l := range labs {
		if err := visit(l); err != nil {
			return err
		}
	}
	return nil
}

// Find finds a lab by id, number or both; nil for none.
func Find(labs []*Lab, name string) *Lab {
	name = strings.ToLower(strings.TrimSpace(name))
	number, err := strconv.Atoi(name)
	for _, l := range labs {
		if l.ID == name || l.Name() == name || err == nil && l.Number == number {
			return l
		}
	}
	return nil
}

// count writes a number with its noun.
func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return strconv.Itoa(n) + " " + noun + "s"
}
