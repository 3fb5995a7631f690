// What keeps a value from being a plan.

package model

import (
	"math"
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
	k.between(at("months"), "months", float64(p.Months), MinMonths, MaxMonths)
	k.month(at("start"), "start", p.Start)
	k.oneOf(at("language"), "language", p.Language, languages)
	k.oneOf(at("sliders"), "sliders", string(p.Sliders), sliderWays)
	k.money(at("budget_cents"), "budget_cents", p.Budget)
	k.company(p.Company)
	if len(p.Channels) > MaxChannels {
		k.add(Problem{Code: TooManyChannels, Field: "channels", Place: "channels",
			Values: map[string]any{"n": len(p.Channels), "most": MaxChannels}})
	}
	for i, c := range p.Channels {
		k.inside = c.ID
		k.id(at("channels").nth(i).in("id"), c.ID, p.Channels[:min(i, MaxChannels)])
		k.channel(at("channels").nth(i), c)
	}
	k.inside = ""
	if over := p.Allocated() - p.Budget; over > 0 {
		k.add(Problem{Code: OverBudget, Field: "budget_cents", Place: "budget_cents",
			Values: map[string]any{"given": p.Allocated(), "budget": p.Budget, "over": over}})
	}
	for i, s := range p.Scenarios {
		k.scenario(at("scenarios").nth(i), s)
	}
	if len(p.Board.Logo) > 0 {
		k.logo(p.Board.Logo)
	}
	k.day(at("board").in("date"), "date", p.Board.Date)
	k.day(at("board").in("decide"), "decide", p.Board.Decide)
	k.records(p)
	return k.found
}

// The words that may stand where only some are known.
var (
	languages     = []string{"it", "en"}
	sliderWays    = []string{string(FromPot), string(FixedTotal)}
	origins       = []string{string(Own), string(Published), string(Judgement)}
	kinds         = []string{string(B2B), string(Local), string(Orders)}
	countings     = []string{string(ByPlatform), string(ByClick), string(ByCode), string(ByAsking), string(ByMeasure)}
	postures      = []string{string(Dance), string(Watch), string(Talk)}
	calendarKinds = []string{string(Even), string(BySeason), string(Typed)}
	eventKinds    = []string{
		string(StartEvent), string(EndEvent), string(FairEvent), string(ReviewEvent), string(CostEvent),
	}
	decisions = []string{string(Scale), string(Hold), string(Stop)}
)

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

func (k *checker) logo(picture []byte) {
	if _, _, _, err := Picture(picture); err != nil {
		k.add(Problem{Code: NotALogo, Field: "logo", Place: at("board").in("logo").String(),
			Values: map[string]any{"most": MaxLogo >> 10}})
	}
}

func (k *checker) between(place spot, field string, v, least, most float64) {
	if v >= least && v <= most && !math.IsNaN(v) {
		return
	}
	k.add(Problem{Code: OutOfRange, Field: field, Place: place.String(),
		Values: map[string]any{"value": v, "least": least, "most": most}})
}

func (k *checker) money(place spot, field string, m Money) {
	if m >= 0 && m <= MaxMoney {
		return
	}
	k.add(Problem{Code: OutOfRange, Field: field, Place: place.String(),
		Values: map[string]any{"value": m, "least": Money(0), "most": MaxMoney}})
}

func (k *checker) oneOf(place spot, field, v string, known []string) {
	for _, w := range known {
		if v == w {
			return
		}
	}
	k.add(Problem{Code: UnknownValue, Field: field, Place: place.String(),
		Values: map[string]any{"value": v, "known": known}})
}

func (k *checker) day(place spot, field string, d Date) {
	if !d.Valid() {
		k.add(Problem{Code: NotADay, Field: field, Place: place.String(),
			Values: map[string]any{"value": string(d)}})
	}
}

func (k *checker) origin(place spot, o Origin) {
	k.oneOf(place.in("origin"), "origin", string(o), origins)
}

func (k *checker) number(place spot, field string, n Number, least, most float64) {
	k.between(place, field, n.Value, least, most)
	k.origin(place, n.Origin)
}

func (k *checker) amount(place spot, field string, a Amount) {
	k.money(place, field, a.Cents)
	k.origin(place, a.Origin)
}

