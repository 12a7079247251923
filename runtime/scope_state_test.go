package runtime

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestBlocksRunInTheirOwnSessionState(t *testing.T) {
	const module = `$v = 'module'; function M { param($b) $local = 1; & $b }
function N { param($w) P { "$w $v" } }; function D { . { $d = 'dotted' }; $d }`
	for script, want := range map[string]string{
		`function Outer { $x = 5; M { "$x,$local,$v" } }; Outer`: "5,,",
		`function P { param($b) & $b }; N hello`:                 "hello module",
		`$y = 1; M { $y = 2; $script:y += 2 }; $y`:               "3",
		`D; "<$d>"`: "dotted|<>",
	} {
		host := &recorder{}
		s, err := NewSession(Options{Host: host, Directory: t.TempDir()})
		require.NoError(t, err)
		block, err := ParseBlock("", module)
		require.NoError(t, err)
		m, err := s.NewModule("m", "", block, nil, &Collector{})
		require.NoError(t, err)
		m.Export([]string{"*"}, nil, nil)
		s.Import(m, s.Global, "")
		s.RunText(script)
		require.Equal(t, want, strings.Join(host.lines, "|"), script)
	}
}
