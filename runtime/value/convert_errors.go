package value

import (
	"errors"
	"fmt"
)

// The identifiers of conversion errors.
const (
	idFinal           = "ConvertToFinalInvalidCastException"
	idIConvertible    = "InvalidCastIConvertible"
	idParse           = "InvalidCastParseTargetInvocation"
	idParseFormatted  = "InvalidCastParseTargetInvocationWithFormatProvider"
	idConstructor     = "InvalidCastConstructorException"
	idScalarToArray   = "InvalidCastExceptionScalarToArray"
	idObjectCreation  = "ObjectCreationError"
	idNullToObject    = "nullToObjectInvalidCast"
	idStringToInteger = "InvalidCastFromStringToInteger"
)

func castError(id, format string, args ...any) *Exception {
	e := NewException("System.Management.Automation.PSInvalidCastException", fmt.Sprintf(format, args...))
	e.ErrorID, e.Category = id, InvalidArgument
	return e
}

// finalError says that no conversion from v to t exists.
func finalError(v Value, t *Type) *Exception {
	from := TypeOf(v)
	return castError(idFinal, "Cannot convert the \"%s\" value of type \"%s\" to type \"%s\".", CultureText(v), from.FullName, t.FullName)
}

// causedError says why a conversion that exists failed.
func causedError(id string, v Value, t *Type, cause string) *Exception {
	return castError(id, "Cannot convert value \"%s\" to type \"%s\". Error: \"%s\"", CultureText(v), t.FullName, cause)
}

// convertibleError is the refusal of IConvertible, which names types shortly
// when both are among the basic ones.
func convertibleError(v Value, t *Type) *Exception {
	from := TypeOf(v)
	if basic(from) && basic(t) {
		return causedError(idIConvertible, v, t, "Invalid cast from '"+from.Name+"' to '"+t.Name+"'.")
	}
	return causedError(idIConvertible, v, t, "Invalid cast from '"+qualifiedName(from)+"' to '"+qualifiedName(t)+"'.")
}

func basic(t *Type) bool {
	return t.Enum == nil && (t.Kind >= KindBool && t.Kind <= KindDateTime || t.Kind == KindString)
}

// isFinal reports whether err says that there is no such conversion.
func isFinal(err error) bool {
	var e *Exception
	return errors.As(err, &e) && e.ErrorID == idFinal
}

// messageOf is the text of the exception behind a failed parse or constructor.
func messageOf(err error) string {
	var e *Exception
	if errors.As(err, &e) {
		for e.Inner != nil && e.ErrorID == "" {
			e = e.Inner
		}
		return e.Message
	}
	return err.Error()
}

// qualifiedName is Type.ToString() of .NET's FullName: arguments of a generic
// type carry their assembly.
func qualifiedName(t *Type) string {
	if len(t.Args) == 0 || t.Definition == nil {
		return t.FullName
	}
	out := t.Definition.FullName + "["
	for i, a := range t.Args {
		if i > 0 {
			out += ","
		}
		out += "[" + qualifiedName(a) + ", System.Private.CoreLib, Version=10.0.0.0, Culture=neutral, PublicKeyToken=7cec85d7bea7798e]"
	}
	return out + "]"
}
