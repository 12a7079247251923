// Package operator computes PowerShell's unary and binary operators over every
// pair of operands. ForOp and ForUnary resolve an operator when a script is
// compiled; the functions they return need no allocation for numbers.
package operator