func (k *checker) bounds(place spot, field string, r Range, least, most float64) {
	k.between(place, field, r.Low, least, most)
	k.between(place, field, r.High, least, most)
	if !(r.Low <= r.Base && r.Base <= r.High) {
		k.add(Problem{Code: RangeDisorder, Field: field, Place: place.String(),
			Values: map[string]any{"low": r.Low, "base": r.Base, "high": r.High}})
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
	k.oneOf(at("company").in("kind"), "kind", string(c.Kind), kinds)
	k.amount(at("company").in("first_order"), "first_order", c.FirstOrder)
	k.amount(at("company").in("order"), "order", c.Order)
	k.amount(at("company").in("revenue"), "revenue", c.Revenue)
	k.number(at("company").in("orders_per_year"), "orders_per_year", c.OrdersPerYear, 0, MaxOrdersPerYear)
	k.number(at("company").in("years"), "years", c.Years, 0, MaxYears)
	k.number(at("company").in("margin"), "margin", c.Margin, 0, 1)
	k.bounds(at("company").in("conversion"), "conversion", c.Conversion, 0, 1)
	k.number(at("company").in("sales_cycle_months"), "sales_cycle_months", c.SalesCycleMonths, 0, MaxDelay)
	for i, b := range c.Baseline {
		place := at("company").in("baseline").nth(i)
		k.oneOf(place.in("from"), "from", b.From, BaselineSources)
		k.number(place.in("per_month"), "per_month", b.PerMonth, 0, MaxPerMonth)
	}
	for _, w := range c.Season {
		k.between(at("company").in("season"), "season", float64(w), 0, MaxSeason)
	}
	k.between(at("company").in("vat").in("rate"), "rate", c.VAT.Rate, 0, 1)
	k.between(at("company").in("vat").in("recovered"), "recovered", c.VAT.Recovered, 0, 1)
}

func (k *checker) id(place spot, id ChannelID, earlier []Channel) {
	if id == "" {
		k.add(Problem{Code: NoChannelID, Field: "id", Place: place.String()})
		return
	}
	for i := range earlier {
		if earlier[i].ID == id {
			k.add(Problem{Code: TwiceSameID, Field: "id", Place: place.String(),
				Values: map[string]any{"value": string(id)}})
			return
		}
	}
}

func (k *checker) channel(place spot, c Channel) {
	k.oneOf(place.in("kind"), "kind", string(c.Kind), kinds)
	if c.Posture != "" {
		k.oneOf(place.in("posture"), "posture", string(c.Posture), postures)
	}
	for _, a := range []struct {
		field string
		m     Money
	}{
		{"amount_cents", c.Amount}, {"at_least_cents", c.AtLeast}, {"at_most_cents", c.AtMost},
		{"threshold_cents", c.Threshold},
	} {
		k.money(place.in(a.field), a.field, a.m)
	}
	k.money(place.in("last_year").in("spend_cents"), "last_year.spend_cents", c.LastYear.Spend)
	if c.AtMost > 0 && c.AtLeast > c.AtMost {
		k.add(Problem{Code: LeastAboveMost, Field: "at_least_cents", Place: place.in("at_least_cents").String(),
			Values: map[string]any{"least": c.AtLeast, "most": c.AtMost}})
	}
	k.oneOf(place.in("calendar").in("kind"), "calendar", string(c.Calendar.Kind), calendarKinds)
	if c.Calendar.Weights != nil {
		for _, w := range c.Calendar.Weights {
			k.between(place.in("calendar").in("weights"), "weights", float64(w), 0, float64(MaxWeight))
		}
	}
	k.figures(place.in("figures"), c.Figures)
	k.day(place.in("reason").in("review"), "review", c.Reason.Review)
}

func (k *checker) figures(place spot, f Figures) {
	if f.Reference < 1 || f.Reference > MaxMoney {
		k.add(Problem{Code: OutOfRange, Field: "reference_cents_per_month",
			Place:  place.in("reference_cents_per_month").String(),
			Values: map[string]any{"value": f.Reference, "least": Money(1), "most": MaxMoney}})
	}
	k.bounds(place.in("contacts_per_month"), "contacts_per_month", f.Contacts, 0, MaxPerMonth)
	if f.Gain.Value != LinearGain {
		k.between(place.in("doubling_gain"), "doubling_gain", f.Gain.Value, MinGain, MaxGain)
	}
	k.origin(place.in("doubling_gain"), f.Gain.Origin)
	k.number(place.in("half_life_months"), "half_life_months", f.HalfLife, 0, MaxHalfLife)
	if f.Conversion != nil {
		k.bounds(place.in("conversion"), "conversion", *f.Conversion, 0, 1)
	}
	k.number(place.in("conversion_index"), "conversion_index", f.ConversionIndex, 0, MaxMultiplier)
	if f.Delay != nil {
		k.number(place.in("delay_months"), "delay_months", *f.Delay, 0, MaxDelay)
	}
	k.number(place.in("delay_factor"), "delay_factor", f.DelayFactor, 0, MaxMultiplier)
	if f.Counts != "" {
		k.oneOf(place.in("counted_by"), "counted_by", string(f.Counts), countings)
	}
	k.bounds(place.in("additional_share"), "additional_share", f.Additional, 0, 1)
	k.toldNumber(place.in("by_itself_per_month"), "by_itself_per_month", f.Itself, MaxPerMonth)
}

func (k *checker) scenario(place spot, s Scenario) {
	least := func(place spot, field string, by, least float64) { k.between(place, field, by, least, MaxMultiplier) }
	least(place.in("results"), "results", s.Results.By, 0)
	least(place.in("cost"), "cost", s.Cost.By, MinCost)
	least(place.in("order_value"), "order_value", s.Order, 0)
	least(place.in("baseline_customers"), "baseline_customers", s.Baseline, 0)
	for i, e := range s.Channels {
		row := place.in("channels").nth(i)
		least(row.in("results"), "results", e.Results.By, 0)
		least(row.in("cost"), "cost", e.Cost.By, MinCost)
	}
}
