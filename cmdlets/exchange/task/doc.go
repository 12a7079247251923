// Package task is the frame in which every emulated cmdlet runs: its call with the
// parameters, the lookup of identities, Exchange's errors, results, changes of
// properties and the log of changes.
package task
