package parser

// requirements reads the #requires lines of a script.
func (p *parser) requirements() *Requirements {
	return nil
}
