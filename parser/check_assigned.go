package parser

import (
	"maps"
	"strings"
)

// assignedSet is what is certainly assigned at a place of a method, by folded
// name; nil where the place is never reached.
type assignedSet map[string]bool

// meet keeps what is assigned on both ways to a place.
func meet(a, b assignedSet) assignedSet {
	switch {
	case a == nil:
		return maps.Clone(b)
	case b == nil:
		return a
	}
	for name := range a {
		if !b[name] {
			delete(a, name)
		}
	}
	return a
}

// loopExits collects what is assigned where break and continue leave a loop.
type loopExits struct {
	label             string
	breaks, continues assignedSet
}

// assignments goes through a method in the order in which it may run and finds
// reads of variables that not every way to them has assigned. The ways are those
// that PowerShell's analysis sees: a try block is taken for not executed in its
// catch and finally blocks, and any command may break out of a loop.
type assignments struct {
	now   assignedSet
	loops []*loopExits
	// unset are the reads that some way reaches without an assignment.
	unset map[*VariableExpression]bool
}

// unassignedReads lists the reads of variables that are not certainly assigned.
func unassignedReads(m *FunctionMember) map[*VariableExpression]bool {
	a := &assignments{now: assignedSet{}, unset: map[*VariableExpression]bool{}}
	for _, q := range m.Parameters {
		a.now[localName(q.Name.Name)] = true
	}
	for _, b := range []*NamedBlock{m.Body.DynamicParam, m.Body.Begin, m.Body.Process, m.Body.End, m.Body.Clean} {
		if b != nil {
			a.statements(b.Statements)
		}
	}
	return a.unset
}

// localName is the folded name of a variable of the present scope.
func localName(name string) string {
	name = strings.ToLower(name)
	return strings.TrimPrefix(strings.TrimPrefix(name, "local:"), "private:")
}

func (a *assignments) statements(list []Statement) {
	for _, s := range list {
		a.node(s)
	}
}

func (a *assignments) block(b *StatementBlock) {
	if b != nil {
		a.statements(b.Statements)
	}
}

func (a *assignments) assign(name string) {
	if a.now != nil {
		a.now[localName(name)] = true
	}
}

// node visits a statement or expression.
func (a *assignments) node(n Node) {
	switch n := n.(type) {
	case *ScriptBlockExpression, *FunctionDefinition, *TypeDefinition, *UsingExpression, *TrapStatement:
	case *VariableExpression:
		if a.now != nil && !a.now[localName(n.Name)] {
			a.unset[n] = true
		}
	case *AssignmentStatement:
		a.assignment(n)
	case *DataStatement:
		a.children(n)
		a.assign(n.Variable)
	case *Pipeline:
		a.pipeline(n)
	case *BinaryExpression:
		a.binary(n)
	case *TernaryExpression:
		a.node(n.Condition)
		a.either(func() { a.node(n.IfTrue) }, func() { a.node(n.IfFalse) })
	default:
		a.flow(n)
	}
}

// flow visits the statements that branch, loop or leave.
func (a *assignments) flow(n Node) {
	switch n := n.(type) {
	case *IfStatement:
		a.ifStatement(n)
	case *SwitchStatement:
		a.switchStatement(n)
	case *TryStatement:
		a.try(n)
	case *ForStatement:
		if n.Init != nil {
			a.node(n.Init)
		}
		a.loop(n.Label, n.Condition, nil, func() { a.block(n.Body); a.optional(n.Iterator) })
	case *ForEachStatement:
		a.loop(n.Label, n.Condition, n.Variable, func() { a.block(n.Body) })
	case *WhileStatement:
		a.loop(n.Label, n.Condition, nil, func() { a.block(n.Body) })
	case *DoWhileStatement:
		a.doLoop(n.Label, n.Body, n.Condition)
	case *DoUntilStatement:
		a.doLoop(n.Label, n.Body, n.Condition)
	case *BreakStatement:
		a.jump(n.Label, func(l *loopExits) *assignedSet { return &l.breaks })
	case *ContinueStatement:
		a.jump(n.Label, func(l *loopExits) *assignedSet { return &l.continues })
	case *ReturnStatement, *ThrowStatement, *ExitStatement:
		a.children(n)
		a.now = nil
	default:
		a.children(n)
	}
}

