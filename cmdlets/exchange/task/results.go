package task

import (
	"slices"
	"strconv"
	"strings"

	"exolab/cmdlets/exchange/opath"
	"exolab/runtime/value"
)

const (
	// DefaultResults is how many results -ResultSize gives when it is not given.
	DefaultResults = 1000
	unlimited      = -1

	moreResults = "There are more results available than are currently displayed. To view them, increase the value for the ResultSize parameter."
	manyResults = "By default, only the first 1000 items are returned. Use the ResultSize parameter to specify the number of items returned. To return all items, " +
		"specify \"-ResultSize Unlimited\". Be aware that, depending on the actual number of items, returning all items can take a long time and consume a large " +
		"amount of memory. Also, we don't recommend storing the results in a variable. Instead, pipe the results to another task or script to perform batch changes."
)

// ResultSize reads -ResultSize: a number, Unlimited, or, not given, 1000.
func (c *Call) ResultSize() (int, error) {
	if !c.Has("ResultSize") {
		return DefaultResults, nil
	}
	text := strings.TrimSpace(c.Text("ResultSize"))
	if strings.EqualFold(text, "Unlimited") {
		return unlimited, nil
	}
	n, err := strconv.Atoi(text)
	if err != nil || n < 0 {
		return 0, c.CannotTransform("ResultSize", text, "Microsoft.Exchange.Data.Unlimited`1[System.UInt32]",
			"Failed to convert "+text+" from System.String to Microsoft.Exchange.Data.Unlimited`1[System.UInt32].")
	}
	return n, nil
}

// EmitList emits objects as -Filter, -SortBy and -ResultSize say.
func (c *Call) EmitList(list []value.Value) error {
	list, err := c.Filtered(list)
	if err != nil {
		return err
	}
	if property := c.Text("SortBy"); property != "" && len(list) > 0 {
		if first, ok := value.As[*value.PSObject](list[0]); ok && first.IndexOf(value.Fold(property)) < 0 {
			return InvalidArgument("\"%s\" is not a recognized sortable property.", property)
		}
		c.sort(list, value.Fold(property))
	}
	return c.EmitSized(list)
}

// EmitSized emits as many objects as -ResultSize admits.
func (c *Call) EmitSized(list []value.Value) error {
	size, err := c.ResultSize()
	if err != nil {
		return err
	}
	more := size != unlimited && len(list) > size
	if more {
		list = list[:size]
		if !c.Has("ResultSize") {
			if err := c.Ctx.Warning(manyResults); err != nil {
				return err
			}
		}
	}
	for _, v := range list {
		if err := c.Emit(v); err != nil {
			return err
		}
	}
	if more && c.Has("ResultSize") {
		return c.Ctx.Warning(moreResults)
	}
	return nil
}

// Filtered keeps what meets -Filter.
func (c *Call) Filtered(list []value.Value) ([]value.Value, error) {
	if !c.Has("Filter") {
		return list, nil
	}
	env := c.Ctx.Env()
	text := strings.TrimSpace(c.Text("Filter"))
	if text == "" || text == "*" {
		return list, nil
	}
	condition, err := opath.Parse(env, text)
	if err != nil {
		return nil, InvalidArgument("%s", err)
	}
	if len(list) > 0 {
		shown, _ := value.As[*value.PSObject](list[0])
		first := c.seen(shown)
		if err := opath.CheckProperties(condition, func(folded string) bool { return first.IndexOf(folded) >= 0 }); err != nil {
			return nil, InvalidArgument("%s", err)
		}
	}
	return slices.DeleteFunc(list, func(v value.Value) bool {
		o, _ := value.As[*value.PSObject](v)
		return !condition.Holds(env, c.seen(o))
	}), nil
}

// seen is an object as -Filter sees it.
func (c *Call) seen(o *value.PSObject) *value.PSObject {
	if c.FilterSees == nil {
		return o
	}
	return c.FilterSees(o)
}

func (c *Call) sort(list []value.Value, property string) {
	env := c.Ctx.Env()
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

// EmitSizedAll emits all objects: the cmdlet has no -ResultSize.
func (c *Call) EmitSizedAll(list []value.Value) error {
	for _, v := range list {
		if err := c.Emit(v); err != nil {
			return err
		}
	}
	return nil
}
