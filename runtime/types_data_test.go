package runtime

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// people is a table that the tests below look into.
const people = `$t = [Data.DataTable]::new('People')
$null = $t.Columns.Add('id', [int]); $null = $t.Columns.Add('name'); $null = $t.Columns.Add('height', [double])
$null = $t.Rows.Add(1, 'Ann', 1.7); $null = $t.Rows.Add(2, "Bob's", 1.85); $null = $t.Rows.Add(3, [DBNull]::Value); `

func TestDBNullIsAValueOfItsOwn(t *testing.T) {
	for script, want := range map[string]string{
		`[DBNull]::Value -eq $null; $null -eq [DBNull]::Value; [DBNull]::Value -eq [DBNull]::Value`:     "False|False|True",
		`if ([DBNull]::Value) { 'true' }; "[$([DBNull]::Value)]"; [Convert]::IsDBNull([DBNull]::Value)`: "true|[]|True",
		`try { [int][DBNull]::Value } catch { "$_" }`:                                                   `Cannot convert value "" to type "System.Int32". Error: "Object cannot be cast from DBNull to other types."`,
		`[NullString]::Value.GetType().Name; [string]::IsNullOrEmpty([NullString]::Value)`:              "NullString|True",
	} {
		require.Equal(t, want, run(t, script), script)
	}
}

func TestRowsHaveTheirColumnsAsProperties(t *testing.T) {
	for script, want := range map[string]string{
		`$t.Rows[0].name; $t.Rows[0]['NAME']; $t.Rows[0][2]; $t.Rows[2].name -is [DBNull]`:                                "Ann|Ann|1.7|True",
		`$r = $t.Rows[0]; $r.RowState; $t.AcceptChanges(); $r.id = '7'; $r.id; $r.RowState`:                               "Added|7|Modified",
		`foreach ($r in $t) { $r.id }; "$($t.name)"; $t.Rows.Count`:                                                       "1|2|3|Ann Bob's |3",
		`$r = $t.NewRow(); $r.RowState; $r.name = 'Cy'; $t.Rows.Add($r); $t.Rows[3].name`:                                 "Detached|Cy",
		`$t.Rows[0].Delete(); $t.Rows.Count; $t.AcceptChanges(); $t.Rows[0].Delete(); $t.Rows.Count; $t.Rows[0].RowState`: "2|2|Deleted",
		`$null -eq $t.Rows[9]; $null -eq $t.Rows[0]['none']`:                                                              "True|True",
		`$t.Rows[0].psobject.Properties.Name -join ' '`:                                                                   "id name height RowError RowState Table ItemArray HasErrors",
	} {
		require.Equal(t, want, run(t, people+script), script)
	}
}

func TestRowsAreFound(t *testing.T) {
	for script, want := range map[string]string{
		`$t.Select("name LIKE 'a*'").id`:                                                                                                                                "1",
		`$t.Select("name = 'bob''s' AND height > 1.8").id`:                                                                                                              "2",
		`$t.Select('name IS NULL').id; $t.Select('height IS NOT NULL').Count`:                                                                                           "3|2",
		`$t.Select('id IN (1, 3)', 'id DESC').id -join ' '`:                                                                                                             "3 1",
		`$t.Select('NOT (id = 2) OR [name] = ''x''').Count`:                                                                                                             "2",
		`$t.Select("id = '2'").name; $t.Select('id % 2 = 1').Count; $t.Select('height = 1.7').id`:                                                                       "Bob's|2|1",
		`$t.Compute('Sum(id)', ''); $t.Compute('Avg(height)', 'id < 3'); $t.Compute('Count(name)', ''); $t.Compute('Max(name)', '')`:                                    "6|1.775|2|Bob's",
		`$t.PrimaryKey = $t.Columns['id']; $t.Rows.Find(2).name; $t.Rows.Contains(9)`:                                                                                   "Bob's|False",
		`$v = $t.DefaultView; $v.RowFilter = 'id > 1'; $v.Sort = 'id DESC'; $v.Count; $v[0].id; $v.ToTable($true, 'name').Rows.Count`:                                   "2|3|2",
		`$null = $t.Columns.Add('twice', [int], 'id * 2'); $t.Rows[2].twice; $t.Columns['twice'].ReadOnly`:                                                              "6|True",
		`$null = $t.Columns.Add('shown', [string], "IIF(height IS NULL, 'none', Convert(id, 'System.String') + '-' + Substring(name, 1, 2))"); $t.Rows.shown -join ' '`: "1-An 2-Bo none",
	} {
		require.Equal(t, want, run(t, people+script), script)
	}
}

