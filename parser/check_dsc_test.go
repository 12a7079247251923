package parser

import (
	"errors"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestResourcesNeedTheirMembers(t *testing.T) {
	const whole = `[DscResource()]class C { [DscProperty(Key)][string]$K; [C] Get() { return $this } Set() {} [bool] Test() { return $true } }`
	_, err := Parse("", whole)
	require.NoError(t, err)
	for text, id := range map[string]string{
		`[DscResource()]class C { [DscProperty(Key)][string]$K; Set() {} [bool] Test() { return $true } }`:                                       "DscResourceMissingGetMethod",
		`[DscResource()]class C { [DscProperty(Key)][string]$K; [int] Get() { return 1 } Set() {} [bool] Test() { return $true } }`:              "DscResourceInvalidGetMethod",
		`[DscResource()]class C { [DscProperty(Key)][double]$K; [C] Get() { return $this } Set() {} [bool] Test() { return $true } }`:            "DscResourceInvalidKeyProperty",
		`[DscResource()]class C { [DscProperty()][string]$K; [C] Get() { return $this } Set() {} [bool] Test() { return $true } }`:               "DscResourceMissingKeyProperty",
		`[DscResource()]class C { [DscProperty(Key)][string]$K; C($a) {} [C] Get() { return $this } Set() {} [bool] Test() { return $true } }`:   "DscResourceMissingDefaultConstructor",
		`class B { Set() {} } [DscResource()]class C : B { [DscProperty(Key)][string]$K; [C] Get() { return $this } [int] Test() { return 1 } }`: "DscResourceMissingTestMethod",
	} {
		_, err := Parse("", text)
		var all *ParseErrors
		require.True(t, errors.As(err, &all), text)
		require.Equal(t, id, all.Errors[0].ID, text)
		require.Len(t, all.Errors, 1, text)
	}
}
