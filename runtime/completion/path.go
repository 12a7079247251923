package completion

import (
	"os"
	"path/filepath"
	"slices"
	"strings"

	"exolab/runtime/value"
)

// pathOptions says how paths are to be completed.
type pathOptions struct {
	// callable paths stand in the place of a command.
	callable bool
	// folders leaves files out; literal paths escape no wildcards.
	folders, literal bool
	// extensions are those of the files to list; none lists all.
	extensions []string
	// quote is the quote that the word begins with, or "".
	quote string
}

func isPath(word string) bool {
	return strings.ContainsAny(word, "/\\") && !strings.Contains(word, ".PowerShell.")
}

// paths completes the name of a file or folder, or of an item of one of the
// drives that are not files.
func (c *completer) paths(word string, o pathOptions) []Match {
	if drive, name, ok := strings.Cut(word, ":"); ok {
		return c.driveItems(drive, name)
	}
	word = strings.ReplaceAll(word, "\\", "/")
	folder, prefix := "", word
	if i := strings.LastIndexByte(word, '/'); i >= 0 {
		folder, prefix = word[:i+1], word[i+1:]
	}
	entries, err := os.ReadDir(c.resolve(folder))
	if err != nil {
		return nil
	}
	shown := folder
	if !strings.HasPrefix(folder, "/") && !strings.HasPrefix(folder, "./") && !strings.HasPrefix(folder, "../") && !strings.HasPrefix(folder, "~/") {
		shown = "./" + folder
	}
	fits := pattern(prefix)
	names, isFolder := []string{}, map[string]bool{}
	for _, entry := range entries {
		if fits(entry.Name()) && (entry.IsDir() || o.lists(entry.Name())) {
			names = append(names, entry.Name())
			isFolder[entry.Name()] = entry.IsDir()
		}
	}
	sortFolded(names)
	matches := make([]Match, len(names))
	for i, name := range names {
		matches[i] = Match{Text: o.write(shown + name), ListItem: name, Kind: ProviderItem, ToolTip: c.resolve(folder) + name}
		if isFolder[name] {
			matches[i].Kind = ProviderContainer
		}
	}
	return matches
}

// lists reports whether a file is among those to list.
func (o pathOptions) lists(name string) bool {
	return !o.folders && (len(o.extensions) == 0 || slices.ContainsFunc(o.extensions, func(e string) bool { return strings.EqualFold(filepath.Ext(name), e) }))
}

func (c *completer) resolve(folder string) string {
	switch {
	case folder == "~" || strings.HasPrefix(folder, "~/"):
		home, _ := os.UserHomeDir()
		return filepath.Join(home, strings.TrimPrefix(folder, "~")) + "/"
	case strings.HasPrefix(folder, "/"):
		return folder
	}
	return filepath.Join(c.session.WorkingDirectory(), folder) + "/"
}

// write quotes a path where it must be.
func (o pathOptions) write(path string) string {
	escaped := path
	if !o.literal {
		escaped = strings.NewReplacer("[", "`[", "]", "`]").Replace(path)
	}
	switch {
	case o.quote == `"`:
		return `"` + strings.NewReplacer("`", "``", "$", "`$").Replace(escaped) + `"`
	case o.quote == "'" || needsQuotes(escaped):
		escaped = "'" + strings.ReplaceAll(escaped, "'", "''") + "'"
	}
	if o.callable && strings.HasPrefix(escaped, "'") {
		return "& " + escaped
	}
	return escaped
}

// driveItems completes env:, variable:, function: and alias: paths.
func (c *completer) driveItems(drive, name string) []Match {
	name = strings.TrimLeft(name, "/\\")
	var names []string
	switch value.Fold(drive) {
	case "env":
		drive, names = "Env", environmentNames()
	case "variable":
		drive = "Variable"
		for _, v := range c.sessionVariables() {
			names = append(names, v.name)
		}
	case "function", "alias":
		drive, names = c.scopeItems(value.Fold(drive))
	}
	sortFolded(names)
	var matches []Match
	fits := pattern(name)
	for _, found := range names {
		if fits(found) {
			matches = append(matches, Match{Text: pathOptions{}.write(drive + ":/" + found), ListItem: found, Kind: ProviderItem, ToolTip: found})
		}
	}
	return matches
}

func (c *completer) scopeItems(drive string) (name string, items []string) {
	seen := map[string]bool{}
	for s := c.scope; s != nil; s = s.Parent() {
		list, title := s.Functions(), "Function"
		if drive == "alias" {
			list, title = s.Aliases(), "Alias"
		}
		name = title
		for folded, cmd := range list {
			if !seen[folded] {
				seen[folded] = true
				items = append(items, cmd.Name)
			}
		}
	}
	return name, items
}