func TestTablesAreCopiedAndMerged(t *testing.T) {
	for script, want := range map[string]string{
		`$c = $t.Clone(); $c.Rows.Count; $c.Columns.Count; $c.ImportRow($t.Rows[1]); $c.Rows[0].name`:                                                                     "0|3|Bob's",
		`$c = $t.Copy(); $c.Rows[0].name = 'X'; $t.Rows[0].name; $t.Merge($c); $t.Rows.Count`:                                                                             "Ann|6",
		`$s = [Data.DataSet]::new(); $s.Tables.Add($t); $s.Tables['people'].Rows.Count; $s.Tables[0].DataSet.DataSetName`:                                                 "3|NewDataSet",
		`$a = $t.Columns.Add('n', [int]); $a.AutoIncrement = $true; $a.AutoIncrementSeed = 5; $null = $t.Rows.Add(4); $null = $t.Rows.Add(5); $t.Rows[3].n; $t.Rows[4].n`: "5|6",
	} {
		require.Equal(t, want, run(t, people+script), script)
	}
}

func TestTablesRefuseWhatTheirColumnsForbid(t *testing.T) {
	for script, want := range map[string]string{
		`$t.Rows[0].id = 'q'`:                                      `Exception setting "id": "The input string 'q' was not in a correct format.Couldn't store <q> in id Column.  Expected type is Int32."`,
		`$t.Rows[0]['id'] = 'q'`:                                   `The input string 'q' was not in a correct format.Couldn't store <q> in id Column.  Expected type is Int32.`,
		`$t.Rows[0].id = $null`:                                    `Exception setting "id": "Cannot set Column 'id' to be null. Please use DBNull instead."`,
		`$t.Rows.Add(1, 2, 3, 4)`:                                  `Exception calling "Add" with "4" argument(s): "Input array is longer than the number of columns in this table."`,
		`$t.Rows.Add($t.Rows[0])`:                                  `Exception calling "Add" with "1" argument(s): "This row already belongs to this table."`,
		`$t.Columns.Add('ID')`:                                     `Exception calling "Add" with "1" argument(s): "A column named 'id' already belongs to this DataTable."`,
		`$t.Columns['id'].Unique = $true; $t.Rows.Add(1)`:          `Exception calling "Add" with "1" argument(s): "Column 'id' is constrained to be unique.  Value '1' is already present."`,
		`$t.Columns['name'].ReadOnly = $true; $t.Rows[0].name = 1`: `'name' is a ReadOnly property.`,
		`$t.Select('none = 1')`:                                    `Exception calling "Select" with "1" argument(s): "Cannot find column [none]."`,
		`$t.Select('id >')`:                                        `Exception calling "Select" with "1" argument(s): "Syntax error: Missing operand after '>' operator."`,
		`$t.Select('id')`:                                          `Exception calling "Select" with "1" argument(s): "Filter expression 'id' does not evaluate to a Boolean term."`,
		`$t.Select("name LIKE 'a*b'")`:                             `Exception calling "Select" with "1" argument(s): "Error in Like operator: the string pattern 'a*b' is invalid."`,
	} {
		require.Equal(t, want, run(t, people+"try {"+script+"} catch { \"$_\" }"), script)
	}
}
