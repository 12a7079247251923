package compliance

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"exolab/store/content"
)

func TestQueries(t *testing.T) {
	item := &content.Item{Subject: "Invoice 2041", From: "orders@northwindtraders.com", To: []string{"anad@contoso.com"}, Attachments: "invoice.pdf (9b)", Size: 9000,
		Received: time.Date(2026, 3, 4, 10, 0, 0, 0, time.UTC), Folder: content.Inbox}
	for text, want := range map[string]bool{
		"": true, "invoice": true, "Inv*": true, "contract": false, `"invoice 2041"`: true, "subject:invoice": true, `subject:"Invoice 2041" AND from:orders@northwindtraders.com`: true,
		"subject:invoice AND from:bob": false, "contract OR invoice": true, "NOT contract": true, "-invoice": false, "invoice 2041": true, "(contract OR invoice) AND hasattachment:true": true,
		"received>=2026-03-01 AND received<=2026-03-05": true, "received:2026-03-04": true, "received:2026-01-01..2026-02-01": false, "size>8000": true, "to:anad@contoso.com": true,
		"kind:email": true, "participants:anad": true, "color:red": false,
	} {
		q, err := parseQuery(text)
		require.NoError(t, err, text)
		require.Equal(t, want, q.matches(item), text)
	}
	for _, text := range []string{"(invoice", "invoice)", "invoice AND", "NOT", strings.Repeat("(", 5000)} {
		_, err := parseQuery(text)
		require.Error(t, err, text[:min(9, len(text))])
	}
}
