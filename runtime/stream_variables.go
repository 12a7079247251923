package runtime

import (
	"strings"

	"exolab/runtime/errs"
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
	path, appending := strings.CutPrefix(name, "+")
	qualifier, plain := qualified(path)
	scope := p.frame.scope.named(qualifier)
	if appending {
		if v, ok := scope.Get(value.Fold(plain)); ok && !v.IsNull() {
			if known, isList := value.As[*value.Sequence](v); isList {
				return known, nil
			}
			list.Items = append(list.Items, value.Items(v)...)
		}
	}
	return list, scope.Set(plain, value.Obj(list))
}

// note adds what a stream got to the lists of -ErrorVariable and its kin.
func note(lists []*value.Sequence, v value.Value) {
	for _, list := range lists {
		list.Items = append(list.Items, v)
	}
}

// stoppedMessage precedes the error that an error action of Stop raised.
const stoppedMessage = "The running command stopped because the preference variable \"ErrorActionPreference\" or common parameter is set to Stop: "

// stoppedException is the exception that an error action of Stop makes of an
// error.
func stoppedException(rec *errs.Record) *value.Exception {
	x := value.NewException(exStopped, stoppedMessage+rec.Message())
	x.Inner, x.Record = rec.Exception, rec
	return x
}

// noteException adds the exception that ends a command to its -ErrorVariable,
// as an exception of the given type when that is not "". Where the error goes
// on to be handled, the record follows it there.
func (s *Session) noteException(rec *errs.Record, typeName, message string) {
	lists := s.currentStreams().errorLists
	if len(lists) == 0 {
		return
	}
	x := rec.Exception
	if typeName != "" {
		x = value.NewException(typeName, message)
		x.Inner, x.Record = rec.Exception, rec
	}
	note(lists, value.Obj(x))
}

// setPipelineVariable keeps the variable at the object that the command put
// out last.
func (p *processor) setPipelineVariable(name string) {
	next, scope := p.out, p.frame.scope
	if scope.Local(value.Fold(name)) == nil {
		p.line.pipelineVariables = append(p.line.pipelineVariables, name)
	}
	p.out = SinkFunc(func(v value.Value) error {
		if err := scope.Set(name, v); err != nil {
			return err
		}
		return next.Emit(v)
	})
}
