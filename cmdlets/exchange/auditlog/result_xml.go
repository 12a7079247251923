package auditlog

import (
	"encoding/xml"
	"fmt"
	"strings"
	"time"

	"exolab/store/tenant"
)

// xmlEvent is one Event of SearchResult.xml.
type xmlEvent struct {
	Attributes []xml.Attr `xml:",any,attr"`
	Items      *xmlItems  `xml:"SourceItems"`
	Parameters *xmlNamed  `xml:"CmdletParameters"`
}

type xmlItems struct {
	Items []xmlItem `xml:"ItemId"`
}

type xmlItem struct {
	ID      string `xml:"Id,attr"`
	Subject string `xml:"Subject,attr"`
	Folder  string `xml:"FolderPathName,attr"`
}

type xmlNamed struct {
	Parameters []xmlParameter `xml:"Parameter"`
}

type xmlParameter struct {
	Name  string `xml:"Name,attr"`
	Value string `xml:"Value,attr"`
}

// mailboxAttributes are the attributes of a mailbox event, in order.
var mailboxAttributes = []string{"MailboxGuid", "Owner", "LastAccessed", "Operation", "OperationResult", "LogonType", "DestFolderId", "DestFolderPathName", "FolderId",
	"FolderPathName", "ClientInfoString", "ClientIPAddress", "ClientMachineName", "ClientProcessName", "ClientVersion", "InternalLogonType", "MailboxOwnerUPN",
	"MailboxOwnerSid", "DestMailboxOwnerUPN", "DestMailboxOwnerSid", "DestMailboxGuid", "CrossMailboxOperation", "LogonUserDN", "LogonUserSid"}

const xmlTime = "2006-01-02T15:04:05.9999999-07:00"

func mailboxEvent(e *tenant.AuditEntry) xmlEvent {
	var out xmlEvent
	for _, name := range mailboxAttributes {
		text := ""
		switch name {
		case "LastAccessed":
			text = e.LastAccessed.Format(xmlTime)
		case "Owner":
			text = e.Properties.Text("MailboxResolvedOwnerName")
		case "LogonUserDN":
			text = e.Properties.Text("LogonUserDisplayName")
		default:
			if v, ok := e.Properties.Get(name); ok && v != nil {
				text = strings.TrimSpace(fmt.Sprint(v))
			}
		}
		if text != "" {
			out.Attributes = append(out.Attributes, xml.Attr{Name: xml.Name{Local: name}, Value: text})
		}
	}
	items, _ := e.Properties.Get("SourceItems")
	list, _ := items.([]any)
	for _, item := range list {
		if b, ok := item.(tenant.Bag); ok {
			if out.Items == nil {
				out.Items = &xmlItems{}
			}
			out.Items.Items = append(out.Items.Items, xmlItem{b.Text("SourceItemId"), b.Text("SourceItemSubject"), b.Text("SourceItemFolderPathName")})
		}
	}
	return out
}

func adminEvent(e *tenant.AdminAuditEntry) xmlEvent {
	out := xmlEvent{Parameters: &xmlNamed{}}
	for _, pair := range [][2]string{{"Caller", e.Caller}, {"Cmdlet", e.CmdletName}, {"ObjectModified", e.ObjectModified}, {"RunDate", e.RunDate.Format(time.RFC3339)},
		{"Succeeded", fmt.Sprint(e.Succeeded)}, {"Error", "None"}, {"OriginatingServer", e.Properties.Text("OriginatingServer")}} {
		out.Attributes = append(out.Attributes, xml.Attr{Name: xml.Name{Local: pair[0]}, Value: pair[1]})
	}
	list, _ := e.Properties.Get("CmdletParameters")
	items, _ := list.([]any)
	for _, item := range items {
		if b, ok := item.(tenant.Bag); ok {
			out.Parameters.Parameters = append(out.Parameters.Parameters, xmlParameter{b.Text("Name"), b.Text("Value")})
		}
	}
	return out
}
