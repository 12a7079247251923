package runtime

import (
	"strings"

	"exolab/parser"
	"exolab/runtime/value"
)

// code is the compiled form of one parser.ScriptBlock. It is shared by all
// script block values made from it.
type code struct {
	ast  *parser.ScriptBlock
	done bool
	// names are the unqualified variables of the block; slot 0 is $_.
	names []slotName
	index map[string]int

	begin, process, end, clean, dynamic *stmtList
	// class is set for the methods of a class, whose return statements give
	// the method's result instead of output.
	class  *classType
	method bool
}

// slotName is one unqualified variable name of a block.
type slotName struct {
	name, folded string
	allScope     bool
}

const underscoreSlot = 0

// compiler turns the tree of one script block into closures.
type compiler struct {
	code   *code
	source *parser.Source
	// class is set inside the methods of a class.
	class *classType
}

// statement is one compiled statement with the extent that errors point to.
type statement struct {
	run  stmtFunc
	span parser.Span
	// defines marks what makes a type of the block.
	defines bool
}

// stmtList is a compiled list of statements with its traps.
type stmtList struct {
	statements []statement
	traps      *trapList
	span       parser.Span
}

// compile fills c from its tree.
func (c *code) compile() {
	c.done = true
	c.index = map[string]int{}
	comp := &compiler{code: c, source: c.ast.Source, class: c.class}
	comp.slot("_")
	c.dynamic = comp.namedBlock(c.ast.DynamicParam)
	c.begin = comp.namedBlock(c.ast.Begin)
	c.process = comp.namedBlock(c.ast.Process)
	c.end = comp.namedBlock(c.ast.End)
	c.clean = comp.namedBlock(c.ast.Clean)
}

// slot returns the slot of an unqualified variable name.
func (c *compiler) slot(name string) int {
	folded := value.Fold(name)
	if folded == "psitem" {
		folded, name = "_", "_"
	}
	if i, ok := c.code.index[folded]; ok {
		return i
	}
	i := len(c.code.names)
	c.code.index[folded] = i
	c.code.names = append(c.code.names, slotName{name: name, folded: folded, allScope: isAllScope(folded)})
	return i
}

func (c *compiler) namedBlock(b *parser.NamedBlock) *stmtList {
	if b == nil {
		return nil
	}
	return c.list(b.Statements, b.Traps, b.Span)
}

func (c *compiler) block(b *parser.StatementBlock) *stmtList {
	if b == nil {
		return nil
	}
	return c.list(b.Statements, b.Traps, b.Span)
}

func (c *compiler) list(statements []parser.Statement, traps []*parser.TrapStatement, span parser.Span) *stmtList {
	l := &stmtList{span: span, statements: make([]statement, 0, len(statements))}
	if len(traps) > 0 {
		l.traps = c.traps(traps)
	}
	// Types are known before the first statement runs.
	l.statements = append(l.statements, typeDefinitions(statements)...)
	for _, s := range statements {
		if run := c.statement(s); run != nil {
			l.statements = append(l.statements, statement{run: run, span: s.Extent()})
		}
	}
	return l
}

// run runs the statements one after another. An error that is not fatal is
// reported and the next statement runs.
func (l *stmtList) run(f *Frame) error {
	if l.traps != nil || len(f.traps) > 0 {
		return l.runTrapped(f)
	}
	return l.runPlain(f)
}

func (l *stmtList) runTrapped(f *Frame) error {
	defer f.enterTraps(l.traps)()
	return l.runPlain(f)
}

func (l *stmtList) runPlain(f *Frame) error {
	for i := range l.statements {
		s := &l.statements[i]
		f.pos = s.span
		if err := s.run(f); err != nil {
			if err = f.statementError(err); err != nil {
				return err
			}
		}
	}
	return nil
}

