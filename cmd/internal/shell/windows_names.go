package shell

import (
	"os"
	"os/user"
	"strings"
)

// nameWindowsUser sets the environment variables in which Windows names user,
// domain and computer, where they are missing: scripts for Exchange write them
// into their logs.
func nameWindowsUser() {
	name := os.Getenv("USER")
	if u, err := user.Current(); name == "" && err == nil {
		name = u.Username
	}
	host, _ := os.Hostname()
	host, _, _ = strings.Cut(host, ".")
	for _, v := range [][2]string{{"USERNAME", name}, {"USERDOMAIN", "CONTOSO"}, {"COMPUTERNAME", strings.ToUpper(host)}} {
		if _, set := os.LookupEnv(v[0]); !set && v[1] != "" {
			_ = os.Setenv(v[0], v[1]) // only a name without a letter would fail
		}
	}
}
