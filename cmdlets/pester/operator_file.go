package pester

import (
	"fmt"
	"strings"

	"exolab/cmdlets/internal/providers"
	"exolab/runtime"
	"exolab/runtime/sandbox"
	"exolab/runtime/value"
)

// exist is -Exist: the path leads somewhere.
func exist(c *Should, ctx *runtime.Context, actual value.Value) (string, error) {
	path := value.ToString(ctx.Env(), actual)
	places, rec := providers.Expand(ctx.Session(), path, providers.Options{Literal: bool(c.LiteralPath)})
	found := rec == nil && len(places) > 0
	if found != bool(c.Not) {
		return "", nil
	}
	if c.Not {
		return fmt.Sprintf("Expected path %s to not exist,%s but it did exist.", nicely(ctx.Env(), actual), c.because()), nil
	}
	return fmt.Sprintf("Expected path %s to exist,%s but it did not exist.", nicely(ctx.Env(), actual), c.because()), nil
}

// fileContent is -FileContentMatch and its kin: a line of the file, or its
// whole text, matches.
func fileContent(op, how string, whole bool) assertion {
	return func(c *Should, ctx *runtime.Context, actual value.Value) (string, error) {
		env := ctx.Env()
		path := value.ToString(env, actual)
		places, rec := providers.Expand(ctx.Session(), path, providers.Options{})
		if rec != nil {
			return "", ctx.Throw(rec)
		}
		var texts []value.Value
		for _, p := range places {
			raw, err := sandbox.ReadFile(p.Path)
			if err != nil {
				return "", thrown(ctx, "System.IO.IOException", "The file '"+p.Path+"' could not be read.")
			}
			text := strings.TrimPrefix(string(raw), "\ufeff")
			if whole {
				texts = append(texts, value.Str(text))
				continue
			}
			for _, line := range strings.Split(strings.ReplaceAll(text, "\r\n", "\n"), "\n") {
				texts = append(texts, value.Str(line))
			}
		}
		found := false
		for _, text := range texts {
			ok, err := holds(env, op, text, c.ExpectedContent)
			if err != nil {
				return "", err
			}
			found = found || ok
		}
		if found != bool(c.Not) {
			return "", nil
		}
		wanted, was := "", "not "
		if c.Not {
			wanted, was = "not ", ""
		}
		return fmt.Sprintf("Expected %s to %sbe %sfound in file %s,%s but it was %sfound.", nicely(env, c.ExpectedContent), wanted, how, nicely(env, actual), c.because(), was), nil
	}
}
