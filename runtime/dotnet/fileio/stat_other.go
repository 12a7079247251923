//go:build !unix

package fileio

import "io/fs"

// rawStat is unknown on platforms without lstat.
func rawStat(fs.FileInfo) (fileStat, bool) { return fileStat{}, false }
