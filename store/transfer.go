package store

// ImportOptions change how an organization is imported.
type ImportOptions struct {
	CreateOptions
	// Name renames the organization; "" keeps the name in the file.
	Name string
	// Into adds the records to this organization, which stays as it is
	// otherwise; the file then needs no organization line.
	Into string
	// Progress is told the number of lines read.
	Progress Progress
}

// ImportResult says what an import brought.
type ImportResult struct {
	Name   string // of the organization
	Lines  int
	Counts Counts
}

// progressEvery is the number of records between two reports of progress.
const progressEvery = 1000

// Report tells of every thousandth record.
func (p Progress) Report(done int) {
	if p != nil && done%progressEvery == 0 {
		p(done)
	}
}
