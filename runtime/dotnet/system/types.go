// Package system holds the environment and small values of namespace System: Guid, Version,
// SemanticVersion, IPAddress, MailAddress.
package system

import (
	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

// Types lists the types of the environment and small values such as Guid and Version.
func Types() []dotnet.TypeRow {
	return []dotnet.TypeRow{
		{Type: typeLazy, Load: loadLazy},
		{Type: value.TypeGuid, Load: loadGuid},
		{Type: value.TypeVersion, Load: loadVersion},
		{Type: typeSemanticVersion, Load: loadSemanticVersion},
		{Type: value.TypeMailAddress, Load: loadMailAddress},
		{Type: value.TypeIPAddress, Load: loadIPAddress},
		{Type: typeEnvironment, Load: loadEnvironment},
		{Type: typeOperatingSystem},
		{Type: typePlatform, Load: loadPlatform},
	}
}
