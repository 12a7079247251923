//go:build unix

package fileio

import (
	"io/fs"
	"os/user"
	"strconv"
	"syscall"
)

// fileOwner names the user and the group that a file belongs to; numbers stand
// for those without a name.
func fileOwner(info fs.FileInfo) (owner, group string) {
	if info == nil {
		return "", ""
	}
	stat, ok := info.Sys().(*syscall.Stat_t)
	if !ok {
		return "", ""
	}
	owner, group = strconv.Itoa(int(stat.Uid)), strconv.Itoa(int(stat.Gid))
	if u, err := user.LookupId(owner); err == nil {
		owner = u.Username
	}
	if g, err := user.LookupGroupId(group); err == nil {
		group = g.Name
	}
	return owner, group
}
