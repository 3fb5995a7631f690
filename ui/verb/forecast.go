// forecast: what a plan brings.

package verb

import (
	"fmt"
	"strings"

	"arringa/model"
	"arringa/plan"
	"arringa/templates"
	"arringa/ui/desk"
	"arringa/ui/draw"

	"github.com/spf13/cobra"
)

// The JSON of a forecast; docs/results.md explains every member. Sums of money are in
// cents: whole where they are spent, with decimals where they are results.
type (
	forecastJSON struct {
		Plan     string           `json:"plan"`
		Scenario model.ScenarioID `json:"scenario"`
		Start    model.Month      `json:"start"`
		Months   int              `json:"months"`
		Customer customerJSON     `json:"customer"`
		Baseline float64          `json:"baseline_customers"`
		Carried  float64          `json:"carried_customers"`
		Total    yieldsJSON       `json:"total"`
		Payback  *model.Month     `json:"payback_month"`
		AllIn    *model.Month     `json:"all_in_month"`
		Peak     float64          `json:"peak_outlay_cents"`
		PeakAt   *model.Month     `json:"peak_month"`
		Channels []channelJSON    `json:"channels"`
		Figures  []figureJSON     `json:"figures"`
	}
	figureJSON struct {
		ID      string          `json:"id"`
		Channel model.ChannelID `json:"channel,omitzero"`
		Value   float64         `json:"value"`
		Unit    plan.Unit       `json:"unit"`
		Period  plan.Period     `json:"period"`
		Scope   plan.Scope      `json:"scope"`
		Low     *float64        `json:"low,omitzero"`
		High    *float64        `json:"high,omitzero"`
		By      *model.Month    `json:"by,omitzero"`
	}
	customerJSON struct {
		FirstYear float64 `json:"first_year_margin_cents"`
		Lifetime  float64 `json:"lifetime_margin_cents"`
	}
	yieldsJSON struct {
		Spend  model.Money `json:"spend_cents"`
		Cost   float64     `json:"cost_cents"`
		Plan   yieldJSON   `json:"plan"`
		Zero   yieldJSON   `json:"zero_spend"`
		More   yieldJSON   `json:"incremental"`
		Return *float64    `json:"return"`
		ByEnd  *float64    `json:"return_by_end"`
		CAC    *float64    `json:"cac_cents"`
	}
	yieldJSON struct {
		Contacts  float64 `json:"contacts"`
		Arrived   float64 `json:"contacts_by_end"`
		Customers float64 `json:"customers"`
		Won       float64 `json:"customers_won"`
		Open      float64 `json:"customers_open"`
		Later     float64 `json:"customers_later"`
		Margin    float64 `json:"margin_cents"`
		Cashed    float64 `json:"cash_by_end_cents"`
		Lifetime  float64 `json:"lifetime_margin_cents"`
	}
	channelJSON struct {
		ID       model.ChannelID `json:"id"`
		Name     string          `json:"name"`
		Yields   yieldsJSON      `json:",embed"`
		LeftOver float64         `json:"left_over_contacts"`
		Next     nextJSON        `json:"next_thousand"`
		Months   []monthJSON     `json:"by_month"`
	}
	nextJSON struct {
		Contacts float64 `json:"contacts"`
		Margin   float64 `json:"margin_cents"`
		Lifetime float64 `json:"lifetime_margin_cents"`
	}
	monthJSON struct {
		Month     model.Month `json:"month"`
		Spend     model.Money `json:"spend_cents"`
		Effective float64     `json:"effective_spend_cents"`
		Contacts  float64     `json:"contacts"`
		Idle      float64     `json:"contacts_zero_spend"`
		Added     float64     `json:"contacts_incremental"`
		Won       float64     `json:"customers_won"`
		IdleWon   float64     `json:"customers_won_zero_spend"`
		Margin    float64     `json:"incremental_margin_cents"`
	}
)

func (c *cli) forecastCommand() *cobra.Command {
	var asJSON bool
	var id string
	cmd := c.command(c.Say.Command.Forecast, c.exactly(1), func(args []string) error {
		p, err := c.read(args[0])
		if err != nil {
			return err
		}
		s, err := c.scenario(p, id)
		if err != nil {
			return err
		}
		o := plan.Forecast(p, s)
		if asJSON {
			return c.printJSON(forecastResult(c.Say, p, s, o))
		}
		return c.printForecast(p, s, o)
	})
	cmd.Flags().BoolVar(&asJSON, "json", false, c.Say.Command.Flags["json"])
	cmd.Flags().StringVar(&id, "scenario", "", c.Say.Command.Flags["scenario"])
	return cmd
}

// scenario is the scenario asked for; without one, the plan's own.
func (c *cli) scenario(p model.Plan, id string) (model.Scenario, error) {
	if id == "" {
		return plan.ScenarioOf(p), nil
	}
	s := plan.FindScenario(p, model.ScenarioID(id))
	if string(s.ID) != id {
		return s, desk.UsageError{Text: c.Say.Errors.UnknownScenario.With("id", id, "known",
			strings.Join(scenarioIDs(p), ", "))}
	}
	return s, nil
}

// scenarioIDs are the scenarios that a plan can be forecast in.
func scenarioIDs(p model.Plan) []string {
	var ids []string
	for _, s := range desk.AllScenarios(p) {
		ids = append(ids, string(s.ID))
	}
	return ids
}

