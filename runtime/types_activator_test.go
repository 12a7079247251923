package runtime

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestObjectsAreMadeByTheirType(t *testing.T) {
	for script, want := range map[string]string{
		`[Activator]::CreateInstance([Collections.ArrayList]).Count; [Activator]::CreateInstance([uri], 'http://a/b').Host`:                                         "0|a",
		`try { [Activator]::CreateInstance([uri]) } catch { "$_" }`:                                                                                                 `Exception calling "CreateInstance" with "1" argument(s): "Cannot dynamically create an instance of type 'System.Uri'. Reason: No parameterless constructor defined."`,
		`$a = [byte[]](1, 2, 3, 4); $b = [byte[]]::new(3); [Buffer]::BlockCopy($a, 1, $b, 0, 3); "$b"; [Buffer]::ByteLength([int[]](1, 2))`:                         "2 3 4|8",
		`[Net.ServicePointManager]::ServerCertificateValidationCallback = { $true }; [Net.ServicePointManager]::ServerCertificateValidationCallback.GetType().Name`: "RemoteCertificateValidationCallback",
	} {
		require.Equal(t, want, run(t, script), script)
	}
}
