// To what the figures of a page are rounded.

package desk

import (
	"arringa/plan"
	"arringa/templates"
)

// Rounding is the steps to which what a plan brings is rounded: one page rounds all its figures
// of a kind alike.
type Rounding struct {
	Money               float64 // cents
	Contacts, Customers float64
	Return              float64 // a share
}

// Rounding is what the ranges of the plan in hand allow; while they are being worked out, what
// those of the plan as it was allowed, so that no figure changes its shape in between.
func (d *Desk) Rounding() Rounding {
	if d.Known == nil {
		return RoundingOf(d.Outlook(), plan.Ranges{})
	}
	return RoundingOf(d.Outlook(), d.Known.Ranges)
}

// RoundingOf is what a plan's ranges allow; without ranges, what the reckoning itself does.
func RoundingOf(o plan.Outlook, r plan.Ranges) Rounding {
	y := o.Total
	step := func(b plan.Band, x float64) float64 {
		if s := templates.Step(b.Low, b.High); s > 0 {
			return s
		}
		return templates.StepOf(x)
	}
	x := Rounding{Money: step(r.Margin, y.More.Margin), Contacts: step(r.Contacts, y.More.Contacts),
		Customers: step(r.Customers, y.More.Customers)}
	if y.Cost > 0 {
		x.Return = step(plan.Band{Low: r.Margin.Low / y.Cost, High: r.Margin.High / y.Cost}, y.More.Margin/y.Cost)
	}
	return x
}
