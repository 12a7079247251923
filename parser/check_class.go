package parser

import "strings"

// checkTypes finds types that a list of statements defines twice, and
// assignments in methods that were meant for a property.
func (p *parser) checkTypes(b *ScriptBlock) {
	Walk(b, func(n Node) bool {
		switch n := n.(type) {
		case *NamedBlock:
			p.typesOnce(n.Statements)
		case *StatementBlock:
			p.typesOnce(n.Statements)
		case *TypeDefinition:
			p.propertyTargets(n)
		}
		return true
	})
}

func (p *parser) typesOnce(list []Statement) {
	seen := map[string]bool{}
	for _, s := range list {
		d, ok := s.(*TypeDefinition)
		if !ok {
			continue
		}
		if folded := strings.ToLower(d.Name); seen[folded] {
			p.failWith(d.Span, "MemberAlreadyDefined", false, d.Name)
		} else {
			seen[folded] = true
		}
	}
}

// propertyTargets refuses assignments to a variable with the name of a
// property, unless the method has such a variable of its own.
func (p *parser) propertyTargets(d *TypeDefinition) {
	properties := map[string]*PropertyMember{}
	for _, m := range d.Members {
		if q, ok := m.(*PropertyMember); ok {
			properties[strings.ToLower(q.Name)] = q
		}
	}
	for _, m := range d.Members {
		if f, ok := m.(*FunctionMember); ok && f.Body != nil {
			p.propertyTargetsOf(d, f, properties)
		}
	}
}

func (p *parser) propertyTargetsOf(d *TypeDefinition, f *FunctionMember, properties map[string]*PropertyMember) {
	own := map[string]bool{}
	for _, q := range f.Parameters {
		own[strings.ToLower(q.Name.Name)] = true
	}
	Walk(f.Body, func(n Node) bool {
		switch n := n.(type) {
		case *ScriptBlockExpression, *FunctionDefinition:
			return false
		case *AssignmentStatement:
			for _, v := range targetVariables(n.Left, nil) {
				q := properties[strings.ToLower(v.Name)]
				switch {
				case q == nil || own[strings.ToLower(v.Name)]:
				case q.Static:
					p.failWith(v.Span, "MissingTypeInStaticPropertyAssignment", false, "["+d.Name+"]::", q.Name)
				default:
					p.failWith(v.Span, "MissingThis", false, "$this.", q.Name)
				}
			}
		}
		return true
	})
}

// targetVariables are the variables that an assignment gives a value, without
// those in array literals.
func targetVariables(e Expression, list []*VariableExpression) []*VariableExpression {
	switch e := e.(type) {
	case *VariableExpression:
		return append(list, e)
	case *ConvertExpression:
		return targetVariables(e.Operand, list)
	case *ArrayLiteral:
		for _, item := range e.Elements {
			list = targetVariables(item, list)
		}
	}
	return list
}

// member checks a method or constructor.
func (c *checker) member(m *FunctionMember) {
	c.parameters(m.Parameters)
	if m.Body == nil {
		return
	}
	b := m.Body
	if b.Params != nil {
		c.fail(b.Params.Span, "ParamBlockNotAllowedInMethod")
	}
	for _, named := range []*NamedBlock{b.DynamicParam, b.Begin, b.Process, b.End, b.Clean} {
		if named != nil && !named.Unnamed {
			c.fail(named.Span, "NamedBlockNotAllowedInMethod")
			break
		}
	}
	if m.Constructor && m.ReturnType != nil {
		c.fail(m.ReturnType.Span, "ConstructorCantHaveReturnType")
	}
	if b.End == nil {
		return
	}
	if m.ReturnType != nil && !isVoid(m.ReturnType.Type) && !leaves(b.End.Statements) {
		c.fail(m.NameSpan, "MethodHasCodePathNotReturn")
	}
	c.locals(m)
}

// leaves reports whether a statement list never reaches its end.
func leaves(list []Statement) bool {
	for _, s := range list {
		if leavesStatement(s) {
			return true
		}
	}
	return false
}

func leavesStatement(s Statement) bool {
	switch s := s.(type) {
	case *ReturnStatement, *ThrowStatement, *ExitStatement:
		return true
	case *IfStatement:
		for _, clause := range s.Clauses {
			if !leaves(clause.Body.Statements) {
				return false
			}
		}
		return s.Else != nil && leaves(s.Else.Statements)
	case *SwitchStatement:
		for _, clause := range s.Clauses {
			if !leaves(clause.Body.Statements) {
				return false
			}
		}
		return s.Default != nil && leaves(s.Default.Statements)
	case *TryStatement:
		return leavesTry(s)
	case *WhileStatement:
		return isTrue(s.Condition) && !breaks(s.Body)
	case *DoWhileStatement:
		return leaves(s.Body.Statements) || isTrue(s.Condition) && !breaks(s.Body)
	case *DoUntilStatement:
		return leaves(s.Body.Statements)
	case *ForStatement:
		return s.Condition == nil && !breaks(s.Body)
	}
	return false
}

func leavesTry(s *TryStatement) bool {
	if s.Finally != nil && leaves(s.Finally.Statements) {
		return true
	}
	for _, clause := range s.Catches {
		if !leaves(clause.Body.Statements) {
			return false
		}
	}
	return leaves(s.Body.Statements)
}

// isTrue reports whether a condition is the variable $true.
func isTrue(s Statement) bool {
	return isTrueVariable(pureExpression(s))
}

