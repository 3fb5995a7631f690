// optimise and cuts.

package verb

import (
	"fmt"
	"strings"

	"arringa/model"
	"arringa/plan"
	"arringa/plan/file"
	"arringa/templates"
	"arringa/ui/desk"

	"github.com/spf13/cobra"
)

// The JSON of the best split and of the cuts; docs/results.md explains every member.
type (
	optimiseJSON struct {
		Objective plan.Objective     `json:"objective"`
		Scenario  model.ScenarioID   `json:"scenario"`
		Feasible  bool               `json:"feasible"`
		Before    float64            `json:"before"`
		After     float64            `json:"after"`
		Exact     float64            `json:"exact"`
		Bound     float64            `json:"bound"`
		Gap       float64            `json:"gap"`
		Pot       model.Money        `json:"pot_cents"`
		Channels  []optimisedChannel `json:"channels"`
	}
	optimisedChannel struct {
		ID      model.ChannelID `json:"id"`
		Before  model.Money     `json:"before_cents"`
		After   model.Money     `json:"after_cents"`
		Binding plan.Binding    `json:"binding"`
	}
	cutJSON struct {
		Share    float64      `json:"share"`
		Amount   model.Money  `json:"amount_cents"`
		Possible bool         `json:"possible"`
		Even     *cutLossJSON `json:"even"`
		Best     *cutLossJSON `json:"least_harmful"`
	}
	cutLossJSON struct {
		Contacts  float64                         `json:"contacts_lost"`
		Customers float64                         `json:"customers_lost"`
		Margin    float64                         `json:"margin_lost_cents"`
		Saved     float64                         `json:"spend_saved_cents"`
		Given     map[model.ChannelID]model.Money `json:"given_up_cents"`
	}
)

func (c *cli) optimiseCommand() *cobra.Command {
	var asJSON bool
	var objective, scenario, out string
	cmd := c.command(c.Say.Command.Optimise, c.exactly(1), func(args []string) error {
		p, err := c.read(args[0])
		if err != nil {
			return err
		}
		o := plan.Objective(objective)
		if objective == "" {
			o = plan.FirstYear
		}
		var known []string
		for _, x := range plan.Objectives {
			known = append(known, string(x))
		}
		if !strings.Contains(" "+strings.Join(known, " ")+" ", " "+string(o)+" ") {
			return desk.UsageError{Text: c.Say.Errors.UnknownObjective.With("id", objective, "known",
				strings.Join(known, ", "))}
		}
		s, err := c.scenario(p, scenario)
		if err != nil {
			return err
		}
		best, proof := plan.Optimise(p, s, o)
		if out != "" {
			if _, err := file.Create(withExtension(out), best); err != nil {
				return desk.About{Path: out, Err: err}
			}
		}
		if asJSON {
			return c.printJSON(optimised(p, best, proof, s, o))
		}
		return c.printOptimised(p, best, proof, o)
	})
	cmd.Flags().BoolVar(&asJSON, "json", false, c.Say.Command.Flags["json"])
	cmd.Flags().StringVar(&objective, "objective", "", c.Say.Command.Flags["objective"])
	cmd.Flags().StringVar(&scenario, "scenario", "", c.Say.Command.Flags["scenario"])
	cmd.Flags().StringVarP(&out, "output", "o", "", c.Say.Command.Flags["output"])
	return cmd
}

func optimised(p, best model.Plan, proof plan.Proof, s model.Scenario, o plan.Objective) optimiseJSON {
	r := optimiseJSON{
		Objective: o, Scenario: s.ID, Feasible: proof.Feasible, Before: proof.Before, After: proof.After,
		Exact: proof.Exact, Bound: proof.Bound,
		Gap: proof.Gap(), Pot: best.Pot(), Channels: []optimisedChannel{},
	}
	for i, ch := range p.Channels {
		r.Channels = append(r.Channels, optimisedChannel{ch.ID, ch.Amount, best.Channels[i].Amount, proof.Binding[i]})
	}
	return r
}

