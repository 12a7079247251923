package shapes

import (
	"crypto/sha256"
	"fmt"
	"strings"

	"exolab/store/tenant"
)

// DerivedGUID is the same for the same names.
func DerivedGUID(names ...string) string {
	sum := sha256.Sum256([]byte(strings.Join(names, "\x00")))
	sum[6], sum[8] = sum[6]&0x0f|0x40, sum[8]&0x3f|0x80
	return fmt.Sprintf("%x-%x-%x-%x-%x", sum[:4], sum[4:6], sum[6:8], sum[8:10], sum[10:16])
}

// DirectoryServer is the domain controller that errors name.
const DirectoryServer = "CY4PR15A005DC12.NAMPR15A005.PROD.OUTLOOK.COM"

// ServerName is the mailbox server that objects name.
const ServerName = "cy4pr15mb1234"

// OrganizationID is the directory path of the organization that objects name.
func OrganizationID(org *tenant.Organization) string {
	domain := org.DefaultDomain()
	return "NAMPR15A005.PROD.OUTLOOK.COM/Microsoft Exchange Hosted Organizations/" + domain + " - NAMPR15A005.PROD.OUTLOOK.COM/ConfigurationUnits/" + domain + "/Configuration"
}
