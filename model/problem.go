package model

import (
	"math"
	"strconv"
)

// Severity is how bad a problem is.
type Severity int

// The severities, from the worst.
const (
	Wrong   Severity = iota // the plan cannot be computed or kept as it is
	Missing                 // something a reader will ask for is not there
	Doubt                   // it works, but somebody should look at it
)

// Problem is something wrong with a plan, as data: the words are the catalogue's.
type Problem struct {
	Code     Code
	Severity Severity
	Step     string         // of the walk, where it can be mended
	Channels []ChannelID    // the channels concerned, if any
	Field    string         // the JSON member concerned, if one
	Place    string         // where in the file: "channels[2].figures.doubling_gain"
	Values   map[string]any // figures for the sentence: Money, float64, int or string
}

// Code names a kind of problem; the catalogue has a sentence for each.
type Code string

// What can be wrong with a plan that was typed by hand or damaged.
const (
	OutOfRange      Code = "out_of_range"      // a figure outside {least} to {most}
	RangeDisorder   Code = "range_disorder"    // low, base, high are not in order
	UnknownValue    Code = "unknown_value"     // a word that is not among the known ones
	NoChannelID     Code = "no_channel_id"     //
	TwiceSameID     Code = "twice_same_id"     //
	TooManyChannels Code = "too_many_channels" //
	OverBudget      Code = "over_budget"       // channels have been given more than the budget
	LeastAboveMost  Code = "least_above_most"  //
	NotADay         Code = "not_a_day"         //
	NotALogo        Code = "not_a_logo"        // no PNG or JPEG picture, or more than {most} kB
)

// Problems lists what keeps a plan from being computed or kept: figures out of range,
// limits that contradict each other, money given out twice. A plan without any is
// safe for every function of this program.
func (p Plan) Problems() []Problem {
	k := checker{}
	k.between("months", "months", float64(p.Months), MinMonths, MaxMonths)
	k.month("start", "start", p.Start)
	k.oneOf("language", "language", p.Language, "it", "en")
	k.oneOf("sliders", "sliders", string(p.Sliders), string(FromPot), string(FixedTotal))
	k.money("budget_cents", "budget_cents", p.Budget)
	k.company(p.Company)
	if len(p.Channels) > MaxChannels {
		k.add(Problem{Code: TooManyChannels, Field: "channels", Place: "channels", Values: map[string]any{"n": len(p.Channels), "most": MaxChannels}})
	}
	seen := map[ChannelID]bool{}
	for i, c := range p.Channels {
		k.inside = c.ID
		k.channel("channels["+strconv.Itoa(i)+"]", c, seen)
	}
	k.inside = ""
	if over := p.Allocated() - p.Budget; over > 0 {
		k.add(Problem{Code: OverBudget, Field: "budget_cents", Place: "budget_cents",
			Values: map[string]any{"given": p.Allocated(), "budget": p.Budget, "over": over}})
	}
	for i, s := range p.Scenarios {
		k.scenario("scenarios["+strconv.Itoa(i)+"]", s)
	}
	if _, _, _, err := Picture(p.Board.Logo); len(p.Board.Logo) > 0 && err != nil {
		k.add(Problem{Code: NotALogo, Field: "logo", Place: "board.logo", Values: map[string]any{"most": MaxLogo >> 10}})
	}
	k.day("board.date", "date", p.Board.Date)
	k.day("board.decide", "decide", p.Board.Decide)
	k.records(p)
	return k.found
}

// checker collects problems.
type checker struct {
	found  []Problem
	inside ChannelID
}

func (k *checker) add(p Problem) {
	if k.inside != "" {
		p.Channels = []ChannelID{k.inside}
	}
	k.found = append(k.found, p)
}

func (k *checker) between(place, field string, v, least, most float64) {
	if v >= least && v <= most && !math.IsNaN(v) {
		return
	}
	k.add(Problem{Code: OutOfRange, Field: field, Place: place, Values: map[string]any{"value": v, "least": least, "most": most}})
}

func (k *checker) money(place, field string, m Money) {
	if m >= 0 && m <= MaxMoney {
		return
	}
	k.add(Problem{Code: OutOfRange, Field: field, Place: place, Values: map[string]any{"value": m, "least": Money(0), "most": MaxMoney}})
}

func (k *checker) oneOf(place, field, v string, known ...string) {
	for _, w := range known {
		if v == w {
			return
		}
	}
	k.add(Problem{Code: UnknownValue, Field: field, Place: place, Values: map[string]any{"value": v, "known": known}})
}

func (k *checker) day(place, field string, d Date) {
	if !d.Valid() {
		k.add(Problem{Code: NotADay, Field: field, Place: place, Values: map[string]any{"value": string(d)}})
	}
}

func (k *checker) origin(place string, o Origin) {
	k.oneOf(place+".origin", "origin", string(o), string(Own), string(Published), string(Judgement))
}

func (k *checker) number(place, field string, n Number, least, most float64) {
	k.between(place, field, n.Value, least, most)
	k.origin(place, n.Origin)
}

func (k *checker) amount(place, field string, a Amount) {
	k.money(place, field, a.Cents)
	k.origin(place, a.Origin)
}

func (k *checker) bounds(place, field string, r Range, least, most float64) {
	k.between(place, field, r.Low, least, most)
	k.between(place, field, r.High, least, most)
	if !(r.Low <= r.Base && r.Base <= r.High) {
		k.add(Problem{Code: RangeDisorder, Field: field, Place: place, Values: map[string]any{"low": r.Low, "base": r.Base, "high": r.High}})
	}
	k.origin(place, r.Origin)
}

