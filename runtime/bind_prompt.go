package runtime

import (
	"strconv"

	"exolab/runtime/dotnet/network"
	"exolab/runtime/value"
)

// promptFor asks for the values of mandatory parameters as the console host
// does.
func (c *Context) promptFor(list []int) ([]value.Value, error) {
	host := c.session.Host
	lines := []string{"", "cmdlet " + c.command.Name + " at command pipeline position " + strconv.Itoa(c.position),
		"Supply values for the following parameters:"}
	for _, i := range list {
		if c.helpOf(i) != "" {
			lines = append(lines, "(Type !? for Help.)")
			break
		}
	}
	for _, line := range lines {
		if err := host.Text(line, true, -1, -1); err != nil {
			return nil, err
		}
	}
	out := make([]value.Value, len(list))
	for k, i := range list {
		v, err := c.promptOne(i)
		if err != nil {
			return nil, err
		}
		out[k] = v
	}
	return out, nil
}

func (c *Context) promptOne(i int) (value.Value, error) {
	p := c.meta.Params[i]
	element := p.Type
	switch {
	case p.Type.IsArray():
		element = p.Type.Elem
	case !p.Several:
		return c.promptItem(i, p.Name, p.Type)
	}
	var items []value.Value
	for {
		v, err := c.promptItem(i, p.Name+"["+strconv.Itoa(len(items))+"]", element)
		if err != nil {
			return v, err
		}
		if v.Kind() == value.KindString && v.Text() == "" {
			return value.List(items...), nil
		}
		items = append(items, v)
	}
}

// promptItem reads one answer; `!?` shows the help message and asks again, and
// so does an answer that cannot be converted.
func (c *Context) promptItem(i int, label string, t *value.Type) (value.Value, error) {
	host := c.session.Host
	if t.Name == "PSCredential" {
		return c.AskCredential(label, "")
	}
	for {
		line, err := host.ReadLine(label+": ", t.Name == "SecureString")
		if err != nil {
			return value.Null, err
		}
		if line == "!?" {
			help := c.helpOf(i)
			if help == "" {
				help = "No help is available for " + label + "."
			}
			if err := host.Text(help, true, -1, -1); err != nil {
				return value.Null, err
			}
			continue
		}
		if t.Name == "SecureString" {
			return value.Obj(&network.SecureString{Plain: line}), nil
		}
		if line == "" {
			return value.Str(line), nil
		}
		v, convErr := value.Convert(c.Env(), value.Str(line), t)
		if convErr == nil {
			return v, nil
		}
		if err := host.Text("Cannot recognize \""+line+"\" as a "+t.FullName+" due to a format error.", true, -1, -1); err != nil {
			return value.Null, err
		}
	}
}

// AskCredential shows a heading and asks for a user name, unless it is known,
// and a password; Void says that nobody answered.
func (c *Context) AskCredential(heading, user string) (value.Value, error) {
	credential, err := askCredential(c.session.Host, heading, user, "")
	return c.answered(credential, err)
}

// askCredential asks for a credential; the target, if there is one, is put
// before the name of the user as its domain.
func askCredential(host Host, heading, user, target string) (value.Value, error) {
	if heading != "" {
		if err := host.Text(heading, true, -1, -1); err != nil {
			return value.Void, err
		}
	}
	for user == "" {
		answer, err := host.ReadLine("User: ", false)
		if err != nil {
			return value.Void, err
		}
		user = answer
	}
	prompt := "Password for user " + user + ": "
	if !host.Interactive() {
		// The prompt is shown before the host refuses to read.
		if err := host.Text(prompt, false, -1, -1); err != nil {
			return value.Void, err
		}
	}
	password, err := host.ReadLine(prompt, true)
	if err != nil {
		return value.Void, err
	}
	if target != "" {
		user = target + `\` + user
	}
	return value.Obj(network.NewCredential(user, &network.SecureString{Plain: password})), host.Text("", true, -1, -1)
}

func (c *Context) helpOf(i int) string {
	help := ""
	c.plan.setsOf(c.meta.Params[i], c.sets, func(set *ParamSet, _ setMask) bool {
		help = set.HelpMessage
		return help == ""
	})
	return help
}
