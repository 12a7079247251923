package lab

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"
	"time"
)

// Certificate says which labs somebody has passed. It is self-issued: nobody
// but the progress log vouches for it, and it says so.
type Certificate struct {
	Name    string            `json:"name"`
	Issued  time.Time         `json:"issued"`
	Program string            `json:"program"`
	Issuer  string            `json:"issuer"`
	Points  int               `json:"points"`
	Stars   int               `json:"stars"`
	Labs    []CertificateLine `json:"labs"`
	// Digest is the SHA-256 of all the rest, to notice accidental changes.
	Digest string `json:"digest"`
}

// CertificateLine is one passed lab.
type CertificateLine struct {
	Lab    string    `json:"lab"`
	Title  string    `json:"title"`
	Track  string    `json:"track"`
	Hash   string    `json:"hash"`
	State  State     `json:"state"`
	Passed time.Time `json:"passed,omitzero"`
	Points int       `json:"points"`
}

// NewCertificate makes a certificate of what the standings say was passed.
func NewCertificate(name, program string, issued time.Time, list []*Standing) *Certificate {
	c := &Certificate{Name: name, Issued: issued.UTC().Truncate(time.Second), Program: program, Issuer: "self-issued"}
	for _, s := range list {
		if s.Done() {
			c.Labs = append(c.Labs, CertificateLine{s.Lab.Name(), s.Lab.Title, s.Lab.Track, s.Lab.Hash, s.State, s.Passed, s.Points()})
		}
	}
	_, c.Points, c.Stars = Totals(list)
	sum := sha256.Sum256([]byte(c.Markdown()))
	c.Digest = hex.EncodeToString(sum[:])
	return c
}

// Markdown is the certificate for people.
func (c *Certificate) Markdown() string {
	var b strings.Builder
	fmt.Fprintf(&b, "# Mailbox auditing labs\n\n**%s** has passed %s of %s, with %d points and %d stars.\n\n", c.Name, count(len(c.Labs), "lab"), c.Program, c.Points, c.Stars)
	b.WriteString("| lab | title | passed | points |\n|---|---|---|---|\n")
	for _, l := range c.Labs {
		when := l.Passed.Format("2006-01-02")
		if l.Passed.IsZero() {
			when = string(l.State)
		}
		fmt.Fprintf(&b, "| %s | %s | %s | %d |\n", l.Lab, l.Title, when, l.Points)
	}
	fmt.Fprintf(&b, "\nIssued %s, %s: it rests on the learner's own progress log and is no certificate of any vendor.\n", c.Issued.Format("2006-01-02"), c.Issuer)
	return b.String()
}