// Bounds of the company's figures.
const (
	MaxOrdersPerYear = 1000
	MaxYears         = 100
	MaxPerMonth      = 1e7 // contacts or customers a month
	MaxMultiplier    = 100
	MinCost          = 0.001 // of a scenario's multiplier on cost
)

func (k *checker) company(c Company) {
	k.oneOf("company.kind", "kind", string(c.Kind), string(B2B), string(Local), string(Orders))
	k.amount("company.first_order", "first_order", c.FirstOrder)
	k.amount("company.order", "order", c.Order)
	k.amount("company.revenue", "revenue", c.Revenue)
	k.number("company.orders_per_year", "orders_per_year", c.OrdersPerYear, 0, MaxOrdersPerYear)
	k.number("company.years", "years", c.Years, 0, MaxYears)
	k.number("company.margin", "margin", c.Margin, 0, 1)
	k.bounds("company.conversion", "conversion", c.Conversion, 0, 1)
	k.number("company.sales_cycle_months", "sales_cycle_months", c.SalesCycleMonths, 0, MaxDelay)
	for i, b := range c.Baseline {
		place := "company.baseline[" + strconv.Itoa(i) + "]"
		k.oneOf(place+".from", "from", b.From, BaselineSources...)
		k.number(place+".per_month", "per_month", b.PerMonth, 0, MaxPerMonth)
	}
	for _, w := range c.Season {
		k.between("company.season", "season", float64(w), 0, MaxSeason)
	}
	k.between("company.vat.rate", "rate", c.VAT.Rate, 0, 1)
	k.between("company.vat.recovered", "recovered", c.VAT.Recovered, 0, 1)
}

func (k *checker) channel(place string, c Channel, seen map[ChannelID]bool) {
	switch {
	case c.ID == "":
		k.add(Problem{Code: NoChannelID, Field: "id", Place: place + ".id"})
	case seen[c.ID]:
		k.add(Problem{Code: TwiceSameID, Field: "id", Place: place + ".id", Values: map[string]any{"value": string(c.ID)}})
	}
	seen[c.ID] = true
	k.oneOf(place+".kind", "kind", string(c.Kind), string(B2B), string(Local), string(Orders))
	if c.Posture != "" {
		k.oneOf(place+".posture", "posture", string(c.Posture), string(Dance), string(Watch), string(Talk))
	}
	for _, a := range []struct {
		field string
		m     Money
	}{
		{"amount_cents", c.Amount}, {"at_least_cents", c.AtLeast}, {"at_most_cents", c.AtMost},
		{"threshold_cents", c.Threshold}, {"last_year.spend_cents", c.LastYear.Spend},
	} {
		k.money(place+"."+a.field, a.field, a.m)
	}
	if c.AtMost > 0 && c.AtLeast > c.AtMost {
		k.add(Problem{Code: LeastAboveMost, Field: "at_least_cents", Place: place + ".at_least_cents", Values: map[string]any{"least": c.AtLeast, "most": c.AtMost}})
	}
	k.oneOf(place+".calendar.kind", "calendar", string(c.Calendar.Kind), string(Even), string(BySeason), string(Typed))
	if c.Calendar.Weights != nil {
		for _, w := range c.Calendar.Weights {
			k.between(place+".calendar.weights", "weights", float64(w), 0, float64(MaxWeight))
		}
	}
	k.figures(place+".figures", c.Figures)
	k.day(place+".reason.review", "review", c.Reason.Review)
}

func (k *checker) figures(place string, f Figures) {
	if f.Reference < 1 || f.Reference > MaxMoney {
		k.add(Problem{Code: OutOfRange, Field: "reference_cents_per_month", Place: place + ".reference_cents_per_month",
			Values: map[string]any{"value": f.Reference, "least": Money(1), "most": MaxMoney}})
	}
	k.bounds(place+".contacts_per_month", "contacts_per_month", f.Contacts, 0, MaxPerMonth)
	if f.Gain.Value != LinearGain {
		k.between(place+".doubling_gain", "doubling_gain", f.Gain.Value, MinGain, MaxGain)
	}
	k.origin(place+".doubling_gain", f.Gain.Origin)
	k.number(place+".half_life_months", "half_life_months", f.HalfLife, 0, MaxHalfLife)
	if f.Conversion != nil {
		k.bounds(place+".conversion", "conversion", *f.Conversion, 0, 1)
	}
	k.number(place+".conversion_index", "conversion_index", f.ConversionIndex, 0, MaxMultiplier)
	if f.Delay != nil {
		k.number(place+".delay_months", "delay_months", *f.Delay, 0, MaxDelay)
	}
	k.number(place+".delay_factor", "delay_factor", f.DelayFactor, 0, MaxMultiplier)
	k.bounds(place+".additional_share", "additional_share", f.Additional, 0, 1)
	k.toldNumber(place+".by_itself_per_month", "by_itself_per_month", f.Itself, MaxPerMonth)
}

func (k *checker) scenario(place string, s Scenario) {
	least := func(place, field string, by, least float64) { k.between(place, field, by, least, MaxMultiplier) }
	least(place+".results", "results", s.Results.By, 0)
	least(place+".cost", "cost", s.Cost.By, MinCost)
	least(place+".order_value", "order_value", s.Order, 0)
	least(place+".baseline_customers", "baseline_customers", s.Baseline, 0)
	for i, e := range s.Channels {
		at := place + ".channels[" + strconv.Itoa(i) + "]"
		least(at+".results", "results", e.Results.By, 0)
		least(at+".cost", "cost", e.Cost.By, MinCost)
	}
}
