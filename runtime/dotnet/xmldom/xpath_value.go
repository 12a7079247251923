package xmldom

import (
	"math"
	"strconv"
	"strings"
)

// The kinds of value that expressions have.
const (
	xpathNodes = iota
	xpathText
	xpathNumber
	xpathTruth
)

type xpathValue struct {
	kind   int
	nodes  []*XMLNode
	text   string
	number float64
	truth  bool
}

func numberValue(n float64) xpathValue { return xpathValue{kind: xpathNumber, number: n} }
func textValue(s string) xpathValue    { return xpathValue{kind: xpathText, text: s} }
func truthValue(b bool) xpathValue     { return xpathValue{kind: xpathTruth, truth: b} }

func (v xpathValue) asText() string {
	switch v.kind {
	case xpathNodes:
		if len(v.nodes) == 0 {
			return ""
		}
		return v.nodes[0].InnerText()
	case xpathNumber:
		switch {
		case math.IsNaN(v.number):
			return "NaN"
		case math.IsInf(v.number, 1):
			return "Infinity"
		case math.IsInf(v.number, -1):
			return "-Infinity"
		case v.number == 0:
			return "0"
		}
		return strconv.FormatFloat(v.number, 'f', -1, 64)
	case xpathTruth:
		return strconv.FormatBool(v.truth)
	}
	return v.text
}

func (v xpathValue) asNumber() float64 {
	switch v.kind {
	case xpathNumber:
		return v.number
	case xpathTruth:
		if v.truth {
			return 1
		}
		return 0
	}
	text := strings.Trim(v.asText(), " \t\r\n")
	n, err := strconv.ParseFloat(text, 64)
	if err != nil || strings.ContainsAny(text, "eExX_+iInN") {
		return math.NaN()
	}
	return n
}

func (v xpathValue) asTruth() bool {
	switch v.kind {
	case xpathNodes:
		return len(v.nodes) > 0
	case xpathText:
		return v.text != ""
	case xpathNumber:
		return v.number != 0 && !math.IsNaN(v.number)
	}
	return v.truth
}

// compareXPath compares as XPath 1.0, 3.4 says: a set of nodes compares if one
// of its nodes does.
func compareXPath(operator string, a, b xpathValue) bool {
	if a.kind == xpathNodes && b.kind != xpathTruth {
		for _, n := range a.nodes {
			if compareXPath(operator, textValue(n.InnerText()), b) {
				return true
			}
		}
		return false
	}
	if b.kind == xpathNodes && a.kind != xpathTruth {
		for _, n := range b.nodes {
			if compareXPath(operator, a, textValue(n.InnerText())) {
				return true
			}
		}
		return false
	}
	if operator == "=" || operator == "!=" {
		return equalXPath(a, b) == (operator == "=")
	}
	x, y := a.asNumber(), b.asNumber()
	switch operator {
	case "<":
		return x < y
	case "<=":
		return x <= y
	case ">":
		return x > y
	}
	return x >= y
}

func equalXPath(a, b xpathValue) bool {
	switch {
	case a.kind == xpathTruth || b.kind == xpathTruth:
		return a.asTruth() == b.asTruth()
	case a.kind == xpathNumber || b.kind == xpathNumber:
		return a.asNumber() == b.asNumber()
	}
	return a.asText() == b.asText()
}
