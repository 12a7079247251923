package jsonschema

// keyword is a word of a schema that says something of values.
type keyword struct {
	shape shape
	// check is nil for words that only hold schemas or belong to another word.
	check func(f *frame, operand any)
	// last is set for words that depend on what all others have seen.
	last bool
}

// keywords is the table of the words of all drafts. Words that are not in it,
// format among them, say nothing.
func keywords() map[string]keyword {
	return map[string]keyword{
		"$ref":          {shape: textShape, check: checkRef},
		"$dynamicRef":   {shape: textShape, check: checkRef},
		"$recursiveRef": {shape: textShape, check: checkRef},
		"$defs":         {shape: schemasByNameShape},
		"definitions":   {shape: schemasByNameShape},

		"allOf": {shape: schemasShape, check: checkAllOf},
		"anyOf": {shape: schemasShape, check: checkAnyOf},
		"oneOf": {shape: schemasShape, check: checkOneOf},
		"not":   {shape: schemaShape, check: checkNot},
		"if":    {shape: schemaShape, check: checkIf},
		"then":  {shape: schemaShape},
		"else":  {shape: schemaShape},

		"type":             {shape: typeShape, check: checkType},
		"enum":             {shape: listShape, check: checkEnum},
		"const":            {shape: anyShape, check: checkConst},
		"minimum":          {shape: numberShape, check: checkMinimum},
		"maximum":          {shape: numberShape, check: checkMaximum},
		"exclusiveMinimum": {shape: limitShape, check: checkExclusiveMinimum},
		"exclusiveMaximum": {shape: limitShape, check: checkExclusiveMaximum},
		"multipleOf":       {shape: stepShape, check: checkMultipleOf},
		"pattern":          {shape: patternShape, check: checkPattern},
		"minLength":        {shape: countShape, check: atLeast(characters, "Value should be at least %s characters")},
		"maxLength":        {shape: countShape, check: atMost(characters, "Value should be at most %s characters")},

		"minItems":         {shape: countShape, check: atLeast(items, "Value has fewer than %s items")},
		"maxItems":         {shape: countShape, check: atMost(items, "Value has more than %s items")},
		"uniqueItems":      {shape: boolShape, check: checkUniqueItems},
		"items":            {shape: itemsShape, check: checkItems},
		"prefixItems":      {shape: schemasShape, check: checkPrefixItems},
		"additionalItems":  {shape: schemaShape, check: checkAdditionalItems},
		"contains":         {shape: schemaShape, check: checkContains},
		"minContains":      {shape: countShape},
		"maxContains":      {shape: countShape},
		"unevaluatedItems": {shape: schemaShape, check: checkUnevaluatedItems, last: true},

		"minProperties":         {shape: countShape, check: atLeast(properties, "Value has fewer than %s properties")},
		"maxProperties":         {shape: countShape, check: atMost(properties, "Value has more than %s properties")},
		"required":              {shape: namesShape, check: checkRequired},
		"properties":            {shape: schemasByNameShape, check: checkProperties},
		"patternProperties":     {shape: schemasByPatternShape, check: checkPatternProperties},
		"additionalProperties":  {shape: schemaShape, check: checkAdditionalProperties},
		"propertyNames":         {shape: schemaShape, check: checkPropertyNames},
		"dependentRequired":     {shape: namesByNameShape, check: checkDependencies},
		"dependentSchemas":      {shape: schemasByNameShape, check: checkDependencies},
		"dependencies":          {shape: dependenciesShape, check: checkDependencies},
		"unevaluatedProperties": {shape: schemaShape, check: checkUnevaluatedProperties, last: true},
	}
}
