package xlsx

import (
	"fmt"
	"math"

	"arringa/model"
	"arringa/plan"
	"arringa/templates"
)

// The workings are a row a channel: what is worked out once of its figures, and how its
// year is split. The columns:
const (
	kName = iota + 1
	kCarryover
	kHalf
	kCeiling
	kLate
	kFraction
	kOpening
	kResults
	kResultsGradual
	kCost
	kCostGradual
	kYear    // cents
	kWeights // by month of the plan, twelve columns
	kRests   = kWeights + 12
	kTotal   = kRests + 12
	kLeft    = kTotal + 1
	kLast    = kLeft
	kFirst   = 8 // row of the first channel
	kHeadRow = kFirst - 1
)

// splitCells are where a channel's year stands split: the year in cents, the weight of a
// month of the plan, and how many cents remain.
func (b *book) splitCells(i int) (year string, weight func(m int) string, left string) {
	s, row := b.workings, kFirst+i
	return s.at(kYear, row), func(m int) string { return s.at(kWeights+m, row) }, s.at(kLeft, row)
}

func (b *book) splitTotal(i int) string { return b.workings.at(kTotal, kFirst+i) }

// splitRank is how many months come before month m when the remaining cents are handed
// out: those with a larger remainder, and the earlier ones with the same.
func (b *book) splitRank(i, m int) string {
	s, row := b.workings, kFirst+i
	own := s.at(kRests+m, row)
	rank := fmt.Sprintf(`COUNTIF(%s,">"&%s)`, s.span(kRests, row, kRests+11, row), own)
	if m > 0 {
		rank += fmt.Sprintf(`+COUNTIF(%s,%s)`, s.span(kRests, row, kRests+m-1, row), own)
	}
	return rank
}

// demandRow is the row of the workings with each month's demand; payRow and those below are
// of the cash.
const demandRow = 5

func (b *book) fillWorkings() {
	s, w, n := b.workings, b.words, b.plan.Months
	s.head(w.SheetWorkings, w.WorkingsAnswer, kLast)
	s.width(kName, kName, 34)
	s.width(kCarryover, kLast+plan.Beyond, 11)
	b.fillWorth()
	b.fillDemand(n + plan.Beyond)
	for at, label := range map[int]string{
		kName: w.Channel, kCarryover: w.Carryover, kHalf: w.HalfSaturation, kCeiling: w.Ceiling, kLate: w.WholeDelay, kFraction: w.RestOfDelay,
		kOpening: w.Opening, kResults: w.OnResults, kResultsGradual: w.Gradual, kCost: w.OnCost, kCostGradual: w.Gradual, kYear: w.YearInCents,
		kTotal: w.WeightTotal, kLeft: w.CentsLeft,
	} {
		s.text(at, kHeadRow, "head", label)
	}
	for m := range 12 {
		s.text(kWeights+m, kHeadRow, "head", w.WeightOf.With("month", b.say.ShortMonth(b.plan.Start+model.Month(m))))
		s.text(kRests+m, kHeadRow, "head", w.RestOf.With("month", b.say.ShortMonth(b.plan.Start+model.Month(m))))
	}
	for i, c := range b.plan.Channels {
		b.fillCurve(i, c)
		b.fillSplit(i, c)
	}
}

// fillWorth works out what a customer is worth and what a euro of spend costs.
func (b *book) fillWorth() {
	s, w, k := b.workings, b.words, &b.company
	o := b.outlook
	order := model.Multiplier{By: b.scenario.Order}.By
	s.text(1, 3, "dim", w.FirstYearMargin)
	s.formula(2, 3, "cents", fmt.Sprintf("(%s+MAX(%s-1,0)*%s)*%s*%s", k.firstOrder, k.perYear, k.order, k.margin, abs(11, 3)), euros(o.FirstYearMargin))
	s.text(4, 3, "dim", w.LifetimeMargin)
	s.formula(5, 3, "cents", fmt.Sprintf("(%s+MAX(%s*%s-1,0)*%s)*%s*%s", k.firstOrder, k.perYear, k.years, k.order, k.margin, abs(11, 3)), euros(o.LifetimeMargin))
	s.text(7, 3, "dim", w.CostOfEuro)
	s.formula(8, 3, "factor", fmt.Sprintf("1+%s*(1-%s)", k.vat, k.recovered), b.plan.Company.VAT.Cost())
	s.text(10, 3, "dim", w.OnOrder)
	s.formula(11, 3, "factor", b.cells.order, order)
	k.firstYear, k.lifetime, k.cost = s.at(2, 3), s.at(5, 3), s.at(8, 3)
}

// fillDemand is the season by month of the plan, mean 1 over a year.
func (b *book) fillDemand(months int) {
	s, season := b.workings, b.plan.Company.Season
	s.text(1, demandRow, "dim", b.words.Demand)
	all := b.company.season[0] + ":" + lastPart(b.company.season[11])
	demand := season.Demand()
	for m := range months {
		at := (b.plan.Start + model.Month(m)).Index()
		s.number(2+m, demandRow-1, "whole dim", float64(m+1))
		s.formula(2+m, demandRow, "factor", fmt.Sprintf("IF(SUM(%[1]s)=0,1,12*%[2]s/SUM(%[1]s))", all, b.company.season[at]), demand[at])
	}
}

