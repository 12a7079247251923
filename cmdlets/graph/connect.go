package graph

import (
	"fmt"

	"exolab/cmdlets"
	"exolab/cmdlets/exchange/connection"
	"exolab/cmdlets/exchange/task"
	"exolab/runtime"
	"exolab/runtime/dotnet/network"
	"exolab/runtime/errs"
	"exolab/runtime/value"
	"exolab/store"
	"exolab/store/tenant"
)

// graphClient is the application that Connect-MgGraph signs in with.
const graphClient = "14d82eec-204b-4c2f-b7e8-296a70dab67e"

// connections is what a session knows of the directory.
type connections struct {
	required bool
	// signedIn is who is, nil for nobody.
	signedIn *value.PSObject
}

type connectionsKey struct{}

func connectionsOf(s *runtime.Session) *connections {
	known, ok := s.Services[connectionsKey{}].(*connections)
	if !ok {
		known = &connections{}
		s.Services[connectionsKey{}] = known
	}
	return known
}

// Connect is Connect-MgGraph.
type Connect struct {
	Scopes                 []string       `ps:"position=1,help=The permissions that are asked for."`
	ClientID               string         `ps:"ClientId,alias=AppId|ApplicationId,help=The application to sign in with."`
	TenantID               string         `ps:"TenantId,alias=Audience|Tenant,help=The organization; there is only one here."`
	CertificateThumbprint  string         `ps:"help=The certificate of an application."`
	CertificateSubjectName string         `ps:"alias=CertificateSubject|CertificateName,help=The certificate of an application, by its subject."`
	Certificate            value.Value    `ps:"help=The certificate of an application."`
	ClientSecretCredential value.Value    `ps:"alias=SecretCredential|Credential,help=Application and secret."`
	AccessToken            value.Value    `ps:"help=A token; what it holds does not matter here."`
	Identity               cmdlets.Switch `ps:"alias=ManagedIdentity|ManagedServiceIdentity|MSI,help=Signs in as a managed identity."`
	UseDeviceCode          cmdlets.Switch `ps:"alias=UseDeviceAuthentication|DeviceCode|DeviceAuth|Device,help=Signs in with a code; none is needed here."`
	ContextScope           string         `ps:"validateset=Process|CurrentUser,help=For what the sign-in holds."`
	Environment            string         `ps:"alias=EnvironmentName|NationalCloud,help=The cloud."`
	NoWelcome              cmdlets.Switch `ps:"help=Shows no greeting."`
}

// Process notes who signed in and greets.
func (c *Connect) Process(ctx *runtime.Context) error {
	tenantID := c.TenantID
	if err := view(ctx, func(_ store.Reader, org *tenant.Organization) error {
		if tenantID == "" {
			tenantID = org.TenantID()
		}
		return nil
	}); err != nil {
		return err
	}
	access, credential := c.access()
	client, account := c.ClientID, value.Null
	if secret, ok := value.As[*network.Credential](value.Unwrap(c.ClientSecretCredential)); ok {
		client = secret.UserName
	}
	if client == "" {
		client = graphClient
	}
	if access == "Delegated" {
		account = value.Str(connection.DefaultCaller)
	}
	scope := c.ContextScope
	if scope == "" {
		scope = "CurrentUser"
	}
	connectionsOf(ctx.Session()).signedIn = objectOf("Microsoft.Graph.PowerShell.Authentication.AuthContext",
		"ClientId", value.Str(client), "TenantId", value.Str(tenantID), "Scopes", value.Strings(c.Scopes...), "AuthType", value.Str(access),
		"TokenCredentialType", value.Str(credential), "CertificateThumbprint", textOrNull(c.CertificateThumbprint), "CertificateSubjectName", textOrNull(c.CertificateSubjectName),
		"SendCertificateChain", value.False, "Account", account, "AppName", value.Str("Microsoft Graph Command Line Tools"), "ContextScope", value.Str(scope),
		"Certificate", value.Null, "PSHostVersion", value.Str("7.6.0"), "ManagedIdentityId", value.Null, "ClientSecret", value.Null, "Environment", value.Str(c.environment()))
	if c.NoWelcome {
		return nil
	}
	way := "delegated"
	if access != "Delegated" {
		way = "apponly"
	}
	return ctx.Host().Text(fmt.Sprintf("Welcome to Microsoft Graph!\n\nConnected via %s access using %s\nReadme: https://aka.ms/graph/sdk/powershell\n"+
		"SDK Docs: https://aka.ms/graph/sdk/powershell/docs\nAPI Docs: https://aka.ms/graph/docs\n\n"+
		"NOTE: You can use the -NoWelcome parameter to suppress this message.\n", way, client), true, -1, -1)
}

