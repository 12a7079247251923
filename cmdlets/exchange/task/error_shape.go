package task

import (
	"fmt"
	"hash/crc32"
	"strings"

	"exolab/cmdlets/exchange/shapes"
	"exolab/runtime/errs"
	"exolab/runtime/value"
	"exolab/store"
	"exolab/store/tenant"
)

// The codes that the service writes before its errors; it has none for most.
const (
	codeNotFound  = "Ex6F9304"
	codeAmbiguous = "Ex9E65A2"
	codeReference = "Ex94914C"
)

// onPremisesServer is the server that answers in an organization on premises.
const onPremisesServer = "EX01"

// shaped is the record of an error as the kind of organization delivers it: the
// service through its module, a server through a remote session.
func (c *Call) shaped(e *taskError) *errs.Record {
	org := c.OrganizationOrNil()
	if org == nil {
		return e.record(value.Null)
	}
	request := tenant.DerivedGUID("request", c.Ctx.Command().Name, e.message, c.Tenant.Now().String())
	if org.Flavour == tenant.FlavourCloud {
		return c.fromService(e, request)
	}
	return c.fromServer(e, request, org)
}

// fromService puts code and exception before the message.
func (c *Call) fromService(e *taskError, request string) *errs.Record {
	code := e.code
	if code == "" && e.exception == ExNotFound {
		code = codeNotFound
	}
	rec := errs.New(e.exception, code+"|"+e.exception+"|"+e.message, "", value.NotSpecified, value.Null)
	rec.ID = fmt.Sprintf("[Server=%s,RequestId=%s,TimeStamp=%s],Write-ErrorMessage", strings.ToUpper(shapes.ServerName), request, c.Tenant.Now().Format("Mon, 02 Jan 2006 15:04:05 GMT"))
	rec.Activity, rec.Invocation = c.Ctx.Command().Name, c.Ctx.Invocation()
	return rec
}

// fromServer names the server and the failed exception in the error's id.
func (c *Call) fromServer(e *taskError, request string, org *tenant.Organization) *errs.Record {
	domain := strings.ToLower(org.DefaultDomain())
	rec := errs.New(e.exception, strings.ReplaceAll(e.message, shapes.DirectoryServer, "DC01."+domain), "", e.category, value.Null)
	rec.ID = fmt.Sprintf("[Server=%s,RequestId=%s,TimeStamp=%s] [FailureCategory=Cmdlet-%[4]s] %08[5]X", onPremisesServer, request, c.Tenant.Now().Format(EnUSDate), rec.Exception.T.Name,
		crc32.ChecksumIEEE([]byte(e.exception)))
	return rec
}

// OrganizationOrNil is the organization of the call, nil if it cannot be read.
func (c *Call) OrganizationOrNil() (org *tenant.Organization) {
	if c.View(func(r store.Reader) (err error) {
		org, err = r.Organization()
		return err
	}) != nil {
		return nil
	}
	return org
}
