package utility

import (
	"strings"

	"exolab/runtime"
)

// defaultAliases are the aliases of a new session, as on Windows: name,
// command, and the letters of its options (r read-only, a in all scopes).
const defaultAliases = `
? Where-Object ra
% ForEach-Object ra
ac Add-Content a
cat Get-Content a
cd Set-Location a
chdir Set-Location
clc Clear-Content r
clear Clear-Host a
clhy Clear-History r
cli Clear-Item r
clp Clear-ItemProperty r
cls Clear-Host
clv Clear-Variable r
compare Compare-Object a
copy Copy-Item a
cp Copy-Item a
cpi Copy-Item r
cpp Copy-ItemProperty a
cvpa Convert-Path r
dbp Disable-PSBreakpoint r
del Remove-Item a
diff Compare-Object a
dir Get-ChildItem a
ebp Enable-PSBreakpoint r
echo Write-Output a
epal Export-Alias r
epcsv Export-Csv r
erase Remove-Item
etsn Enter-PSSession
exsn Exit-PSSession
fc Format-Custom r
fhx Format-Hex
fl Format-List r
foreach ForEach-Object ra
ft Format-Table r
fw Format-Wide r
gal Get-Alias r
gbp Get-PSBreakpoint r
gc Get-Content r
gcb Get-Clipboard
gci Get-ChildItem r
gcm Get-Command r
gcs Get-PSCallStack r
gdr Get-PSDrive r
gerr Get-Error r
ghy Get-History r
gi Get-Item r
gjb Get-Job
gl Get-Location r
gm Get-Member r
gmo Get-Module r
gp Get-ItemProperty r
gps Get-Process r
gpv Get-ItemPropertyValue r
group Group-Object r
gsn Get-PSSession
gtz Get-TimeZone
gu Get-Unique r
gv Get-Variable r
h Get-History
history Get-History
icm Invoke-Command
iex Invoke-Expression r
ihy Invoke-History r
ii Invoke-Item r
ipal Import-Alias r
ipcsv Import-Csv r
ipmo Import-Module r
irm Invoke-RestMethod r
iwr Invoke-WebRequest r
kill Stop-Process a
ls Get-ChildItem a
man help a
md mkdir a
measure Measure-Object r
mi Move-Item r
move Move-Item a
mp Move-ItemProperty r
mv Move-Item a
nal New-Alias r
ndr New-PSDrive r
ni New-Item r
nmo New-Module r
nsn New-PSSession
nv New-Variable r
oh Out-Host r
popd Pop-Location a
ps Get-Process a
pushd Push-Location a
pwd Get-Location
r Invoke-History
rbp Remove-PSBreakpoint r
rcjb Receive-Job
rcsn Receive-PSSession r
rd Remove-Item
rdr Remove-PSDrive r
ren Rename-Item
ri Remove-Item r
rjb Remove-Job
rm Remove-Item a
rmdir Remove-Item a
rmo Remove-Module r
rni Rename-Item r
rnp Rename-ItemProperty r
rp Remove-ItemProperty r
rsn Remove-PSSession
rv Remove-Variable r
rvpa Resolve-Path r
sajb Start-Job
sal Set-Alias r
saps Start-Process r
sbp Set-PSBreakpoint r
scb Set-Clipboard
select Select-Object ra
set Set-Variable
si Set-Item r
sl Set-Location r
sleep Start-Sleep a
sls Select-String
sort Sort-Object a
sp Set-ItemProperty r
spjb Stop-Job
spps Stop-Process r
start Start-Process a
sv Set-Variable r
tee Tee-Object a
type Get-Content
where Where-Object ra
wjb Wait-Job
write Write-Output a
`

// defineAliases gives a session its aliases.
func defineAliases(s *runtime.Session) {
	for line := range strings.Lines(defaultAliases) {
		words := strings.Fields(line)
		if len(words) < 2 {
			continue
		}
		options := 0
		if len(words) > 2 && strings.Contains(words[2], "r") {
			options |= runtime.OptionReadOnly
		}
		if len(words) > 2 && strings.Contains(words[2], "a") {
			options |= runtime.OptionAllScope
		}
		s.Global.SetAlias(&runtime.Command{Name: words[0], Kind: runtime.AliasCommand, Target: words[1], Options: options})
	}
}
