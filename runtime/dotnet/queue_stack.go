package dotnet

import (
	"slices"

	"exolab/runtime/value"
)

// Line is a Queue or a Stack. Items is in the order of leaving for a queue,
// in the order of coming for a stack.
type Line struct {
	value.Extended
	T     *value.Type
	Items []value.Value
	// Stack tells that the last to come is the first to leave.
	Stack bool
}

func lineType(full, name string) *value.Type {
	return &value.Type{Name: name, FullName: full, Kind: value.KindObject, Base: value.TypeObject, Interfaces: []*value.Type{value.TypeICollection, value.TypeIEnumerable}}
}

var (
	typeQueue        = lineType("System.Collections.Queue", "Queue")
	typeStack        = lineType("System.Collections.Stack", "Stack")
	typeQueueOf      = genericDefinition(genericNamespace+"Queue`1", "Queue`1", value.TypeICollection, value.TypeIEnumerable)
	typeStackOf      = genericDefinition(genericNamespace+"Stack`1", "Stack`1", value.TypeICollection, value.TypeIEnumerable)
	typeConcurrentQ  = genericDefinition("System.Collections.Concurrent.ConcurrentQueue`1", "ConcurrentQueue`1", value.TypeICollection, value.TypeIEnumerable)
	typeConcurrentS  = genericDefinition("System.Collections.Concurrent.ConcurrentStack`1", "ConcurrentStack`1", value.TypeICollection, value.TypeIEnumerable)
	typeConcurrentBg = genericDefinition("System.Collections.Concurrent.ConcurrentBag`1", "ConcurrentBag`1", value.TypeICollection, value.TypeIEnumerable)
)

// PSType returns the type.
func (l *Line) PSType() *value.Type { return l.T }

// Enumerate calls yield for each element in the order of leaving.
func (l *Line) Enumerate(yield func(value.Value) error) error {
	for _, v := range l.ordered() {
		if err := yield(v); err != nil {
			return err
		}
	}
	return nil
}

func (l *Line) ordered() []value.Value {
	items := slices.Clone(l.Items)
	if l.Stack {
		slices.Reverse(items)
	}
	return items
}

// next returns the element to leave next and takes it out if asked to.
func (l *Line) next(take bool) (value.Value, bool) {
	n := len(l.Items)
	if n == 0 {
		return value.Null, false
	}
	at := 0
	if l.Stack {
		at = n - 1
	}
	v := l.Items[at]
	switch {
	case take && l.Stack:
		l.Items = l.Items[:at]
	case take:
		l.Items = l.Items[1:]
	}
	return v, true
}

func line(c *value.Call) *Line { return of[*Line](c.This) }

func (l *Line) mustNext(take bool) (value.Value, error) {
	v, ok := l.next(take)
	switch {
	case ok:
		return v, nil
	case l.Stack:
		return v, throw(exInvalidOperation, "Stack empty.")
	}
	return v, throw(exInvalidOperation, "Queue empty.")
}

// loadLine returns the loader of queues or stacks with elements of type elem.
func loadLine(stack bool, elem string) func(*value.Type, *value.Members) {
	return func(t *value.Type, m *value.Members) {
		b := table{t, m}
		add, take := "Enqueue", "Dequeue"
		if stack {
			add, take = "Push", "Pop"
		}
		b.get("int Count", func(v value.Value) value.Value { return value.Int(len(of[*Line](v).Items)) })
		b.get("bool IsEmpty", func(v value.Value) value.Value { return value.Bool(len(of[*Line](v).Items) == 0) })
		b.method("void "+add+"("+elem+" item)", run(func(c *value.Call) { line(c).Items = append(line(c).Items, c.Args[0]) }))
		b.method("void Add("+elem+" item)", run(func(c *value.Call) { line(c).Items = append(line(c).Items, c.Args[0]) }))
		b.method(elem+" "+take+"()", func(c *value.Call) (value.Value, error) { return line(c).mustNext(true) })
		b.method(elem+" Peek()", func(c *value.Call) (value.Value, error) { return line(c).mustNext(false) })
		for name, takes := range map[string]bool{"Try" + take: true, "TryPeek": false, "TryTake": true} {
			b.method("bool "+name+"(out "+elem+" result)", func(c *value.Call) (value.Value, error) {
				v, ok := line(c).next(takes)
				return value.Bool(ok), setOut(c, 0, v)
			})
		}
		b.method("void Clear()", run(func(c *value.Call) { line(c).Items = nil }))
		b.method("bool Contains("+elem+" item)", give(func(c *value.Call) value.Value { return value.Bool(indexOf(line(c).Items, c.Args[0]) >= 0) }))
		b.method(elem+"[] ToArray()", give(func(c *value.Call) value.Value { return typedArray(line(c).T, line(c).ordered()) }))
		b.method("System.Collections.IEnumerator GetEnumerator()", give(func(c *value.Call) value.Value { return newEnumerator(c.This) }))
		construct := func() body {
			return give(func(c *value.Call) value.Value {
				l := &Line{T: c.Type, Stack: stack}
				if len(c.Args) > 0 && !c.Args[0].IsInteger() {
					l.Items = itemsOf(c.Args[0])
				}
				return value.Obj(l)
			})
		}
		b.constructor("()", construct())
		b.constructor("(int capacity)", construct())
		if elem == "T" {
			b.constructor("(System.Collections.Generic.IEnumerable[T] collection)", construct())
		} else {
			b.constructor("(System.Collections.ICollection col)", construct())
		}
	}
}
