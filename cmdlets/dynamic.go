package cmdlets

import (
	"exolab/runtime"
)

// DynamicParameters asks the cmdlet for parameters that depend on what has
// been bound, and returns them as the binder wants them.
func (i *instance) DynamicParameters(ctx *runtime.Context) ([]*runtime.Param, error) {
	source, ok := i.object.(DynamicParameters)
	if !ok {
		return nil, nil
	}
	object, err := source.DynamicParameters(ctx)
	if err != nil || object == nil {
		return nil, err
	}
	l, err := layoutOf(object)
	if err != nil {
		return nil, err
	}
	if err := l.resolve(ctx.Session(), object); err != nil {
		return nil, err
	}
	i.dynamic = newInstance(object, l.fields)
	i.firstDynamic = len(ctx.Metadata().Params)
	params := make([]*runtime.Param, len(l.fields))
	for k := range l.fields {
		l.fields[k].param.Dynamic = true
		params[k] = l.fields[k].param
	}
	return params, nil
}

// dynamicIndex is the index of a parameter among the dynamic ones.
func (i *instance) dynamicIndex(param int) int { return param - i.firstDynamic }
