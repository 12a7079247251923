package shapes

import (
	_ "embed"
	"sync"

	"exolab/runtime/format"
)

// viewsText holds the tables in which Exchange's objects are shown.
//
//go:embed views.txt
var viewsText string

// configViewsText holds tables that no recorded source shows: those of
// configuration objects, as administrators know them.
//
//go:embed config_views.txt
var configViewsText string

// AddViews adds the tables of Exchange's objects to the known views, once.
var AddViews = sync.OnceFunc(func() { format.AddViews(viewsText + configViewsText) })
