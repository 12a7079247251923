package shapes

import (
	"exolab/store/tenant"
)

// DirectoryServer is the domain controller that errors name.
const DirectoryServer = "CY4PR15A005DC12.NAMPR15A005.PROD.OUTLOOK.COM"

// ServerName is the mailbox server that objects name.
const ServerName = "cy4pr15mb1234"

// OrganizationID is the directory path of the organization that objects name.
func OrganizationID(org *tenant.Organization) string {
	domain := org.DefaultDomain()
	return "NAMPR15A005.PROD.OUTLOOK.COM/Microsoft Exchange Hosted Organizations/" + domain + " - NAMPR15A005.PROD.OUTLOOK.COM/ConfigurationUnits/" + domain + "/Configuration"
}
