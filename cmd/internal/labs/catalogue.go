package labs

import (
	"fmt"
	"os"
	"strings"

	"exolab/scripts"
	"exolab/store/lab"
)

// Catalogue reads the labs of the program, and those of a folder on top; ""
// adds none.
func Catalogue(dir string) ([]*lab.Lab, error) {
	own, err := lab.All(scripts.Labs(), "labs")
	if err != nil {
		return nil, err
	}
	var more []*lab.Lab
	if dir != "" {
		if info, err := os.Stat(dir); err != nil || !info.IsDir() {
			return nil, fmt.Errorf("the folder of labs %s is not there", dir)
		}
		if more, err = lab.All(os.DirFS(dir), dir); err != nil {
			return nil, err
		}
		if len(more) == 0 {
			return nil, fmt.Errorf("the folder %s holds no lab: a lab is a folder with %s", dir, lab.Text)
		}
	}
	first, err := lab.Merge(nil, own)
	if err != nil {
		return nil, err
	}
	return lab.Merge(first, more)
}

// next is the lab to do after one, as far as the log says.
func (h *Home) next(after *lab.Lab) *lab.Lab {
	events, _, err := h.Log().Read()
	if err != nil || h.labs == nil {
		return nil
	}
	list := lab.Standings(h.labs, events, h.Learner)
	for _, s := range list {
		if s.Lab.ID == after.ID {
			s.State = lab.Passed
		}
	}
	return lab.Next(list)
}

// Labs are the labs that there are.
func (h *Home) Labs() []*lab.Lab { return h.labs }

// Know tells the home which labs there are.
func (h *Home) Know(labs []*lab.Lab) { h.labs = labs }

// Choose finds the lab that somebody names; "" is the one last open, else the
// next to do.
func (h *Home) Choose(name string) (*lab.Lab, error) {
	if name == "" {
		if l := lab.Find(h.labs, h.Current()); l != nil {
			return l, nil
		}
		return h.ChooseNext("")
	}
	if l := lab.Find(h.labs, name); l != nil {
		return l, nil
	}
	return nil, fmt.Errorf("there is no lab %q%s; \"exolab lab list\" lists them", name, h.similar(name))
}

// ChooseNext is Choose for somebody who goes on: "" is the lab last open
// unless it is done, else the next to do.
func (h *Home) ChooseNext(name string) (*lab.Lab, error) {
	if name != "" {
		return h.Choose(name)
	}
	events, _, err := h.Log().Read()
	if err != nil {
		return nil, err
	}
	list := lab.Standings(h.labs, events, h.Learner)
	for _, s := range list {
		if s.Lab.ID == h.Current() && !s.Done() && s.State != lab.Shown {
			return s.Lab, nil
		}
	}
	if l := lab.Next(list); l != nil {
		return l, nil
	}
	return nil, fmt.Errorf("all labs are passed; name one to do it again")
}

// similar suggests labs whose names hold the text.
func (h *Home) similar(name string) string {
	for _, l := range h.labs {
		if strings.Contains(l.ID, strings.ToLower(name)) || strings.Contains(strings.ToLower(name), l.ID) {
			return fmt.Sprintf(", but %s", l.Name())
		}
	}
	return ""
}
