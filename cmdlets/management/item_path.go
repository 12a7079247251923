package management

import "exolab/cmdlets/internal/providers"

// pipedPath are the paths of the cmdlets that take them from the pipeline.
type pipedPath struct {
	Path        []string `ps:"mandatory,position=0,pipeline,byname,set=Path"`
	LiteralPath []string `ps:"alias=PSPath|LP,mandatory,byname,set=LiteralPath"`
}

// namedPath are the paths of the cmdlets whose pipeline input is a value.
type namedPath struct {
	Path        []string `ps:"mandatory,position=0,byname,set=Path"`
	LiteralPath []string `ps:"alias=PSPath|LP,mandatory,byname,set=LiteralPath"`
}

// filters narrow down what a path leads to.
type filters struct {
	Filter  string   `ps:""`
	Include []string `ps:""`
	Exclude []string `ps:""`
}

// narrow adds the filters to the options of a path.
func (f *filters) narrow(o *providers.Options) {
	o.Filter, o.Include, o.Exclude = f.Filter, f.Include, f.Exclude
}

// both returns the paths of the parameter set in use.
func both(paths, literal []string) ([]string, providers.Options) {
	if literal != nil {
		return literal, providers.Options{Literal: true}
	}
	return paths, providers.Options{}
}
