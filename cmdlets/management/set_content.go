package management

import (
	"io"

	"exolab/cmdlets"
	"exolab/cmdlets/internal/files"
	"exolab/cmdlets/internal/providers"
	"exolab/runtime"
	"exolab/runtime/errs"
	"exolab/runtime/value"
)

// SetContent is Set-Content.
type SetContent struct {
	Value    []value.Value  `ps:"allownull,allowemptycollection,mandatory,position=1,pipeline,byname"`
	PassThru cmdlets.Switch `ps:""`
	namedPath
	filters
	Force        cmdlets.Switch `ps:""`
	Credential   value.Value    `ps:"type=pscredential,byname"`
	NoNewline    cmdlets.Switch `ps:"dynamic"`
	Encoding     value.Value    `ps:"type=System.Text.Encoding,notnullorempty,dynamic,transform=encoding"`
	AsByteStream cmdlets.Switch `ps:"dynamic"`

	writer contentWriter
}

// AddContent is Add-Content, which has the parameters of Set-Content.
type AddContent SetContent

// ClearContent is Clear-Content.
type ClearContent struct {
	namedPath
	filters
	Force      cmdlets.Switch `ps:""`
	Credential value.Value    `ps:"type=pscredential,byname"`
}

// contentWriter writes values into the files that a command names, which stay
// open until it ends.
type contentWriter struct {
	options              files.WriteOptions
	bytes, bare, passing bool
	action               string
	outputs              []io.WriteCloser
	// flat are the places on other drives; what they get is collected.
	flat      []providers.Place
	collected []value.Value
	opened    bool
}

// open opens the files at the paths.
func (w *contentWriter) open(ctx *runtime.Context, paths []string, o providers.Options) error {
	w.opened = true
	o.AllowMissing = true
	return providers.Each(ctx, paths, o, func(p providers.Place) error {
		if ok, err := ctx.ShouldProcess("Path: "+p.Path, w.action); err != nil || !ok {
			return err
		}
		if p.Flat() {
			w.flat = append(w.flat, p)
			return nil
		}
		if p.IsContainer() {
			return ctx.WriteError(errs.New("System.InvalidOperationException", "Unable to write content because it is a directory: '"+p.Path+"'.",
				"WriteContainerContentException", value.InvalidOperation, value.Null))
		}
		out, err := files.Create(p.Path, w.options)
		if err != nil {
			rec := files.Failure(err, p.Path, "GetContentWriterIOError", value.WriteError)
			if rec.Category == value.PermissionDenied {
				rec.ID, rec.Category = "GetContentWriterUnauthorizedAccessError", value.PermissionDenied
			}
			if rec.Exception.T.Name == "DirectoryNotFoundException" {
				rec.ID, rec.Category = "GetContentWriterDirectoryNotFoundError", value.ObjectNotFound
			}
			return ctx.WriteError(rec)
		}
		w.outputs = append(w.outputs, out)
		return nil
	})
}

// write writes values to every file.
func (w *contentWriter) write(ctx *runtime.Context, values []value.Value) error {
	for _, v := range values {
		if w.passing {
			if err := ctx.Emit(v); err != nil {
				return err
			}
		}
		if len(w.flat) > 0 {
			w.collected = append(w.collected, v)
		}
		if err := w.writeValue(ctx, v); err != nil {
			return err
		}
	}
	return nil
}

// writeValue writes one value; collections inside it are written item by item.
func (w *contentWriter) writeValue(ctx *runtime.Context, v value.Value) error {
	if list, ok := value.Unwrap(v).Object().(*value.Array); ok {
		return list.Enumerate(func(item value.Value) error { return w.writeValue(ctx, item) })
	}
	var data []byte
	if w.bytes {
		b, err := value.Convert(ctx.Env(), v, value.TypeByte)
		if err != nil || v.Kind() == value.KindString {
			return ctx.Throw(errs.New("System.Management.Automation.PSArgumentException",
				"Cannot proceed with byte encoding. When using byte encoding the content must be of type byte.", "Argument", value.InvalidArgument, value.Null))
		}
		data = []byte{byte(b.Int64())}
	} else {
		data = []byte(value.ToString(ctx.Env(), v))
		if !w.bare {
			data = append(data, '\n')
		}
	}
	for _, out := range w.outputs {
		if _, err := out.Write(data); err != nil {
			return ctx.Throw(files.Failure(err, "", "WriteContentIOError", value.WriteError))
		}
	}
	return nil
}

// end hands collected values over and closes the files.
func (w *contentWriter) end(ctx *runtime.Context) error {
	for _, p := range w.flat {
		if err := p.Drive.Items.Set(ctx.Env(), p.Path, (&runtime.Collector{Items: w.collected}).Value()); err != nil {
			return err
		}
	}
	w.flat = nil
	return w.close()
}

func (w *contentWriter) close() error {
	for _, out := range w.outputs {
		if err := out.Close(); err != nil {
			return err
		}
	}
	w.outputs = nil
	return nil
}
