package utility

import (
	"fmt"
	"strconv"
	"strings"

	"exolab/cmdlets/internal/csv"
	"exolab/cmdlets/internal/objects"
	"exolab/runtime"
	"exolab/runtime/value"
)

// formulaPreference is the variable that makes Export-Csv warn of formulas. It
// is exolab's own: PowerShell's parameters and files stay as they are.
const formulaPreference = "ExolabWarnOfFormulas"

// formulaMarks begin what spreadsheets take for a formula, as OWASP's page on
// CSV injection lists them.
const formulaMarks = "=+-@\t\r\n"

// formulas counts the cells of a file that a spreadsheet would compute.
type formulas struct {
	rows, found int
	// row and column are those of the first one found.
	row    int
	column string
}

// wantedFormulas returns a counter if the script asks for the warning, else nil.
func wantedFormulas(env value.Env) *formulas {
	if !value.Truth(env.Variable(formulaPreference)) {
		return nil
	}
	return &formulas{}
}

// look counts the formulas of one row. A plain number is none, whatever its
// sign.
func (f *formulas) look(columns []objects.Column, fields []csv.Field) {
	f.rows++
	for i, field := range fields {
		if field.Text == "" || !strings.Contains(formulaMarks, field.Text[:1]) {
			continue
		}
		if _, err := strconv.ParseFloat(field.Text, 64); err == nil {
			continue
		}
		if f.found++; f.found == 1 {
			f.row, f.column = f.rows, columns[i].Name
		}
	}
}

// warn tells what was found in a file.
func (f *formulas) warn(ctx *runtime.Context, path string) error {
	if f == nil || f.found == 0 {
		return nil
	}
	return ctx.Warning(fmt.Sprintf("A spreadsheet would take %d of the values in '%s' for formulas, the first in row %d, column '%s': "+
		"they begin with =, +, -, @, a tab or a line break. They may come from strangers; look at them before you open the file there.",
		f.found, path, f.row, f.column))
}
