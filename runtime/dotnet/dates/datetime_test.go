package dates_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"exolab/runtime/runtimetest"
)

func TestDatesCompareWithObjects(t *testing.T) {
	for compared, want := range map[string]string{
		`[object][datetime]'2024-01-02'`: "-1",
		`[object]$null`:                  "1",
		`[object]5`:                      `uncaught: Exception calling "CompareTo" with "1" argument(s): "Object must be of type DateTime."`,
	} {
		require.Equal(t, want, runtimetest.Answer(t, `([datetime]'2024-01-01').CompareTo(`+compared+`)`), compared)
	}
}
