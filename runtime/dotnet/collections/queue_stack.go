package collections

import (
	"slices"

	"exolab/runtime/dotnet"
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
	typeQueueOf      = dotnet.GenericDefinition(dotnet.GenericNamespace+"Queue`1", "Queue`1", value.TypeICollection, value.TypeIEnumerable)
	typeStackOf      = dotnet.GenericDefinition(dotnet.GenericNamespace+"Stack`1", "Stack`1", value.TypeICollection, value.TypeIEnumerable)
	typeConcurrentQ  = dotnet.GenericDefinition("System.Collections.Concurrent.ConcurrentQueue`1", "ConcurrentQueue`1", value.TypeICollection, value.TypeIEnumerable)
	typeConcurrentS  = dotnet.GenericDefinition("System.Collections.Concurrent.ConcurrentStack`1", "ConcurrentStack`1", value.TypeICollection, value.TypeIEnumerable)
	typeConcurrentBg = dotnet.GenericDefinition("System.Collections.Concurrent.ConcurrentBag`1", "ConcurrentBag`1", value.TypeICollection, value.TypeIEnumerable)
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

func line(c *value.Call) *Line { return dotnet.Of[*Line](c.This) }

func (l *Line) mustNext(take bool) (value.Value, error) {
	v, ok := l.next(take)
	switch {
	case ok:
		return v, nil
	case l.Stack:
		return v, dotnet.Throw(dotnet.ExInvalidOperation, "Stack empty.")
	}
	return v, dotnet.Throw(dotnet.ExInvalidOperation, "Queue empty.")
}

// loadLine returns the loader of queues or stacks with elements of type elem.
func loadLine(stack bool, elem string) func(*value.Type, *value.Members) {
	return func(t *value.Type, m *value.Members) {
		b := dotnet.NewRows(t, m)
		add, take := "Enqueue", "Dequeue"
		if stack {
			add, take = "Push", "Pop"
		}
		b.Get("int Count", func(v value.Value) value.Value { return value.Int(len(dotnet.Of[*Line](v).Items)) })
		b.Get("bool IsEmpty", func(v value.Value) value.Value { return value.Bool(len(dotnet.Of[*Line](v).Items) == 0) })
		join := dotnet.Do(func(c *value.Call) error {
			l := line(c)
			if err := value.CheckGrowth(l.Items); err != nil {
				return err
			}
			l.Items = append(l.Items, c.Args[0])
			return nil
		})
		b.Method("void "+add+"("+elem+" item)", join)
		b.Method("void Add("+elem+" item)", join)
		b.Method(elem+" "+take+"()", func(c *value.Call) (value.Value, error) { return line(c).mustNext(true) })
		b.Method(elem+" Peek()", func(c *value.Call) (value.Value, error) { return line(c).mustNext(false) })
		for name, takes := range map[string]bool{"Try" + take: true, "TryPeek": false, "TryTake": true} {
			b.Method("bool "+name+"(out "+elem+" result)", func(c *value.Call) (value.Value, error) {
				v, ok := line(c).next(takes)
				return value.Bool(ok), dotnet.SetOut(c, 0, v)
			})
		}
		b.Method("void Clear()", dotnet.Run(func(c *value.Call) { line(c).Items = nil }))
		b.Method("bool Contains("+elem+" item)", dotnet.Give(func(c *value.Call) value.Value { return value.Bool(dotnet.IndexOfValue(line(c).Items, c.Args[0]) >= 0) }))
		b.Method(elem+"[] ToArray()", dotnet.Give(func(c *value.Call) value.Value { return typedArray(line(c).T, line(c).ordered()) }))
		b.Method("System.Collections.IEnumerator GetEnumerator()", dotnet.Give(func(c *value.Call) value.Value { return newEnumerator(c.This) }))
		if elem == "T" {
			loadLineCapacity(b)
		}
		of := func(c *value.Call, items []value.Value) value.Value {
			return value.Obj(&Line{T: c.Type, Stack: stack, Items: items})
		}
		empty := dotnet.Give(func(c *value.Call) value.Value { return of(c, nil) })
		b.Constructor("()", empty)
		b.Constructor("(int capacity)", empty)
		if elem == "T" {
			b.Constructor("(System.Collections.Generic.IEnumerable[T] collection)", filled(of))
		} else {
			b.Constructor("(System.Collections.ICollection col)", filled(of))
		}
	}
}

// loadLineCapacity adds the room of a generic queue or stack, which is always
// what its elements need.
func loadLineCapacity(b dotnet.Rows) {
	b.Get("int Capacity", func(v value.Value) value.Value { return value.Int(len(dotnet.Of[*Line](v).Items)) })
	b.Method("int EnsureCapacity(int capacity)", func(c *value.Call) (value.Value, error) {
		return value.Int(max(dotnet.IntArg(c, 0), len(line(c).Items))), dotnet.IfNegative("capacity", dotnet.IntArg(c, 0))
	})
	b.Method("void TrimExcess()", dotnet.Run(func(*value.Call) {}))
	b.Method("void TrimExcess(int capacity)", dotnet.Run(func(*value.Call) {}))
	b.Method("void CopyTo(T[] array, int arrayIndex)", dotnet.Do(func(c *value.Call) error {
		items := line(c).ordered()
		return copyItems(items, 0, dotnet.Of[*value.Array](c.Args[0]), dotnet.IntArg(c, 1), len(items))
	}))
}
