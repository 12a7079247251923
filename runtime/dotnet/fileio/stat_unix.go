//go:build unix

package fileio

import (
	"io/fs"
	"syscall"
)

// rawStat returns what lstat says beyond fs.FileInfo.
func rawStat(info fs.FileInfo) (fileStat, bool) {
	stat, ok := info.Sys().(*syscall.Stat_t)
	if !ok {
		return fileStat{}, false
	}
	access, change := statTimes(stat)
	return fileStat{
		inode: int64(stat.Ino), mode: int(stat.Mode), user: int(stat.Uid), group: int(stat.Gid), links: int(stat.Nlink), size: stat.Size,
		access: access, change: change, blockSize: int64(stat.Blksize), device: int(stat.Dev), blocks: int(stat.Blocks),
	}, true
}
