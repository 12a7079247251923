package completion

import (
	"os"
	"path/filepath"
	"slices"
	"strings"

	"exolab/parser"
	"exolab/runtime/netfmt"
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
	// root is the folder of a drive, which is written as shown.
	root, shown string
}

func isPath(word string) bool {
	return strings.ContainsAny(word, "/\\") && !strings.Contains(word, ".PowerShell.")
}

// paths completes the name of a file or folder, or of an item of one of the
// drives that are not files.
func (c *completer) paths(word string, o pathOptions) []Match {
	o.literal = o.literal || o.callable
	if strings.Contains(word, "$") && isPath(word) && o.quote != "'" {
		expanded, ok := c.expandVariables(word)
		if !ok {
			return nil
		}
		word = expanded
	}
	if provider, path, ok := strings.Cut(word, "::"); ok {
		return c.providerItems(provider, path, o)
	}
	if drive, path, ok := strings.Cut(word, ":"); ok {
		if list := c.driveItems(drive, path); list != nil {
			return list
		}
		root := c.namesFrom("(Get-PSDrive -Name '" + strings.ReplaceAll(drive, "'", "''") + "' -PSProvider FileSystem -ErrorAction Ignore).Root")
		if len(root) != 1 {
			return nil
		}
		o.root, o.shown = strings.TrimSuffix(root[0], "/"), drive+":"
		return c.files(o.root+"/"+strings.TrimLeft(path, `/\`), o)
	}
	return c.files(word, o)
}

var variableInPath = regex(`\$(?:\{([^}]+)\}|([\w:]+))`)

// expandVariables puts the values of variables into a path; all must be texts
// or numbers.
func (c *completer) expandVariables(word string) (string, bool) {
	ok := true
	expanded := variableInPath().ReplaceAllStringFunc(word, func(written string) string {
		m := variableInPath().FindStringSubmatch(written)
		name := m[1] + m[2]
		if drive, env, found := strings.Cut(name, ":"); found && strings.EqualFold(drive, "env") {
			return os.Getenv(env)
		}
		v := c.scope.Lookup(value.Fold(name))
		if v == nil {
			return ""
		}
		got := v.Read()
		ok = ok && (got.Kind() == value.KindString || got.IsNumber() || got.IsNull())
		return value.ToString(c.session.Env(), got)
	})
	return expanded, ok && !strings.Contains(expanded, "$")
}

// behindVariable completes a command's path that begins with a variable, which
// must hold a text or a number: `$HOME\x`.
func (c *completer) behindVariable(t token) (from, to int, matches []Match) {
	variable := c.tokens[c.before]
	expanded, ok := c.expandVariables(variable.Text)
	if !ok || !strings.ContainsAny(t.Text[:1], `/\`) {
		return t.Start, t.End, nil
	}
	return variable.Start, t.End, c.commandName(expanded + t.Text)
}

// switchesFile reports whether token i is the -File of a switch.
func (c *completer) switchesFile(i int) bool {
	if c.kind(i) != parser.KindParameter || !strings.EqualFold(c.tokens[i].Text, "-File") {
		return false
	}
	k := c.statementHead(i)
	return k >= 0 && strings.EqualFold(c.tokens[k].Text, "switch")
}

// files completes the path of a file or folder.
func (c *completer) files(word string, o pathOptions) []Match {
	word = strings.ReplaceAll(word, "\\", "/")
	folder, prefix := "", word
	if i := strings.LastIndexByte(word, '/'); i >= 0 {
		folder, prefix = word[:i+1], word[i+1:]
	}
	fits := pattern(prefix)
	var matches []Match
	for _, base := range c.folders(folder) {
		entries, err := os.ReadDir(base)
		if err != nil {
			continue
		}
		shown := c.shownFolder(base, folder, o)
		for _, entry := range entries {
			if !fits(entry.Name()) || !entry.IsDir() && !o.lists(entry.Name()) {
				continue
			}
			m := Match{Text: o.write(shown, entry.Name()), ListItem: entry.Name(), Kind: ProviderItem, ToolTip: filepath.Join(base, entry.Name())}
			if entry.IsDir() {
				m.Kind = ProviderContainer
			}
			matches = append(matches, m)
		}
	}
	sortByToolTip(matches)
	return matches
}

func sortByToolTip(matches []Match) {
	slices.SortStableFunc(matches, func(a, b Match) int { return netfmt.CompareCulture(a.ToolTip, b.ToolTip, false) })
}

// folders are the folders that a path names, which may hold wildcards.
func (c *completer) folders(path string) []string {
	full := c.resolve(path)
	if !strings.ContainsAny(path, "*?[") {
		return []string{full}
	}
	found := []string{"/"}
	for part := range strings.SplitSeq(strings.Trim(full, "/"), "/") {
		var w *netfmt.Wildcard
		if strings.ContainsAny(part, "*?[") {
			w, _ = netfmt.CompileWildcard(part, true)
		}
		var next []string
		for _, folder := range found {
			if w == nil {
				next = append(next, filepath.Join(folder, part))
				continue
			}
			entries, _ := os.ReadDir(folder)
			for _, entry := range entries {
				if entry.IsDir() && w.Match(entry.Name()) {
					next = append(next, filepath.Join(folder, entry.Name()))
				}
			}
		}
		found = next
	}
	return found
}

// shownFolder is how a folder is written, with a slash behind it: as it is
// where the word names it absolutely, else seen from the current location.
func (c *completer) shownFolder(base, word string, o pathOptions) string {
	slash := func(path string) string { return strings.TrimSuffix(path, "/") + "/" }
	switch {
	case o.shown != "":
		return slash(o.shown + strings.TrimPrefix(base, o.root))
	case strings.HasPrefix(word, "~/"):
		home, _ := os.UserHomeDir()
		return slash("~" + strings.TrimPrefix(base, home))
	case strings.HasPrefix(word, "/"):
		return slash(base)
	}
	relative, err := filepath.Rel(c.session.WorkingDirectory(), base)
	switch {
	case err != nil:
		return slash(base)
	case relative == ".":
		return "./"
	case relative == ".." || strings.HasPrefix(relative, "../"):
		return slash(relative)
	}
	return "./" + slash(relative)
}

// lists reports whether a file is among those to list.
func (o pathOptions) lists(name string) bool {
	return !o.folders && (len(o.extensions) == 0 || slices.ContainsFunc(o.extensions, func(e string) bool { return strings.EqualFold(filepath.Ext(name), e) }))
}

func (c *completer) resolve(folder string) string {
	switch {
	case folder == "~" || strings.HasPrefix(folder, "~/"):
		home, _ := os.UserHomeDir()
		return filepath.Join(home, strings.TrimPrefix(folder, "~"))
	case strings.HasPrefix(folder, "/"):
		return filepath.Clean(folder)
	}
	return filepath.Join(c.session.WorkingDirectory(), folder)
}

// write quotes a path where it must be.
func (o pathOptions) write(folder, name string) string {
	base, quoteBase := o.escape(folder)
	leaf, quoteLeaf := o.escape(name)
	switch {
	case o.quote != "":
		return o.quote + base + leaf + o.quote
	case !quoteBase && !quoteLeaf:
		return base + leaf
	case o.callable:
		return "& '" + base + leaf + "'"
	}
	return "'" + base + leaf + "'"
}

// escape writes a part of a path so that it means itself, and says whether it
// must stand between quotes where it has none.
func (o pathOptions) escape(part string) (escaped string, quoted bool) {
	var out strings.Builder
	double, last := o.quote == `"`, rune(0)
	put := func(marks string, r rune) {
		out.WriteString(marks)
		out.WriteRune(r)
		last = r
	}
	for i, r := range part {
		switch {
		case strings.ContainsRune("#-@", r):
			quoted = quoted || i == 0
			put("", r)
		case strings.ContainsRune(" ,;(){}|&", r):
			quoted = true
			put("", r)
		case (r == '[' || r == ']') && !o.literal:
			quoted = true
			put(strings.Repeat("`", escapes(double, last, 1, 2, 4)), r)
		case r == '`':
			quoted = true
			n := escapes(double, last, 1, 1, 3)
			if o.literal {
				n = escapes(double, 0, 0, 1, 1)
			}
			put(strings.Repeat("`", n), r)
		case r == '$' && double, double && isDoubleQuote(r):
			put("`", r)
		case !double && isSingleQuote(r):
			quoted = true
			put("'", r)
		default:
			quoted = quoted || r == '$' || isDoubleQuote(r)
			put("", r)
		}
	}
	return out.String(), quoted
}

// escapes is how many backticks stand before a character: one number between
// single quotes or none, and two between double quotes, of which the second
// holds behind a backtick.
func escapes(double bool, last rune, single, plain, behind int) int {
	switch {
	case !double:
		return single
	case last == '`':
		return behind
	}
	return plain
}

func isSingleQuote(r rune) bool { return strings.ContainsRune("'\u2018\u2019\u201a\u201b", r) }

func isDoubleQuote(r rune) bool { return strings.ContainsRune("\"\u201c\u201d\u201e", r) }

// providerItems completes a path that begins with the name of a provider.
func (c *completer) providerItems(provider, path string, o pathOptions) []Match {
	name := provider[strings.LastIndexByte(provider, '\\')+1:]
	drive := name
	switch value.Fold(name) {
	case "filesystem":
		o.shown = provider[:len(provider)-len(name)] + "FileSystem::"
		if !strings.HasPrefix(path, "/") && !strings.HasPrefix(path, "\\") {
			return nil
		}
		return c.files(path, o)
	case "environment":
		drive = "env"
	case "variable", "function", "alias":
	default:
		return nil
	}
	matches := c.driveItems(drive, path)
	for i := range matches {
		shown, _, _ := strings.Cut(matches[i].Text, ":/")
		if value.Fold(shown) == "env" {
			shown = "Environment"
		}
		matches[i].Text = o.write(provider[:len(provider)-len(name)]+shown+"::", matches[i].ListItem)
	}
	return matches
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
			matches = append(matches, Match{Text: pathOptions{}.write(drive+":/", found), ListItem: found, Kind: ProviderItem, ToolTip: found})
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
