package record

import "errors"

// Skim reads a text that is one JSON object and calls back for each of its own
// members that is a text or a number, as it is written; of the others it only
// checks the form. A name may come twice.
func (r *Reader) Skim(text string, f func(name, value string)) error {
	r.text, r.at = text, 0
	r.space()
	if r.peek() != '{' {
		return errors.New("it is not a JSON object")
	}
	if err := r.skimObject(0, f); err != nil {
		return err
	}
	r.space()
	if r.at != len(r.text) {
		return r.unexpected()
	}
	return nil
}

// skimObject goes over an object; f is nil for those that are not the outermost.
func (r *Reader) skimObject(depth int, f func(name, value string)) error {
	if depth > MaxNesting {
		return errNesting
	}
	r.at++ // {
	r.space()
	for first := true; !first || r.peek() != '}'; first = false {
		if r.peek() != '"' {
			return r.unexpected()
		}
		name, err := r.string()
		if err != nil {
			return err
		}
		r.space()
		if r.peek() != ':' {
			return r.unexpected()
		}
		r.at++
		value, scalar, err := r.skim(depth)
		if err != nil {
			return err
		}
		if scalar && f != nil {
			f(name, value)
		}
		r.space()
		if r.peek() == '}' {
			break
		}
		if r.peek() != ',' {
			return r.unexpected()
		}
		r.at++
		r.space()
	}
	r.at++ // }
	return nil
}

// skim goes over a value and returns a text or a number as it is written.
func (r *Reader) skim(depth int) (value string, scalar bool, err error) {
	r.space()
	switch r.peek() {
	case '"':
		value, err = r.string()
		return value, true, err
	case '{':
		return "", false, r.skimObject(depth+1, nil)
	case '[':
		return "", false, r.skimList(depth + 1)
	}
	start := r.at
	v, err := r.value(depth)
	if _, isBool := v.(bool); isBool || v == nil {
		return "", false, err
	}
	return r.text[start:r.at], true, err
}

func (r *Reader) skimList(depth int) error {
	if depth > MaxNesting {
		return errNesting
	}
	r.at++ // [
	r.space()
	for first := true; !first || r.peek() != ']'; first = false {
		if _, _, err := r.skim(depth); err != nil {
			return err
		}
		r.space()
		if r.peek() == ']' {
			break
		}
		if r.peek() != ',' {
			return r.unexpected()
		}
		r.at++
	}
	r.at++ // ]
	return nil
}
