package runtime

import (
	"exolab/runtime/errs"
	"exolab/runtime/value"
)

// handler is one type that a catch clause names; t is nil for a clause without
// types.
type handler struct {
	clause int
	t      *value.Type
	// rank counts the other types that are more specific: 0 is the best.
	rank int
}

// chooseCatch returns the clause that handles an error, -1 if none does, and
// the exception that made it fit. Of the exceptions that an error holds the
// first one that fits a clause of the best rank decides.
func (f *Frame) chooseCatch(clauses []catchClause, e *errs.Error) (int, *value.Exception, error) {
	handlers, err := f.handlers(clauses)
	if err != nil {
		return -1, nil, err
	}
	best := handler{clause: -1}
	var caught *value.Exception
	for _, x := range catchable(e) {
		h := handlerOf(handlers, x)
		if h == nil {
			continue
		}
		if best.clause < 0 || h.rank < best.rank || best.t == nil {
			best, caught = *h, x
		}
		if best.rank == 0 {
			break
		}
	}
	return best.clause, caught, nil
}

// handlers lists the types of all clauses with their ranks.
func (f *Frame) handlers(clauses []catchClause) ([]handler, error) {
	var list []handler
	for i, clause := range clauses {
		if len(clause.types) == 0 {
			list = append(list, handler{clause: i})
		}
		for _, name := range clause.types {
			t, err := f.resolveType(name)
			if err != nil {
				return nil, err
			}
			list = append(list, handler{clause: i, t: t})
		}
	}
	for i := range list {
		if list[i].t == nil {
			list[i].rank = len(list)
			continue
		}
		for j := range list {
			if t := list[j].t; t != nil && t != list[i].t && list[i].t.IsAssignableFrom(t) {
				list[i].rank++
			}
		}
	}
	return list, nil
}

// handlerOf finds the handler of an exception: the one of its very type, else
// the first of a base type, else the one for everything.
func handlerOf(list []handler, x *value.Exception) *handler {
	var base *handler
	for i := range list {
		h := &list[i]
		switch {
		case h.t == x.T:
			return h
		case base == nil && (h.t == nil || h.t.IsAssignableFrom(x.T)):
			base = h
		}
	}
	return base
}

// catchable lists the exceptions by which an error can be caught, in the order
// in which they are tried: what an error action of Stop raised, the exception
// inside, the exception itself.
func catchable(e *errs.Error) []*value.Exception {
	x := e.Record.Exception
	var list []*value.Exception
	if e.Stopped && x.T.FullName != exStopped {
		list = append(list, value.NewException(exStopped, x.Message))
	}
	if !unwrappable(x) {
		return append(list, x, value.NewException(exRuntime, x.Message))
	}
	if x.Inner != nil {
		list = append(list, x.Inner)
	}
	list = append(list, x)
	if x.T.FullName == exCmdletInvocation && x.Inner != nil && x.Inner.Inner != nil {
		list = append(list, x.Inner.Inner)
	}
	return list
}
