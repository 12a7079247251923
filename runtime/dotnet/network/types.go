// Package network holds Uri, HttpUtility, credentials, secure strings and identities.
package network

import (
	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

// Types lists the types of the web, mail and credentials.
func Types() []dotnet.TypeRow {
	return []dotnet.TypeRow{
		{Type: typeIdentity, Load: loadIdentity},
		{Type: typePrincipal, Load: loadPrincipal},
		{Type: value.TypeURI, Load: loadURI},
		{Type: typeHTTPUtility, Load: loadHTTPUtility},
		{Type: typeQuery},
		{Type: typeWebUtility, Load: loadWebUtility},
		{Type: typeSecureString, Load: loadSecureString},
		{Type: typeCredential, Load: loadCredential},
		{Type: typeNetCred, Load: loadNetworkCredential},
		{Type: typeMarshal, Load: loadMarshal},
		{Type: typeDNS, Load: loadDNS},
		{Type: typeHostEntry},
		{Type: typeCredentialCache, Load: loadCredentialCache},
		{Type: typeWebRequest, Load: loadWebRequest},
		{Type: typeWebProxy},
	}
}
