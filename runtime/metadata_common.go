package runtime

import "exolab/runtime/value"

// commonParameter describes one of the parameters that every cmdlet and
// advanced function has.
func commonParameter(name, alias string, t *value.Type) *Param {
	return &Param{Name: name, Aliases: []string{alias}, Type: t, HasType: true, Switch: t == value.TypeSwitch, Common: true,
		Sets: []ParamSet{{Name: AllSets, Position: -1}}}
}

var commonParams = []*Param{
	commonParameter("Verbose", "vb", value.TypeSwitch),
	commonParameter("Debug", "db", value.TypeSwitch),
	commonParameter("ErrorAction", "ea", TypeActionPreference),
	commonParameter("WarningAction", "wa", TypeActionPreference),
	commonParameter("InformationAction", "infa", TypeActionPreference),
	commonParameter("ProgressAction", "proga", TypeActionPreference),
	commonParameter("ErrorVariable", "ev", value.TypeString),
	commonParameter("WarningVariable", "wv", value.TypeString),
	commonParameter("InformationVariable", "iv", value.TypeString),
	commonParameter("OutVariable", "ov", value.TypeString),
	commonParameter("OutBuffer", "ob", value.TypeInt32),
	commonParameter("PipelineVariable", "pv", value.TypeString),
}

var shouldProcessParams = []*Param{
	commonParameter("WhatIf", "wi", value.TypeSwitch),
	commonParameter("Confirm", "cf", value.TypeSwitch),
}

var pagingParams = []*Param{
	pagingParameter("IncludeTotalCount", value.TypeSwitch), pagingParameter("Skip", value.TypeUInt64), pagingParameter("First", value.TypeUInt64),
}

func pagingParameter(name string, t *value.Type) *Param {
	p := commonParameter(name, "", t)
	p.Aliases = nil
	return p
}

// AddCommonParameters puts the common parameters behind the command's own: all
// that CmdletBinding brings, -WhatIf and -Confirm and those for pages where they
// are supported.
func (m *Metadata) AddCommonParameters() {
	if !m.CmdletBinding {
		return
	}
	if m.SupportsShouldProcess {
		m.Params = append(m.Params, shouldProcessParams...)
	}
	if m.SupportsPaging {
		m.Params = append(m.Params, pagingParams...)
	}
	m.Params = append(m.Params, commonParams...)
}
