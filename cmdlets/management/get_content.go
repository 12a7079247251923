package management

import (
	"fmt"
	"strings"

	"exolab/cmdlets"
	"exolab/cmdlets/internal/files"
	"exolab/cmdlets/internal/providers"
	"exolab/runtime"
	"exolab/runtime/dotnet/numbers"
	"exolab/runtime/errs"
	"exolab/runtime/sandbox"
	"exolab/runtime/value"
)

// GetContent is Get-Content.
type GetContent struct {
	ReadCount  int64  `ps:"byname"`
	TotalCount *int64 `ps:"alias=First|Head,range=0:9223372036854775807,byname"`
	Tail       *int   `ps:"alias=Last,range=0:2147483647,byname"`
	namedPath
	filters
	Force        cmdlets.Switch `ps:""`
	Credential   value.Value    `ps:"type=pscredential,byname"`
	Delimiter    *string        `ps:"dynamic"`
	Wait         cmdlets.Switch `ps:"dynamic"`
	Raw          cmdlets.Switch `ps:"dynamic"`
	Encoding     value.Value    `ps:"type=System.Text.Encoding,notnullorempty,dynamic,transform=encoding"`
	AsByteStream cmdlets.Switch `ps:"dynamic"`
}

// NewGetContent returns a Get-Content with its defaults.
func NewGetContent() any { return &GetContent{ReadCount: 1} }

// Begin refuses combinations of parameters that cannot be.
func (c *GetContent) Begin(ctx *runtime.Context) error {
	if c.TotalCount != nil && c.Tail != nil {
		return ctx.Throw(errs.New("System.InvalidOperationException", "The parameters TotalCount and Tail cannot be used together. Please specify only one parameter.",
			"TailAndHeadCannotCoexist", value.InvalidOperation, value.Null))
	}
	if c.Wait {
		return ctx.Throw(errs.New("System.NotSupportedException", "exolab does not wait for files to grow: Get-Content -Wait is not emulated.", "NotEmulated", value.NotImplemented, value.Null))
	}
	if c.Raw && (c.TotalCount != nil || c.Tail != nil || c.Delimiter != nil) {
		other := "TotalCount"
		if c.Tail != nil {
			other = "Tail"
		} else if c.TotalCount == nil {
			other = "Delimiter"
		}
		return ctx.Throw(errs.New("System.InvalidOperationException", fmt.Sprintf(
			"The 'Raw' and '%s' parameters cannot be specified in the same command.", other), "InvalidOperation", value.InvalidOperation, value.Null))
	}
	return nil
}

// Process emits the content of each file.
func (c *GetContent) Process(ctx *runtime.Context) error {
	paths, o := both(c.Path, c.LiteralPath)
	o.Force = bool(c.Force)
	c.narrow(&o)
	read := 0
	err := providers.Each(ctx, paths, o, func(p providers.Place) error {
		read++
		return c.read(ctx, p)
	})
	if err == nil && read == 0 && !o.Literal && providers.HasWildcard(strings.Join(paths, "")) {
		return ctx.WriteError(errs.New("System.Exception", fmt.Sprintf(
			"An object at the specified path %s does not exist, or has been filtered by the -Include or -Exclude parameter.", strings.Join(paths, ", ")),
			"ItemNotFound", value.ObjectNotFound, value.Strings(paths...)))
	}
	return err
}

func (c *GetContent) read(ctx *runtime.Context, p providers.Place) error {
	if p.Flat() {
		return ctx.Enumerate(p.Drive.Items.Content(p.Item()))
	}
	if p.IsContainer() {
		return ctx.WriteError(errs.New("System.InvalidOperationException",
			fmt.Sprintf("Unable to get content because it is a directory: '%s'. Please use 'Get-ChildItem' instead.", p.Path),
			"GetContainerContentException", value.InvalidOperation, value.Null))
	}
	data, err := sandbox.ReadFile(p.Path)
	if err != nil {
		rec := files.Failure(err, p.Path, "GetContentReaderIOError", value.ReadError)
		if rec.Category == value.PermissionDenied {
			rec.ID = "GetContentReaderUnauthorizedAccessError"
		}
		return ctx.WriteError(rec)
	}
	if c.AsByteStream {
		return c.emitBytes(ctx, data)
	}
	encoding := files.EncodingOf(c.Encoding)
	text := encoding.DecodeFile(data)
	if c.Raw {
		if text == "" {
			return nil
		}
		return ctx.Emit(value.Str(text))
	}
	return c.emitLines(ctx, text)
}

// emitBytes writes the bytes one by one, or all as one array for -Raw.
func (c *GetContent) emitBytes(ctx *runtime.Context, data []byte) error {
	if c.Raw {
		return ctx.Emit(numbers.ByteArray(data))
	}
	items := value.MakeItems(len(data))
	for i, b := range data {
		items[i] = value.Integer(value.KindByte, int64(b))
	}
	return c.emit(ctx, c.window(items))
}

// emitLines writes the lines of a text.
func (c *GetContent) emitLines(ctx *runtime.Context, text string) error {
	if c.Tail == nil && c.ReadCount == 1 {
		limit := int64(-1)
		if c.TotalCount != nil {
			limit = *c.TotalCount
		}
		for text != "" && limit != 0 {
			var line string
			line, text = c.next(text)
			limit--
			if err := ctx.Emit(value.Str(line)); err != nil {
				return err
			}
		}
		return nil
	}
	var items []value.Value
	for text != "" {
		var line string
		line, text = c.next(text)
		items = append(items, value.Str(line))
	}
	return c.emit(ctx, c.window(items))
}

// next cuts the first line, or the text before the delimiter, off.
func (c *GetContent) next(text string) (line, rest string) {
	if c.Delimiter != nil && *c.Delimiter != "\n" && *c.Delimiter != "" {
		line, rest, _ = strings.Cut(text, *c.Delimiter)
		return line, rest
	}
	i := strings.IndexByte(text, '\n')
	if r := strings.IndexByte(text[:max(i, 0)], '\r'); i < 0 || r >= 0 {
		i = strings.IndexAny(text, "\r\n")
	}
	if i < 0 {
		return text, ""
	}
	if strings.HasPrefix(text[i:], "\r\n") {
		return text[:i], text[i+2:]
	}
	return text[:i], text[i+1:]
}

// window applies -TotalCount and -Tail.
func (c *GetContent) window(items []value.Value) []value.Value {
	if c.TotalCount != nil && *c.TotalCount < int64(len(items)) {
		items = items[:*c.TotalCount]
	}
	if c.Tail != nil && *c.Tail < len(items) {
		items = items[len(items)-*c.Tail:]
	}
	return items
}

// emit writes items in groups of -ReadCount; 0 or less makes one group.
func (c *GetContent) emit(ctx *runtime.Context, items []value.Value) error {
	size := int(c.ReadCount)
	if size <= 0 {
		size = max(len(items), 1)
	}
	for len(items) > 0 {
		n := min(size, len(items))
		group := items[:n:n]
		items = items[n:]
		v := group[0]
		if c.ReadCount != 1 {
			v = value.List(group...)
		}
		if err := ctx.Emit(v); err != nil {
			return err
		}
	}
	return nil
}
