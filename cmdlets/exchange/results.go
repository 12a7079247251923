package exchange

import (
	"slices"
	"strconv"
	"strings"

	"exolab/runtime/value"
)

const (
	defaultResults = 1000
	unlimited      = -1

	moreResults = "There are more results available than are currently displayed. To view them, increase the value for the ResultSize parameter."
	manyResults = "By default, only the first 1000 items are returned. Use the ResultSize parameter to specify the number of items returned. To return all items, " +
		"specify \"-ResultSize Unlimited\". Be aware that, depending on the actual number of items, returning all items can take a long time and consume a large " +
		"amount of memory. Also, we don't recommend storing the results in a variable. Instead, pipe the results to another task or script to perform batch changes."
)

// resultSize reads -ResultSize: a number, Unlimited, or, not given, 1000.
func (c *call) resultSize() (int, error) {
	if !c.has("ResultSize") {
		return defaultResults, nil
	}
	text := strings.TrimSpace(c.text("ResultSize"))
	if strings.EqualFold(text, "Unlimited") {
		return unlimited, nil
	}
	n, err := strconv.Atoi(text)
	if err != nil || n < 0 {
		return 0, c.cannotTransform("ResultSize", text, "Microsoft.Exchange.Data.Unlimited`1[System.UInt32]",
			"Failed to convert "+text+" from System.String to Microsoft.Exchange.Data.Unlimited`1[System.UInt32].")
	}
	return n, nil
}

// emitList emits objects as -Filter, -SortBy and -ResultSize say.
func (c *call) emitList(list []value.Value) error {
	list, err := c.filtered(list)
	if err != nil {
		return err
	}
	if c.has("SortBy") {
		c.sort(list, value.Fold(c.text("SortBy")))
	}
	return c.emitSized(list)
}

// emitSized emits as many objects as -ResultSize admits.
func (c *call) emitSized(list []value.Value) error {
	size, err := c.resultSize()
	if err != nil {
		return err
	}
	more := size != unlimited && len(list) > size
	if more {
		list = list[:size]
		if !c.has("ResultSize") {
			if err := c.ctx.Warning(manyResults); err != nil {
				return err
			}
		}
	}
	for _, v := range list {
		if err := c.emit(v); err != nil {
			return err
		}
	}
	if more && c.has("ResultSize") {
		return c.ctx.Warning(moreResults)
	}
	return nil
}

// filtered keeps what meets -Filter.
func (c *call) filtered(list []value.Value) ([]value.Value, error) {
	if !c.has("Filter") {
		return list, nil
	}
	env := c.ctx.Env()
	text := strings.TrimSpace(c.text("Filter"))
	if text == "" || text == "*" {
		return list, nil
	}
	condition, err := parseFilter(env, text)
	if err != nil {
		return nil, err
	}
	if len(list) > 0 {
		first, _ := value.As[*value.PSObject](list[0])
		if err := checkProperties(condition, func(folded string) bool { return first.IndexOf(folded) >= 0 }); err != nil {
			return nil, err
		}
	}
	return slices.DeleteFunc(list, func(v value.Value) bool {
		o, _ := value.As[*value.PSObject](v)
		return !condition.holds(env, o)
	}), nil
}

func (c *call) sort(list []value.Value, property string) {
	env := c.ctx.Env()
	slices.SortStableFunc(list, func(a, b value.Value) int {
		x, _ := value.As[*value.PSObject](a)
		y, _ := value.As[*value.PSObject](b)
		v, _ := x.Get(property)
		w, _ := y.Get(property)
		order, err := value.Compare(env, v, w, true)
		if err != nil {
			return 0
		}
		return order
	})
}
