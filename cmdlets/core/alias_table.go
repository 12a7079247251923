package core

import (
	"maps"
	"slices"
	"sort"
	"strings"

	"exolab/runtime"
	"exolab/runtime/errs"
	"exolab/runtime/value"
)

const sessionStateUnauthorized = "System.Management.Automation.SessionStateUnauthorizedAccessException"

// visibleAliases lists the aliases seen from a scope by name.
func visibleAliases(scope *runtime.Scope) []*runtime.Command {
	return visible(scope, (*runtime.Scope).Aliases)
}

// ownAliases lists the aliases of a scope itself by name.
func ownAliases(scope *runtime.Scope) []*runtime.Command {
	return slices.SortedFunc(maps.Values(scope.Aliases()), func(a, b *runtime.Command) int {
		return strings.Compare(value.Fold(a.Name), value.Fold(b.Name))
	})
}

// visible lists what the tables of a scope and its parents hold, by name.
func visible(scope *runtime.Scope, table func(*runtime.Scope) map[string]*runtime.Command) []*runtime.Command {
	seen := map[string]bool{}
	var out []*runtime.Command
	for at := scope; at != nil; at = at.Parent() {
		for folded, c := range table(at) {
			if !seen[folded] {
				seen[folded] = true
				out = append(out, c)
			}
		}
	}
	sort.Slice(out, func(i, j int) bool { return value.Fold(out[i].Name) < value.Fold(out[j].Name) })
	return out
}

// aliasProblem says why an alias must not be replaced, or nil.
func aliasProblem(known *runtime.Command, options int, force bool) *errs.Record {
	if known == nil {
		return nil
	}
	if known.Options&runtime.OptionConstant != 0 || known.Options&runtime.OptionReadOnly != 0 && !force {
		return errs.New(sessionStateUnauthorized,
			"Alias is not writeable because alias "+known.Name+" is read-only or constant and cannot be written to.",
			"AliasNotWritable", value.WriteError, value.Str(known.Name))
	}
	if known.Options&runtime.OptionAllScope != 0 && options&runtime.OptionAllScope == 0 {
		return errs.New(sessionStateUnauthorized, "The AllScope option cannot be removed from the alias '"+known.Name+"'.",
			"AliasAllScopeOptionCannotBeRemoved", value.WriteError, value.Str(known.Name))
	}
	return nil
}
