// Package scripts embeds the example scripts and the labs that come with
// exolab.
package scripts

import (
	"embed"
	"io/fs"
)

// Files holds the scripts of this folder.
//
//go:embed *.ps1
var Files embed.FS

//go:embed labs
var labs embed.FS

// Labs holds the folders of the labs: TRACK/NN-ID.
func Labs() fs.FS {
	below, err := fs.Sub(labs, "labs")
	if err != nil {
		return labs
	}
	return below
}
