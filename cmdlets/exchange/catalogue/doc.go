// Package catalogue holds the names and parameters of every Exchange cmdlet, emulated or
// not, in catalogue.txt, which internal/gen writes.
package catalogue
