package modules

import (
	"strings"

	"exolab/cmdlets/internal/providers"
	"exolab/runtime"
	"exolab/runtime/modulespec"
	"exolab/runtime/value"
)

// manifestWriter writes the text of a module manifest. The first error stays.
type manifestWriter struct {
	ctx    *runtime.Context
	out    strings.Builder
	indent string
	err    error
}

// manifestEntry is one key of a manifest, with the comment above it. One
// without a value is written as a comment.
type manifestEntry struct {
	key, comment string
	given        bool
	text         func(w *manifestWriter) string
}

func (w *manifestWriter) line(text string) { w.out.WriteString(text + "\n") }

// comment writes comment lines.
func (w *manifestWriter) comment(lines ...string) {
	for _, text := range lines {
		if text != "" {
			text = " " + text
		}
		w.line("#" + text)
	}
}

func (w *manifestWriter) entries(list []manifestEntry) {
	for _, e := range list {
		w.entry(e.key, e.comment, e.given, e.text(w))
	}
}

func (w *manifestWriter) entry(key, comment string, given bool, text string) {
	w.line(w.indent + "# " + comment)
	mark := "# "
	if given {
		mark = ""
	}
	w.line(w.indent + mark + key + " = " + text)
	w.line("")
}

// quotedName is text between single quotes.
func quotedName(text string) string {
	var b strings.Builder
	b.WriteByte('\'')
	for _, r := range text {
		switch r {
		case '\'', '‘', '’', '‚', '‛':
			b.WriteRune(r)
		}
		b.WriteRune(r)
	}
	b.WriteByte('\'')
	return b.String()
}

// quotedNames is a list of texts. Lines end near column 80.
func quotedNames(names []string) string {
	const margin = 15
	var b strings.Builder
	offset := margin
	for _, name := range names {
		if name == "" {
			continue
		}
		if b.Len() > 0 {
			b.WriteString(", ")
		}
		text := quotedName(name)
		if offset += len(value.Units(text)); offset > 80 {
			b.WriteString("\n" + strings.Repeat(" ", margin))
			offset = margin + len(value.Units(text))
		}
		b.WriteString(text)
	}
	if b.Len() == 0 {
		return "@()"
	}
	return b.String()
}

// files is a list of paths: those that are found as seen from the present
// folder, the others as they are.
func (w *manifestWriter) files(names []string) string {
	var paths []string
	for _, name := range names {
		found, rec := providers.Expand(w.ctx.Session(), name, providers.Options{})
		if name == "" || rec != nil || len(found) == 0 {
			paths = append(paths, name)
			continue
		}
		here := strings.TrimSuffix(w.ctx.Session().WorkingDirectory(), "/") + "/"
		for _, p := range found {
			paths = append(paths, strings.TrimPrefix(p.Path, here))
		}
	}
	return quotedNames(paths)
}

// modules is a list of module specifications.
func (w *manifestWriter) modules(list []value.Value) string {
	var parts []string
	for _, v := range list {
		if v.IsNull() {
			continue
		}
		spec, err := modulespec.New(w.ctx.Env(), v)
		if err != nil {
			if w.err == nil {
				w.err = err
			}
			continue
		}
		parts = append(parts, quotedSpec(spec))
	}
	return "@(" + strings.Join(parts, ", \n               ") + ")"
}

func quotedSpec(spec *modulespec.Spec) string {
	if spec.GUID == "" && !spec.Versioned() {
		return quotedName(spec.Name)
	}
	var b strings.Builder
	for _, field := range [...]struct{ key, text string }{{"ModuleName", spec.Name}, {"GUID", spec.GUID}, {"ModuleVersion", spec.Version},
		{"MaximumVersion", spec.Maximum}, {"RequiredVersion", spec.Required}} {
		if field.text != "" {
			b.WriteString(field.key + " = " + quotedName(field.text) + "; ")
		}
	}
	return "@{" + b.String() + "}"
}
