// import: exports of platforms into a plan.

package verb

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"

	"arringa/model"
	"arringa/plan/file"
	"arringa/plan/imports"
	"arringa/templates"
	"arringa/ui/desk"
	"arringa/ui/step/progress"

	"github.com/spf13/cobra"
)

func (c *cli) importCommand() *cobra.Command {
	var o importOptions
	cmd := c.command(c.Say.Command.Import, c.args(2, 1000), func(args []string) error {
		p, err := c.read(args[0])
		if err != nil {
			return err
		}
		own, err := o.read(c.Say, p)
		if err != nil {
			return err
		}
		var periods []imports.Period
		for _, path := range args[1:] {
			read, err := c.importOne(path, own, &o, p)
			if err != nil {
				return err
			}
			periods = append(periods, read...)
		}
		var merged imports.Merged
		f, err := file.Amend(args[0], func(_ *file.File, now model.Plan) (model.Plan, error) {
			now, merged = imports.Merge(now, periods) // into what others saved meanwhile
			return now, nil
		})
		if err != nil {
			return desk.About{Path: args[0], Err: err}
		}
		if why := f.Unkept(); why != nil {
			fmt.Fprintln(c.Err, c.Say.Kept.NoVersion.With("why", desk.Explain(c.Say, why, file.Home())))
		}
		return c.print(progress.MergedText(c.Say, merged))
	})
	cmd.Flags().StringVar(&o.mapping, "map", "", c.Say.Command.Flags["map"])
	cmd.Flags().StringVar(&o.channel, "channel", "", c.Say.Command.Flags["channel"])
	cmd.Flags().StringVar(&o.dates, "dates", "", c.Say.Command.Flags["dates"])
	return cmd
}

// importOne reads an export for a command and says what came of it.
func (c *cli) importOne(path string, own *imports.Mapping, o *importOptions, p model.Plan) ([]imports.Period, error) {
	in, m, err := progress.ImportFile(path, own, o.set, p)
	var order *imports.OrderError
	if errors.As(err, &order) {
		return nil, desk.UsageError{Text: progress.AskOrder(c.Say, path, order) + " " + c.Say.Imports.OrderFlag}
	}
	if err != nil {
		return nil, desk.About{Path: path, Err: err}
	}
	for _, line := range progress.ImportReport(c.Say, path, in, m) {
		if err := c.print(line); err != nil {
			return nil, err
		}
	}
	if in.Read == 0 {
		return nil, desk.About{Path: path, Err: desk.ErrNothingRead}
	}
	return in.Periods, nil
}

// importOptions are what a person says of a table.
type importOptions struct{ mapping, channel, dates string }

// read holds the options against a plan, and reads the mapping, if there is one.
func (o *importOptions) read(say *templates.Texts, p model.Plan) (*imports.Mapping, error) {
	if !knownOrder(imports.Order(o.dates)) {
		return nil, desk.UsageError{Text: say.Errors.UnknownOrder.With("value", o.dates)}
	}
	if o.channel != "" && p.Channel(model.ChannelID(o.channel)) < 0 {
		var ids []string
		for _, c := range p.Channels {
			ids = append(ids, string(c.ID))
		}
		return nil, desk.UsageError{Text: say.Errors.UnknownChannel.With("id", o.channel, "known",
			strings.Join(ids, ", "))}
	}
	if o.mapping == "" {
		return nil, nil
	}
	data, err := os.ReadFile(o.mapping)
	if err != nil {
		return nil, desk.About{Path: o.mapping, Err: err}
	}
	own := new(imports.Mapping)
	decimals := []imports.Decimals{"", imports.DecimalComma, imports.DecimalDot}
	err = json.Unmarshal(data, own)
	if err != nil || !knownOrder(own.Dates) || !slices.Contains(decimals, own.Decimals) {
		return nil, desk.UsageError{Text: say.Errors.BadMapping.With("path", o.mapping)}
	}
	return own, nil
}

func knownOrder(o imports.Order) bool {
	return o == "" || o == imports.DayFirst || o == imports.MonthFirst
}

// set puts the options into a mapping: a channel is that of all rows, whatever a column says.
func (o *importOptions) set(m *imports.Mapping) {
	if o.channel != "" {
		m.Channel, m.Columns.Channel = model.ChannelID(o.channel), ""
	}
	if o.dates != "" {
		m.Dates = imports.Order(o.dates)
	}
}
