package collections

import (
	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

// LinkedList is a LinkedList<T>.
type LinkedList struct {
	value.Extended
	T           *value.Type
	first, last *LinkedNode
	count       int
}

// LinkedNode is one place of a linked list.
type LinkedNode struct {
	value.Extended
	t              *value.Type
	list           *LinkedList
	previous, next *LinkedNode
	held           value.Value
}

var (
	typeLinkedList = dotnet.GenericDefinition(dotnet.GenericNamespace+"LinkedList`1", "LinkedList`1", value.TypeICollection, value.TypeIEnumerable)
	typeLinkedNode = dotnet.GenericDefinition(dotnet.GenericNamespace+"LinkedListNode`1", "LinkedListNode`1")
)

// PSType returns the list's type.
func (l *LinkedList) PSType() *value.Type { return l.T }

// PSType returns the node's type.
func (n *LinkedNode) PSType() *value.Type { return n.t }

// Enumerate calls yield for each element.
func (l *LinkedList) Enumerate(yield func(value.Value) error) error {
	for n := l.first; n != nil; n = n.next {
		if err := yield(n.held); err != nil {
			return err
		}
	}
	return nil
}

// insert puts a node between two others; nil stands for the end of the list.
func (l *LinkedList) insert(n, before, after *LinkedNode) *LinkedNode {
	n.list, n.previous, n.next = l, before, after
	if before == nil {
		l.first = n
	} else {
		before.next = n
	}
	if after == nil {
		l.last = n
	} else {
		after.previous = n
	}
	l.count++
	return n
}

func (l *LinkedList) remove(n *LinkedNode) {
	if n.previous == nil {
		l.first = n.next
	} else {
		n.previous.next = n.next
	}
	if n.next == nil {
		l.last = n.previous
	} else {
		n.next.previous = n.previous
	}
	n.list, n.previous, n.next = nil, nil, nil
	l.count--
}

// find is the first node with a value, or the last one.
func (l *LinkedList) find(v value.Value, fromEnd bool) *LinkedNode {
	var found *LinkedNode
	for n := l.first; n != nil; n = n.next {
		if dotnet.SameValue(n.held, v) {
			if found = n; !fromEnd {
				break
			}
		}
	}
	return found
}

func nodeValue(n *LinkedNode) value.Value {
	if n == nil {
		return value.Null
	}
	return value.Obj(n)
}

func linked(c *value.Call) *LinkedList { return dotnet.Of[*LinkedList](c.This) }

func loadLinkedList(t *value.Type, m *value.Members) {
	b := dotnet.NewRows(t, m)
	list := dotnet.Of[*LinkedList]
	b.Get("int Count", func(v value.Value) value.Value { return value.Int(list(v).count) })
	b.Get("System.Collections.Generic.LinkedListNode[T] First", func(v value.Value) value.Value { return nodeValue(list(v).first) })
	b.Get("System.Collections.Generic.LinkedListNode[T] Last", func(v value.Value) value.Value { return nodeValue(list(v).last) })
	loadLinkedAdding(b)
	loadLinkedRemoval(b)
	b.Method("bool Contains(T value)", dotnet.Give(func(c *value.Call) value.Value { return value.Bool(linked(c).find(c.Args[0], false) != nil) }))
	for name, fromEnd := range map[string]bool{"Find": false, "FindLast": true} {
		b.Method("System.Collections.Generic.LinkedListNode[T] "+name+"(T value)", dotnet.Give(func(c *value.Call) value.Value {
			return nodeValue(linked(c).find(c.Args[0], fromEnd))
		}))
	}
	b.Method("void CopyTo(T[] array, int index)", dotnet.Do(func(c *value.Call) error {
		return copyItems(dotnet.ItemsOf(c.This), 0, dotnet.Of[*value.Array](c.Args[0]), dotnet.IntArg(c, 1), linked(c).count)
	}))
	b.Method("System.Collections.IEnumerator GetEnumerator()", dotnet.Give(func(c *value.Call) value.Value { return newEnumerator(c.This) }))
	b.Constructor("()", dotnet.Give(func(c *value.Call) value.Value { return value.Obj(&LinkedList{T: c.Type}) }))
	b.Constructor("(System.Collections.Generic.IEnumerable[T] collection)", filled(func(c *value.Call, items []value.Value) value.Value {
		l := &LinkedList{T: c.Type}
		for _, v := range items {
			l.insert(l.node(v), l.last, nil)
		}
		return value.Obj(l)
	}))
}

func (l *LinkedList) node(v value.Value) *LinkedNode {
	return &LinkedNode{t: value.GenericOf(typeLinkedNode, l.T.Args...), held: v}
}

// loadLinkedAdding adds the four ways to put in a value or a node.
func loadLinkedAdding(b dotnet.Rows) {
	const node = "System.Collections.Generic.LinkedListNode[T] "
	ends := map[string]func(l *LinkedList) (before, after *LinkedNode){
		"AddFirst": func(l *LinkedList) (before, after *LinkedNode) { return nil, l.first },
		"AddLast":  func(l *LinkedList) (before, after *LinkedNode) { return l.last, nil },
	}
	for name, place := range ends {
		add := func(l *LinkedList, n *LinkedNode) value.Value {
			before, after := place(l)
			return value.Obj(l.insert(n, before, after))
		}
		b.Method(node+name+"(T value)", dotnet.Give(func(c *value.Call) value.Value { return add(linked(c), linked(c).node(c.Args[0])) }))
		b.Method("void "+name+"("+node+"node)", dotnet.Do(func(c *value.Call) error {
			n := dotnet.Of[*LinkedNode](c.Args[0])
			if err := free(n); err != nil {
				return err
			}
			add(linked(c), n)
			return nil
		}))
	}
	for name, behind := range map[string]bool{"AddAfter": true, "AddBefore": false} {
		add := func(c *value.Call, n *LinkedNode) error {
			at := dotnet.Of[*LinkedNode](c.Args[0])
			if err := linked(c).owns(at); err != nil {
				return err
			}
			if behind {
				linked(c).insert(n, at, at.next)
			} else {
				linked(c).insert(n, at.previous, at)
			}
			return nil
		}
		b.Method(node+name+"("+node+"node, T value)", func(c *value.Call) (value.Value, error) {
			n := linked(c).node(c.Args[1])
			return value.Obj(n), add(c, n)
		})
		b.Method("void "+name+"("+node+"node, "+node+"newNode)", dotnet.Do(func(c *value.Call) error {
			n := dotnet.Of[*LinkedNode](c.Args[1])
			if err := free(n); err != nil {
				return err
			}
			return add(c, n)
		}))
	}
}

// free refuses a node that is in a list already.
func free(n *LinkedNode) error {
	switch {
	case n == nil:
		return dotnet.ErrNullArgument("node")
	case n.list != nil:
		return dotnet.Throw(dotnet.ExInvalidOperation, "The LinkedList node already belongs to a LinkedList.")
	}
	return nil
}

// owns refuses a node that is not in this list.
func (l *LinkedList) owns(n *LinkedNode) error {
	switch {
	case n == nil:
		return dotnet.ErrNullArgument("node")
	case n.list != l:
		return dotnet.Throw(dotnet.ExInvalidOperation, "The LinkedList node does not belong to current LinkedList.")
	}
	return nil
}

func loadLinkedRemoval(b dotnet.Rows) {
	b.Method("bool Remove(T value)", dotnet.Give(func(c *value.Call) value.Value {
		n := linked(c).find(c.Args[0], false)
		if n != nil {
			linked(c).remove(n)
		}
		return value.Bool(n != nil)
	}))
	b.Method("void Remove(System.Collections.Generic.LinkedListNode[T] node)", dotnet.Do(func(c *value.Call) error {
		n := dotnet.Of[*LinkedNode](c.Args[0])
		if err := linked(c).owns(n); err != nil {
			return err
		}
		linked(c).remove(n)
		return nil
	}))
	for name, end := range map[string]func(l *LinkedList) *LinkedNode{
		"RemoveFirst": func(l *LinkedList) *LinkedNode { return l.first },
		"RemoveLast":  func(l *LinkedList) *LinkedNode { return l.last },
	} {
		b.Method("void "+name+"()", dotnet.Do(func(c *value.Call) error {
			n := end(linked(c))
			if n == nil {
				return dotnet.Throw(dotnet.ExInvalidOperation, "The LinkedList is empty.")
			}
			linked(c).remove(n)
			return nil
		}))
	}
	b.Method("void Clear()", dotnet.Run(func(c *value.Call) {
		for linked(c).first != nil {
			linked(c).remove(linked(c).first)
		}
	}))
}

func loadLinkedNode(t *value.Type, m *value.Members) {
	b := dotnet.NewRows(t, m)
	node := dotnet.Of[*LinkedNode]
	b.Get("System.Collections.Generic.LinkedList[T] List", func(v value.Value) value.Value {
		if node(v).list == nil {
			return value.Null
		}
		return value.Obj(node(v).list)
	})
	b.Get("System.Collections.Generic.LinkedListNode[T] Next", func(v value.Value) value.Value { return nodeValue(node(v).next) })
	b.Get("System.Collections.Generic.LinkedListNode[T] Previous", func(v value.Value) value.Value { return nodeValue(node(v).previous) })
	elem := "System.Object"
	if len(t.Args) == 1 {
		elem = dotnet.ShortName(t.Args[0])
	}
	b.Property(elem+" Value", func(_ value.Env, v value.Value) (value.Value, error) { return node(v).held, nil },
		func(_ value.Env, v, to value.Value) error { node(v).held = to; return nil })
	b.Constructor("(T value)", dotnet.Give(func(c *value.Call) value.Value { return value.Obj(&LinkedNode{t: c.Type, held: c.Args[0]}) }))
}
