package lab

import (
	"exolab/cmdlets"
	"exolab/runtime"
)

const module = "Exolab.Labs"

// Register adds the cmdlets of this package to a session.
func Register(s *runtime.Session) { cmdlets.Register(s, Specs()) }

// Specs lists the cmdlets of this package.
func Specs() []cmdlets.Spec { return specs }

var specs = []cmdlets.Spec{
	{Name: "lab", Module: module, Synopsis: "Shows the task, checks it, gives a hint: lab task, lab check, lab hint, lab help.",
		Examples: []cmdlets.Example{{Code: "lab task"}}, New: func() any { return &Lab{} }},
	{Name: "Submit-LabAnswer", Module: module, Synopsis: "Submits the answer to a question of the open lab.",
		Examples: []cmdlets.Example{{Code: "Submit-LabAnswer -Name count -Value 26"}}, New: func() any { return &SubmitLabAnswer{} }},
	{Name: "Get-LabAnswer", Module: module, Synopsis: "Gives a submitted answer to a check.",
		Examples: []cmdlets.Example{{Code: "Get-LabAnswer count"}}, New: func() any { return &GetLabAnswer{} }},
	{Name: "Test-LabAnswer", Module: module, Synopsis: "Compares a submitted answer as its type asks for.",
		Examples: []cmdlets.Example{{Code: "Test-LabAnswer suspect 'Lee Gu'"}}, New: func() any { return &TestLabAnswer{} }},
	{Name: "Get-LabHistory", Module: module, Synopsis: "Lists the commands that a learner ran, with their bound parameters.",
		Examples: []cmdlets.Example{{Code: "Get-LabHistory Set-Mailbox"}}, New: func() any { return &GetLabHistory{} }},
	{Name: "Get-LabDiff", Module: module, Synopsis: "Lists what differs from the organization as it was set up.",
		Examples: []cmdlets.Example{{Code: "Get-LabDiff Mailbox"}}, New: func() any { return &GetLabDiff{} }},
	{Name: "Add-LabEntry", Module: module, Synopsis: "Writes entries into a mailbox's audit log when a lab is set up.",
		Examples: []cmdlets.Example{{Code: "Add-LabEntry sales -Operation SoftDelete -User donh -At '2d 02:14' -Subject 'Offer'"}}, New: func() any { return &AddLabEntry{} }},
	{Name: "Invoke-LabPast", Module: module, Synopsis: "Runs commands of a set-up as if at an earlier time, for the logs.",
		Examples: []cmdlets.Example{{Code: "Invoke-LabPast '2d 02:10' { Set-Mailbox donh -AuditEnabled $false }"}}, New: func() any { return &InvokeLabPast{} }},
}
