package task

import (
	"errors"

	"exolab/runtime"
	"exolab/runtime/errs"
	"exolab/runtime/value"
	"exolab/store"
)

// Opener opens the organization when a cmdlet first needs it.
type Opener func() (store.Tenant, error)

type (
	openerKey    struct{}
	directoryKey struct{}
)

// Serve lets the cmdlets of a session find the organization and the directory
// of delivered mail.
func Serve(s *runtime.Session, open Opener, mail func() string) {
	s.Services[openerKey{}] = open
	s.Services[directoryKey{}] = mail
}

// MailDirectory is where mail of the service goes; "" is nowhere.
func MailDirectory(s *runtime.Session) string {
	if directory, ok := s.Services[directoryKey{}].(func() string); ok {
		return directory()
	}
	return ""
}

// OpenFor opens the organization of a session.
func OpenFor(s *runtime.Session) (store.Tenant, error) {
	open, ok := s.Services[openerKey{}].(Opener)
	if !ok {
		return nil, errNoOrganization
	}
	return open()
}

var errNoOrganization = errors.New("this session has no organization")

// Organization opens the organization that the session works on.
func Organization(ctx *runtime.Context) (store.Tenant, error) {
	open, ok := ctx.Session().Services[openerKey{}].(Opener)
	if !ok {
		return nil, ctx.Throw(errs.New("System.InvalidOperationException", "This session has no organization.", "NoOrganization", value.InvalidOperation, value.Null))
	}
	t, err := open()
	if err != nil {
		return nil, ctx.Throw(errs.New("System.InvalidOperationException", err.Error(), "StoreUnavailable", value.ResourceUnavailable, value.Null))
	}
	return t, nil
}
