package runtime

// warnOfObsolete warns of parameters and commands that are marked as obsolete,
// once a call is bound.
func (p *processor) warnOfObsolete() error {
	if !p.plan.obsolete {
		return nil
	}
	for i, param := range p.meta.Params {
		if param.Obsolete == nil || i >= len(p.bound) || !p.bound[i] {
			continue
		}
		if err := p.Warning("Parameter '" + param.Name + "' is obsolete. " + *param.Obsolete); err != nil {
			return err
		}
	}
	if p.meta.Obsolete == nil {
		return nil
	}
	name := "command '" + p.command.Name + "'"
	if p.command.Name == "" {
		name = "script block"
	}
	return p.Warning("The " + name + " is obsolete. " + *p.meta.Obsolete)
}
