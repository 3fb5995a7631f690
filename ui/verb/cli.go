// Package verb is the command line: a file a verb.
package verb

import (
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"runtime"
	"strings"

	"arringa/plan/file"
	"arringa/templates"
	"arringa/ui/desk"
	"arringa/ui/foreign"

	"github.com/spf13/cobra"
	"golang.org/x/term"
)

// What Main returns to the system.
const (
	exitDone    = 0
	ExitProblem = 1 // the plan has a problem
	ExitUsage   = 2 // wrong use of the command
	ExitFile    = 3 // a file cannot be read or written
)

// walker is a way to go through a plan: on the screen, or spoken. An empty path begins at
// home.
type walker func(t desk.Terminal, path string) error

// Main runs the command that the arguments name, or one of the walks, and returns the exit status.
func Main(args []string, stdin io.Reader, stdout, stderr io.Writer, screen, spoken walker) int {
	say, langErr := languageOf(args)
	c := &cli{Terminal: desk.Terminal{Say: say, In: stdin, Out: &outlet{to: stdout}, Err: foreign.Writer{To: stderr}},
		screen: screen, spoken: spoken}
	root := c.root()
	root.SetArgs(args)
	root.SetIn(stdin)
	root.SetOut(c.Out)
	root.SetErr(c.Err)
	err := langErr
	if err == nil {
		err = root.Execute()
	}
	status := c.report(err)
	if failed := c.Out.(*outlet).failed; failed != nil {
		fmt.Fprintln(c.Err, say.Errors.NotPrinted.With("why", desk.Explain(say, failed, "")))
		status = ExitFile
	}
	c.close(status, err)
	return status
}

// openLog begins the log that --log asks for, at the end of what the file holds.
func (c *cli) openLog(path, verb string) error {
	f, err := os.OpenFile(path, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
	if err != nil {
		return desk.About{Path: path, Err: err}
	}
	c.logFile, c.Log = f, slog.New(slog.NewTextHandler(f, nil))
	c.Log.Info("start", "verb", verb, "version", desk.Version(), "system", runtime.GOOS+"/"+runtime.GOARCH)
	return nil
}

// close ends the log.
func (c *cli) close(status int, err error) {
	if c.Log == nil {
		return
	}
	c.Log.Info("end", "status", status, desk.Noted(err))
	_ = c.logFile.Close() // nobody is left to tell
}

// cli is one run of the command line.
type cli struct {
	desk.Terminal
	plain          bool
	screen, spoken walker
	logFile        *os.File // nil: no log
}

// walk opens the screen: the home of plans, or a plan. Where there is no screen it is
// spoken.
func (c *cli) walk(args []string) error {
	path, t := desk.First(args...), c.Terminal
	t.Out = c.Out.(*outlet).to // a walk says itself what fails
	if c.plain || os.Getenv("TERM") == "dumb" {
		return c.spoken(c.Terminal, path)
	}
	in, isFile := c.In.(*os.File)
	out, outIsFile := t.Out.(*os.File)
	if !isFile || !outIsFile || !term.IsTerminal(int(in.Fd())) || !term.IsTerminal(int(out.Fd())) {
		if _, err := os.Stat(path); path != "" && err != nil { // a name mistyped has no need of a terminal
			return desk.About{Path: path, Err: err}
		}
		return desk.UsageError{Text: c.Say.Command.NoTerminal}
	}
	return c.screen(t, path)
}

// errFound says that the plan has a problem, which has been told already.
var errFound = errors.New("the plan has a problem")

// report words an error on the error stream and turns it into the exit status.
func (c *cli) report(err error) int {
	var (
		usage   desk.UsageError
		invalid *file.InvalidError
		of      desk.About

		unwritten fileError
	)
	switch {
	case err == nil:
		return exitDone
	case errors.Is(err, errFound):
		return ExitProblem
	case errors.As(err, &usage):
		fmt.Fprintln(c.Err, usage.Text)
		return ExitUsage
	case errors.As(err, &unwritten):
		fmt.Fprintln(c.Err, unwritten.text)
		return ExitFile
	case errors.As(err, &of):
		fmt.Fprintln(c.Err, desk.Explain(c.Say, of.Err, of.Path))
		if errors.Is(err, desk.ErrNoHeadings{}) {
			fmt.Fprintln(c.Err, c.Say.Errors.MapHint)
		}
		if errors.As(err, &invalid) {
			for _, p := range invalid.Problems[1:] {
				fmt.Fprintln(c.Err, desk.Problem(c.Say, p))
			}
			return ExitProblem
		}
		return ExitFile
	}
	fmt.Fprintln(c.Err, c.Say.Errors.Usage.With("why", cobraError(c.Say, err)))
	return ExitUsage
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
			if _, flag, short := strings.Cut(rest, "' in "); short { // 'z' in -xz
				rest = flag
			}
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
	return say, desk.UsageError{Text: say.Errors.UnknownLanguage.With("value", asked)}
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
	say := &c.Say.Command
	root := &cobra.Command{
		Use: "arringa [FILE]", Short: say.Short, Long: say.Long,
		SilenceUsage: true, SilenceErrors: true, DisableAutoGenTag: true,
		Args: c.atMost(1),
		RunE: func(_ *cobra.Command, args []string) error { return c.walk(args) },
	}
	root.CompletionOptions.DisableDefaultCmd = true
	root.PersistentFlags().String("lang", "", say.Flags["lang"])
	root.PersistentFlags().StringVar(&c.Theme, "theme", "", say.Flags["theme"])
	root.PersistentFlags().BoolVar(&c.plain, "plain", false, say.Flags["plain"])
	root.PersistentFlags().BoolP("help", "h", false, say.HelpFlag)
	var log string
	root.PersistentFlags().StringVar(&log, "log", "", say.Flags["log"])
	root.PersistentPreRunE = func(cmd *cobra.Command, _ []string) error {
		switch c.Theme {
		case "", "auto", "dark", "light":
		default:
			return desk.UsageError{Text: c.Say.Errors.UnknownTheme.With("value", c.Theme)}
		}
		if log == "" {
			return nil
		}
		return c.openLog(log, cmd.Name())
	}
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error {
		return desk.UsageError{Text: c.Say.Errors.Usage.With("why", cobraError(c.Say, err))}
	})
	root.SetUsageTemplate(usageTemplate(c.Say))
	root.SetHelpTemplate("{{with (or .Long .Short)}}{{. | trimTrailingWhitespaces}}\n\n{{end}}{{.UsageString}}")
	root.AddCommand(c.newCommand(), c.exampleCommand(), c.exportCommand(), c.checkCommand(), c.forecastCommand(),
		c.optimiseCommand(), c.cutsCommand(), c.compareCommand(), c.importCommand(), c.versionsCommand(),
		c.openCommand(), c.completionCommand(), c.versionCommand())
	help := &cobra.Command{Use: "help [COMMAND]", Short: say.HelpCommand,
		RunE: func(_ *cobra.Command, args []string) error {
			found, _, err := root.Find(args)
			if err != nil {
				return err
			}
			if found == root && len(args) > 0 {
				return desk.UsageError{Text: c.Say.Errors.UnknownCommand.With("text", args[0])}
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
		return desk.UsageError{Text: c.Say.Errors.WrongArguments.With("use", use)}
	}
}
