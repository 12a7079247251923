// Package shapes holds what Exchange's objects look like: their properties in order
// (shapes.txt), their tables (views.txt), both written by internal/gen, and the
// types of their values.
package shapes
