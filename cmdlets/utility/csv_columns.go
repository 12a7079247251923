package utility

import (
	"strings"

	"exolab/cmdlets/internal/csv"
	"exolab/cmdlets/internal/objects"
	"exolab/runtime/value"
)

// csvRows turns objects into CSV records: the first object's properties are
// the columns of all.
type csvRows struct {
	writer  *csv.Writer
	header  bool
	typed   bool
	columns []objects.Column
	folded  []string
	fields  []csv.Field
	// between, if set, is told that the lines above the header are written.
	between func() error
	// formulas counts what spreadsheets compute; nil if nobody asks.
	formulas *formulas
}

// start fixes the columns by the first object and writes what stands above
// the rows.
func (r *csvRows) start(env value.Env, first value.Value) error {
	r.columns = objects.Columns(env, first)
	names := make([]csv.Field, len(r.columns))
	for i, c := range r.columns {
		names[i] = csv.Field{Text: c.Name}
		r.folded = append(r.folded, c.Folded)
	}
	r.fields = make([]csv.Field, len(r.columns))
	if r.typed {
		if err := r.writer.Comment(strings.TrimSuffix("#TYPE "+objects.CSVTypeName(first), " ")); err != nil {
			return err
		}
	}
	if !r.header {
		return nil
	}
	if r.between != nil {
		if err := r.between(); err != nil {
			return err
		}
	}
	return r.writer.Write(r.folded, names)
}

// fixed takes the columns of an existing file; nothing is written above the
// rows.
func (r *csvRows) fixed(names []string) {
	for _, name := range names {
		r.columns = append(r.columns, objects.NewColumn(name))
		r.folded = append(r.folded, value.Fold(name))
	}
	r.fields = make([]csv.Field, len(names))
}

// nullReference is what becomes of a dictionary's entry that is null.
func nullReference() error {
	e := value.NewException("System.NullReferenceException", "Object reference not set to an instance of an object.")
	e.ErrorID, e.Category = e.T.FullName, value.NotSpecified
	return e
}

// row writes one object.
func (r *csvRows) row(env value.Env, v value.Value) error {
	_, isTable := value.As[*value.Dict](v)
	for i := range r.columns {
		property, found, err := r.columns[i].Find(env, v)
		if isTable && found && property.IsNull() {
			return nullReference()
		}
		if err != nil || property.IsNull() {
			r.fields[i] = csv.Field{Null: true}
			continue
		}
		r.fields[i] = csv.Field{Text: objects.CultureText(env, property)}
	}
	if r.formulas != nil {
		r.formulas.look(r.columns, r.fields)
	}
	return r.writer.Write(r.folded, r.fields)
}
