// Package architecture holds the tests that keep the tree in shape: which
// package may import which, how long files and functions may grow, and that
// every exported name says what it means.
package architecture