func (c *cli) printOptimised(p, best model.Plan, proof plan.Proof, o plan.Objective) error {
	say := &c.Say.Proposal
	fmt.Fprintln(c.Out, say.Objectives[string(o)])
	if !proof.Feasible {
		fmt.Fprintln(c.Out, say.NotFeasible)
		return errFound
	}
	fmt.Fprintln(c.Out)
	rows := [][]string{{c.Say.Budget.Channel, say.Today, say.Best, say.Moves, say.Why}}
	for i, ch := range p.Channels {
		is := best.Channels[i].Amount
		rows = append(rows, []string{templates.ChannelName(ch, c.Say.Tag), c.Say.Money(ch.Amount), c.Say.Money(is),
			c.Say.Signed(float64(is - ch.Amount)), say.Bindings[string(proof.Binding[i])]})
	}
	if was, is := p.Pot(), best.Pot(); was != 0 || is != 0 {
		rows = append(rows, []string{c.Say.Budget.Pot, c.Say.Money(was), c.Say.Money(is),
			c.Say.Signed(float64(is - was)), ""})
	}
	c.table(rows)
	write := c.Say.Result
	if o == plan.Customers {
		write = c.Say.Count
	}
	fmt.Fprintln(c.Out)
	fmt.Fprintln(c.Out, desk.BestBrings(c.Say, p, best, write(proof.Before), write(proof.After)))
	text := say.Proved
	if proof.Gap() >= 1e-6 {
		text = say.Nearly.With("gap", c.Say.Share(proof.Gap()))
	}
	_, err := fmt.Fprintln(c.Out, text)
	return err
}

func (c *cli) cutsCommand() *cobra.Command {
	var asJSON bool
	var scenario string
	cmd := c.command(c.Say.Command.Cuts, c.exactly(1), func(args []string) error {
		p, err := c.read(args[0])
		if err != nil {
			return err
		}
		s, err := c.scenario(p, scenario)
		if err != nil {
			return err
		}
		cuts := plan.Cuts(p, s)
		if asJSON {
			return c.printJSON(cutsResult(cuts))
		}
		return c.printCuts(p, cuts)
	})
	cmd.Flags().BoolVar(&asJSON, "json", false, c.Say.Command.Flags["json"])
	cmd.Flags().StringVar(&scenario, "scenario", "", c.Say.Command.Flags["scenario"])
	return cmd
}

// printCuts prints what each cut saves and loses, both over the plan's months.
func (c *cli) printCuts(p model.Plan, cuts []plan.Cut) error {
	say := &c.Say.Whatif
	rows := [][]string{{say.Cut, say.Saved, say.LostEven, say.LostBest, say.LostCustomers}}
	for _, x := range cuts {
		name := say.CutOf.With("share", c.Say.Share(x.Share), "amount", c.Say.Money(x.Amount))
		if !x.Possible {
			rows = append(rows, []string{name, say.NotPossible, "", "", ""})
			continue
		}
		rows = append(rows, []string{name, c.Say.Result(x.Best.Saved), c.Say.Result(x.Even.Margin),
			c.Say.Result(x.Best.Margin), c.Say.Count(x.Best.Customers)})
	}
	c.table(rows)
	_, err := fmt.Fprintf(c.Out, "%s\n%s\n", say.AboutCuts.With("span", c.Say.Span(float64(p.Months))), say.CutsTake)
	return err
}

func cutsResult(cuts []plan.Cut) []cutJSON {
	loss := func(w plan.CutWay) *cutLossJSON {
		given := map[model.ChannelID]model.Money{}
		for i, ch := range w.Plan.Channels {
			given[ch.ID] = w.Given[i]
		}
		return &cutLossJSON{w.Contacts, w.Customers, w.Margin, w.Saved, given}
	}
	out := []cutJSON{}
	for _, x := range cuts {
		j := cutJSON{Share: x.Share, Amount: x.Amount, Possible: x.Possible}
		if x.Possible {
			j.Even, j.Best = loss(x.Even), loss(x.Best)
		}
		out = append(out, j)
	}
	return out
}
