package runtime

import (
	"strings"

	"exolab/parser"
	"exolab/runtime/value"
)

// Metadata returns the parameters of the block, reading its param block on
// first use.
func (b *ScriptBlock) Metadata(s *Session) *Metadata {
	if b.metadata == nil {
		b.metadata = (&metadataReader{session: s, block: b}).read()
	}
	return b.metadata
}

// metadataReader turns a param block into Metadata. Arguments of attributes
// are constants, evaluated in a frame of the global scope.
type metadataReader struct {
	session  *Session
	block    *ScriptBlock
	compiler *compiler
	meta     *Metadata
	// placed is set once a parameter says its position or set itself: then
	// none gets a position for the order in which it stands.
	placed bool
}

func (r *metadataReader) read() *Metadata {
	r.meta = &Metadata{PositionalBinding: true, ConfirmImpact: 2}
	block := r.block.AST.Params
	if block == nil {
		r.blockAttributes(r.block.AST.Attributes)
		r.meta.AddCommonParameters()
		return r.meta
	}
	r.defineOwnTypes()
	r.blockAttributes(block.Attributes)
	r.blockAttributes(r.block.AST.Attributes)
	for _, p := range block.Parameters {
		r.meta.Params = append(r.meta.Params, r.parameter(p))
	}
	r.placeByOrder()
	r.meta.AddCommonParameters()
	if r.meta.Fault == nil {
		r.meta.Fault = r.meta.conflict()
	}
	return r.meta
}

// blockAttributes reads [CmdletBinding()] and [OutputType()].
func (r *metadataReader) blockAttributes(list []*parser.Attribute) {
	for _, a := range list {
		name := attributeName(a.Type)
		if err := r.misused(name, a); err != nil {
			r.failed(a, err)
			continue
		}
		switch name {
		case "cmdletbinding":
			r.cmdletBinding(a)
		case "outputtype":
			for _, e := range a.Positional {
				r.meta.OutputTypes = append(r.meta.OutputTypes, r.typeName(e))
			}
		case "obsolete":
			r.meta.Obsolete = r.obsolete(a)
		default:
			if !passiveAttributes[name] && !strings.HasPrefix(name, "validate") {
				r.customAttribute(a)
			}
		}
	}
}

// typeName is a type given as [type] or as text.
func (r *metadataReader) typeName(e parser.Expression) string {
	v := r.constant(e)
	if t, ok := value.As[*value.Type](v); ok {
		return t.FullName
	}
	return value.ToString(r.env(), v)
}

func (r *metadataReader) cmdletBinding(a *parser.Attribute) {
	m := r.meta
	m.CmdletBinding = true
	for _, n := range a.Named {
		switch value.Fold(n.Name) {
		case "defaultparametersetname":
			m.DefaultSet = r.text(n)
		case "supportsshouldprocess":
			m.SupportsShouldProcess = r.truth(n)
		case "supportspaging":
			m.SupportsPaging = r.truth(n)
		case "positionalbinding":
			m.PositionalBinding = r.truth(n)
		case "confirmimpact":
			m.ConfirmImpact = impactOf(r.named(n))
		case "helpuri":
			m.HelpURI = r.text(n)
		}
	}
}

// parameter reads one formal parameter.
func (r *metadataReader) parameter(p *parser.Parameter) *Param {
	out := &Param{Name: p.Name.Name, Type: value.TypeObject}
	for _, a := range p.Attributes {
		switch a := a.(type) {
		case *parser.TypeConstraint:
			r.constraint(out, a)
		case *parser.Attribute:
			r.attribute(out, a)
		}
	}
	if len(out.Sets) == 0 {
		out.Sets = []ParamSet{{Name: AllSets, Position: -1}}
	}
	if p.Default != nil {
		out.Default = r.compile(p.Default)
		out.DefaultText = r.block.AST.Source.Slice(p.Default.Extent())
	}
	return out
}

func (r *metadataReader) constraint(out *Param, a *parser.TypeConstraint) {
	t, err := r.frameOf().resolveType(a.Type)
	if err != nil {
		// The error is raised when the parameter is bound.
		out.Attributes = append(out.Attributes, &unknownType{err: err})
		return
	}
	if out.HasType {
		// The innermost of several types is the declared one.
		out.Attributes = append(out.Attributes, &convertTo{t: out.Type})
	}
	out.Type, out.HasType, out.Switch = t, true, t == value.TypeSwitch
}

// attribute reads an attribute of a parameter.
func (r *metadataReader) attribute(out *Param, a *parser.Attribute) {
	name := attributeName(a.Type)
	if err := r.misused(name, a); err != nil {
		r.failed(a, err)
		return
	}
	switch name {
	case "parameter":
		r.meta.CmdletBinding = true
		out.Sets = append(out.Sets, r.parameterSet(out, a))
	case "alias":
		for _, e := range a.Positional {
			for _, v := range value.Items(r.constant(e)) {
				out.Aliases = append(out.Aliases, r.string(v))
			}
		}
	case "allownull":
		out.AllowNull = true
	case "allowemptystring":
		out.AllowEmptyString = true
	case "allowemptycollection":
		out.AllowEmptyCollection = true
	case "argumentcompleter":
		if len(a.Positional) == 1 {
			if block, ok := value.As[*ScriptBlock](r.constant(a.Positional[0])); ok {
				out.Completer = block
			}
		}
	case "argumentcompletions":
		for _, e := range a.Positional {
			out.Completions = append(out.Completions, r.string(r.constant(e)))
		}
	case "pstypename":
		if len(a.Positional) == 1 {
			out.PSTypeName = r.string(r.constant(a.Positional[0]))
		}
	case "obsolete":
		out.Obsolete = r.obsolete(a)
	case "supportswildcards", "psdefaultvalue":
	default:
		if v := r.validation(name, a); v != nil {
			out.Attributes = append(out.Attributes, v)
		}
	}
}