func forecastResult(say *templates.Texts, p model.Plan, s model.Scenario, o plan.Outlook) forecastJSON {
	next := plan.NextThousand(p, s)
	r := forecastJSON{
		Plan: p.Name, Scenario: s.ID, Start: p.Start, Months: p.Months,
		Customer: customerJSON{o.FirstYearMargin, o.LifetimeMargin}, Baseline: o.Baseline, Carried: o.Carried,
		Total: yields(o.Total), Payback: planMonth(p, o.PaybackMonth), AllIn: planMonth(p, o.AllIn), Peak: o.PeakOutlay,
		PeakAt:   planMonth(p, o.PeakMonth),
		Channels: []channelJSON{},
	}
	for i, ch := range o.Channels {
		out := channelJSON{
			ID: ch.ID, Name: templates.ChannelName(p.Channels[i], say.Tag), Yields: yields(ch.Yields),
			LeftOver: ch.More.Contacts - ch.More.Arrived,
			Next:     nextJSON{next[i].Contacts, next[i].Margin, next[i].Lifetime},
		}
		perContact := p.Channels[i].ConversionOf(p.Company).Base * o.FirstYearMargin
		for m, x := range ch.Months {
			out.Months = append(out.Months, monthJSON{p.Start + model.Month(m), x.Spend, x.Effective, x.Contacts,
				x.Idle, x.Added, x.Won, x.IdleWon, x.Margin(perContact)})
		}
		r.Channels = append(r.Channels, out)
	}
	for _, f := range plan.Figures(p, s, o, plan.Uncertainty(p, s)) {
		out := figureJSON{ID: f.ID, Channel: f.Channel, Value: f.Value, Unit: f.Unit, Period: f.Period, Scope: f.Scope}
		if f.Band != nil {
			out.Low, out.High = &f.Band.Low, &f.Band.High
		}
		if f.By != 0 {
			out.By = &f.By
		}
		r.Figures = append(r.Figures, out)
	}
	return r
}

// planMonth is the calendar month of a month of the plan, 1 being the first; none for 0.
func planMonth(p model.Plan, m int) *model.Month {
	if m == 0 {
		return nil
	}
	at := p.Start + model.Month(m-1)
	return &at
}

func yields(y plan.Yields) yieldsJSON {
	out := yieldsJSON{Spend: y.Spend, Cost: y.Cost, Plan: yieldJSON(y.Plan), Zero: yieldJSON(y.Zero),
		More: yieldJSON(y.More)}
	if r, ok := y.Return(); ok {
		out.Return = &r
	}
	if r, ok := y.ReturnByEnd(); ok {
		out.ByEnd = &r
	}
	if cac, ok := y.CAC(); ok {
		out.CAC = &cac
	}
	return out
}

func (c *cli) printForecast(p model.Plan, s model.Scenario, o plan.Outlook) error {
	say := &c.Say.Command
	fmt.Fprintln(c.Out, say.ForecastTitle.With("name", p.Name, "scenario", desk.ScenarioName(c.Say, s)))
	fmt.Fprintln(c.Out)
	rows, ranges := [][]string{say.ForecastHead}, plan.Uncertainty(p, s)
	row := func(name string, y plan.Yields, contacts, customers, margin plan.Band) {
		cac := "–"
		if x, ok := y.CAC(); ok {
			cac = c.Say.Expected(x, templates.StepOf(x))
		}
		rows = append(rows, []string{
			name, c.Say.Money(y.Spend), c.Say.ExpectedCount(y.More.Contacts, stepOf(contacts)),
			c.Say.ExpectedCount(y.More.Customers, stepOf(customers)),
			c.Say.Expected(y.More.Margin, stepOf(margin)), cac,
		})
	}
	for i, ch := range o.Channels {
		row(templates.ChannelName(p.Channels[i], c.Say.Tag), ch.Yields, ranges.Channels[i].Contacts,
			ranges.Channels[i].Customers, ranges.Channels[i].Margin)
	}
	row(say.ForecastTotal, o.Total, ranges.Contacts, ranges.Customers, ranges.Margin)
	c.table(rows)
	fmt.Fprintln(c.Out, say.ForecastRounded)
	if cost := o.Total.Cost; cost != float64(o.Total.Spend) {
		fmt.Fprintln(c.Out, say.ForecastVAT.With("cost", c.Say.Result(cost)))
	}
	fmt.Fprintln(c.Out)
	p.Scenario = s.ID
	d := &desk.Desk{Stage: &desk.Stage{Say: c.Say}, Work: plan.NewEditor(p)}
	d.Foresee()
	for _, text := range d.ResultText() {
		fmt.Fprintln(c.Out, text)
	}
	fmt.Fprintf(c.Out, "%s: %s\n", c.Say.Budget.PanelPeak, c.Say.Expected(o.PeakOutlay, templates.StepOf(o.PeakOutlay)))
	return nil
}

// stepOf is what a figure with a range is rounded to.
func stepOf(b plan.Band) float64 { return templates.Step(b.Low, b.High) }

// table prints rows with the first column to the left and the figures to the right.
func (c *cli) table(rows [][]string) {
	widths := make([]int, len(rows[0]))
	for _, row := range rows {
		for i, cell := range row {
			widths[i] = max(widths[i], draw.Width(cell))
		}
	}
	for _, row := range rows {
		line := draw.Fit(row[0], widths[0])
		for i, cell := range row[1:] {
			line += "  " + draw.FitRight(cell, widths[i+1])
		}
		fmt.Fprintln(c.Out, strings.TrimRight(line, " "))
	}
}
