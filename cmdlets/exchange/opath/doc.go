// Package opath reads and evaluates the filters that -Filter takes.
package opath
