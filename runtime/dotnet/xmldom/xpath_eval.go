package xmldom

import "math"

func (e *xpathConstant) eval(*xpathContext) (xpathValue, error) { return e.value, nil }

func (e *xpathNegative) eval(c *xpathContext) (xpathValue, error) {
	v, err := e.operand.eval(c)
	return numberValue(-v.asNumber()), err
}

func (e *xpathBinary) eval(c *xpathContext) (xpathValue, error) {
	a, err := e.left.eval(c)
	if err != nil {
		return a, err
	}
	if e.operator == "or" && a.asTruth() || e.operator == "and" && !a.asTruth() {
		return truthValue(a.asTruth()), nil
	}
	b, err := e.right.eval(c)
	if err != nil {
		return b, err
	}
	switch e.operator {
	case "or", "and":
		return truthValue(b.asTruth()), nil
	case "|":
		if a.kind != xpathNodes || b.kind != xpathNodes {
			return a, xpathError("Expression must evaluate to a node-set.")
		}
		return xpathValue{nodes: c.tree.sorted(append(append([]*XMLNode(nil), a.nodes...), b.nodes...))}, nil
	case "+":
		return numberValue(a.asNumber() + b.asNumber()), nil
	case "-":
		return numberValue(a.asNumber() - b.asNumber()), nil
	case "*":
		return numberValue(a.asNumber() * b.asNumber()), nil
	case "div":
		return numberValue(a.asNumber() / b.asNumber()), nil
	case "mod":
		return numberValue(math.Mod(a.asNumber(), b.asNumber())), nil
	}
	return truthValue(compareXPath(e.operator, a, b)), nil
}

func (e *xpathCall) eval(c *xpathContext) (xpathValue, error) {
	args := make([]xpathValue, len(e.args))
	for i, a := range e.args {
		v, err := a.eval(c)
		if err != nil {
			return v, err
		}
		args[i] = v
	}
	return e.function.call(c, args), nil
}

func (e *xpathPath) eval(c *xpathContext) (xpathValue, error) {
	nodes := []*XMLNode{c.node}
	switch {
	case e.fromRoot:
		nodes[0] = c.node.top()
	case e.start != nil:
		v, err := e.start.eval(c)
		if err != nil {
			return v, err
		}
		if v.kind != xpathNodes {
			return v, xpathError("Expression must evaluate to a node-set.")
		}
		if nodes, err = c.filter(v.nodes, e.filters); err != nil {
			return v, err
		}
	}
	for i := range e.steps {
		var err error
		if nodes, err = c.take(nodes, &e.steps[i]); err != nil {
			return xpathValue{}, err
		}
	}
	return xpathValue{nodes: nodes}, nil
}

// take makes one step from each of the nodes.
func (c *xpathContext) take(from []*XMLNode, s *xpathStep) ([]*XMLNode, error) {
	var out []*XMLNode
	for _, n := range from {
		var found []*XMLNode
		for _, candidate := range xpathAxes[s.axis](n) {
			ok, err := s.passes(candidate, c.tree)
			if err != nil {
				return nil, err
			}
			if ok {
				found = append(found, candidate)
			}
		}
		found, err := c.filter(found, s.predicates)
		if err != nil {
			return nil, err
		}
		out = append(out, found...)
	}
	return c.tree.sorted(out), nil
}

// filter keeps the nodes for which all predicates hold. A number is the
// position of the node.
func (c *xpathContext) filter(nodes []*XMLNode, predicates []xpathExpression) ([]*XMLNode, error) {
	for _, p := range predicates {
		var kept []*XMLNode
		for i, n := range nodes {
			v, err := p.eval(c.at(n, i+1, len(nodes)))
			if err != nil {
				return nil, err
			}
			if v.kind == xpathNumber && v.number == float64(i+1) || v.kind != xpathNumber && v.asTruth() {
				kept = append(kept, n)
			}
		}
		nodes = kept
	}
	return nodes, nil
}
