package ui

import (
	"context"
	"fmt"
	"path/filepath"
	"strconv"
	"strings"
	"text/tabwriter"
	"time"

	"arringa/model"
	"arringa/plan"
	"arringa/plan/file"
	"arringa/templates"
	"arringa/ui/foreign"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
	"github.com/spf13/cobra"
)

// command makes a command with its words from the catalogue.
func (c *cli) command(words templates.CommandTexts, args cobra.PositionalArgs, run func(args []string) error) *cobra.Command {
	return &cobra.Command{Use: words.Use, Short: words.Short, Long: words.Long, Args: args, DisableFlagsInUseLine: true,
		RunE: func(_ *cobra.Command, args []string) error { return run(args) }}
}

func (c *cli) newCommand() *cobra.Command {
	var sectorID, budget string
	var year int
	words := c.say.Command.New
	words.Long = templates.Text(words.Long).With("sectors", strings.Join(sectorIDs(), ", "))
	cmd := c.command(words, c.exactly(1), func(args []string) error {
		if sectorID == "" {
			sectorID = "professional_services"
		}
		sector, ok := templates.FindSector(sectorID)
		if !ok {
			return usageError{c.say.Errors.UnknownSector.With("id", sectorID, "known", strings.Join(sectorIDs(), ", "))}
		}
		var sum model.Money
		if budget != "" {
			var err error
			if sum, err = model.ParseMoney(budget); err != nil || sum == 0 {
				return usageError{c.say.Errors.BadBudget.With("text", budget)}
			}
		}
		start := nextYear(time.Now())
		if year != 0 {
			if year < 1900 || year > 9000 {
				return usageError{c.say.Errors.BadYear.With("text", strconv.Itoa(year))}
			}
			start = model.NewMonth(year, time.January)
		}
		path := withExtension(args[0])
		p := plan.Opening(templates.NewPlan(sector, c.say.Tag, start, sum))
		p.Name = strings.TrimSuffix(filepath.Base(path), file.Extension)
		if _, err := file.Create(path, p); err != nil {
			return about{path, err}
		}
		return c.print(c.say.Command.NewDone.With("path", path))
	})
	cmd.Flags().StringVar(&sectorID, "sector", "", c.say.Command.Flags["sector"])
	cmd.Flags().StringVar(&budget, "budget", "", c.say.Command.Flags["budget"])
	cmd.Flags().IntVar(&year, "year", 0, c.say.Command.Flags["year"])
	return cmd
}

func sectorIDs() []string {
	var ids []string
	for _, s := range templates.Sectors() {
		ids = append(ids, s.ID)
	}
	return ids
}

// withExtension is a plan's path: its ending may be left out.
func withExtension(path string) string {
	if filepath.Ext(path) == "" {
		return path + file.Extension
	}
	return path
}

func (c *cli) exampleCommand() *cobra.Command {
	return c.command(c.say.Command.Example, c.atMost(2), func(args []string) error {
		if len(args) == 0 {
			t := tabwriter.NewWriter(c.out, 0, 0, 2, ' ', 0)
			for _, e := range templates.Examples() {
				fmt.Fprintln(t, c.say.Command.ExampleRow.With("name", e.Name, "title", e.Title.In(c.say.Tag)))
			}
			return t.Flush()
		}
		e, ok := templates.FindExample(args[0])
		if !ok {
			var names []string
			for _, e := range templates.Examples() {
				names = append(names, e.Name)
			}
			return usageError{c.say.Errors.UnknownExample.With("id", args[0], "known", strings.Join(names, ", "))}
		}
		path := e.Name + file.Extension
		if len(args) == 2 {
			path = withExtension(args[1])
		}
		if done := openExample(e, path); done.err != nil {
			return about{path, done.err}
		}
		return c.print(c.say.Command.ExampleDone.With("path", path))
	})
}

func (c *cli) exportCommand() *cobra.Command {
	var force bool
	cmd := c.command(c.say.Command.Export, c.args(1, 2), func(args []string) error {
		p, err := c.read(args[0])
		if err != nil {
			return err
		}
		target := bookPath(args[0])
		if len(args) == 2 {
			target = args[1]
		}
		e := exporting{plan: p, planPath: args[0], path: target, replace: force}
		if _, err := e.write(context.Background(), unheard); err != nil {
			return about{target, err}
		}
		return c.print(c.say.Command.ExportDone.With("path", target))
	})
	cmd.Flags().BoolVar(&force, "force", false, c.say.Command.Flags["force"])
	return cmd
}

func (c *cli) checkCommand() *cobra.Command {
	return c.command(c.say.Command.Check, c.exactly(1), func(args []string) error {
		p, err := c.read(args[0])
		if err != nil {
			return err
		}
		found := plan.Check(p, plan.Forecast(p, plan.ScenarioOf(p)))
		if len(found) == 0 {
			return c.print(c.say.Command.CheckFine.With("path", args[0]))
		}
		say, t := &c.say.Command, tabwriter.NewWriter(c.out, 0, 0, 2, ' ', 0)
		wrong := false
		for _, f := range found {
			mark := map[model.Severity]string{model.Wrong: say.MarkWrong, model.Missing: say.MarkMissing, model.Doubt: say.MarkDoubt}[f.Severity]
			fmt.Fprintln(t, say.CheckRow.With("mark", mark, "text", problemOf(c.say, p, f)))
			wrong = wrong || f.Severity == model.Wrong
		}
		if err := t.Flush(); err != nil {
			return err
		}
		if wrong {
			return errFound
		}
		return nil
	})
}

func (c *cli) openCommand() *cobra.Command {
	return c.command(c.say.Command.Open, c.exactly(1), c.walk)
}

func (c *cli) completionCommand() *cobra.Command {
	shells := []string{"bash", "zsh", "fish", "powershell"}
	cmd := c.command(c.say.Command.Completion, c.exactly(1), nil)
	cmd.ValidArgs = shells
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		root := cmd.Root()
		switch args[0] {
		case "bash":
			return root.GenBashCompletionV2(c.out, true)
		case "zsh":
			return root.GenZshCompletion(c.out)
		case "fish":
			return root.GenFishCompletion(c.out, true)
		case "powershell":
			return root.GenPowerShellCompletionWithDesc(c.out)
		}
		return usageError{c.say.Errors.WrongArguments.With("use", "arringa "+cmd.Use)}
	}
	return cmd
}

func (c *cli) versionCommand() *cobra.Command {
	return c.command(c.say.Command.Version, c.exactly(0), func([]string) error { return c.print("arringa " + version()) })
}

// read opens a plan for a command.
func (c *cli) read(path string) (model.Plan, error) {
	_, p, err := file.Open(path)
	if err != nil {
		return p, about{path, err}
	}
	return p, nil
}

func (c *cli) print(line string) error {
	_, err := fmt.Fprintln(c.out, line)
	return err
}

// printJSON writes a result with its members in order, two spaces deep.
func (c *cli) printJSON(v any) error {
	data, err := json.Marshal(v, json.Deterministic(true), jsontext.WithIndent("  "))
	if err != nil {
		return err
	}
	_, err = c.out.Write(append(foreign.JSON(data), '\n'))
	return err
}
