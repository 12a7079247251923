package system_test

import (
	"os"
	"testing"

	"github.com/stretchr/testify/require"

	"exolab/runtime/runtimetest"
)

func TestSystemValues(t *testing.T) {
	for script, want := range map[string]string{
		`[ipaddress]::new(16777343)`:                                      "127.0.0.1",
		`[ipaddress]::new([byte[]](10,1,2,3))`:                            "10.1.2.3",
		`([ipaddress]'127.0.0.1').Address`:                                "16777343",
		`([ipaddress]'1.2.3.4').MapToIPv6()`:                              "::ffff:1.2.3.4",
		`([ipaddress]'1.2.3.4').MapToIPv6().IsIPv4MappedToIPv6`:           "True",
		`([ipaddress]'::ffff:1.2.3.4').MapToIPv4()`:                       "1.2.3.4",
		`([ipaddress]'ff02::1').IsIPv6Multicast`:                          "True",
		`([ipaddress]'fe80::1%7').IsIPv6LinkLocal`:                        "True",
		`([ipaddress]'fe80::1%7').ScopeId`:                                "7",
		`[ipaddress]::new([ipaddress]::IPv6Loopback.GetAddressBytes(),9)`: "::1%9",
		`[ipaddress]::HostToNetworkOrder([int]1)`:                         "16777216",
		`[ipaddress]::NetworkToHostOrder([short]1)`:                       "256",
		`try { [ipaddress]::new([byte[]](1,2)) } catch { "$_" }`:          `Exception calling ".ctor" with "1" argument(s): "An invalid IP address was specified. (Parameter 'address')"`,
		`try { [ipaddress]::new(-1) } catch { "$_" }`:                     `Exception calling ".ctor" with "1" argument(s): "Specified argument was out of the range of valid values. (Parameter 'newAddress')"`,
		`([version]'1.2').Equals([version]'1.2')`:                         "True",
		`([version]'1.2').CompareTo([object][version]'1.10')`:             "-1",
		`try { ([version]'1.2').CompareTo([object]5) } catch { "$_" }`:    `Exception calling "CompareTo" with "1" argument(s): "Object must be of type Version."`,
		`([guid]::Empty).CompareTo([object]$null)`:                        "1",
	} {
		require.Equal(t, want, runtimetest.Answer(t, script), script)
	}
}

func TestEnvironment(t *testing.T) {
	home := t.TempDir()
	t.Setenv("HOME", home)
	t.Setenv("EXOLAB_PROBE", "here")
	for script, want := range map[string]string{
		`[Environment]::GetEnvironmentVariable('EXOLAB_PROBE', 'Process')`:                         "here",
		`[Environment]::GetEnvironmentVariable('EXOLAB_PROBE', 'User')`:                            "",
		`[Environment]::SetEnvironmentVariable('EXOLAB_PROBE', 'x', 'Machine'); $env:EXOLAB_PROBE`: "here",
		`[Environment]::GetEnvironmentVariables('User').Count`:                                     "0",
		`[Environment]::GetEnvironmentVariables('Process')['EXOLAB_PROBE']`:                        "here",
		`[Environment]::GetFolderPath('Desktop')`:                                                  "",
		`[Environment]::GetFolderPath('UserProfile')`:                                              home,
		`[Environment]::GetFolderPath('Desktop', 'DoNotVerify')`:                                   home + "/Desktop",
		`[Environment]::GetFolderPath('MyMusic', 'Create')`:                                        home + "/Music",
		`[Environment]::WorkingSet -gt 1MB`:                                                        "True",
		`[Environment]::GetLogicalDrives() -contains '/'`:                                          "True",
	} {
		require.Equal(t, want, runtimetest.Answer(t, script), script)
	}
	require.DirExists(t, home+"/Music")
	require.Equal(t, map[bool]string{true: "True", false: "False"}[os.Geteuid() == 0], runtimetest.Answer(t, `[Environment]::IsPrivilegedProcess`))
}
