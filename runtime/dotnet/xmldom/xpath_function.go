package xmldom

import (
	"math"
	"strings"
)

// xpathFunction is a function of XPath 1.0, with the numbers of arguments that
// it takes.
type xpathFunction struct {
	least, most int
	call        func(c *xpathContext, args []xpathValue) xpathValue
}

// textOf is the text of the argument, or of the node at hand without one.
func (c *xpathContext) textOf(args []xpathValue) string {
	if len(args) == 0 {
		return c.node.InnerText()
	}
	return args[0].asText()
}

// nodeOf is the first node of the argument, or the node at hand without one;
// nil for an empty set.
func (c *xpathContext) nodeOf(args []xpathValue) *XMLNode {
	switch {
	case len(args) == 0:
		return c.node
	case len(args[0].nodes) == 0:
		return nil
	}
	return args[0].nodes[0]
}

func nameFunction(name func(n *XMLNode) string) xpathFunction {
	return xpathFunction{0, 1, func(c *xpathContext, args []xpathValue) xpathValue {
		n := c.nodeOf(args)
		if n == nil || n.Kind != XMLElement && n.Kind != XMLAttribute {
			return textValue("")
		}
		return textValue(name(n))
	}}
}

func testFunction(test func(s, other string) bool) xpathFunction {
	return xpathFunction{2, 2, func(_ *xpathContext, args []xpathValue) xpathValue {
		return truthValue(test(args[0].asText(), args[1].asText()))
	}}
}

func roundFunction(round func(n float64) float64) xpathFunction {
	return xpathFunction{1, 1, func(_ *xpathContext, args []xpathValue) xpathValue { return numberValue(round(args[0].asNumber())) }}
}

var xpathFunctions = map[string]xpathFunction{
	"last":          {0, 0, func(c *xpathContext, _ []xpathValue) xpathValue { return numberValue(float64(c.size)) }},
	"position":      {0, 0, func(c *xpathContext, _ []xpathValue) xpathValue { return numberValue(float64(c.position)) }},
	"count":         {1, 1, func(_ *xpathContext, args []xpathValue) xpathValue { return numberValue(float64(len(args[0].nodes))) }},
	"local-name":    nameFunction(func(n *XMLNode) string { return localName(n.Name) }),
	"namespace-uri": nameFunction(namespaceOf),
	"name":          nameFunction(func(n *XMLNode) string { return n.Name }),
	"string":        {0, 1, func(c *xpathContext, args []xpathValue) xpathValue { return textValue(c.textOf(args)) }},
	"concat": {2, math.MaxInt, func(_ *xpathContext, args []xpathValue) xpathValue {
		var b strings.Builder
		for _, a := range args {
			b.WriteString(a.asText())
		}
		return textValue(b.String())
	}},
	"contains":    testFunction(strings.Contains),
	"starts-with": testFunction(strings.HasPrefix),
	"substring-before": {2, 2, func(_ *xpathContext, args []xpathValue) xpathValue {
		before, _, ok := strings.Cut(args[0].asText(), args[1].asText())
		if !ok {
			return textValue("")
		}
		return textValue(before)
	}},
	"substring-after": {2, 2, func(_ *xpathContext, args []xpathValue) xpathValue {
		_, after, _ := strings.Cut(args[0].asText(), args[1].asText())
		return textValue(after)
	}},
	"substring": {2, 3, xpathSubstring},
	"string-length": {0, 1, func(c *xpathContext, args []xpathValue) xpathValue {
		return numberValue(float64(len([]rune(c.textOf(args)))))
	}},
	"normalize-space": {0, 1, func(c *xpathContext, args []xpathValue) xpathValue {
		return textValue(strings.Join(strings.Fields(c.textOf(args)), " "))
	}},
	"translate": {3, 3, xpathTranslate},
	"boolean":   {1, 1, func(_ *xpathContext, args []xpathValue) xpathValue { return truthValue(args[0].asTruth()) }},
	"not":       {1, 1, func(_ *xpathContext, args []xpathValue) xpathValue { return truthValue(!args[0].asTruth()) }},
	"true":      {0, 0, func(*xpathContext, []xpathValue) xpathValue { return truthValue(true) }},
	"false":     {0, 0, func(*xpathContext, []xpathValue) xpathValue { return truthValue(false) }},
	"number": {0, 1, func(c *xpathContext, args []xpathValue) xpathValue {
		if len(args) == 0 {
			return numberValue(textValue(c.node.InnerText()).asNumber())
		}
		return numberValue(args[0].asNumber())
	}},
	"sum": {1, 1, func(_ *xpathContext, args []xpathValue) xpathValue {
		sum := 0.0
		for _, n := range args[0].nodes {
			sum += textValue(n.InnerText()).asNumber()
		}
		return numberValue(sum)
	}},
	"floor":   roundFunction(math.Floor),
	"ceiling": roundFunction(math.Ceil),
	"round":   roundFunction(func(n float64) float64 { return math.Floor(n + 0.5) }),
}

// xpathSubstring is substring(): positions count from 1 and are rounded.
func xpathSubstring(_ *xpathContext, args []xpathValue) xpathValue {
	from := math.Floor(args[1].asNumber() + 0.5)
	to := math.Inf(1)
	if len(args) == 3 {
		to = from + math.Floor(args[2].asNumber()+0.5)
	}
	var b strings.Builder
	for i, r := range []rune(args[0].asText()) {
		if at := float64(i + 1); at >= from && at < to {
			b.WriteRune(r)
		}
	}
	return textValue(b.String())
}

// xpathTranslate is translate(): characters of the second text become those at
// the same places in the third, or go.
func xpathTranslate(_ *xpathContext, args []xpathValue) xpathValue {
	from, to := []rune(args[1].asText()), []rune(args[2].asText())
	places := map[rune]int{}
	for i, r := range from {
		if _, known := places[r]; !known {
			places[r] = i
		}
	}
	return textValue(strings.Map(func(r rune) rune {
		i, ok := places[r]
		switch {
		case !ok:
			return r
		case i < len(to):
			return to[i]
		}
		return -1
	}, args[0].asText()))
}
