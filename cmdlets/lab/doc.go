// Package lab holds the cmdlets of labs: those by which checks look at what a
// learner did - Get-LabHistory, Get-LabAnswer, Test-LabAnswer, Get-LabDiff -,
// those by which set-ups write what has happened, and the words of the prompt.
package lab
