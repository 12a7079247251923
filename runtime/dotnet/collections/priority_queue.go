package collections

import (
	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

// PriorityQueue is a PriorityQueue<TElement, TPriority>: a heap in which each
// node has four children, as .NET keeps it. That decides the order in which
// elements of one priority leave.
type PriorityQueue struct {
	value.Extended
	T     *value.Type
	nodes []prioritized
	by    value.Value
}

type prioritized struct{ element, priority value.Value }

// heapArity is the number of children of a node.
const heapArity = 4

var typePriorityQueue = dotnet.GenericDefinition(dotnet.GenericNamespace+"PriorityQueue`2", "PriorityQueue`2")

// PSType returns the queue's type.
func (q *PriorityQueue) PSType() *value.Type { return q.T }

// before orders two priorities.
func (q *PriorityQueue) before(env value.Env, a, b value.Value) (bool, error) {
	var failed error
	n := order(env, q.by, &failed)(a, b)
	return n < 0, failed
}

func (q *PriorityQueue) push(env value.Env, n prioritized) error {
	q.nodes = append(q.nodes, n)
	at := len(q.nodes) - 1
	for at > 0 {
		parent := (at - 1) / heapArity
		first, err := q.before(env, n.priority, q.nodes[parent].priority)
		if err != nil || !first {
			q.nodes[at] = n
			return err
		}
		q.nodes[at] = q.nodes[parent]
		at = parent
	}
	q.nodes[at] = n
	return nil
}

// pop takes out the element with the least priority; there is one.
func (q *PriorityQueue) pop(env value.Env) (prioritized, error) {
	top, last := q.nodes[0], len(q.nodes)-1
	n := q.nodes[last]
	q.nodes = q.nodes[:last]
	if last == 0 {
		return top, nil
	}
	at := 0
	for {
		least := at*heapArity + 1
		if least >= last {
			break
		}
		for child := least + 1; child < min(at*heapArity+1+heapArity, last); child++ {
			first, err := q.before(env, q.nodes[child].priority, q.nodes[least].priority)
			if err != nil {
				return top, err
			}
			if first {
				least = child
			}
		}
		up, err := q.before(env, q.nodes[least].priority, n.priority)
		if err != nil {
			return top, err
		}
		if !up {
			break
		}
		q.nodes[at] = q.nodes[least]
		at = least
	}
	q.nodes[at] = n
	return top, nil
}

func prioQueue(c *value.Call) *PriorityQueue { return dotnet.Of[*PriorityQueue](c.This) }

func errQueueEmpty() error { return dotnet.Throw(dotnet.ExInvalidOperation, "Queue empty.") }

func loadPriorityQueue(t *value.Type, m *value.Members) {
	b := dotnet.NewRows(t, m)
	b.Get("int Count", func(v value.Value) value.Value { return value.Int(len(dotnet.Of[*PriorityQueue](v).nodes)) })
	b.Get("System.Collections.IEnumerable UnorderedItems", func(v value.Value) value.Value {
		q := dotnet.Of[*PriorityQueue](v)
		items := make([]value.Value, len(q.nodes))
		for i, n := range q.nodes {
			items[i] = NewValueTuple(n.element, n.priority)
		}
		return value.List(items...)
	})
	b.Method("void Enqueue(T element, TPriority priority)", dotnet.Do(func(c *value.Call) error {
		return prioQueue(c).push(c.Env, prioritized{c.Args[0], c.Args[1]})
	}))
	b.Method("void EnqueueRange(System.Collections.Generic.IEnumerable[T] elements, TPriority priority)", dotnet.Do(func(c *value.Call) error {
		for _, v := range dotnet.ItemsOf(c.Args[0]) {
			if err := prioQueue(c).push(c.Env, prioritized{v, c.Args[1]}); err != nil {
				return err
			}
		}
		return nil
	}))
	b.Method("T Dequeue()", func(c *value.Call) (value.Value, error) {
		if len(prioQueue(c).nodes) == 0 {
			return value.Null, errQueueEmpty()
		}
		n, err := prioQueue(c).pop(c.Env)
		return n.element, err
	})
	b.Method("T Peek()", func(c *value.Call) (value.Value, error) {
		if len(prioQueue(c).nodes) == 0 {
			return value.Null, errQueueEmpty()
		}
		return prioQueue(c).nodes[0].element, nil
	})
	b.Method("T EnqueueDequeue(T element, TPriority priority)", func(c *value.Call) (value.Value, error) {
		if err := prioQueue(c).push(c.Env, prioritized{c.Args[0], c.Args[1]}); err != nil {
			return value.Null, err
		}
		n, err := prioQueue(c).pop(c.Env)
		return n.element, err
	})
	b.Method("void Clear()", dotnet.Run(func(c *value.Call) { prioQueue(c).nodes = nil }))
	loadPriorityTries(b)
	made := dotnet.Give(func(c *value.Call) value.Value {
		q := &PriorityQueue{T: c.Type, by: value.Null}
		if n := len(c.Args); n > 0 && !c.Args[n-1].IsInteger() {
			q.by = c.Args[n-1]
		}
		return value.Obj(q)
	})
	const comparer = "System.Collections.Generic.IComparer[TPriority] comparer"
	for _, params := range [...]string{"()", "(int initialCapacity)", "(" + comparer + ")", "(int initialCapacity, " + comparer + ")"} {
		b.Constructor(params, made)
	}
}

// loadPriorityTries adds the look-ups that tell by their result whether there
// is an element.
func loadPriorityTries(b dotnet.Rows) {
	for name, takes := range map[string]bool{"TryDequeue": true, "TryPeek": false} {
		b.Method("bool "+name+"(out T element, out TPriority priority)", func(c *value.Call) (value.Value, error) {
			q := prioQueue(c)
			if len(q.nodes) == 0 {
				if err := dotnet.SetOut(c, 0, dotnet.ZeroOf(q.T.Args[0])); err != nil {
					return value.Null, err
				}
				return value.False, dotnet.SetOut(c, 1, dotnet.ZeroOf(q.T.Args[1]))
			}
			n := q.nodes[0]
			if takes {
				var err error
				if n, err = q.pop(c.Env); err != nil {
					return value.Null, err
				}
			}
			if err := dotnet.SetOut(c, 0, n.element); err != nil {
				return value.Null, err
			}
			return value.True, dotnet.SetOut(c, 1, n.priority)
		})
	}
}
