package ui

import (
	"strconv"
	"strings"

	"arringa/model"
	"arringa/plan"
	"arringa/templates"
)

// resultText is what the plan brings, and what that costs.
func (d *desk) resultText() []string {
	say, o := &d.say.Budget, d.outlook()
	y := o.Total
	brings := say.Brings.With("months", strconv.Itoa(d.plan().Months), "contacts", d.say.Count(y.More.Contacts), "customers", d.say.Count(y.More.Customers), "margin", d.say.Result(y.More.Margin))
	var rest []string
	if r, ok := y.Return(); ok {
		rest = append(rest, say.Returns.With("return", d.say.SignedShare(r)))
	}
	if cac, ok := y.CAC(); ok {
		rest = append(rest, say.Costs.With("cac", d.say.Result(cac)))
	}
	rest = append(rest, d.payback())
	if r, ok := d.ranges(); ok && y.Cost > 0 {
		rest = append(rest, say.Pays.With("chance", d.say.Of100(r.Pays)))
	}
	guessed, tooGood := d.doubts()
	if guessed >= 0.3 {
		rest = append(rest, say.Guessed.With("share", d.say.Share(guessed)))
	}
	if tooGood {
		rest = append(rest, say.TooGood)
	}
	return []string{brings, strings.Join(rest, " · ")}
}

func (d *desk) payback() string {
	say, o := &d.say.Budget, d.outlook()
	if o.PaybackMonth == 0 {
		return say.NoPayback
	}
	return say.PaysBack.With("month", d.say.Month(d.plan().Start+model.Month(o.PaybackMonth-1)))
}

// scenarioName is what a scenario is called: the catalogue's name of a built-in one, or
// the manager's own.
func scenarioName(say *templates.Texts, s model.Scenario) string {
	if name, ok := say.Command.Scenarios[string(s.ID)]; ok {
		return name
	}
	return s.Name
}

// allScenarios are the built-in scenarios and the manager's own.
func allScenarios(p model.Plan) []model.Scenario {
	return append(plan.BuiltIn(p), p.Scenarios...)
}

// shortName is what tables call a channel: the manager's name for it, or the catalogue's
// short one.
func (d *desk) shortName(c model.Channel) string {
	if words, ok := templates.FindChannel(c.ID); ok && c.Name == "" {
		return words.Short.In(d.say.Tag)
	}
	return d.name(c)
}

// channelNamed is what a channel is called, in the plan or not.
func (d *desk) channelNamed(id model.ChannelID) string {
	if i := d.plan().Channel(id); i >= 0 {
		return d.name(d.plan().Channels[i])
	}
	return templates.ChannelName(model.Channel{ID: id}, d.say.Tag)
}

// first is the first text that is not empty.
func first(texts ...string) string {
	for _, t := range texts {
		if t != "" {
			return t
		}
	}
	return ""
}
