package utility

import (
	"exolab/cmdlets/internal/files"
	"exolab/cmdlets/internal/providers"
	"exolab/runtime"
	"exolab/runtime/dotnet"
	"exolab/runtime/dotnet/xmldom"
	"exolab/runtime/errs"
	"exolab/runtime/value"
)

// SelectXml is Select-Xml.
type SelectXml struct {
	Path        []string      `ps:"notnullorempty,mandatory,position=1,byname,set=Path"`
	LiteralPath []string      `ps:"alias=PSPath|LP,notnullorempty,mandatory,byname,set=LiteralPath"`
	Xml         []value.Value `ps:"alias=Node,type=System.Xml.XmlNode[],notnullorempty,mandatory,position=1,pipeline,byname,set=Xml"`
	Content     []string      `ps:"notnullorempty,mandatory,pipeline,set=Content"`
	XPath       string        `ps:"notnullorempty,mandatory,position=0"`
	Namespace   *value.Dict   `ps:"notnullorempty"`
}

// SelectXMLInfo is one node that was found, and where.
type SelectXMLInfo struct {
	value.Extended
	node          *xmldom.XMLNode
	path, pattern string
}

// typeSelectXML is SelectXmlInfo.
var typeSelectXML = &value.Type{Name: "SelectXmlInfo", FullName: "Microsoft.PowerShell.Commands.SelectXmlInfo", Kind: value.KindObject, Base: value.TypeObject, Load: loadSelectXML}

// PSType returns SelectXmlInfo.
func (*SelectXMLInfo) PSType() *value.Type { return typeSelectXML }

// String is the text in the node, and the file it was found in.
func (s *SelectXMLInfo) String() string {
	text := s.node.InnerXML()
	if s.path == inputStream {
		return text
	}
	return text + ":" + s.path
}

func loadSelectXML(t *value.Type, m *value.Members) {
	r := dotnet.NewRows(t, m)
	get := func(sig string, f func(s *SelectXMLInfo) value.Value) {
		r.Get(sig, func(v value.Value) value.Value {
			s, _ := value.As[*SelectXMLInfo](v)
			return f(s)
		})
	}
	get("System.Xml.XmlNode Node", func(s *SelectXMLInfo) value.Value { return value.Obj(s.node) })
	get("string Path", func(s *SelectXMLInfo) value.Value { return value.Str(s.path) })
	get("string Pattern", func(s *SelectXMLInfo) value.Value { return value.Str(s.pattern) })
}

// Process emits the nodes that the XPath finds in the files, documents or
// texts.
func (c *SelectXml) Process(ctx *runtime.Context) error {
	for _, v := range c.Xml {
		if node, ok := value.As[*xmldom.XMLNode](v); ok {
			if err := c.find(ctx, node, inputStream); err != nil {
				return err
			}
		}
	}
	for _, text := range c.Content {
		if err := c.parse(ctx, text, inputStream); err != nil {
			return err
		}
	}
	paths, o := c.Path, providers.Options{Force: true}
	if len(c.LiteralPath) > 0 {
		paths, o.Literal = c.LiteralPath, true
	}
	return providers.Each(ctx, paths, o, func(p providers.Place) error {
		text, err := files.ReadText(p.Path, files.UTF8)
		if err != nil {
			return ctx.WriteError(files.Failure(err, p.Path, "ProcessingFile", value.ReadError))
		}
		return c.parse(ctx, text, p.Path)
	})
}

func (c *SelectXml) parse(ctx *runtime.Context, text, path string) error {
	doc, err := xmldom.ParseXML(text)
	if err != nil {
		id := "ProcessingFile"
		if path == inputStream {
			id = "InvalidCastToXmlDocument"
		}
		return ctx.WriteError(errs.New("System.ArgumentException", "Cannot validate the XML content: "+err.Error(), id, value.InvalidArgument, value.Str(path)))
	}
	return c.find(ctx, doc, path)
}

func (c *SelectXml) find(ctx *runtime.Context, node *xmldom.XMLNode, path string) error {
	prefixes, err := c.prefixes(ctx)
	if err != nil {
		return err
	}
	found, err := node.SelectNodes(c.XPath, prefixes)
	if err != nil {
		return err
	}
	for _, n := range found {
		if err := ctx.Emit(value.Obj(&SelectXMLInfo{node: n, path: path, pattern: c.XPath})); err != nil {
			return err
		}
	}
	return nil
}

// prefixes are the namespaces that -Namespace gives to prefixes; nil without it.
func (c *SelectXml) prefixes(ctx *runtime.Context) (map[string]string, error) {
	if c.Namespace == nil {
		return nil, nil
	}
	out := map[string]string{}
	var failed error
	c.Namespace.Each(func(key, v value.Value) bool {
		if v.IsNull() {
			failed = ctx.WriteError(errs.New("System.InvalidOperationException", "This command cannot be run because the prefix value in the Namespace parameter is null. "+
				"Provide a valid value for the prefix, and then run the command again.",
				"PrefixError", value.InvalidOperation, value.Obj(c.Namespace)))
			return failed == nil
		}
		out[value.ToString(ctx.Env(), key)] = value.ToString(ctx.Env(), v)
		return true
	})
	return out, failed
}
