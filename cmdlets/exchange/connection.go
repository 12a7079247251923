package exchange

// defaultCaller acts where nobody has connected.
const defaultCaller = "admin@contoso.onmicrosoft.com"

// caller is the user in whose name the session's cmdlets run.
func (c *call) caller() string { return defaultCaller }
