package utility

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"exolab/cmdlets/internal/files"
	"exolab/cmdlets/internal/jsonschema"
	"exolab/cmdlets/internal/providers"
	"exolab/runtime"
	"exolab/runtime/errs"
	"exolab/runtime/sandbox"
	"exolab/runtime/value"
)

// TestJson is Test-Json.
type TestJson struct {
	Json        string   `ps:"mandatory,position=0,pipeline,set=JsonString|JsonStringWithSchemaString|JsonStringWithSchemaFile"`
	Path        string   `ps:"mandatory,position=0,byname,set=JsonPath|JsonPathWithSchemaString|JsonPathWithSchemaFile"`
	LiteralPath string   `ps:"alias=PSPath|LP,mandatory,position=0,byname,set=JsonLiteralPath|JsonLiteralPathWithSchemaString|JsonLiteralPathWithSchemaFile"`
	Schema      string   `ps:"notnullorempty,mandatory,position=1,set=JsonStringWithSchemaString|JsonPathWithSchemaString|JsonLiteralPathWithSchemaString"`
	SchemaFile  string   `ps:"notnullorempty,mandatory,position=1,set=JsonStringWithSchemaFile|JsonPathWithSchemaFile|JsonLiteralPathWithSchemaFile"`
	Options     []string `ps:"validateset=IgnoreComments|AllowTrailingCommas,notnullorempty"`

	schema *jsonschema.Schema
}

// Begin reads the schema.
func (c *TestJson) Begin(ctx *runtime.Context) error {
	text, target, file := c.Schema, c.Schema, ""
	if c.SchemaFile != "" {
		path := files.Resolve(ctx.Session(), c.SchemaFile)
		data, err := sandbox.ReadFile(path)
		if err != nil {
			return ctx.Throw(errs.New("System.Exception", "Can not open JSON schema file: "+path, "JsonSchemaFileOpenFailure", value.OpenError, value.Str(path)))
		}
		text, target, file = string(data), path, path
	}
	if text == "" {
		return nil
	}
	var err error
	if c.schema, err = jsonschema.Compile(file, text); err != nil {
		return ctx.WriteError(badSchema(target))
	}
	return nil
}

func badSchema(target string) *errs.Record {
	return errs.New("System.Exception", "Cannot parse the JSON schema.", "InvalidJsonSchema", value.InvalidData, value.Str(target))
}

// Process emits whether a text is JSON, and follows the schema.
func (c *TestJson) Process(ctx *runtime.Context) error {
	text := c.Json
	if path := c.Path + c.LiteralPath; path != "" {
		var err error
		if text, err = c.read(ctx, path); err != nil {
			return err
		}
	}
	valid, err := c.check(ctx, text)
	if err != nil {
		return err
	}
	return ctx.Emit(value.Bool(valid))
}

// read reads the file at a path, in which -Path may have wildcards.
func (c *TestJson) read(ctx *runtime.Context, path string) (string, error) {
	places, rec := providers.Expand(ctx.Session(), path, providers.Options{Literal: c.LiteralPath != "", Force: true})
	if rec != nil {
		return "", ctx.Throw(rec)
	}
	if len(places) == 0 {
		return "", ctx.Throw(files.PathNotFound(path))
	}
	text, err := files.ReadText(places[0].Path, files.UTF8)
	if err != nil {
		return "", ctx.Throw(files.Failure(err, places[0].Path, "FileOpenFailure", value.OpenError))
	}
	return text, nil
}

// check reports whether a text is valid, and writes what is wrong with it.
func (c *TestJson) check(ctx *runtime.Context, text string) (bool, error) {
	given := func(option string) bool {
		return slices.ContainsFunc(c.Options, func(o string) bool { return strings.EqualFold(o, option) })
	}
	text = jsonschema.Strict(text, given("IgnoreComments"), given("AllowTrailingCommas"))
	if !json.Valid([]byte(text)) {
		return false, ctx.WriteError(errs.New("System.Exception", "Cannot parse the JSON.", "InvalidJson", value.InvalidData, value.Str(c.Json)))
	}
	if c.schema == nil {
		return true, nil
	}
	faults, err := c.schema.Faults(text)
	if err != nil {
		return false, ctx.WriteError(badSchema(c.Schema))
	}
	for _, f := range faults {
		if err := ctx.WriteError(errs.New("System.Exception", fmt.Sprintf("The JSON is not valid with the schema: %s at '%s'", f.Message, f.Location),
			"InvalidJsonAgainstSchemaDetailed", value.InvalidData, value.Null)); err != nil {
			return false, err
		}
	}
	return len(faults) == 0, nil
}
