// compare: two plans.

package verb

import (
	"bytes"
	"fmt"
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
	say := &c.Say.Command
	signed := func(a, b float64) string { return c.Say.Signed(b - a) }
	rows := [][]string{{"", filepath.Base(paths[0]), filepath.Base(paths[1]), say.Difference}}
	money := func(label string, a, b float64) {
		rows = append(rows, []string{label, c.Say.Result(a), c.Say.Result(b), signed(a, b)})
	}
	count := func(label string, a, b float64) {
		rows = append(rows, []string{label, c.Say.Count(a), c.Say.Count(b), c.Say.SignedCount(b - a)})
	}
	money(c.Say.Budget.Total, float64(x.Budget[0]), float64(x.Budget[1]))
	count(c.Say.Budget.PanelContacts, x.Total[0].More.Contacts, x.Total[1].More.Contacts)
	count(c.Say.Budget.PanelCustomers, x.Total[0].More.Customers, x.Total[1].More.Customers)
	money(c.Say.Budget.PanelCash, x.Total[0].More.Cashed, x.Total[1].More.Cashed)
	money(c.Say.Budget.PanelMargin, x.Total[0].More.Margin, x.Total[1].More.Margin)
	c.table(rows)
	rows = [][]string{{c.Say.Budget.Channel, filepath.Base(paths[0]), filepath.Base(paths[1]), say.Difference}}
	for _, ch := range x.Channels {
		if ch.Amount[0] == ch.Amount[1] && ch.In[0] && ch.In[1] {
			continue
		}
		name := string(ch.ID)
		for _, p := range plans {
			if i := p.Channel(ch.ID); i >= 0 {
				name = templates.ChannelName(p.Channels[i], c.Say.Tag)
			}
		}
		rows = append(rows, []string{name, c.Say.Money(ch.Amount[0]), c.Say.Money(ch.Amount[1]),
			signed(float64(ch.Amount[0]), float64(ch.Amount[1]))})
	}
	if len(rows) > 1 {
		fmt.Fprintln(c.Out)
		c.table(rows)
	}
	rows = [][]string{{say.Assumptions, filepath.Base(paths[0]), filepath.Base(paths[1])}}
	for _, d := range x.Assumptions {
		name := c.Say.Whatif.Fields[d.Field]
		if name == "" {
			name = desk.First(c.Say.Errors.Members[d.Field], d.Field)
		}
		if d.Channel != "" {
			for _, p := range plans {
				if i := p.Channel(d.Channel); i >= 0 {
					name = templates.ChannelName(p.Channels[i], c.Say.Tag) + ": " + name
					break
				}
			}
		}
		rows = append(rows, []string{name, c.values(d.A), c.values(d.B)})
	}
	if len(rows) > 1 {
		fmt.Fprintln(c.Out)
		c.table(rows)
	}
	return nil
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
