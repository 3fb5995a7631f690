// compare: two plans.

package verb

import (
	"bytes"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"

	"arringa/model"
	"arringa/plan"
	"arringa/plan/xlsx"
	"arringa/templates"
	"arringa/ui/desk"

	"github.com/spf13/cobra"
)

func (c *cli) compareCommand() *cobra.Command {
	return c.command(c.Say.Command.Compare, c.exactly(2), func(args []string) error {
		var plans [2]model.Plan
		for i, path := range args {
			p, err := c.readAny(path)
			if err != nil {
				return err
			}
			plans[i] = p
		}
		return c.printComparison(args, plans, plan.Compare(plans[0], plans[1]))
	})
}

// readAny reads a plan, or the plan inside a workbook with the board's edits in it.
func (c *cli) readAny(path string) (model.Plan, error) {
	if !strings.EqualFold(filepath.Ext(path), ".xlsx") {
		return c.read(path)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return model.Plan{}, desk.About{Path: path, Err: err}
	}
	in, err := xlsx.Read(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return model.Plan{}, desk.About{Path: path, Err: err}
	}
	return xlsx.Apply(in.Plan, in.Edits), nil
}

func (c *cli) printComparison(paths []string, plans [2]model.Plan, x plan.Comparison) error {
	names := []string{filepath.Base(paths[0]), filepath.Base(paths[1])}
	c.table(c.comparedResults(names, x))
	if a, b := plans[0].Months, plans[1].Months; a != b {
		fmt.Fprintln(c.Out, c.Say.Command.OtherMonths.With("a", c.Say.Span(float64(a)), "b", c.Say.Span(float64(b))))
	}
	for _, rows := range [][][]string{c.comparedAmounts(names, plans, x), c.comparedAssumptions(names, plans, x)} {
		if len(rows) > 1 {
			fmt.Fprintln(c.Out)
			c.table(rows)
		}
	}
	return nil
}

// comparedResults sets side by side what is asked for, spent and brought back. A difference is that
// of the figures as they are shown.
func (c *cli) comparedResults(names []string, x plan.Comparison) [][]string {
	say, figures := &c.Say.Budget, c.Say.Figures.Names
	rows := [][]string{{"", names[0], names[1], c.Say.Command.Difference}}
	money := func(label string, a, b float64) {
		rows = append(rows, []string{label, c.Say.Result(a), c.Say.Result(b),
			c.Say.Signed(wholeEuro(b) - wholeEuro(a))})
	}
	count := func(label string, a, b float64) {
		rows = append(rows, []string{label, c.Say.Count(a), c.Say.Count(b), c.Say.SignedCount(counted(b) - counted(a))})
	}
	share := func(label string, of func(plan.Yields) (float64, bool)) {
		var cells []string
		for _, y := range x.Total {
			cell := "–"
			if rate, ok := of(y); ok {
				cell = c.Say.ExpectedShare(rate, 0)
			}
			cells = append(cells, cell)
		}
		rows = append(rows, []string{label, cells[0], cells[1], ""})
	}
	money(say.Total, float64(x.Budget[0]), float64(x.Budget[1]))
	money(desk.Capital(figures["spend"]), x.Total[0].Cost, x.Total[1].Cost)
	count(say.PanelContacts, x.Total[0].More.Contacts, x.Total[1].More.Contacts)
	count(say.PanelCustomers, x.Total[0].More.Customers, x.Total[1].More.Customers)
	money(say.PanelCash, x.Total[0].More.Cashed, x.Total[1].More.Cashed)
	money(say.PanelMargin, x.Total[0].More.Margin, x.Total[1].More.Margin)
	share(desk.Capital(figures["return.by_end"]), plan.Yields.ReturnByEnd)
	share(desk.Capital(figures["return.all_in"]), plan.Yields.Return)
	return rows
}

// wholeEuro is a sum of cents as Result shows it.
func wholeEuro(cents float64) float64 {
	if math.Abs(cents) < 9999.5 {
		return math.Round(cents)
	}
	return 100 * math.Round(cents/100)
}

// counted is a number of contacts or customers as Count shows it.
func counted(x float64) float64 {
	if math.Abs(x) < 9.95 {
		return math.Round(10*x) / 10
	}
	return math.Round(x)
}

// comparedAmounts are the channels that do not get the same.
func (c *cli) comparedAmounts(names []string, plans [2]model.Plan, x plan.Comparison) [][]string {
	rows := [][]string{{c.Say.Budget.Channel, names[0], names[1], c.Say.Command.Difference}}
	for _, ch := range x.Channels {
		if a, b := ch.Amount[0], ch.Amount[1]; a != b || !ch.In[0] || !ch.In[1] {
			rows = append(rows, []string{c.channelIn(plans, ch.ID), c.Say.Money(a), c.Say.Money(b),
				c.Say.Signed(float64(b - a))})
		}
	}
	return rows
}

// channelIn is what a channel is called in the first of two plans that has it.
func (c *cli) channelIn(plans [2]model.Plan, id model.ChannelID) string {
	for _, p := range plans {
		if i := p.Channel(id); i >= 0 {
			return templates.ChannelName(p.Channels[i], c.Say.Tag)
		}
	}
	return string(id)
}

// comparedAssumptions are the figures that are not the same.
func (c *cli) comparedAssumptions(names []string, plans [2]model.Plan, x plan.Comparison) [][]string {
	rows := [][]string{{c.Say.Command.Assumptions, names[0], names[1]}}
	for _, d := range x.Assumptions {
		name := desk.First(c.Say.Command.Compared[d.Field], c.Say.Whatif.Fields[d.Field], c.Say.Errors.Members[d.Field],
			d.Field)
		if d.Channel != "" {
			name = c.channelIn(plans, d.Channel) + ": " + name
		}
		a, b := c.values(d.A), c.values(d.B)
		switch d.Field {
		case "scenario":
			a, b = desk.ScenarioName(c.Say, plan.ScenarioOf(plans[0])),
				desk.ScenarioName(c.Say, plan.ScenarioOf(plans[1]))
		case "kind":
			a, b = c.kind(d.A[0].Text), c.kind(d.B[0].Text)
		}
		rows = append(rows, []string{name, a, b})
	}
	return rows
}

// kind is what a way of selling is called.
func (c *cli) kind(id string) string {
	say := &c.Say.Company
	return map[string]string{string(model.B2B): say.KindB2B, string(model.Local): say.KindLocal,
		string(model.Orders): say.KindOrders}[id]
}

// values are a figure, or its low, base and high.
func (c *cli) values(list []model.Value) string {
	if len(list) == 0 {
		return "…"
	}
	var texts []string
	for _, v := range list {
		texts = append(texts, c.Say.Value(v))
	}
	return strings.Join(texts, " · ")
}
