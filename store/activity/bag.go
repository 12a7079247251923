package activity

import (
	"fmt"
	"strings"
	"time"

	"exolab/store/tenant"
)

// scriptFields are the properties of an activity in a script, which are named
// as the parameters of Invoke-ExolabActivity are.
var scriptFields = map[string]func(a *Activity, v any) error{
	"activity":           textInto(func(a *Activity) *string { return &a.Activity }),
	"user":               textInto(func(a *Activity) *string { return &a.User }),
	"mailbox":            textInto(func(a *Activity) *string { return &a.Mailbox }),
	"client":             textInto(func(a *Activity) *string { return &a.Client }),
	"clientipaddress":    textInto(func(a *Activity) *string { return &a.ClientIP }),
	"folder":             textInto(func(a *Activity) *string { return &a.Folder }),
	"destination":        textInto(func(a *Activity) *string { return &a.Destination }),
	"destinationmailbox": textInto(func(a *Activity) *string { return &a.DestinationMailbox }),
	"body":               textInto(func(a *Activity) *string { return &a.Body }),
	"rule":               textInto(func(a *Activity) *string { return &a.Rule }),
	"delegate":           textInto(func(a *Activity) *string { return &a.Delegate }),
	"query":              textInto(func(a *Activity) *string { return &a.Query }),
	"subject":            listInto(func(a *Activity) *[]string { return &a.Subject }),
	"itemid":             listInto(func(a *Activity) *[]string { return &a.ItemID }),
	"to":                 listInto(func(a *Activity) *[]string { return &a.To }),
	"accessrights":       listInto(func(a *Activity) *[]string { return &a.AccessRights }),
	"time":               timeInto,
	"count": func(a *Activity, v any) error {
		n, ok := v.(int64)
		if !ok || n < 0 || n > 1<<20 {
			return fmt.Errorf("must be a whole number, not %v", v)
		}
		a.Count = int(n)
		return nil
	},
	"hidden": func(a *Activity, v any) (err error) {
		var ok bool
		if a.Hidden, ok = v.(bool); !ok {
			err = fmt.Errorf("must be true or false, not %v", v)
		}
		return err
	},
	"rulesettings": func(a *Activity, v any) (err error) {
		var ok bool
		if a.RuleSettings, ok = v.(tenant.Bag); !ok {
			err = fmt.Errorf("must be an object, not %v", v)
		}
		return err
	},
}

func textInto(field func(*Activity) *string) func(*Activity, any) error {
	return func(a *Activity, v any) error {
		text, ok := v.(string)
		if !ok {
			return fmt.Errorf("must be text, not %v", v)
		}
		*field(a) = text
		return nil
	}
}

func listInto(field func(*Activity) *[]string) func(*Activity, any) error {
	return func(a *Activity, v any) error {
		list := texts(v)
		if all, ok := v.([]any); list == nil || ok && len(all) != len(list) {
			return fmt.Errorf("must be a text or a list of texts, not %v", v)
		}
		*field(a) = list
		return nil
	}
}

func timeInto(a *Activity, v any) (err error) {
	text, ok := v.(string)
	if !ok {
		return fmt.Errorf("must be a time in ISO 8601, not %v", v)
	}
	a.Time, err = tenant.ParseTime(text)
	return err
}

// FromBag reads an activity from the properties of a script's line. A property
// that no activity has is an error.
func FromBag(b tenant.Bag) (Activity, error) {
	var a Activity
	for name, v := range b.All() {
		set := scriptFields[strings.ToLower(name)]
		if set == nil {
			return a, fmt.Errorf("an activity has no property %q", name)
		}
		if v == nil {
			continue
		}
		if err := set(&a, v); err != nil {
			return a, fmt.Errorf("%s: %w", name, err)
		}
	}
	if a.Time.After(time.Date(2200, 1, 1, 0, 0, 0, 0, time.UTC)) {
		return a, fmt.Errorf("the time is out of range")
	}
	return a, nil
}
