package ui

import (
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"arringa/model"
	"arringa/plan/file"
	"arringa/plan/imports"
	"arringa/plan/xlsx"
	"arringa/templates"

	"github.com/go-json-experiment/json"
	"github.com/spf13/cobra"
)

// errNoHeadings says that a table was read but its columns were not understood.
type errNoHeadings struct{}

func (errNoHeadings) Error() string { return "no headings of a month and of spend or results" }

// errNothingRead says that no row of a table counted.
var errNothingRead = errors.New("no row counts")

// importFile reads an export into periods by a mapping of one's own, or one that is guessed;
// set changes what was guessed and may be nil.
func importFile(
	path string, own *imports.Mapping, set func(*imports.Mapping), p model.Plan,
) (in imports.Import, m imports.Mapping, err error) {
	f, err := os.Open(path)
	if err != nil {
		return in, m, err
	}
	defer f.Close()
	table, err := tableOf(f)
	if err != nil {
		return in, m, err
	}
	ok := true
	if own != nil {
		m = *own
	} else if m, ok, err = imports.Guess(table); err != nil {
		return in, m, err
	}
	if !ok {
		return in, m, errNoHeadings{}
	}
	if set != nil {
		set(&m)
	}
	in, err = imports.Apply(table, m, p)
	return in, m, err
}

// tableOf is the table in a file.
func tableOf(f *os.File) (imports.Table, error) {
	info, err := f.Stat()
	switch {
	case err != nil:
		return imports.Table{}, err
	case info.Size() > imports.MostBytes:
		return imports.Table{}, imports.ErrTooLarge
	case !info.Mode().IsRegular(): // a pipe is read once only
		data, err := io.ReadAll(io.LimitReader(f, imports.MostBytes+1))
		if err != nil {
			return imports.Table{}, err
		}
		return imports.CSV(bytes.NewReader(data), int64(len(data)))
	case !strings.EqualFold(filepath.Ext(f.Name()), ".xlsx"):
		return imports.CSV(f, info.Size())
	}
	rows, err := xlsx.Rows(f, info.Size())
	return imports.Sheet(rows), err
}

func (c *cli) importCommand() *cobra.Command {
	var o importOptions
	cmd := c.command(c.say.Command.Import, c.args(2, 1000), func(args []string) error {
		f, p, err := file.Open(args[0])
		if err != nil {
			return about{args[0], err}
		}
		own, err := o.read(c.say, p)
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
		q, merged := imports.Merge(p, periods)
		if err := f.Save(q); err != nil {
			return about{args[0], err}
		}
		return c.print(mergedText(c.say, merged))
	})
	cmd.Flags().StringVar(&o.mapping, "map", "", c.say.Command.Flags["map"])
	cmd.Flags().StringVar(&o.channel, "channel", "", c.say.Command.Flags["channel"])
	cmd.Flags().StringVar(&o.dates, "dates", "", c.say.Command.Flags["dates"])
	return cmd
}

// importOne reads an export for a command and says what came of it.
func (c *cli) importOne(path string, own *imports.Mapping, o *importOptions, p model.Plan) ([]imports.Period, error) {
	in, m, err := importFile(path, own, o.set, p)
	var order *imports.OrderError
	if errors.As(err, &order) {
		return nil, usageError{askOrder(c.say, path, order) + " " + c.say.Imports.OrderFlag}
	}
	if err != nil {
		return nil, about{path, err}
	}
	for _, line := range importReport(c.say, path, in, m) {
		if err := c.print(line); err != nil {
			return nil, err
		}
	}
	if in.Read == 0 {
		return nil, about{path, errNothingRead}
	}
	return in.Periods, nil
}

// importOptions are what a person says of a table.
type importOptions struct{ mapping, channel, dates string }