// statement compiles one statement; nil means that nothing is to be done.
func (c *compiler) statement(s parser.Statement) stmtFunc {
	switch s := s.(type) {
	case *parser.Pipeline:
		return c.pipelineStatement(s)
	case *parser.PipelineChain:
		return c.chain(s)
	case *parser.CommandExpression:
		return c.expressionStatement(s.Expression)
	case *parser.AssignmentStatement:
		return c.assignmentStatement(s)
	case *parser.IfStatement:
		return c.ifStatement(s)
	case *parser.SwitchStatement:
		return c.switchStatement(s)
	case *parser.TryStatement:
		return c.tryStatement(s)
	case *parser.FunctionDefinition:
		return c.functionDefinition(s)
	case *parser.DataStatement:
		return c.dataStatement(s)
	case *parser.BlockStatement:
		return c.block(s.Body).run
	}
	if run := c.loop(s); run != nil {
		return run
	}
	return c.jumpStatement(s)
}

func (c *compiler) loop(s parser.Statement) stmtFunc {
	switch s := s.(type) {
	case *parser.ForStatement:
		return c.forStatement(s)
	case *parser.ForEachStatement:
		return c.forEachStatement(s)
	case *parser.WhileStatement:
		return c.conditionLoop(s.Label, s.Condition, s.Body, loopShape{})
	case *parser.DoWhileStatement:
		return c.conditionLoop(s.Label, s.Condition, s.Body, loopShape{bodyFirst: true})
	case *parser.DoUntilStatement:
		return c.conditionLoop(s.Label, s.Condition, s.Body, loopShape{bodyFirst: true, until: true})
	}
	return nil
}

func (c *compiler) jumpStatement(s parser.Statement) stmtFunc {
	switch s := s.(type) {
	case *parser.BreakStatement:
		return c.leaveLoop(jumpBreak, s.Label)
	case *parser.ContinueStatement:
		return c.leaveLoop(jumpContinue, s.Label)
	case *parser.ReturnStatement:
		return c.returnStatement(s)
	case *parser.ExitStatement:
		return c.exitStatement(s)
	case *parser.ThrowStatement:
		return c.throwStatement(s)
	}
	return nil
}

func (c *compiler) leaveLoop(kind jumpKind, label parser.Expression) stmtFunc {
	if label == nil {
		return func(*Frame) error { return labelled(kind, "") }
	}
	if name, ok := label.(*parser.StringConstant); ok {
		err := labelled(kind, name.Value)
		return func(*Frame) error { return err }
	}
	of := c.expr(label)
	return func(f *Frame) error {
		v, err := of(f)
		if err != nil {
			return err
		}
		name, err := f.text(v)
		if err != nil {
			return err
		}
		return labelled(kind, name)
	}
}

func (c *compiler) returnStatement(s *parser.ReturnStatement) stmtFunc {
	if s.Value == nil {
		return func(*Frame) error { return errReturn }
	}
	if c.code.method {
		return c.methodReturn(s.Value)
	}
	emit, span := c.statement(s.Value), s.Value.Extent()
	return func(f *Frame) error {
		f.pos = span
		if err := emit(f); err != nil {
			return err
		}
		return errReturn
	}
}

// methodReturn compiles a return statement of a class's method.
func (c *compiler) methodReturn(s parser.Statement) stmtFunc {
	of := c.valueOf(s)
	return func(f *Frame) error {
		v, err := of(f)
		if err != nil {
			return err
		}
		f.result = v
		return errReturn
	}
}

func (c *compiler) exitStatement(s *parser.ExitStatement) stmtFunc {
	if s.Value == nil {
		return func(f *Frame) error { return &ExitError{Code: f.session.lastExitCode()} }
	}
	of := c.valueOf(s.Value)
	return func(f *Frame) error {
		v, err := of(f)
		if err != nil {
			return err
		}
		n, err := f.convert(v, value.TypeInt32)
		if err != nil {
			return &ExitError{}
		}
		return &ExitError{Code: int(n.Int64())}
	}
}

// qualified splits a variable path such as "script:x" into its drive or scope
// (folded, without colon) and the rest.
func qualified(path string) (scope, name string) {
	at := strings.IndexByte(path, ':')
	if at <= 0 || at == len(path)-1 {
		return "", path
	}
	return value.Fold(path[:at]), path[at+1:]
}
