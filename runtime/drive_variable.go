package runtime

import (
	"os"

	"exolab/runtime/value"
)

// driveVariable reads `$drive:name`: an environment variable, a function, an
// alias.
func (s *Session) driveVariable(f *Frame, drive, name string) (value.Value, error) {
	switch drive {
	case "env":
		if text, ok := os.LookupEnv(name); ok {
			return value.Str(text), nil
		}
		return value.Null, nil
	case "function":
		if c := f.scope.Function(value.Fold(name)); c != nil && c.Block != nil {
			return value.Obj(c.Block), nil
		}
		return value.Null, nil
	case "alias":
		if c := f.scope.Alias(value.Fold(name)); c != nil {
			return value.Str(c.Target), nil
		}
		return value.Null, nil
	}
	return value.Null, driveNotFound(drive)
}

// setDriveVariable writes `$drive:name`.
func (s *Session) setDriveVariable(f *Frame, drive, name string, v value.Value) error {
	switch drive {
	case "env":
		return f.setEnvironment(name, v)
	case "function":
		return f.setFunction(name, v)
	case "alias":
		text, err := f.text(v)
		if err != nil {
			return err
		}
		f.scope.SetAlias(&Command{Name: name, Kind: AliasCommand, Target: text})
		return nil
	}
	return driveNotFound(drive)
}

func (f *Frame) setEnvironment(name string, v value.Value) error {
	if v.IsNull() {
		return os.Unsetenv(name)
	}
	text, err := f.text(v)
	if err != nil {
		return err
	}
	if text == "" {
		return os.Unsetenv(name)
	}
	return os.Setenv(name, text)
}

func (f *Frame) setFunction(name string, v value.Value) error {
	b, ok := value.As[*ScriptBlock](v)
	if !ok {
		return invalidOperation("InvalidFunctionValue", "A function can only be set to a script block.")
	}
	own := *b
	own.function, own.frame, own.metadata = name, nil, nil
	cmd := &Command{Name: name, Kind: FunctionCommand, Block: &own}
	cmd.Metadata = func() *Metadata { return own.Metadata(f.session) }
	f.scope.SetFunction(cmd)
	return nil
}

func driveNotFound(drive string) error {
	e := value.NewException("System.Management.Automation.DriveNotFoundException",
		"Cannot find drive. A drive with the name '"+drive+"' does not exist.")
	e.ErrorID, e.Category, e.Target = "DriveNotFound", value.ObjectNotFound, value.Str(drive)
	return e
}

// SetDriveItem does what `$drive:name = v` does in the scope that is being run.
func (s *Session) SetDriveItem(drive, name string, v value.Value) error {
	return s.setDriveVariable(s.env(), drive, name, v)
}
