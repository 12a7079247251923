package management

import (
	"os"
	"runtime"
	"strings"

	"exolab/cmdlets"
	engine "exolab/runtime"
	"exolab/runtime/errs"
	"exolab/runtime/value"
)

// GetCimInstance is Get-CimInstance of Windows, for the classes with which
// scripts describe the computer that they run on.
type GetCimInstance struct {
	ClassName    string         `ps:"mandatory,position=0,byname,set=ClassNameComputerSet"`
	ComputerName []string       `ps:"alias=CN|ServerName,byname,set=ClassNameComputerSet|QueryComputerSet"`
	Namespace    string         `ps:"byname,set=ClassNameComputerSet|QueryComputerSet"`
	Filter       string         `ps:"byname,set=ClassNameComputerSet"`
	Property     []string       `ps:"alias=SelectProperties,set=ClassNameComputerSet"`
	Query        string         `ps:"mandatory,byname,set=QueryComputerSet"`
	KeyOnly      cmdlets.Switch `ps:"set=ClassNameComputerSet"`
}

// cimProperty is a property of a class and where its value comes from.
type cimProperty struct {
	name string
	get  func() value.Value
}

func fixed(text string) func() value.Value { return func() value.Value { return value.Str(text) } }

func hostname() value.Value {
	name, _ := os.Hostname()
	name, _, _ = strings.Cut(name, ".")
	return value.Str(strings.ToUpper(name))
}

// cimClasses are the known classes, by folded name.
var cimClasses = map[string][]cimProperty{
	"win32_operatingsystem": {{"Caption", fixed("Microsoft Windows 11 Enterprise")}, {"Version", fixed("10.0.22631")}, {"BuildNumber", fixed("22631")}, {"OSArchitecture", fixed("64-bit")},
		{"CSName", hostname}, {"SystemDirectory", fixed(`C:\WINDOWS\system32`)}, {"ProductType", func() value.Value { return value.Int(1) }}},
	"win32_computersystem": {{"Name", hostname}, {"Domain", fixed("contoso.com")}, {"Manufacturer", fixed("exolab")}, {"Model", fixed("Virtual Machine")}, {"PartOfDomain", func() value.Value { return value.True }},
		{"NumberOfLogicalProcessors", func() value.Value { return value.Int(runtime.NumCPU()) }}},
	"win32_timezone": {{"Caption", fixed("(UTC) Coordinated Universal Time")}, {"StandardName", fixed("Coordinated Universal Time")}, {"DaylightName", fixed("Coordinated Universal Time")},
		{"Bias", func() value.Value { return value.Int(0) }}, {"Description", fixed("(UTC) Coordinated Universal Time")}},
	"win32_bios": {{"Manufacturer", fixed("exolab")}, {"SerialNumber", fixed("0000-0000")}, {"SMBIOSBIOSVersion", fixed("1.0")}},
}

// Process emits the one instance of the class.
func (c *GetCimInstance) Process(ctx *engine.Context) error {
	class := c.ClassName
	if _, from, isQuery := strings.Cut(strings.ToLower(c.Query), "from "); isQuery {
		class, _, _ = strings.Cut(strings.TrimSpace(from), " ")
	}
	properties, known := cimClasses[value.Fold(class)]
	if !known {
		return ctx.WriteError(errs.New("Microsoft.Management.Infrastructure.CimException", "Invalid class ", "HRESULT 0x80041010", value.MetadataError, value.Str(`root\cimv2:`+class)))
	}
	o := value.NewObject(len(properties))
	o.TypeNames = []string{"Microsoft.Management.Infrastructure.CimInstance#root/cimv2/" + class, "Microsoft.Management.Infrastructure.CimInstance", "System.Object"}
	for _, p := range properties {
		o.Set(p.name, p.get())
	}
	return ctx.Emit(value.Obj(o))
}
