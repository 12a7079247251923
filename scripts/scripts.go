// Package scripts embeds the example scripts that come with exolab.
package scripts

import "embed"

// Files holds the scripts of this folder.
//
//go:embed *.ps1
var Files embed.FS
