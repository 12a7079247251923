package runtime

import (
	"strings"

	"exolab/runtime/value"
)

// openVariables sets up -OutVariable, -ErrorVariable and their kin, and
// -PipelineVariable.
func (p *processor) openVariables() error {
	k := p.common
	if k.outVariable != "" {
		list, err := p.openList(k.outVariable)
		if err != nil {
			return err
		}
		next := p.out
		p.out = SinkFunc(func(v value.Value) error {
			list.Items = append(list.Items, v)
			return next.Emit(v)
		})
	}
	if k.pipelineVariable != "" {
		p.setPipelineVariable(k.pipelineVariable)
	}
	return p.openStreamLists()
}

func (p *processor) openStreamLists() error {
	k := p.common
	if k.errorVariable == "" && k.warningVariable == "" && k.informationVariable == "" {
		return nil
	}
	to := p.redirected
	if to == nil {
		to = p.session.currentStreams()
	}
	copied := *to
	for _, open := range []struct {
		name string
		to   *[]*value.Sequence
	}{{k.errorVariable, &copied.errorLists}, {k.warningVariable, &copied.warningLists}, {k.informationVariable, &copied.informationLists}} {
		if open.name == "" {
			continue
		}
		list, err := p.openList(open.name)
		if err != nil {
			return err
		}
		*open.to = append((*open.to)[:len(*open.to):len(*open.to)], list)
	}
	// begin is running with the streams in force; make the lists part of them.
	p.redirected = &copied
	if p.line != nil {
		p.line.keepStreams(to)
	}
	p.session.streams = &copied
	return nil
}

// openList makes the variable hold a list: a new one, or with `+name` the
// one it has.
func (p *processor) openList(name string) (*value.Sequence, error) {
	list := value.NewArrayList(nil)
	plain, appending := strings.CutPrefix(name, "+")
	if appending {
		if v, ok := p.frame.scope.Get(value.Fold(plain)); ok && !v.IsNull() {
			if known, isList := value.As[*value.Sequence](v); isList {
				return known, nil
			}
			list.Items = append(list.Items, itemsOf(v)...)
		}
	}
	return list, p.frame.scope.Set(plain, value.Obj(list))
}

// setPipelineVariable keeps the variable at the object that the command put
// out last.
func (p *processor) setPipelineVariable(name string) {
	next, scope := p.out, p.frame.scope
	p.line.pipelineVariables = append(p.line.pipelineVariables, name)
	p.out = SinkFunc(func(v value.Value) error {
		if err := scope.Set(name, v); err != nil {
			return err
		}
		return next.Emit(v)
	})
}
