// Package shapes holds what Exchange's objects look like: their properties in order
// (shapes.txt), their tables (views.txt), both written by internal/gen, the tables
// of configuration objects (config_views.txt), and the types of their values.
package shapes
