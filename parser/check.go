package parser

// check finds the errors that PowerShell reports for a tree as a whole.
func (p *parser) check(*ScriptBlock) {}
