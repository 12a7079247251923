// Package dotnet holds what PowerShell does with the members of .NET types:
// member lookup, member enumeration over collections, overload resolution,
// argument conversion and the errors that come of them.
//
// The types themselves are data: for each type one table of properties, methods
// and constructors whose rows pair a signature with a Go function. This package
// has the tables of the engine's own types; the others lie in the folders below,
// by namespace, and package types puts them together.
//
// A type's table is built when a member of it is first asked for; a type itself
// when its name is first looked up. Nothing is done at start-up.
//
// # Member lookup
//
// A name is looked for, in this order, among the entries of a dictionary, the
// members that Add-Member put onto the object, the session's type data, the
// type and its bases, and the intrinsic members (psobject, Where, ...). If
// nothing is found on a collection, its elements are asked in turn.
//
// # Errors
//
// Every error returned is a *value.Exception that carries the message, the
// error id and the category PowerShell reports, unless it came out of a script
// block, whose errors pass unchanged.
package dotnet
