package dotnet

// opaqueRows are types that are known by name only: "Full.Name [Base]".
const opaqueRows = `
System.Attribute
`
