package exchange

import (
	"exolab/parser"
	"exolab/runtime"
	"exolab/runtime/value"
)

// filter is an OPATH filter: property names stand without a dollar sign.
type filter struct{ block *runtime.ScriptBlock }

// parseFilter turns OPATH text into a script over $_: a bare name before an
// operator is a property.
func parseFilter(text string) (*filter, error) {
	tree, err := parser.Parse("", propertiesOf(text))
	if err != nil {
		return nil, err
	}
	return &filter{runtime.NewScriptBlock(tree)}, nil
}

func (f *filter) matches(ctx *runtime.Context, v value.Value) (bool, error) {
	items, err := ctx.Collect(f.block, v)
	if err != nil {
		return false, err
	}
	return value.Truth((&runtime.Collector{Items: items}).Value()), nil
}

// propertiesOf puts `$_.` before the bare names of a filter.
func propertiesOf(text string) string {
	out := make([]byte, 0, len(text)+16)
	for i := 0; i < len(text); {
		c := text[i]
		switch {
		case c == '\'' || c == '"':
			end := i + 1
			for end < len(text) && text[end] != c {
				end++
			}
			end = min(end+1, len(text))
			out = append(out, text[i:end]...)
			i = end
		case isNameStart(c) && (i == 0 || text[i-1] != '-' && text[i-1] != '$' && text[i-1] != '.'):
			end := i
			for end < len(text) && (isNameStart(text[end]) || text[end] >= '0' && text[end] <= '9') {
				end++
			}
			out = append(append(out, "$_."...), text[i:end]...)
			i = end
		case c == '$' || c == '-':
			out = append(out, c)
			i++
			for i < len(text) && isNameStart(text[i]) {
				out = append(out, text[i])
				i++
			}
		default:
			out = append(out, c)
			i++
		}
	}
	return string(out)
}

func isNameStart(c byte) bool { return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' }
