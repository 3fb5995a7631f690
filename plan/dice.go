package plan

import (
	"math"

	"arringa/model"
)

// dice are the futures of a plan: what is common to all channels, and what it takes to draw
// theirs.
type dice struct {
	market, sales, causes []float64 // what the channels' luck has in common: contacts, conversion, additional share
	company               []float64 // the luck of the company's conversion
	reckoning             []float64 // a factor on all that is added
	worth                 []float64 // what a customer is worth against what was said
	scratch               []float64
}

func newDice(common shared) dice {
	d := dice{market: normals("contacts"), sales: normals("conversion"), causes: normals("additional"),
		scratch: make([]float64, Draws)}
	d.company = correlated(d.sales, "company conversion")
	d.reckoning = values(common.reckoning, math.Inf(1), normals("reckoning"))
	d.worth = values(common.order, math.Inf(1), normals("order"))
	if m := common.margin.Base; m > 0 {
		margin := values(common.margin, 1, normals("margin"))
		for i := range d.worth {
			d.worth[i] *= margin[i] / m
		}
	}
	return d
}

// added draws a channel's additional contacts, a month at the reference spend.
func (d *dice) added(c model.Channel) []float64 {
	luck := values(c.Figures.Contacts, math.Inf(1), correlated(d.market, "contacts of "+string(c.ID)))
	if a := c.Figures.Additional; a.Low == a.High {
		for i := range luck {
			luck[i] *= a.Base
		}
	} else {
		times(luck, values(a, 1, correlated(d.causes, "additional of "+string(c.ID))))
	}
	times(luck, d.reckoning)
	return luck
}

// conversions draws the share of a channel's contacts that become customers.
func (d *dice) conversions(c model.Channel, in model.Company) []float64 {
	z := d.company
	if c.Figures.Conversion != nil {
		z = correlated(d.sales, "conversion of "+string(c.ID))
	}
	return values(c.ConversionOf(in), 1, z)
}

// band reads the percentiles of draws and leaves them as they are.
func (d *dice) band(x []float64) Band {
	copy(d.scratch, x)
	return band(d.scratch)
}
