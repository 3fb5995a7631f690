// Package ui is everything a person touches: the command line, and the screens of the
// walk. It words what the other packages found, and writes nothing into a plan but
// through the desk.
package ui

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"arringa/foreign"
	"arringa/plan/file"
	"arringa/templates"

	"github.com/spf13/cobra"
)

// What Main returns to the system.
const (
	exitDone    = 0
	exitProblem = 1 // the plan has a problem
	exitUsage   = 2 // wrong use of the command
	exitFile    = 3 // a file cannot be read or written
)

// Main runs the program and returns its exit status: 0 done, 1 the plan has a problem,
// 2 wrong use, 3 a file cannot be read or written.
func Main(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	say, langErr := languageOf(args)
	c := &cli{say: say, in: stdin, terminal: stdout, out: foreign.Writer{To: stdout}, err: foreign.Writer{To: stderr}}
	root := c.root()
	root.SetArgs(args)
	root.SetIn(stdin)
	root.SetOut(c.out)
	root.SetErr(c.err)
	err := langErr
	if err == nil {
		err = root.Execute()
	}
	return c.report(err)
}

// cli is one run of the command line.
type cli struct {
	say      *templates.Texts
	in       io.Reader
	terminal io.Writer // for the screen alone: what is written there steers it
	out, err io.Writer // for text
	theme    string
	plain    bool
}

// about ties an error to the file that it speaks of.
type about struct {
	path string
	err  error
}

func (e about) Error() string { return e.path + ": " + e.err.Error() }
func (e about) Unwrap() error { return e.err }

// errFound says that the plan has a problem, which has been told already.
var errFound = errors.New("the plan has a problem")

// report words an error on the error stream and turns it into the exit status.
func (c *cli) report(err error) int {
	var (
		usage   usageError
		invalid *file.InvalidError
		of      about
	)
	switch {
	case err == nil:
		return exitDone
	case errors.Is(err, errFound):
		return exitProblem
	case errors.As(err, &usage):
		fmt.Fprintln(c.err, usage.text)
		return exitUsage
	case errors.As(err, &of):
		fmt.Fprintln(c.err, explain(c.say, of.err, of.path))
		if errors.As(err, &invalid) {
			for _, p := range invalid.Problems[1:] {
				fmt.Fprintln(c.err, problem(c.say, p))
			}
			return exitProblem
		}
		return exitFile
	}
	fmt.Fprintln(c.err, c.say.Errors.Usage.With("why", cobraError(c.say, err)))
	return exitUsage
}

// cobraError words what the library found wrong with the arguments.
func cobraError(say *templates.Texts, err error) string {
	e, text := &say.Errors, err.Error()
	for _, known := range []struct {
		begins string
		words  templates.Text
	}{
		{"unknown flag: ", e.UnknownFlag},
		{"unknown shorthand flag: ", e.UnknownFlag},
		{"flag needs an argument: ", e.FlagNeedsValue},
	} {
		if rest, ok := strings.CutPrefix(text, known.begins); ok {
			return known.words.With("flag", rest)
		}
	}
	return text
}

// languageOf is the language of this run: what --lang says, or what was chosen the last
// time, or the system's.
func languageOf(args []string) (*templates.Texts, error) {
	asked, given := "", false
	for i, a := range args {
		if a == "--" {
			break
		}
		if v, ok := strings.CutPrefix(a, "--lang="); ok {
			asked, given = v, true
		} else if a == "--lang" && i+1 < len(args) {
			asked, given = args[i+1], true
		}
	}
	say := templates.Language(systemLanguage())
	switch {
	case !given:
		return say, nil
	case asked == "it" || asked == "en":
		return templates.Language(asked), nil
	}
	return say, usageError{say.Errors.UnknownLanguage.With("value", asked)}
}

