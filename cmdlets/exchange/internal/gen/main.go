// Command gen writes the data files of the Exchange cmdlets, catalogue.txt,
// shapes.txt and views.txt, from the fact files catalogue.json and objects.json:
//
//	go run ./cmdlets/exchange/internal/gen FACTS cmdlets/exchange
package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
)

func main() {
	if len(os.Args) != 3 {
		fmt.Fprintln(os.Stderr, "usage: gen FACTS-DIRECTORY OUTPUT-DIRECTORY")
		os.Exit(2)
	}
	for _, step := range []struct {
		from, to string
		write    func([]byte) (string, error)
	}{{"catalogue.json", "catalogue/catalogue.txt", catalogue}, {"objects.json", "shapes/shapes.txt", shapes}, {"objects.json", "shapes/views.txt", views}} {
		if err := convert(filepath.Join(os.Args[1], step.from), filepath.Join(os.Args[2], step.to), step.write); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
	}
}

func convert(from, to string, write func([]byte) (string, error)) error {
	facts, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	text, err := write(facts)
	if err != nil {
		return fmt.Errorf("%s: %w", from, err)
	}
	return os.WriteFile(to, []byte(text), 0o644)
}

// oneOrMany reads a JSON value that is true or a list of names.
type oneOrMany struct {
	all   bool
	names []string
}

// UnmarshalJSON accepts both forms.
func (o *oneOrMany) UnmarshalJSON(text []byte) error {
	if json.Unmarshal(text, &o.all) == nil {
		return nil
	}
	return json.Unmarshal(text, &o.names)
}
