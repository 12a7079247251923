package runtime

import (
	"strings"

	"exolab/parser"
	"exolab/runtime/errs"
	"exolab/runtime/value"
)

const invokeDot = parser.InvokeDot

// redirect applies the redirections of a stage to its output and streams. What
// a command merges into its output goes wherever the output goes, in whatever
// order the two are written; an expression's redirections apply one by one.
func (p *pipeline) redirect(proc *processor, list []redirection, inOrder bool) error {
	to := *p.frame.session.currentStreams()
	out := proc.out
	for i := range list {
		r := &list[i]
		if r.merge {
			if inOrder {
				mergeStream(&to, r.from, out)
			}
			continue
		}
		target, err := p.frame.fileSink(proc, r)
		if err != nil {
			return err
		}
		if r.from == parser.StreamOutput {
			out = target
		} else {
			mergeStream(&to, r.from, target)
			if r.from == parser.StreamAll {
				out = target
			}
		}
	}
	for i := range list {
		if r := &list[i]; r.merge && !inOrder {
			mergeStream(&to, r.from, out)
		}
	}
	proc.out, proc.redirected = out, &to
	return nil
}

// mergeStream sends one stream, or all, to a sink.
func mergeStream(to *streams, from parser.Stream, sink Sink) {
	all := from == parser.StreamAll
	if all || from == parser.StreamError {
		to.error = sink
	}
	if all || from == parser.StreamWarning {
		to.warning = sink
	}
	if all || from == parser.StreamVerbose {
		to.verbose = sink
	}
	if all || from == parser.StreamDebug {
		to.debug = sink
	}
	if all || from == parser.StreamInformation {
		to.information = sink
	}
}

// fileSink returns the sink of `> target`: nothing for $null, else a command that
// runs along with proc, Set-Variable for a variable and Out-File for a file.
func (f *Frame) fileSink(proc *processor, r *redirection) (Sink, error) {
	v, err := r.target(f)
	if err != nil {
		return nil, err
	}
	if v.IsNull() {
		return discard, nil
	}
	name, path := "Out-File", v
	variable, toVariable := f.redirectedVariable(v)
	if toVariable {
		name, path = "Set-Variable", value.Str(variable)
	}
	command, err := f.session.FindCommand(f.scope, "Microsoft.PowerShell.Utility\\"+name)
	if err != nil {
		return nil, err
	}
	if command == nil {
		return nil, fault("RedirectionFailed", value.InvalidOperation, v, "Redirection to a file needs the command %s.", name)
	}
	name = value.Fold(name)
	file := &processor{Context: Context{session: f.session, frame: f, command: command, exec: command.New(), out: discard,
		meta: command.Metadata(), expecting: true, position: 1, input: value.Void,
		inv: &errs.Invocation{Source: f.source, Span: r.span, Command: name, InvocationName: name}}}
	file.stage, file.plan = file, file.meta.planOf()
	file.args = []boundArg{{name: file.plan.firstOf("Name", "LiteralPath", "FilePath"), named: true, hasValue: true, value: path, span: r.span}}
	if r.append {
		file.args = append(file.args, boundArg{name: "Append", named: true, hasValue: true, value: value.Switch(true), span: r.span})
	}
	if err := file.prepare(); err != nil {
		return nil, err
	}
	if err := file.begin(); err != nil {
		return nil, err
	}
	proc.files = append(proc.files, file)
	return file, nil
}

// firstOf is the first of the names that the plan's command has a parameter for.
func (p *bindPlan) firstOf(names ...string) string {
	for _, name := range names {
		if _, ok := p.names[value.Fold(name)]; ok {
			return name
		}
	}
	return names[len(names)-1]
}

// redirectedVariable returns the name of the variable that the target of a
// redirection names as a path of the Variable: drive.
func (f *Frame) redirectedVariable(target value.Value) (string, bool) {
	drive, name, ok := strings.Cut(value.ToString(f, target), ":")
	if !ok || !strings.EqualFold(drive, "variable") {
		return "", false
	}
	return strings.TrimLeft(name, `\/`), true
}

// redirectedExpression evaluates an expression with redirections.
func (f *Frame) redirectedExpression(st *stage, alone bool, out Sink) (value.Value, error) {
	var collected Collector
	proc := processor{Context: Context{session: f.session, frame: f, out: &collected, command: &Command{}}}
	if alone {
		proc.out = out
	}
	p := pipeline{frame: f}
	if err := p.redirect(&proc, st.redirections, true); err != nil {
		return value.Null, err
	}
	err := proc.enter(func() error {
		v, err := st.expression(f)
		if err == nil {
			err = enumerateTo(proc.out, v)
		}
		return err
	})
	for _, file := range proc.files {
		if err == nil {
			err = file.end()
		}
		if e := file.clean(); err == nil {
			err = e
		}
	}
	if len(collected.Items) == 0 {
		return value.Void, err
	}
	return value.List(collected.Items...), err
}
