package core

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"exolab/runtime"
)

// fuzzyDistance is how far names may be from the one that is looked for, where
// FuzzyMinimumDistance does not say.
const fuzzyDistance = 5

// similar lists the commands with names near a name, the nearest first.
func (c *GetCommand) similar(ctx *runtime.Context, name string) []*runtime.Command {
	limit := fuzzyDistance
	if ctx.Bound("FuzzyMinimumDistance") {
		limit = c.FuzzyMinimumDistance
	}
	scores := map[*runtime.Command]int{}
	list := slices.DeleteFunc(c.matching(ctx, "*"), func(command *runtime.Command) bool {
		scores[command] = distance(command.Name, name)
		return scores[command] > limit
	})
	slices.SortStableFunc(list, func(a, b *runtime.Command) int { return cmp.Compare(scores[a], scores[b]) })
	return list
}

// distance is the case-insensitive distance of Damerau and Levenshtein between
// two names.
func distance(a, b string) int {
	from, to := []rune(strings.ToUpper(a)), []rune(strings.ToUpper(b))
	var before []int
	above := make([]int, len(to)+1)
	for i := range above {
		above[i] = i
	}
	for i := 1; i <= len(from); i++ {
		row := make([]int, len(to)+1)
		row[0] = i
		for k := 1; k <= len(to); k++ {
			cost := 1
			if from[i-1] == to[k-1] {
				cost = 0
			}
			row[k] = min(row[k-1]+1, above[k]+1, above[k-1]+cost)
			if i > 1 && k > 1 && from[i-1] == to[k-2] && from[i-2] == to[k-1] {
				row[k] = min(row[k], before[k-2]+cost)
			}
		}
		before, above = above, row
	}
	return above[len(to)]
}

// expanded lists the commands that a name matches or whose capitals and dashes
// it is.
func (c *GetCommand) expanded(ctx *runtime.Context, name string) []*runtime.Command {
	list := c.matching(ctx, name)
	for _, command := range c.matching(ctx, "*") {
		capitals := strings.Map(func(r rune) rune {
			if r == '-' || unicode.IsUpper(r) {
				return r
			}
			return -1
		}, command.Name)
		if strings.EqualFold(capitals, name) && !slices.Contains(list, command) {
			list = append(list, command)
		}
	}
	return list
}
