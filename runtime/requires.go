package runtime

import (
	"fmt"
	"path/filepath"
	"strconv"
	"strings"

	"exolab/parser"
	"exolab/runtime/modulespec"
	"exolab/runtime/value"
)

// engineVersion is the version of PowerShell that scripts see.
const engineVersion = "7.6.5"

// checkRequirements refuses a script whose #requires lines ask for another
// version or edition of PowerShell.
func checkRequirements(path string, r *parser.Requirements) error {
	if r == nil {
		return nil
	}
	name := filepath.Base(path)
	if r.Version != "" && versionAbove(r.Version, engineVersion) {
		return requirement("ScriptRequiresUnmatchedPSVersion", name, fmt.Sprintf("The script '%s' cannot be run because it contained a \"#requires\" "+
			"statement for PowerShell %s. The version of PowerShell that is required by the script does not match the currently running version of PowerShell %s.",
			name, r.Version, engineVersion))
	}
	for _, edition := range r.Editions {
		if value.Fold(edition) == "core" {
			return nil
		}
	}
	if len(r.Editions) > 0 {
		return requirement("ScriptRequiresUnmatchedPSEdition", name, fmt.Sprintf("The script '%s' cannot be run because it contained a \"#requires\" "+
			"statement for PowerShell editions '%s'. The edition of PowerShell that is required by the script does not match the currently running PowerShell Core edition.",
			name, strings.Join(r.Editions, ",")))
	}
	return nil
}

// importRequired loads the modules that a script's #requires lines ask for, or
// refuses the script.
func (s *Session) importRequired(b *ScriptBlock, name string) error {
	if b.AST.Requires == nil {
		return nil
	}
	for _, m := range b.AST.Requires.Modules {
		spec := specOf(m)
		if s.loadedModule(&spec) != nil || !spec.Versioned() && s.knowsModule(m.Name) {
			continue
		}
		if _, err := s.ImportModule(spec, ImportOptions{Into: s.Global}); err != nil {
			return requirement("ScriptRequiresMissingModules", name, fmt.Sprintf("The script '%s' cannot be run because it contained a \"#requires\" "+
				"statement that lists the following missing modules: %s.", name, m.Name))
		}
	}
	return nil
}

func requirement(id, name, message string) error {
	e := value.NewException("System.Management.Automation.ScriptRequiresException", message)
	e.ErrorID, e.Category, e.Target = id, value.ResourceUnavailable, value.Str(name)
	return e
}

// versionAbove compares two dotted versions.
func versionAbove(a, b string) bool {
	x, y := strings.Split(a, "."), strings.Split(b, ".")
	for i := range x {
		n, _ := strconv.Atoi(x[i])
		m := 0
		if i < len(y) {
			m, _ = strconv.Atoi(y[i])
		}
		if n != m {
			return n > m
		}
	}
	return false
}

// specOf is the specification that a #requires line holds.
func specOf(r parser.RequiredModule) modulespec.Spec {
	return modulespec.Spec{Name: r.Name, Version: r.Version, Maximum: r.MaximumVersion, Required: r.RequiredVersion, GUID: r.GUID}
}