// systemLanguage is the language chosen on the screen the last time, or the locale's;
// Italian where neither says English.
func systemLanguage() string {
	if chosen := file.Recall().Language; chosen != "" {
		return chosen
	}
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if v := os.Getenv(name); v != "" {
			if strings.HasPrefix(strings.ToLower(v), "en") {
				return "en"
			}
			return "it"
		}
	}
	return "it"
}

// root is the command line with all its commands.
func (c *cli) root() *cobra.Command {
	say := &c.say.Command
	root := &cobra.Command{
		Use: "arringa [FILE]", Short: say.Short, Long: say.Long,
		SilenceUsage: true, SilenceErrors: true, DisableAutoGenTag: true,
		Args: c.atMost(1),
		RunE: func(_ *cobra.Command, args []string) error { return c.walk(args) },
	}
	root.CompletionOptions.DisableDefaultCmd = true
	root.PersistentFlags().String("lang", "", say.Flags["lang"])
	root.PersistentFlags().StringVar(&c.theme, "theme", "", say.Flags["theme"])
	root.PersistentFlags().BoolVar(&c.plain, "plain", false, say.Flags["plain"])
	root.PersistentFlags().BoolP("help", "h", false, say.HelpFlag)
	root.PersistentPreRunE = func(*cobra.Command, []string) error {
		switch c.theme {
		case "", "auto", "dark", "light":
		default:
			return usageError{c.say.Errors.UnknownTheme.With("value", c.theme)}
		}
		return nil
	}
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error {
		return usageError{c.say.Errors.Usage.With("why", cobraError(c.say, err))}
	})
	root.SetUsageTemplate(usageTemplate(c.say))
	root.SetHelpTemplate("{{with (or .Long .Short)}}{{. | trimTrailingWhitespaces}}\n\n{{end}}{{.UsageString}}")
	root.AddCommand(c.newCommand(), c.exampleCommand(), c.exportCommand(), c.checkCommand(), c.forecastCommand(), c.optimiseCommand(), c.cutsCommand(), c.compareCommand(), c.importCommand(), c.openCommand(), c.completionCommand(), c.versionCommand())
	help := &cobra.Command{Use: "help [COMMAND]", Short: say.HelpCommand, RunE: func(_ *cobra.Command, args []string) error {
		found, _, err := root.Find(args)
		if err != nil {
			return err
		}
		return found.Help()
	}}
	root.SetHelpCommand(help)
	return root
}

// usageTemplate lays a command's use out in the words of the language.
func usageTemplate(say *templates.Texts) string {
	w := &say.Command
	return w.UsageHead + `: {{if .HasParent}}arringa {{.Use}}{{else}}{{.Use}}{{end}}
{{if .HasExample}}
` + w.ExamplesHead + `:
{{.Example}}
{{end}}{{if .HasAvailableSubCommands}}
` + w.CommandsHead + `:{{range .Commands}}{{if .IsAvailableCommand}}
  {{rpad .Name .NamePadding }}  {{.Short}}{{end}}{{end}}
{{end}}{{if .HasAvailableLocalFlags}}
` + w.FlagsHead + `:
{{.LocalFlags.FlagUsages | trimTrailingWhitespaces}}
{{end}}{{if .HasAvailableInheritedFlags}}
` + w.GlobalFlagsHead + `:
{{.InheritedFlags.FlagUsages | trimTrailingWhitespaces}}
{{end}}{{if .HasAvailableSubCommands}}
` + w.MoreHelp + `
{{end}}`
}

// exactly, atMost and between count the arguments and say in words when they do not fit.
func (c *cli) exactly(n int) cobra.PositionalArgs { return c.args(n, n) }
func (c *cli) atMost(n int) cobra.PositionalArgs  { return c.args(0, n) }

func (c *cli) args(least, most int) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) >= least && len(args) <= most {
			return nil
		}
		use := cmd.Use
		if cmd.HasParent() {
			use = "arringa " + use
		}
		return usageError{c.say.Errors.WrongArguments.With("use", use)}
	}
}
