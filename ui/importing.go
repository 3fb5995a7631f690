package ui

import (
	"context"
	"encoding/json"
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"arringa/model"
	"arringa/plan/file"
	"arringa/plan/imports"
)

func (c *cli) importCommand() *cobra.Command {
	var mapping, channel string
	words := c.say.Command.Import
	cmd := c.command(words, func(cmd *cobra.Command, args []string) error { return c.args(2, 1000)(cmd, args) }, func(args []string) error {
		f, p, err := file.Open(args[0])
		if err != nil {
			return about{args[0], err}
		}
		var own *imports.Mapping
		if mapping != "" {
			data, err := os.ReadFile(mapping)
			if err != nil {
				return about{mapping, err}
			}
			own = new(imports.Mapping)
			if err := json.Unmarshal(data, own); err != nil {
				return usageError{c.say.Errors.BadMapping.With("path", mapping)}
			}
		}
		var periods []imports.Period
		for _, path := range args[1:] {
			in, m, err := importFile(context.Background(), path, own, p)
			if err != nil {
				return about{path, err}
			}
			if channel != "" {
				for i := range in.Periods {
					in.Periods[i].Channel = model.ChannelID(channel)
				}
			}
			for _, line := range importReport(c.say, path, in, m) {
				fmt.Fprintln(c.out, line)
			}
			periods = append(periods, in.Periods...)
		}
		q, merged := imports.Merge(p, periods)
		if err := f.Save(q); err != nil {
			return about{args[0], err}
		}
		return c.print(mergedText(c.say, merged))
	})
	cmd.Flags().StringVar(&mapping, "map", "", c.say.Command.Flags["map"])
	cmd.Flags().StringVar(&channel, "channel", "", c.say.Command.Flags["channel"])
	return cmd
}
