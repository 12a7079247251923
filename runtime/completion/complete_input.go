package completion

import (
	"exolab/runtime"
	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

// loadCompleteInput adds the overloads of CommandCompletion.CompleteInput: for a
// text and for what the parser made of one, with and without the PowerShell
// that runs the completion.
func loadCompleteInput(s *runtime.Session, t *value.Type, r dotnet.Rows) {
	const result = automation + "CommandCompletion CompleteInput("
	text := func(c *value.Call) (value.Value, error) {
		return completeText(s, t, c, c.Args[0].Text(), int(c.Args[1].Int64()))
	}
	parsed := func(c *value.Call) (value.Value, error) { return completeParsed(s, t, c) }
	r.Static(result+"string input, int cursorIndex, System.Object options)", text)
	r.Static(result+"System.Object ast, System.Object tokens, System.Object positionOfCursor, System.Object options)", func(c *value.Call) (value.Value, error) {
		if c.Args[0].Kind() == value.KindString {
			return completeWith(c, text)
		}
		return parsed(c)
	})
	r.Static(result+"System.Object ast, System.Object tokens, System.Object positionOfCursor, System.Object options, System.Object powershell)",
		func(c *value.Call) (value.Value, error) { return completeWith(c, parsed) })
}

// completeWith completes if there is a PowerShell, the last argument, to do so.
func completeWith(c *value.Call, complete func(*value.Call) (value.Value, error)) (value.Value, error) {
	if c.Args[0].Kind() == value.KindString {
		if at := c.Args[1].Int64(); at > int64(units(c.Args[0].Text())) {
			return value.Null, wrongCursor()
		}
	}
	if c.Args[len(c.Args)-1].IsNull() {
		return value.Null, missing("powershell")
	}
	return complete(c)
}

func completeText(s *runtime.Session, t *value.Type, c *value.Call, text string, cursor int) (value.Value, error) {
	if cursor > units(text) {
		return value.Null, wrongCursor()
	}
	return toObject(c.Env, t, Complete(s, text, cursor))
}

func completeParsed(s *runtime.Session, t *value.Type, c *value.Call) (value.Value, error) {
	for i, name := range []string{"ast", "tokens", "positionOfCursor"} {
		if c.Args[i].IsNull() {
			return value.Null, missing(name)
		}
	}
	_, cursor, ok := runtime.ScriptOf(c.Args[2])
	text, _, isTree := runtime.ScriptOf(c.Args[0])
	if !ok || !isTree {
		return value.Null, missing("ast")
	}
	return completeText(s, t, c, text, cursor)
}

func missing(parameter string) error {
	return dotnet.ThrowParam(automation+"PSArgumentNullException", parameter,
		"Cannot process argument because the value of argument %q is null. Change the value of argument %q to a non-null value.", parameter, parameter)
}

func wrongCursor() error {
	return value.NewException(automation+"PSArgumentException",
		"Cannot process argument because the value of argument \"cursorIndex\" is not valid. Change the value of the \"cursorIndex\" argument and run the operation again.")
}
