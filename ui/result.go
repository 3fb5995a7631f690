package ui

import (
	"strconv"
	"strings"

	"arringa/model"
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