// read holds the options against a plan, and reads the mapping, if there is one.
func (o *importOptions) read(say *templates.Texts, p model.Plan) (*imports.Mapping, error) {
	if !knownOrder(imports.Order(o.dates)) {
		return nil, usageError{say.Errors.UnknownOrder.With("value", o.dates)}
	}
	if o.channel != "" && p.Channel(model.ChannelID(o.channel)) < 0 {
		var ids []string
		for _, c := range p.Channels {
			ids = append(ids, string(c.ID))
		}
		return nil, usageError{say.Errors.UnknownChannel.With("id", o.channel, "known", strings.Join(ids, ", "))}
	}
	if o.mapping == "" {
		return nil, nil
	}
	data, err := os.ReadFile(o.mapping)
	if err != nil {
		return nil, about{o.mapping, err}
	}
	own := new(imports.Mapping)
	decimals := []imports.Decimals{"", imports.DecimalComma, imports.DecimalDot}
	err = json.Unmarshal(data, own)
	if err != nil || !knownOrder(own.Dates) || !slices.Contains(decimals, own.Decimals) {
		return nil, usageError{say.Errors.BadMapping.With("path", o.mapping)}
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

// askOrder says why the order of day and month has to be asked.
func askOrder(say *templates.Texts, path string, e *imports.OrderError) string {
	w, name := &say.Imports, filepath.Base(path)
	if e.Other != "" {
		return w.OrderMixed.With("path", name, "date", e.Text, "other", e.Other)
	}
	day, month := e.Months()
	return w.OrderAsked.With("path", name, "date", e.Text, "line", strconv.Itoa(e.Line),
		"day_first", say.Month(day), "month_first", say.Month(month))
}

// importReport says what was read of a file and how, and what was not.
func importReport(say *templates.Texts, path string, in imports.Import, m imports.Mapping) []string {
	w := &say.Imports
	from := w.Platforms[m.Platform]
	if from == "" {
		from = w.Unknown
	}
	lines := []string{w.FileRead.With("path", filepath.Base(path), "platform", from, "n", strconv.Itoa(in.Read),
		"columns", strings.Join(m.Columns.Names(), ", "))}
	if in.Foreign {
		lines = append(lines, say.Channels.Dollars)
	}
	switch {
	case in.DatesBy != "":
		lines = append(lines, w.OrderSeen.With("order", w.Orders[string(in.Dates)], "date", in.DatesBy))
	case in.Dates != "":
		lines = append(lines, w.OrderTold.With("order", w.Orders[string(in.Dates)]))
	}
	if len(in.Guessed) > 0 {
		first := in.Guessed[0]
		lines = append(lines, w.Thousands.With("n", strconv.Itoa(len(in.Guessed)), "text", first.Text,
			"column", first.Column, "row", strconv.Itoa(first.Row)))
	}
	if len(in.NoAmount) > 0 {
		lines = append(lines, w.NoAmount.With("n", strconv.Itoa(len(in.NoAmount)), "rows", someRows(in.NoAmount)))
	}
	return append(lines, leftOut(say, in)...)
}

// leftOut says which rows did not count, a reason a line.
func leftOut(say *templates.Texts, in imports.Import) []string {
	var lines []string
	for _, why := range imports.Reasons {
		var rows []int
		var first imports.Skip
		for _, s := range in.Skipped {
			if s.Why == why {
				if rows = append(rows, s.Row); len(rows) == 1 {
					first = s
				}
			}
		}
		if len(rows) > 0 {
			text := say.Imports.Reasons[string(why)].With("n", strconv.Itoa(len(rows)), "rows", someRows(rows),
				"text", first.Text, "column", first.Column)
			lines = append(lines, text)
		}
	}
	return lines
}

// someRows lists the first of many rows.
func someRows(rows []int) string {
	var list []string
	for _, n := range rows[:min(len(rows), 5)] {
		list = append(list, strconv.Itoa(n))
	}
	text := strings.Join(list, ", ")
	if len(rows) > 5 {
		text += "…"
	}
	return text
}

func mergedText(say *templates.Texts, m imports.Merged) string {
	return say.Imports.Merged.With("actuals", strconv.Itoa(m.Actuals), "history", strconv.Itoa(m.History),
		"left", strconv.Itoa(m.Left))
}