// lastPart is a reference without its sheet.
func lastPart(at string) string {
	for i := len(at) - 1; i >= 0; i-- {
		if at[i] == '!' {
			return at[i+1:]
		}
	}
	return at
}

func (b *book) demandAt(m int) string { return b.workings.at(2+m, demandRow) }
func (b *book) monthNo(m int) string  { return b.workings.at(2+m, demandRow-1) }

// fillCurve turns a channel's answers into its curve: see plan.NewResponse.
func (b *book) fillCurve(i int, c model.Channel) {
	s, k, row := b.workings, &b.channels[i], kFirst+i
	r := plan.NewResponse(c.Figures, c.Figures.Contacts.Base)
	late, fraction := math.Modf(c.DelayOf(b.plan.Company).Value)
	results, cost := b.scenario.On(c.ID)
	s.text(kName, row, "row", templates.ChannelName(c, b.say.Tag))
	s.formula(kCarryover, row, "factor row", fmt.Sprintf("IF(%[1]s<=0,0,2^(-1/%[1]s))", k.halfLife), r.Carryover)
	s.formula(kHalf, row, "cents row", fmt.Sprintf("IF(%[1]s=1,0,2*%[2]s*%[1]s/(1-%[1]s))", k.gain, k.reference), euros(r.HalfSaturation))
	ceiling := r.Ceiling
	if r.Linear {
		ceiling = c.Figures.Contacts.Base
	}
	s.formula(kCeiling, row, "factor row", fmt.Sprintf("%[1]s*(%[2]s+%[3]s)/%[2]s", k.contacts, k.reference, abs(kHalf, row)), ceiling)
	s.formula(kLate, row, "whole row", fmt.Sprintf("INT(%s)", k.delay), late)
	s.formula(kFraction, row, "factor row", fmt.Sprintf("%s-%s", k.delay, abs(kLate, row)), fraction)
	s.formula(kOpening, row, "cents row", k.lastYear+"/12", euros(float64(c.LastYear.Spend))/12)
	for block, v := range []float64{results.By, flag(results.Gradual), cost.By, flag(cost.Gradual)} {
		s.formula(kResults+block, row, "factor row", b.inForce(block, i), v)
	}
	k.carryover, k.half, k.ceiling = s.at(kCarryover, row), s.at(kHalf, row), s.at(kCeiling, row)
	k.late, k.fraction, k.opening = s.at(kLate, row), s.at(kFraction, row), s.at(kOpening, row)
	k.results, k.resultsGradual, k.cost, k.costGradual = s.at(kResults, row), s.at(kResultsGradual, row), s.at(kCost, row), s.at(kCostGradual, row)
}

func flag(on bool) float64 {
	if on {
		return 1
	}
	return 0
}

// fillSplit works out each month's remainder of the year: see model.Money.Split.
func (b *book) fillSplit(i int, c model.Channel) {
	s, k, row := b.workings, &b.channels[i], kFirst+i
	cents := float64(c.Amount)
	if b.scenario.Idle {
		cents = 0
	}
	s.formula(kYear, row, "whole row", fmt.Sprintf("ROUND(%s*100,0)*%s", k.amount, b.cells.spend), cents)
	weights := c.Calendar.MonthWeights(b.plan.Company.Season)
	var total int64
	for _, w := range weights {
		total += w
	}
	of := func(m int) float64 {
		if total == 0 {
			return 1
		}
		return float64(weights[(b.plan.Start + model.Month(m)).Index()])
	}
	all := k.weights[0] + ":" + lastPart(k.weights[11])
	sum, rests := 0.0, 0.0
	for m := range 12 {
		sum += of(m)
		s.formula(kWeights+m, row, "whole row", fmt.Sprintf("IF(SUM(%s)=0,1,%s)", all, k.weights[(b.plan.Start+model.Month(m)).Index()]), of(m))
	}
	s.formula(kTotal, row, "whole row", fmt.Sprintf("SUM(%s:%s)", ref(kWeights, row), ref(kWeights+11, row)), sum)
	for m := range 12 {
		rest := cents*of(m) - math.Floor(cents*of(m)/sum)*sum
		rests += rest
		s.formula(kRests+m, row, "whole row", fmt.Sprintf("%[1]s*%[2]s-INT(%[1]s*%[2]s/%[3]s)*%[3]s", abs(kYear, row), ref(kWeights+m, row), abs(kTotal, row)), rest)
	}
	s.formula(kLeft, row, "whole row", fmt.Sprintf("ROUND(SUM(%s:%s)/%s,0)", ref(kRests, row), ref(kRests+11, row), abs(kTotal, row)), math.Round(rests/sum))
}
