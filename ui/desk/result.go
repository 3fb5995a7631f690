// What the plan in hand brings, in words.

package desk

import (
	"strconv"
	"strings"

	"arringa/model"
	"arringa/plan"
	"arringa/templates"
)

// ResultText is what the plan brings, and what that costs.
func (d *Desk) ResultText() []string {
	say, o := &d.Say.Budget, d.Outlook()
	y := o.Total
	brings := say.Brings.With("months", strconv.Itoa(d.Plan().Months), "contacts", d.Say.Count(y.More.Contacts), "customers", d.Say.Count(y.More.Customers), "margin", d.Say.Result(y.More.Margin))
	var rest []string
	if r, ok := y.Return(); ok {
		rest = append(rest, say.Returns.With("return", d.Say.SignedShare(r)))
	}
	if cac, ok := y.CAC(); ok {
		rest = append(rest, say.Costs.With("cac", d.Say.Result(cac)))
	}
	rest = append(rest, d.Payback())
	if r, ok := d.Ranges(); ok && y.Cost > 0 {
		rest = append(rest, say.Pays.With("chance", d.Say.Of100(r.Pays)))
	}
	guessed, tooGood := d.Doubts()
	if guessed >= 0.3 {
		rest = append(rest, say.Guessed.With("share", d.Say.Share(guessed)))
	}
	if tooGood {
		rest = append(rest, say.TooGood)
	}
	return []string{brings, strings.Join(rest, " · ")}
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
