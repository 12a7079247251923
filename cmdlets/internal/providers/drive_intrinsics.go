package providers

import (
	"exolab/runtime"
	"exolab/runtime/dotnet"
	"exolab/runtime/value"
)

// drives is SessionState.Drive.
type drives struct {
	value.Extended
	session *runtime.Session
}

// PSType returns DriveManagementIntrinsics.
func (*drives) PSType() *value.Type { return TypeDrives }

func driveValues(s *runtime.Session, keep func(d *Drive) bool) value.Value {
	var out []value.Value
	for _, d := range Drives(s) {
		if keep(d) {
			out = append(out, value.Obj(d))
		}
	}
	return value.Obj(dotnet.NewCollection(out))
}

func loadDriveIntrinsics(t *value.Type, m *value.Members) {
	r := dotnet.NewRows(t, m)
	of := func(v value.Value) *runtime.Session { d, _ := value.As[*drives](v); return d.session }
	r.Get("System.Management.Automation.PSDriveInfo Current", func(v value.Value) value.Value { return value.Obj(Current(of(v)).Drive) })
	r.Method("System.Management.Automation.PSDriveInfo Get(string driveName)", func(c *value.Call) (value.Value, error) {
		if d := FindDrive(of(c.This), dotnet.TextArg(c, 0)); d != nil {
			return value.Obj(d), nil
		}
		return value.Null, NoDrive(dotnet.TextArg(c, 0)).Exception
	})
	const list = "System.Collections.ObjectModel.Collection[System.Management.Automation.PSDriveInfo] "
	r.Method(list+"GetAll()", dotnet.Give(func(c *value.Call) value.Value {
		return driveValues(of(c.This), func(*Drive) bool { return true })
	}))
	r.Method(list+"GetAllForProvider(string providerName)", func(c *value.Call) (value.Value, error) {
		p := FindProvider(of(c.This), dotnet.TextArg(c, 0))
		if p == nil {
			return value.Null, noProvider(dotnet.TextArg(c, 0)).Exception
		}
		return driveValues(of(c.This), func(d *Drive) bool { return d.Provider == p }), nil
	})
}

// providerList is SessionState.Provider.
type providerList struct {
	value.Extended
	session *runtime.Session
}

// PSType returns CmdletProviderManagementIntrinsics.
func (*providerList) PSType() *value.Type { return TypeProviders }

func loadProviderIntrinsics(t *value.Type, m *value.Members) {
	r := dotnet.NewRows(t, m)
	of := func(v value.Value) *runtime.Session { d, _ := value.As[*providerList](v); return d.session }
	r.Method("System.Management.Automation.ProviderInfo GetOne(string name)", func(c *value.Call) (value.Value, error) {
		if p := FindProvider(of(c.This), dotnet.TextArg(c, 0)); p != nil {
			return value.Obj(p), nil
		}
		return value.Null, noProvider(dotnet.TextArg(c, 0)).Exception
	})
	const list = "System.Collections.ObjectModel.Collection[System.Management.Automation.ProviderInfo] "
	r.Method(list+"Get(string name)", dotnet.Give(func(c *value.Call) value.Value {
		if p := FindProvider(of(c.This), dotnet.TextArg(c, 0)); p != nil {
			return value.Obj(dotnet.NewCollection([]value.Value{value.Obj(p)}))
		}
		return value.Obj(dotnet.NewCollection(nil))
	}))
	r.Method("System.Collections.Generic.IEnumerable[System.Management.Automation.ProviderInfo] GetAll()", dotnet.Give(func(c *value.Call) value.Value {
		var out []value.Value
		for _, p := range Providers(of(c.This)) {
			out = append(out, value.Obj(p))
		}
		return value.List(out...)
	}))
}
