package network

import (
	"strings"

	"exolab/runtime/dotnet"
	"exolab/runtime/dotnet/collections"
	"exolab/runtime/value"
)

// typeQuery is what ParseQueryString makes: its text is a query again.
var typeQuery = &value.Type{Name: "HttpQSCollection", FullName: "System.Web.HttpUtility+HttpQSCollection", Kind: value.KindObject, Base: collections.TypeNameValues,
	Interfaces: collections.TypeNameValues.Interfaces}

// parseQuery reads "?a=1&b=2". What has no equals sign is a value without name.
func parseQuery(c *value.Call) (value.Value, error) {
	if c.Args[0].IsNull() {
		return value.Null, dotnet.ErrNullArgument("query")
	}
	if len(c.Args) > 1 && c.Args[1].IsNull() {
		return value.Null, dotnet.ErrNullArgument("encoding")
	}
	out := &collections.NameValues{T: typeQuery, Text: queryText}
	query := strings.TrimPrefix(dotnet.TextArg(c, 0), "?")
	if query == "" {
		return value.Obj(out), nil
	}
	encoding := encodingArg(c)
	for pair := range strings.SplitSeq(query, "&") {
		name, v, named := strings.Cut(pair, "=")
		if !named {
			out.Add(value.Null, value.Str(formText(pair, encoding)))
			continue
		}
		out.Add(value.Str(formText(name, encoding)), value.Str(formText(v, encoding)))
	}
	return value.Obj(out), nil
}

func queryText(n *collections.NameValues) string {
	var pairs []string
	n.Each(func(name value.Value, v string) {
		v = urlEncode(v, true)
		if !name.IsNull() && name.Text() != "" {
			v = urlEncode(name.Text(), true) + "=" + v
		}
		pairs = append(pairs, v)
	})
	return strings.Join(pairs, "&")
}
