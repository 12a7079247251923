package core

import (
	_ "embed"
	"slices"
	"strings"

	"exolab/cmdlets/internal/patterns"
	"exolab/runtime"
	"exolab/runtime/value"
)

// verbs are PowerShell's approved verbs in its order: verb, alias prefix,
// group and description, separated by tabs.
//
//go:embed verbs.tsv
var verbs string

var (
	typeVerbInfo  = &value.Type{Name: "VerbInfo", FullName: "System.Management.Automation.VerbInfo", Kind: value.KindObject, Base: value.TypeObject}
	verbInfoNames = []string{"System.Management.Automation.VerbInfo", "System.Object"}
)

// GetVerb is Get-Verb.
type GetVerb struct {
	Verb  []string `ps:"position=0,pipeline,byname"`
	Group []string `ps:"validateset=Common|Communications|Data|Diagnostic|Lifecycle|Other|Security,position=1,pipeline,byname"`
}

// Process emits the verbs by name and group.
func (c *GetVerb) Process(ctx *runtime.Context) error {
	for line := range strings.Lines(verbs) {
		f := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		inGroup := func(g string) bool { return value.Fold(g) == value.Fold(f[2]) }
		if !matchesAny(c.Verb, f[0]) || len(c.Group) > 0 && !slices.ContainsFunc(c.Group, inGroup) {
			continue
		}
		o := value.NewObject(4)
		o.T, o.TypeNames = typeVerbInfo, verbInfoNames
		for i, name := range []string{"Verb", "AliasPrefix", "Group", "Description"} {
			o.Set(name, value.Str(f[i]))
		}
		if err := ctx.Emit(value.Obj(o)); err != nil {
			return err
		}
	}
	return nil
}

func matchesAny(list []string, name string) bool {
	return len(list) == 0 || patterns.MatchAny(list, name)
}
