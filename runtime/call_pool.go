package runtime

import "exolab/runtime/value"

// callPool keeps the Calls of finished method calls for the next ones: a method
// call of few arguments then allocates nothing of its own. Operators that read
// a list of operands take theirs from here too.
type callPool struct{ free []*pooledCall }

// pooledCall is a Call with room for its arguments.
type pooledCall struct {
	value.Call
	room [4]value.Value
	// list holds the arguments where they are the list operand of an operator.
	list value.Array
}

// take returns a Call with n arguments, all $null.
func (p *callPool) take(n int) *pooledCall {
	var c *pooledCall
	if last := len(p.free) - 1; last >= 0 {
		c, p.free = p.free[last], p.free[:last]
	} else {
		c = &pooledCall{}
	}
	if n <= len(c.room) {
		c.Args = c.room[:n:n]
	} else {
		c.Args = make([]value.Value, n)
	}
	return c
}

// release takes a Call back. It forgets what it held, so that nothing lives on
// through it. A Call that a panic keeps from being released is lost, no more.
func (p *callPool) release(c *pooledCall) {
	c.Call, c.room = value.Call{}, [4]value.Value{}
	p.free = append(p.free, c)
}
