// Package lab holds what a lab is, without running one: its folder format and
// the mistakes in it, the variants that change names and dates, answers and
// their salted hashes, the progress log with the points that follow from it,
// reports over many logs and certificates. Package labs of the program sets
// labs up and checks them.
package lab
