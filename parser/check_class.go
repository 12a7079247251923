package parser

import "strings"

// typeDefinition checks the members of a class or enum.
func (c checker) typeDefinition(d *TypeDefinition) {
	names := map[string]bool{}
	for _, m := range d.Members {
		switch m := m.(type) {
		case *PropertyMember:
			folded := strings.ToLower(m.Name)
			if names[folded] {
				c.fail(m.Span, "MemberAlreadyDefined", m.Name)
			}
			names[folded] = true
			if d.Kind == EnumType && m.Initial != nil && !isConstant(m.Initial) {
				c.fail(m.Initial.Extent(), "EnumeratorValueMustBeConstant")
			}
		case *FunctionMember:
			c.method(m)
		}
	}
	c.overloads(d)
}

// overloads finds methods with one name and the same parameter types.
func (c checker) overloads(d *TypeDefinition) {
	seen := map[string]bool{}
	for _, m := range d.Members {
		f, ok := m.(*FunctionMember)
		if !ok {
			continue
		}
		key := strings.ToLower(f.Name)
		if f.Static && f.Constructor {
			key = "static " + key
		}
		for _, q := range f.Parameters {
			key += "," + strings.ToLower(parameterType(q))
		}
		if seen[key] {
			c.fail(f.Span, "MemberAlreadyDefined", f.Name)
		}
		seen[key] = true
	}
}

func parameterType(q *Parameter) string {
	for _, a := range q.Attributes {
		if t, ok := a.(*TypeConstraint); ok {
			return t.Type.String()
		}
	}
	return "object"
}

// method checks returns and variables of a method body.
func (c checker) method(m *FunctionMember) {
	if m.Body == nil || m.Body.End == nil {
		return
	}
	wantsValue := m.ReturnType != nil && !strings.EqualFold(m.ReturnType.Type.Name, "void")
	c.returns(m, wantsValue)
	if wantsValue && !leaves(m.Body.End.Statements) {
		c.fail(Span{m.Span.Start, m.Body.Span.Start}.name(c.p, m.Name), "MethodHasCodePathNotReturn")
	}
	c.locals(m)
}

// name narrows a range to the first place where a name is written in it.
func (s Span) name(p *parser, name string) Span {
	if i := strings.Index(p.source.Slice(s), name); i >= 0 {
		return Span{s.Start + int32(i), s.Start + int32(i+len(name))}
	}
	return s
}

func (c checker) returns(m *FunctionMember, wantsValue bool) {
	Walk(m.Body.End, func(n Node) bool {
		switch n := n.(type) {
		case *ScriptBlockExpression, *FunctionDefinition:
			return false
		case *ReturnStatement:
			switch {
			case wantsValue && n.Value == nil:
				c.fail(n.Span, "NonVoidMethodMissingReturnStatement")
			case !wantsValue && n.Value != nil:
				c.fail(n.Span, "VoidMethodHasReturn")
			}
		}
		return true
	})
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
	v, ok := pureExpression(s).(*VariableExpression)
	return ok && strings.EqualFold(v.Name, "true")
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

// locals finds variables that a method reads but never assigns: class methods
// do not see the variables of callers.
func (c checker) locals(m *FunctionMember) {
	assigned := map[string]bool{}
	for _, q := range m.Parameters {
		assigned[strings.ToLower(q.Name.Name)] = true
	}
	Walk(m.Body, func(n Node) bool {
		for _, name := range assignedBy(n) {
			name = strings.ToLower(name)
			assigned[strings.TrimPrefix(strings.TrimPrefix(name, "local:"), "private:")] = true
		}
		return true
	})
	Walk(m.Body, func(n Node) bool {
		switch n := n.(type) {
		case *ScriptBlockExpression, *FunctionDefinition, *UsingExpression:
			return false
		case *VariableExpression:
			c.local(m, n, assigned)
		}
		return true
	})
}

func (c checker) local(m *FunctionMember, v *VariableExpression, assigned map[string]bool) {
	name := strings.ToLower(v.Name)
	if name == "this" {
		if m.Static {
			c.fail(v.Span, "NonStaticMemberAccessInStaticMember", "this")
		}
		return
	}
	if strings.Contains(name, ":") || automaticNames[name] || assigned[name] {
		return
	}
	c.fail(v.Span, "VariableNotLocal")
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