// access is the kind of access, and of credential, that the parameters ask for.
func (c *Connect) access() (access, credential string) {
	switch {
	case c.CertificateThumbprint+c.CertificateSubjectName != "" || !c.Certificate.IsNull() && !c.Certificate.IsVoid():
		return "AppOnly", "ClientCertificate"
	case bool(c.Identity):
		return "AppOnly", "ManagedIdentity"
	case !c.ClientSecretCredential.IsNull() && !c.ClientSecretCredential.IsVoid():
		return "AppOnly", "ClientSecret"
	case !c.AccessToken.IsNull() && !c.AccessToken.IsVoid():
		return "UserProvidedAccessToken", "UserProvidedAccessToken"
	case bool(c.UseDeviceCode):
		return "Delegated", "DeviceCode"
	}
	return "Delegated", "InteractiveBrowser"
}

func (c *Connect) environment() string {
	if c.Environment != "" {
		return c.Environment
	}
	return "Global"
}

// Disconnect is Disconnect-MgGraph.
type Disconnect struct{}

// Process signs out and emits who was signed in.
func (c *Disconnect) Process(ctx *runtime.Context) error {
	k := connectionsOf(ctx.Session())
	if k.signedIn == nil {
		return ctx.Throw(errs.New("System.Exception", "No application to sign out from.", "DisconnectMgGraph", value.InvalidOperation, value.Null))
	}
	left := k.signedIn
	k.signedIn = nil
	return ctx.Emit(value.Obj(left))
}

// GetContext is Get-MgContext.
type GetContext struct{}

// Process emits who is signed in; nothing if nobody is.
func (c *GetContext) Process(ctx *runtime.Context) error {
	if known := connectionsOf(ctx.Session()).signedIn; known != nil {
		return ctx.Emit(value.Obj(known))
	}
	return nil
}

// view reads the organization.
func view(ctx *runtime.Context, f func(r store.Reader, org *tenant.Organization) error) error {
	t, err := task.Organization(ctx)
	if err != nil {
		return err
	}
	return t.View(func(r store.Reader) error {
		org, err := r.Organization()
		if err != nil {
			return err
		}
		return f(r, org)
	})
}

// ask is view for what only those may see who are signed in.
func ask(ctx *runtime.Context, f func(r store.Reader, org *tenant.Organization) error) error {
	if k := connectionsOf(ctx.Session()); k.required && k.signedIn == nil {
		return ctx.Throw(errs.New("System.Security.Authentication.AuthenticationException", "Authentication needed. Please call Connect-MgGraph.",
			ctx.Command().Name+"_List", value.AuthenticationError, value.Null))
	}
	return view(ctx, f)
}

// objectOf makes an object of a class of the modules from names and values.
func objectOf(class string, pairs ...any) *value.PSObject {
	o := value.NewObject(len(pairs) / 2)
	o.TypeNames = []string{class, "System.Object"}
	for i := 0; i < len(pairs); i += 2 {
		o.Set(pairs[i].(string), pairs[i+1].(value.Value))
	}
	return o
}

func textOrNull(text string) value.Value {
	if text == "" {
		return value.Null
	}
	return value.Str(text)
}
