package task

import (
	"strings"

	"exolab/cmdlets/exchange/connection"
)

// Caller is the user in whose name the session's cmdlets run.
func (c *Call) Caller() string {
	if list := connection.Of(c.Ctx.Session()).All; len(list) > 0 && strings.Contains(list[len(list)-1].User, "@") {
		return list[len(list)-1].User
	}
	return connection.DefaultCaller
}
