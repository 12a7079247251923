package runtime

import (
	"fmt"

	"exolab/runtime/value"
)

// maxSets is the number of parameter sets that a command may have.
const maxSets = 32

// conflict is what keeps the parameters of a command from standing together,
// in the order in which PowerShell merges them: a name or alias that is used
// twice, or too many sets. Own parameters come before the common ones.
func (m *Metadata) conflict() error {
	names, aliases := map[string]string{}, map[string]string{}
	sets := map[string]bool{}
	for _, p := range m.Params {
		folded := value.Fold(p.Name)
		if _, known := names[folded]; known {
			return metadataFault("ParameterNameAlreadyExistsForCommand", "A parameter with the name '%s' was defined multiple times for the command.", p.Name)
		}
		if owner, known := aliases[folded]; known {
			return aliasConflict(p.Name, owner)
		}
		names[folded] = p.Name
		for _, alias := range p.Aliases {
			folded := value.Fold(alias)
			if _, known := aliases[folded]; known {
				return metadataFault("AliasParameterNameAlreadyExistsForCommand",
					"The parameter alias cannot be specified because an alias with the name '%s' was already defined multiple times for the command.", alias)
			}
			if owner, known := names[folded]; known {
				return aliasConflict(owner, p.Name)
			}
			aliases[folded] = p.Name
		}
		for _, set := range p.Sets {
			if set.Name != AllSets {
				sets[value.Fold(set.Name)] = true
			}
		}
	}
	if len(sets) > maxSets {
		return metadataFault("ParsingTooManyParameterSets",
			"Cannot get or run the command. The maximum number of parameter sets for this command has been exceeded.")
	}
	return nil
}

func aliasConflict(name, owner string) error {
	return metadataFault("ParameterNameConflictsWithAlias",
		"The parameter '%s' cannot be specified because it conflicts with the parameter alias of the same name for parameter '%s'.", name, owner)
}

// metadataFault is an error in how a command declares its parameters.
func metadataFault(id, format string, args ...any) error {
	kind := "System.Management.Automation.MetadataException"
	if id == "ParsingTooManyParameterSets" {
		kind = "System.Management.Automation.ParsingMetadataException"
	}
	e := value.NewException(kind, fmt.Sprintf(format, args...))
	e.ErrorID, e.Category = id, value.MetadataError
	return e
}
