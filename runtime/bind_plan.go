package runtime

import (
	"strings"

	"exolab/runtime/value"
)

// setMask is a set of parameter sets, one bit each.
type setMask uint32

// everySet is the mask of a parameter that stands in all sets, and of a
// command whose set nothing has narrowed yet.
const everySet = ^setMask(0)

// bindPlan is what the binder derives from a command's Metadata, once.
type bindPlan struct {
	// names maps folded names and aliases to parameters.
	names map[string]int
	// sets are the names of the parameter sets; bit i of a mask is sets[i].
	sets []string
	// masks says for each parameter in which sets it stands.
	masks []setMask
	// all is the mask of all named sets, fallback that of the default set.
	all, fallback setMask
	// positions lists the positional parameters by position.
	positions []positionGroup
	// contested is set where two parameters share a position in one set.
	contested bool
	// pipeline lists the parameters that take pipeline input in some set, in
	// the order in which the binder tries them.
	pipeline []int
	// mandatory lists those that are mandatory in some set.
	mandatory []int
	// remaining lists those that take the remaining arguments in some set.
	remaining []int
	// obsolete is set where a call may have to warn of [Obsolete()].
	obsolete bool
	// direct is the parameter that takes every pipeline object of its type as it
	// is, or -1.
	direct int
	// own is the number of parameters before the common ones.
	own int
}

// positionGroup is the parameters that share a position.
type positionGroup struct {
	position int
	params   []positional
}

type positional struct {
	param int
	sets  setMask
}

// clashes reports whether two parameters of one position stand in the same set;
// one that stands in all sets gives way to one of a named set.
func (p positional) clashes(q positional) bool {
	return p.param != q.param && (p.sets == q.sets || p.sets != everySet && q.sets != everySet && p.sets&q.sets != 0)
}

// planOf returns the plan of the metadata, making it on first use.
func (m *Metadata) planOf() *bindPlan {
	if m.plan == nil {
		m.plan = newPlan(m)
	}
	return m.plan
}

func newPlan(m *Metadata) *bindPlan {
	p := &bindPlan{names: make(map[string]int, 2*len(m.Params)), masks: make([]setMask, len(m.Params)), direct: -1, own: len(m.Params)}
	p.obsolete = m.Obsolete != nil
	for i, param := range m.Params {
		p.obsolete = p.obsolete || param.Obsolete != nil
		p.names[value.Fold(param.Name)] = i
		if param.Common && i < p.own {
			p.own = i
		}
	}
	for i, param := range m.Params {
		for _, alias := range param.Aliases {
			if folded := value.Fold(alias); !p.known(folded) {
				p.names[folded] = i
			}
		}
		for _, set := range param.Sets {
			p.masks[i] |= p.bit(set.Name)
		}
	}
	if m.DefaultSet != "" && m.DefaultSet != AllSets {
		p.fallback = p.bit(m.DefaultSet)
	}
	for i := range p.sets {
		p.all |= 1 << i
	}
	for i, param := range m.Params {
		p.place(i, param)
	}
	p.reversePipeline()
	p.findDirect(m)
	return p
}

func (p *bindPlan) known(folded string) bool {
	_, ok := p.names[folded]
	return ok
}

// bit returns the mask of a set by name, adding the set if it is new.
func (p *bindPlan) bit(set string) setMask {
	if set == AllSets || set == "" {
		return everySet
	}
	for i, name := range p.sets {
		if name == set || strings.EqualFold(name, set) {
			return 1 << i
		}
	}
	p.sets = append(p.sets, set)
	return 1 << (len(p.sets) - 1)
}

// place enters a parameter into the lists of the plan.
func (p *bindPlan) place(i int, param *Param) {
	var pipeline, mandatory, remaining bool
	for _, set := range param.Sets {
		pipeline = pipeline || set.Pipeline || set.PipelineByName
		mandatory = mandatory || set.Mandatory
		remaining = remaining || set.Remaining
		if set.Position >= 0 && !set.Remaining {
			p.addPosition(set.Position, positional{param: i, sets: p.bit(set.Name)})
		}
	}
	if pipeline {
		p.pipeline = append(p.pipeline, i)
	}
	if mandatory {
		p.mandatory = append(p.mandatory, i)
	}
	if remaining {
		p.remaining = append(p.remaining, i)
	}
}

func (p *bindPlan) addPosition(at int, entry positional) {
	k := 0
	for k < len(p.positions) && p.positions[k].position < at {
		k++
	}
	if k == len(p.positions) || p.positions[k].position != at {
		p.positions = append(p.positions, positionGroup{})
		copy(p.positions[k+1:], p.positions[k:])
		p.positions[k] = positionGroup{position: at}
	}
	for _, other := range p.positions[k].params {
		p.contested = p.contested || entry.clashes(other)
	}
	p.positions[k].params = append(p.positions[k].params, entry)
}

// reversePipeline puts the last declared parameter first, the order in which
// PowerShell tries them.
func (p *bindPlan) reversePipeline() {
	for i, j := 0, len(p.pipeline)-1; i < j; i, j = i+1, j-1 {
		p.pipeline[i], p.pipeline[j] = p.pipeline[j], p.pipeline[i]
	}
}

// findDirect looks for the common case: one parameter takes the pipeline by
// value in every set, and does not look at what it takes.
func (p *bindPlan) findDirect(m *Metadata) {
	if len(p.pipeline) != 1 {
		return
	}
	i := p.pipeline[0]
	param := m.Params[i]
	if len(param.Attributes) > 0 || param.PSTypeName != "" {
		return
	}
	for _, set := range param.Sets {
		if !set.Pipeline {
			return
		}
	}
	p.direct = i
}

// setName returns the name of the set that a mask stands for: the first of
// its sets, or AllSets.
func (p *bindPlan) setName(mask setMask) string {
	if mask == everySet {
		return AllSets
	}
	for i, name := range p.sets {
		if mask&(1<<i) != 0 {
			return name
		}
	}
	return AllSets
}

// in reports whether a parameter stands in one of the sets.
func (p *bindPlan) in(i int, sets setMask) bool {
	return p.masks[i] == everySet || p.masks[i]&sets != 0
}

// setsOf calls yield for each place of the parameter within the sets.
func (p *bindPlan) setsOf(param *Param, sets setMask, yield func(set *ParamSet, mask setMask) bool) {
	for k := range param.Sets {
		mask := p.bit(param.Sets[k].Name)
		if mask != everySet && mask&sets == 0 {
			continue
		}
		if !yield(&param.Sets[k], mask) {
			return
		}
	}
}
