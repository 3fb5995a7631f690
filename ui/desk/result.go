// What the plan in hand brings, in words.

package desk

import (
	"math"
	"strings"

	"arringa/model"
	"arringa/plan"
	"arringa/templates"
)

// ResultText is what the plan brings: who comes; what comes back; what that returns, and how sure it
// is; and why to look twice, where there is reason to. Each figure says by when it is in.
func (d *Desk) ResultText() []string {
	say, o, step := &d.Say.Budget, d.Outlook(), d.Rounding()
	y, end := o.Total, d.End()
	count := d.Say.ExpectedCount
	after := ""
	if later := count(y.More.Customers-y.More.Won, step.Customers); later != "0" {
		after = say.After.With("open", later)
	}
	comes := say.Brings.With("end", end, "contacts", count(y.More.Arrived, step.Contacts), "anyway",
		count(y.Anyway(), step.Contacts),
		"signed", count(y.More.Won, step.Customers), "after", after)
	texts := []string{d.Say.Singular(comes), d.backText(end, step.Money), strings.Join(d.returnsText(step.Return),
		" · ")}
	if doubts := d.doubts(); len(doubts) > 0 {
		texts = append(texts, strings.Join(doubts, " · "))
	}
	return texts
}

// End is the last month of the plan.
func (d *Desk) End() string { return d.Say.Month(d.Plan().Start + model.Month(d.Plan().Months-1)) }

// AllIn is the month by which all that the plan's spend causes is in; empty where nothing is.
func (d *Desk) AllIn() string {
	if at := d.Outlook().AllIn; at > 0 {
		return d.Say.Month(d.Plan().Start + model.Month(at-1))
	}
	return ""
}

// backText is the margin that comes back, by the end and in all.
func (d *Desk) backText(end string, step float64) string {
	say, more := &d.Say.Budget, d.Outlook().Total.More
	switch at := d.Outlook().AllIn; {
	case at == 0:
		return say.NothingBack
	case at <= d.Plan().Months:
		return say.BackByEnd.With("cash", d.Say.Expected(more.Cashed, step), "end", end)
	}
	return say.Back.With("cash", d.Say.Expected(more.Cashed, step), "end", end, "all", d.AllIn(), "margin",
		d.Say.Expected(more.Margin, step))
}

// returnsText is what the spend returns, by when it is back, and the chances of that.
func (d *Desk) returnsText(step float64) []string {
	say, y := &d.Say.Budget, d.Outlook().Total
	all, ok := y.Return()
	if !ok {
		return nil
	}
	byEnd, _ := y.ReturnByEnd()
	texts := []string{say.Returns.With("by_end", d.Say.ExpectedShare(byEnd, step), "return",
		d.Say.ExpectedShare(all, step)), d.Payback()}
	if r, ok := d.Ranges(); ok {
		texts = append(texts, say.Pays.With("by_end", d.Say.Chance(r.PaysByEnd), "ever", d.Say.Chance(r.Pays)))
	}
	return texts
}

// BestBrings says what the best split is worth beside today's, and, where it gives out more or less,
// what either spends over the plan's months, VAT that is not recovered included.
func BestBrings(say *templates.Texts, p, best model.Plan, before, after string) string {
	was, is := plan.Forecast(p, plan.ScenarioOf(p)).Total.Cost, plan.Forecast(best, plan.ScenarioOf(best)).Total.Cost
	if math.Abs(is-was) < 100 {
		return say.Proposal.Brings.With("before", before, "after", after)
	}
	return say.Proposal.BringsSpending.With("before", before, "after", after, "was", say.Result(was), "is",
		say.Result(is), "moves", say.Signed(is-was), "span", say.Span(float64(p.Months)))
}

// doubts is why one should look twice.
func (d *Desk) doubts() []string {
	var texts []string
	guessed, tooGood := d.Doubts()
	if guessed >= 0.3 {
		texts = append(texts, d.Say.Budget.Guessed.With("share", d.Say.Share(guessed)))
	}
	if tooGood {
		texts = append(texts, d.Say.Budget.TooGood)
	}
	return texts
}

// Payback says by when the spend is back.
func (d *Desk) Payback() string {
	say, o := &d.Say.Budget, d.Outlook()
	if o.PaybackMonth == 0 {
		return say.NoPayback
	}
	return say.PaysBack.With("month", d.Say.Month(d.Plan().Start+model.Month(o.PaybackMonth-1)))
}

// ScenarioName is what a scenario is called: the catalogue's name of a built-in one, or
// the manager's own.
func ScenarioName(say *templates.Texts, s model.Scenario) string {
	if name, ok := say.Command.Scenarios[string(s.ID)]; ok {
		return name
	}
	return s.Name
}

// AllScenarios are the built-in scenarios and the manager's own.
func AllScenarios(p model.Plan) []model.Scenario {
	return append(plan.BuiltIn(p), p.Scenarios...)
}

// ShortName is what tables call a channel: the manager's name for it, or the catalogue's
// short one.
func (d *Desk) ShortName(c model.Channel) string {
	if words, ok := templates.FindChannel(c.ID); ok && c.Name == "" {
		return words.Short.In(d.Say.Tag)
	}
	return d.Name(c)
}

// ChannelNamed is what a channel is called, in the plan or not.
func (d *Desk) ChannelNamed(id model.ChannelID) string {
	if i := d.Plan().Channel(id); i >= 0 {
		return d.Name(d.Plan().Channels[i])
	}
	return templates.ChannelName(model.Channel{ID: id}, d.Say.Tag)
}

// First is the first text that is not empty.
func First(texts ...string) string {
	for _, t := range texts {
		if t != "" {
			return t
		}
	}
	return ""
}
