package cli

import (
	"fmt"
	"os"
	"strings"
)

// setConfigurationFile reads -ConfigurationFile. pwsh looks at the file when it
// starts its session; exolab has no restricted sessions.
func setConfigurationFile(p *pwshArgs, words []string) ([]string, error) {
	if len(words) == 0 {
		return nil, &usageError{message: missingConfigurationFile}
	}
	fault := noConfigurations
	if info, err := os.Stat(words[0]); err != nil || info.IsDir() {
		fault = fmt.Sprintf(noConfigurationFile, words[0])
	} else if !strings.HasSuffix(strings.ToLower(words[0]), ".pssc") {
		fault = fmt.Sprintf(notConfigurationFile, words[0])
	}
	p.startFault = fault
	return words[1:], nil
}

func setConfigurationName(p *pwshArgs, words []string) ([]string, error) {
	if len(words) == 0 {
		return nil, &usageError{message: missingConfigurationName}
	}
	p.startFault = noConfigurations
	return words[1:], nil
}

// maxPipePath is how long the path of a pipe may be on Linux.
const maxPipePath = 108

// setPipeName reads -CustomPipeName; exolab opens no pipe for debuggers.
func setPipeName(_ *pwshArgs, words []string) ([]string, error) {
	if len(words) == 0 {
		return nil, &usageError{message: missingPipeName}
	}
	longest := maxPipePath - len(os.TempDir()) - 1
	if length := len([]rune(words[0])); length > longest {
		return nil, &usageError{message: fmt.Sprintf(longPipeName, longest, words[0], length)}
	}
	return words[1:], nil
}
