package xlsx

// On the workings: a channel's year over its months, to the cent.

import (
	"math"

	"arringa/model"
	"arringa/plan"
	"arringa/plan/xlsx/formula"
	"arringa/plan/xlsx/look"
	"arringa/plan/xlsx/part"
)

// splitCells are a channel's year in cents, by month of the plan.
type splitCells struct {
	year   formula.Num
	cents  [12]formula.Num
	period formula.Num // over the horizon
}

// placeSplit splits a channel's year over twelve months by the largest remainder, in whole
// cents: see model.Money.Split. A month gets one of the cents that remain when fewer months
// than there are cents have a larger remainder, or the same and come before.
func placeSplit(b *entries, s *part.Sheet, i int) (k splitCells) {
	e, c, row := &b.channels[i], b.plan.Channels[i], workFirst+i
	k.year = s.Num(kYear, row, look.Whole|look.Row, formula.Calc(float64(c.Amount), "ROUND(%s*100,0)", e.amount))
	shares, sum := b.placeShares(s, i)
	weight := s.Num(kTotal, row, look.Whole|look.Row, formula.Calc(sum, "SUM(%s)", s.Line(kWeights, kWeights+11, row)))
	var rest [12]formula.Num
	rests := 0.0
	for m, share := range shares {
		x := k.year.X*share.X - math.Floor(k.year.X*share.X/sum)*sum
		rests += x
		rest[m] = s.Num(kRests+m, row, look.Whole|look.Row,
			formula.Calc(x, "%[1]s*%[2]s-INT(%[1]s*%[2]s/%[3]s)*%[3]s", k.year, share, weight))
	}
	line := s.Line(kRests, kRests+11, row)
	left := s.Num(kLeft, row, look.Whole|look.Row,
		formula.Calc(math.Round(rests/sum), "ROUND(SUM(%s)/%s,0)", line, weight))
	months := plan.MonthsOf(b.plan, i)
	for m, share := range shares {
		rank := `COUNTIF(` + line.String() + `,">"&` + rest[m].F + `)`
		if m > 0 {
			rank += `+COUNTIF(` + s.Line(kRests, kRests+m-1, row).String() + `,` + rest[m].F + `)`
		}
		k.cents[m] = s.Num(kCents+m, row, look.Whole|look.Row, formula.Calc(float64(months[m]),
			"INT(%s*%s/%s)+IF(%s<%s,1,0)", k.year, share, weight, formula.Num{F: rank}, left))
	}
	k.period = placePeriod(b, s, row, months)
	return k
}

// placeShares writes the weights of a channel's months, all alike where there are none, and
// returns their sum.
func (b *entries) placeShares(s *part.Sheet, i int) (shares [12]formula.Num, sum float64) {
	e, row := &b.channels[i], workFirst+i
	weights := b.plan.Channels[i].Calendar.MonthWeights(b.plan.Company.Season)
	var all int64
	for _, w := range weights {
		all += w
	}
	for m := range shares {
		x := float64(weights[(b.plan.Start + model.Month(m)).Index()])
		if all == 0 {
			x = 1
		}
		sum += x
		shares[m] = s.Num(kWeights+m, row, look.Whole|look.Row,
			formula.Calc(x, "IF(SUM(%s)=0,1,%s)", e.weightLine, e.weights[m]))
	}
	return shares, sum
}

// placePeriod adds a channel's months up over the horizon.
func placePeriod(b *entries, s *part.Sheet, row int, months [12]model.Money) formula.Num {
	period := 0.0
	for m := range b.plan.Months {
		period += float64(months[m%12])
	}
	first := "0"
	if r := b.plan.Months % 12; r > 0 {
		first = "SUM(" + s.Line(kCents, kCents+r-1, row).String() + ")"
	}
	return s.Num(kPeriod, row, look.Whole|look.Row, formula.Calc(period, "%d*SUM(%s)+%s",
		b.plan.Months/12, s.Line(kCents, kCents+11, row), first))
}