// children visits what is directly inside a node.
func (a *assignments) children(n Node) {
	Walk(n, func(inner Node) bool {
		if inner == n {
			return true
		}
		a.node(inner)
		return false
	})
}

func (a *assignments) optional(s Statement) {
	if s != nil {
		a.node(s)
	}
}

func (a *assignments) assignment(n *AssignmentStatement) {
	a.node(n.Right)
	names := targets(n.Left, nil)
	for _, name := range names {
		a.assign(name)
	}
	if len(names) == 0 {
		a.node(n.Left)
	}
}

// pipeline visits a pipeline; a command in a loop may break or continue it.
func (a *assignments) pipeline(n *Pipeline) {
	a.children(n)
	for _, e := range n.Elements {
		if _, command := e.(*Command); command {
			for _, l := range a.loops {
				l.breaks, l.continues = a.leaving(l.breaks), a.leaving(l.continues)
			}
			return
		}
	}
}

// leaving adds the present place to the ways that leave a loop.
func (a *assignments) leaving(so assignedSet) assignedSet {
	if a.now == nil {
		return so
	}
	return meet(so, a.now)
}

func (a *assignments) binary(n *BinaryExpression) {
	a.node(n.Left)
	if n.Operator == "-and" || n.Operator == "-or" {
		a.either(func() { a.node(n.Right) }, func() {})
		return
	}
	a.node(n.Right)
}

// either visits two branches that begin at the present place.
func (a *assignments) either(first, second func()) {
	before := maps.Clone(a.now)
	first()
	after := a.now
	a.now = before
	second()
	a.now = meet(after, a.now)
}

func (a *assignments) ifStatement(n *IfStatement) {
	var after assignedSet
	for i, clause := range n.Clauses {
		a.node(clause.Condition)
		if i == 0 && n.Else == nil {
			after = maps.Clone(a.now)
		}
		next := maps.Clone(a.now)
		a.block(clause.Body)
		after = meet(after, a.now)
		a.now = next
	}
	a.block(n.Else)
	a.now = meet(after, a.now)
}

func (a *assignments) switchStatement(n *SwitchStatement) {
	a.loop(n.Label, n.Condition, nil, func() {
		for _, clause := range n.Clauses {
			a.node(clause.Pattern)
			a.either(func() { a.block(clause.Body) }, func() {})
		}
		a.either(func() { a.block(n.Default) }, func() {})
	})
}

// try visits a try statement: its catch and finally blocks begin where it does.
func (a *assignments) try(n *TryStatement) {
	before := maps.Clone(a.now)
	a.block(n.Body)
	after := a.now
	catchesAll := false
	for _, clause := range n.Catches {
		catchesAll = catchesAll || len(clause.Types) == 0
		a.now = maps.Clone(before)
		a.block(clause.Body)
		after = meet(after, a.now)
	}
	if n.Finally != nil && !catchesAll {
		after = meet(after, before)
	}
	a.now = after
	a.block(n.Finally)
}

// loop visits a loop whose condition comes first; a loop without one ends at its
// break statements only.
func (a *assignments) loop(label string, condition Statement, variable *VariableExpression, body func()) {
	exits := &loopExits{label: label}
	if condition != nil {
		a.node(condition)
		if variable != nil {
			// PowerShell takes it for assigned even where there is nothing to go through.
			a.assign(variable.Name)
		}
		exits.breaks = maps.Clone(a.now)
	}
	a.loops = append(a.loops, exits)
	body()
	a.loops = a.loops[:len(a.loops)-1]
	a.now = exits.breaks
}

func (a *assignments) doLoop(label string, body *StatementBlock, condition Statement) {
	exits := &loopExits{label: label}
	a.loops = append(a.loops, exits)
	a.block(body)
	a.now = meet(a.now, exits.continues)
	a.node(condition)
	a.loops = a.loops[:len(a.loops)-1]
	a.now = meet(a.now, exits.breaks)
}

// jump follows break or continue to the loop it names.
func (a *assignments) jump(label Expression, exit func(*loopExits) *assignedSet) {
	name, ok := "", label == nil
	if s, constant := label.(*StringConstant); constant {
		name, ok = s.Value, true
	}
	for i := len(a.loops) - 1; i >= 0 && ok; i-- {
		if l := a.loops[i]; name == "" || strings.EqualFold(l.label, name) {
			to := exit(l)
			*to = a.leaving(*to)
			break
		}
	}
	a.now = nil
}
