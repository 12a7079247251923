// Package core holds the cmdlets that move and shape objects: ForEach-, Where-,
// Select-, Sort-, Group-, Measure-Object and their kin, and the formatting and
// output cmdlets.
package core
