package labs

import (
	"strings"

	"exolab/parser"
	"exolab/store/lab"
)

// texts looks at what can be seen without running anything.
func (p *Proof) texts(v *lab.Variant) {
	for _, name := range v.Unknown() {
		p.add("{{%s}} is chosen nowhere", name)
	}
	if sentences := strings.Count(v.Why+" ", ". "); sentences < 2 {
		p.add("why has fewer than two sentences")
	}
	solution := solutionLines(v)
	for i, t := range v.Tasks {
		for _, hint := range t.Hints {
			filled := strings.Join(strings.Fields(v.Fill(hint)), " ")
			for _, line := range solution {
				if strings.Contains(filled, line) {
					p.add("a hint of task %d gives the solution away: %s", i+1, line)
				}
			}
		}
		for _, code := range codeBlocks(v.Fill(t.Text)) {
			if _, err := parser.Parse("", code); err != nil {
				p.add("a code block of task %d is no PowerShell: %s", i+1, strings.Split(err.Error(), "\n")[0])
			}
		}
	}
}

// solutionLines are the lines of the solution that are more than a word.
func solutionLines(v *lab.Variant) []string {
	var lines []string
	for _, line := range strings.Split(v.Script(lab.Solution), "\n") {
		line = strings.Join(strings.Fields(line), " ")
		if strings.HasPrefix(line, "#") || len(line) < 12 {
			continue
		}
		lines = append(lines, line)
	}
	return lines
}

func codeBlocks(markdown string) []string {
	var blocks []string
	parts := strings.Split(markdown, "```")
	for i := 1; i < len(parts); i += 2 {
		info, code, _ := strings.Cut(parts[i], "\n")
		if info == "" || info == "powershell" {
			blocks = append(blocks, code)
		}
	}
	return blocks
}

// taught wants every cmdlet of the solution to be taught by this lab or one
// before it.
func (p *Proof) taught(v *lab.Variant, known map[string]bool) {
	file := v.Source + "/" + lab.Solution
	tree, err := parser.Parse(file, v.Script(lab.Solution))
	if err != nil {
		p.add("%s", strings.Split(err.Error(), "\n")[0])
		return
	}
	for _, name := range v.Teaches {
		known[strings.ToLower(name)] = true
	}
	own := map[string]bool{}
	parser.Walk(tree, func(n parser.Node) bool {
		if f, ok := n.(*parser.FunctionDefinition); ok {
			own[strings.ToLower(f.Name)] = true
		}
		return true
	})
	parser.Walk(tree, func(n parser.Node) bool {
		command, ok := n.(*parser.Command)
		if !ok {
			return true
		}
		name, ok := command.Elements[0].(*parser.StringConstant)
		if !ok || !strings.Contains(name.Value, "-") || strings.ContainsAny(name.Value, `/\.`) {
			return true
		}
		if folded := strings.ToLower(name.Value); !known[folded] && !own[folded] {
			p.add("%s is used but was not taught by this lab or one before", name.Value)
		}
		return true
	})
}
