package operator

import (
	"slices"

	"exolab/runtime/value"
)

// delimits asks the script block whether a character ($_) is a delimiter; it
// also gets the text and the character's place as arguments.
func (s *splitter) delimits(text string, units []uint16, i int) (bool, error) {
	hit, err := s.script.Invoke(s.env, value.Str(value.UnitsText(units[i:i+1])), value.Str(text), value.Int(i))
	return err == nil && value.Truth(hit), err
}

// byScript splits at the characters that the script block names.
func (s *splitter) byScript(text string) ([]string, error) {
	var parts []string
	units := value.Units(text)
	at := 0
	for i := 0; i < len(units) && (s.limit <= 0 || len(parts) < s.limit-1); i++ {
		hit, err := s.delimits(text, units, i)
		if err != nil {
			return nil, err
		}
		if hit {
			parts = append(parts, value.UnitsText(units[at:i]))
			at = i + 1
		}
	}
	return append(parts, value.UnitsText(units[at:])), nil
}

// byScriptFromEnd does it from the end and leaves the rest in front.
func (s *splitter) byScriptFromEnd(text string) ([]string, error) {
	var parts []string
	units := value.Units(text)
	end := len(units)
	for i := end - 1; i >= 0 && len(parts) < -s.limit-1; i-- {
		hit, err := s.delimits(text, units, i)
		if err != nil {
			return nil, err
		}
		if hit {
			parts = append(parts, value.UnitsText(units[i+1:end]))
			end = i
		}
	}
	parts = append(parts, value.UnitsText(units[:end]))
	slices.Reverse(parts)
	return parts, nil
}
