package utility

import "exolab/cmdlets"

// transcriptSpecs are the cmdlets about transcripts.
var transcriptSpecs = []cmdlets.Spec{
	{
		Name: "Start-Transcript", Module: moduleHost, DefaultSet: "ByPath", SupportsShouldProcess: true,
		OutputTypes: []string{"System.String"},
		Synopsis:    "Begins to copy what the console shows into a file.",
		Examples:    []cmdlets.Example{{Code: "$null = Start-Transcript t.txt; 'hello'; $null = Stop-Transcript; (Get-Content t.txt) -contains 'hello'", Output: "hello\nTrue"}},
		New:         func() any { return &StartTranscript{} },
	},
	{
		Name: "Stop-Transcript", Module: moduleHost, SupportsShouldProcess: true,
		OutputTypes: []string{"System.String"},
		Synopsis:    "Ends the transcript.",
		Examples:    []cmdlets.Example{{Code: "$null = Start-Transcript t.txt; (Stop-Transcript) -like '*stopped*'", Output: "True"}},
		New:         func() any { return &StopTranscript{} },
	},
}