func breaks(b *StatementBlock) bool {
	found := false
	Walk(b, func(n Node) bool {
		if _, ok := n.(*BreakStatement); ok {
			found = true
		}
		return !found
	})
	return found
}

// locals finds variables that a method reads before it has certainly assigned
// them: class methods do not see the variables of callers. A variable that the
// method declares with a type, or in ways that only running it tells, may be
// assigned anywhere in it.
func (c *checker) locals(m *FunctionMember) {
	assigned, open := map[string]bool{}, false
	Walk(m.Body, func(n Node) bool {
		for _, name := range assignedLoosely(n) {
			assigned[localName(name)] = true
		}
		cmd, ok := n.(*Command)
		open = open || ok && cmd.opensScope()
		return true
	})
	if open {
		Walk(m.Body, func(n Node) bool {
			for _, name := range assignedBy(n) {
				assigned[localName(name)] = true
			}
			return true
		})
	}
	unset := unassignedReads(m)
	Walk(m.Body, func(n Node) bool {
		switch n := n.(type) {
		case *ScriptBlockExpression, *FunctionDefinition, *UsingExpression:
			return false
		case *VariableExpression:
			if unset[n] {
				c.local(n, assigned)
			}
		}
		return true
	})
}

func (c *checker) local(v *VariableExpression, assigned map[string]bool) {
	name := strings.ToLower(v.Name)
	if bare := localName(name); strings.Contains(bare, ":") || automaticNames[bare] || assigned[bare] {
		return
	}
	c.fail(v.Span, "VariableNotLocal")
}

// assignedLoosely returns the variables that a node gives a type.
func assignedLoosely(n Node) []string {
	if a, ok := n.(*AssignmentStatement); ok {
		switch a.Left.(type) {
		case *ConvertExpression, *AttributedExpression:
			return targets(a.Left, nil)
		}
	}
	return nil
}

// opensScope reports whether a command may define variables of the scope in which
// it is called: it is dot-sourced, or one of those that do.
func (n *Command) opensScope() bool {
	if n.Invocation == InvokeDot {
		return true
	}
	name, ok := n.Elements[0].(*StringConstant)
	if !ok {
		return false
	}
	switch strings.ToLower(name.Value) {
	case "new-variable", "remove-variable", "set-variable", "set-psbreakpoint",
		"microsoft.powershell.utility\\new-variable", "microsoft.powershell.utility\\remove-variable",
		"microsoft.powershell.utility\\set-variable", "microsoft.powershell.utility\\set-psbreakpoint",
		"nv", "rv", "set", "sv", "sbp":
		return true
	}
	return false
}

// assignedBy returns the variables that a node gives a value.
func assignedBy(n Node) []string {
	switch n := n.(type) {
	case *AssignmentStatement:
		return targets(n.Left, nil)
	case *ForEachStatement:
		return []string{n.Variable.Name}
	case *Parameter:
		return []string{n.Name.Name}
	case *DataStatement:
		return []string{n.Variable}
	case *Command:
		return assignedByCommand(n)
	case *UnaryExpression:
		if n.Operator == "++" || n.Operator == "--" {
			return targets(n.Operand, nil)
		}
	}
	return nil
}

// assignedByCommand reads the names behind -OutVariable and its kin.
func assignedByCommand(n *Command) []string {
	var names []string
	for i, e := range n.Elements {
		q, ok := e.(*CommandParameter)
		if !ok || !strings.HasSuffix(strings.ToLower(q.Name), "variable") && len(q.Name) != 2 {
			continue
		}
		value := Node(q.Argument)
		if q.Argument == nil && i+1 < len(n.Elements) {
			value = n.Elements[i+1]
		}
		if s, ok := value.(*StringConstant); ok {
			names = append(names, strings.TrimPrefix(s.Value, "+"))
		}
	}
	return names
}

func targets(e Expression, names []string) []string {
	switch e := e.(type) {
	case *VariableExpression:
		return append(names, e.Name)
	case *ConvertExpression:
		return targets(e.Operand, names)
	case *AttributedExpression:
		return targets(e.Operand, names)
	case *ArrayLiteral:
		for _, x := range e.Elements {
			names = targets(x, names)
		}
	case *ParenExpression:
		if inner := pureExpression(e.Pipeline); inner != nil {
			return targets(inner, names)
		}
	}
	return names
}

// automaticNames are the variables that exist in every scope.
var automaticNames = func() map[string]bool {
	m := map[string]bool{}
	for _, n := range strings.Fields(`true false null _ psitem args input this matches lastexitcode error home host
		pid pwd profile shellid executioncontext pshome psculture psuiculture psversiontable psedition
		psscriptroot pscommandpath psboundparameters pscmdlet myinvocation stacktrace switch foreach event
		eventargs eventsubscriber sender nestedpromptlevel consolefilename iswindows islinux ismacos iscoreclr
		enabledexperimentalfeatures ofs outputencoding maximumhistorycount
		confirmpreference debugpreference erroractionpreference errorview formatenumerationlimit
		informationpreference logcommandhealthevent progresspreference psdefaultparametervalues
		psemailserver psmoduleautoloadingpreference pssessionapplicationname pssessionconfigurationname
		pssessionoption psnativecommandargumentpassing psnativecommanduseerroractionpreference psstyle
		verbosepreference warningpreference whatifpreference $ ? ^`) {
		m[n] = true
	}
	return m
}()