// obsolete is the message of [Obsolete()].
func (r *metadataReader) obsolete(a *parser.Attribute) *string {
	message := ""
	if len(a.Positional) > 0 {
		message = r.string(r.constant(a.Positional[0]))
	}
	return &message
}

// given is a text that must not be empty.
func (r *metadataReader) given(n *parser.NamedAttributeArgument) string {
	text := r.text(n)
	if text == "" {
		e := value.NewException("System.Management.Automation.PSArgumentException",
			"Cannot process argument because the value of argument \"value\" is not valid. Change the value of the \"value\" argument and run the operation again.")
		e.ErrorID, e.Category = "Argument", value.InvalidArgument
		r.failedUnplaced(e)
	}
	return text
}

// parameterSet reads [Parameter()].
func (r *metadataReader) parameterSet(out *Param, a *parser.Attribute) ParamSet {
	set := ParamSet{Name: AllSets, Position: -1}
	for _, n := range a.Named {
		switch value.Fold(n.Name) {
		case "mandatory":
			set.Mandatory = r.truth(n)
		case "position":
			set.Position = int(r.integer(n))
			r.placed = true
		case "parametersetname":
			set.Name = r.text(n)
			if set.Name != AllSets {
				r.placed = true
			}
		case "valuefrompipeline":
			set.Pipeline = r.truth(n)
		case "valuefrompipelinebypropertyname":
			set.PipelineByName = r.truth(n)
		case "valuefromremainingarguments":
			set.Remaining = r.truth(n)
		case "helpmessage":
			set.HelpMessage = r.given(n)
			out.Help = set.HelpMessage
		case "helpmessagebasename", "helpmessageresourceid":
			r.given(n)
		case "dontshow":
			out.DontShow = r.truth(n)
		}
	}
	return set
}

// placeByOrder gives positions to parameters that have none, in the order in
// which they stand; switches have no position.
func (r *metadataReader) placeByOrder() {
	if r.placed || !r.meta.PositionalBinding {
		return
	}
	next := 0
	for _, p := range r.meta.Params {
		if p.Switch {
			continue
		}
		for i := range p.Sets {
			p.Sets[i].Position = next
		}
		next++
	}
}

// attributeName is the folded name of an attribute without namespace and
// ending.
func attributeName(t *parser.TypeName) string {
	name := value.Fold(t.Name)
	name = name[strings.LastIndexByte(name, '.')+1:]
	return strings.TrimSuffix(name, "attribute")
}

// frameOf makes a frame for constants; it is made anew because compiling
// another expression may add variables.
func (r *metadataReader) frameOf() *Frame {
	scope := r.session.Current()
	if state := r.block.state; state != nil && state != scope.state {
		// The names of a module's param block are the module's.
		scope = state.current
	}
	return newFrame(r.session, r.block, scope, discard)
}

// compile compiles an expression of the param block as part of the block.
func (r *metadataReader) compile(e parser.Expression) exprFunc {
	if r.compiler == nil {
		r.compiler = &compiler{code: r.block.compiled(), source: r.block.AST.Source, class: r.block.code.class}
	}
	return r.compiler.expr(e)
}

func (r *metadataReader) env() value.Env { return r.frameOf() }

// constant evaluates an argument of an attribute.
func (r *metadataReader) constant(e parser.Expression) value.Value {
	of := r.compile(e)
	v, err := of(r.frameOf())
	if err != nil {
		return value.Null
	}
	return v
}

func (r *metadataReader) named(n *parser.NamedAttributeArgument) value.Value {
	if n.Value == nil {
		return value.True
	}
	return r.constant(n.Value)
}

func (r *metadataReader) truth(n *parser.NamedAttributeArgument) bool {
	return value.Truth(r.named(n))
}

func (r *metadataReader) integer(n *parser.NamedAttributeArgument) int64 {
	v, err := value.Convert(r.env(), r.named(n), value.TypeInt32)
	if err != nil {
		r.failedUnplaced(err)
		return 0
	}
	return v.Int64()
}

func (r *metadataReader) text(n *parser.NamedAttributeArgument) string { return r.string(r.named(n)) }

func (r *metadataReader) string(v value.Value) string {
	return value.ToString(r.env(), v)
}

// attributes makes the validations of a variable or class property.
func (f *Frame) attributes(list []*parser.Attribute) ([]ParamAttribute, error) {
	if len(list) == 0 {
		return nil, nil
	}
	r := &metadataReader{session: f.session, block: f.block, meta: &Metadata{}}
	var out []ParamAttribute
	for _, a := range list {
		if v := r.validation(attributeName(a.Type), a); v != nil {
			out = append(out, v)
		}
	}
	return out, r.meta.Fault
}

// isTransformation reports whether an attribute changes the value.
func isTransformation(a ParamAttribute) bool {
	_, ok := a.(transformer)
	return ok
}
