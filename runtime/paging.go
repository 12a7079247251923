package runtime

import (
	"math"
	"strconv"

	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

// paging is $PSCmdlet.PagingParameters of a function that supports paging.
type paging struct {
	value.Extended
	total       bool
	skip, first uint64
}

var typePaging = engineType("PagingParameters", loadPaging)

// PSType returns PagingParameters.
func (*paging) PSType() *value.Type { return typePaging }

func pagingOf(c *Context) value.Value {
	if !c.meta.SupportsPaging {
		return value.Null
	}
	p := &paging{first: math.MaxUint64}
	for i, param := range c.meta.Params {
		if !c.bound[i] || !param.Common {
			continue
		}
		switch param.Name {
		case "IncludeTotalCount":
			p.total = value.Truth(c.values[i])
		case "Skip":
			p.skip = c.values[i].Uint64()
		case "First":
			p.first = c.values[i].Uint64()
		}
	}
	return value.Obj(p)
}

func loadPaging(t *value.Type, m *value.Members) {
	r := dotnet.NewRows(t, m)
	r.Get("switch IncludeTotalCount", property(func(p *paging) value.Value { return value.Switch(p.total) }))
	r.Get("ulong Skip", property(func(p *paging) value.Value { return value.Integer(value.KindUInt64, int64(p.skip)) }))
	r.Get("ulong First", property(func(p *paging) value.Value { return value.Integer(value.KindUInt64, int64(p.first)) }))
	r.Method("psobject NewTotalCount(ulong totalCount, double accuracy)", dotnet.Give(func(c *value.Call) value.Value {
		return newTotalCount(c.Args[0], c.Args[1].Float())
	}))
}

// newTotalCount is a number of objects with how sure it is.
func newTotalCount(total value.Value, accuracy float64) value.Value {
	text := "Unknown total count"
	switch {
	case accuracy >= 1:
		text = "Total count: " + strconv.FormatUint(total.Uint64(), 10)
	case accuracy > 0:
		text = "Estimated total count: " + strconv.FormatUint(total.Uint64(), 10)
	}
	d := &value.Decorated{Inner: total, Text: text}
	d.Extend().Members.Set("Accuracy", value.Double(min(1, max(0, accuracy))))
	return value.Obj(d)
}
