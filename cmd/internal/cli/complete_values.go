package cli

import (
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"exolab/cmd/internal/labs"
	"exolab/cmd/internal/shell"
	"exolab/store"
	"exolab/store/lab"
	"exolab/store/scenario"
	"exolab/store/tenant"
)

// values lists what could stand in a place of the command line, each with a
// description behind a tab; args are the arguments before it.
type values func(args []string) []string

// completeValues tells shells what arguments and flags of the commands can be.
func (f *flags) completeValues(root *cobra.Command) {
	standAlone(root)
	for path, complete := range map[string]cobra.CompletionFunc{
		"run": scriptFiles, "check": scriptFiles,
		"tenant use": first(f.tenantNames), "tenant remove": first(f.tenantNames), "tenant quirks": inOrder(quirkNames, fixed("on", "off")),
		"lab start": first(labNames), "lab task": first(labNames), "lab check": first(labNames), "lab hint": first(labNames),
		"lab reset": first(labNames), "lab solution": first(labNames), "lab watch": labAndScript, "lab exam": first(trackNames),
	} {
		if cmd, _, err := root.Find(strings.Fields(path)); err == nil {
			cmd.ValidArgsFunction = complete
		}
	}
	for _, flag := range []struct {
		command, name string
		of            values
	}{
		{"", "tenant", f.tenantNames}, {"tenant new", "flavour", fixed("cloud\tExchange Online alone", "onprem\tExchange Server alone")},
		{"tenant new", "scenario", scenarioNames}, {"check", "for", fixed("online", "onpremises")},
	} {
		if cmd, _, err := root.Find(strings.Fields(flag.command)); err == nil {
			_ = cmd.RegisterFlagCompletionFunc(flag.name, always(flag.of))
		}
	}
}

// bashWords stands in for the functions of the bash-completion package that the
// script for bash calls, where that package is not there.
const bashWords = `if ! declare -F _get_comp_words_by_ref >/dev/null; then
    _get_comp_words_by_ref() {
        words=("${COMP_WORDS[@]}")
        cword=$COMP_CWORD
        cur=${words[cword]}
        prev=${words[cword-1]}
    }
fi
if ! declare -F _filedir >/dev/null; then
    _filedir() {
        local path
        COMPREPLY=()
        while IFS= read -r path; do
            case "$1:$path" in
                :* | -d:* ) COMPREPLY+=("$path") ;;
                * ) [[ -d $path || .${path##*.} =~ \.(${1//[^a-z0-9|]/})$ ]] && COMPREPLY+=("$path") ;;
            esac
        done < <(compgen $([[ $1 == -d ]] && echo -d || echo -f) -- "$cur")
    }
fi

`

// standAlone makes the script for bash work without further packages.
func standAlone(root *cobra.Command) {
	root.InitDefaultCompletionCmd()
	bash, _, err := root.Find([]string{"completion", "bash"})
	if err != nil {
		return
	}
	write := bash.RunE
	bash.RunE = func(cmd *cobra.Command, args []string) error {
		if _, err := io.WriteString(cmd.OutOrStdout(), bashWords); err != nil {
			return err
		}
		return write(cmd, args)
	}
}

// inOrder completes one argument after another.
func inOrder(lists ...values) cobra.CompletionFunc {
	return func(_ *cobra.Command, args []string, word string) ([]string, cobra.ShellCompDirective) {
		if len(args) >= len(lists) {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		return beginning(lists[len(args)](args), word), cobra.ShellCompDirectiveNoFileComp
	}
}

// first completes the first argument only.
func first(of values) cobra.CompletionFunc { return inOrder(of) }

// always completes the value of a flag, whatever arguments there are.
func always(of values) cobra.CompletionFunc {
	return func(_ *cobra.Command, _ []string, word string) ([]string, cobra.ShellCompDirective) {
		return beginning(of(nil), word), cobra.ShellCompDirectiveNoFileComp
	}
}

// labAndScript completes the name of a lab and then that of a script.
func labAndScript(cmd *cobra.Command, args []string, word string) ([]string, cobra.ShellCompDirective) {
	if len(args) == 0 {
		return first(labNames)(cmd, args, word)
	}
	return scriptFiles(cmd, args, word)
}

func scriptFiles(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	return []string{"ps1", "psm1"}, cobra.ShellCompDirectiveFilterFileExt
}

func beginning(list []string, word string) []string {
	return slices.DeleteFunc(slices.Clone(list), func(text string) bool {
		return !strings.HasPrefix(strings.ToLower(text), strings.ToLower(word))
	})
}

func fixed(list ...string) values { return func([]string) []string { return list } }

func quirkNames([]string) []string {
	var names []string
	for _, q := range tenant.Quirks {
		names = append(names, string(q.Quirk)+"\t"+q.Does)
	}
	return names
}

func scenarioNames([]string) []string {
	var names []string
	for _, sc := range scenario.All() {
		names = append(names, sc.Name+"\t"+sc.Title)
	}
	return names
}

func labNames([]string) []string {
	return labParts(func(l *lab.Lab) string { return l.Name() + "\t" + l.Title })
}

func trackNames([]string) []string {
	return labParts(func(l *lab.Lab) string { return l.Track })
}

// labParts lists a part of each of the labs that are built in, once.
func labParts(part func(l *lab.Lab) string) []string {
	all, err := labs.Catalogue("")
	if err != nil {
		return nil
	}
	var names []string
	for _, l := range all {
		if name := part(l); !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return names
}

// tenantNames lists the organizations; where they cannot be read there are
// none to offer.
func (f *flags) tenantNames([]string) []string {
	var names []string
	_ = f.readingStore(nil, func(s store.Store, _ shell.Config, _ []string) error {
		list, err := s.List()
		for _, info := range list {
			names = append(names, info.Name)
		}
		return err
	})
	return names
}
