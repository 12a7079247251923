// Package format turns objects into what a console shows: tables, lists, wide
// and custom views.
//
// It has two halves, as PowerShell's formatter has. A Formatter turns objects
// into records (Start, GroupStart, Entry, GroupEnd, End); that is what the
// Format- cmdlets emit, so a script can keep records in a variable. An Output
// turns records into lines; objects that are no records go through a Formatter
// of its own, which chooses the view by the first object it meets.
//
// Default views are data (views.tsv); see view for the layout.
package format
