// The scenarios that every plan has.

package plan

import (
	"math"

	"arringa/model"
)

// The scenarios that every plan has, in the order in which they are shown. Base is
// model.Base. Their names are in the catalogues.
const (
	Prudent   model.ScenarioID = "prudent"    // somewhat less luck than assumed, everywhere at once
	Ambitious model.ScenarioID = "ambitious"  // somewhat more
	AIErosion model.ScenarioID = "ai_erosion" // organic search loses clicks to AI answers
	CostsRise model.ScenarioID = "costs_rise" // the same results cost more, advertising most of all
	Nobody    model.ScenarioID = "nobody"     // zero spend and no role
)

// Erosion is what a year of AI answers takes from all organic clicks: low, base, high, as
// shares. The base is near the loss over all German keywords and what two Italian
// studies make together (a box on 14.7 % of searches, 34 % fewer clicks under it); the high
// is the mean loss of sites in Germany, Austria and Switzerland. What is behind it is
// ScenarioEvidence.
const (
	ErosionLow  = 0.03
	ErosionBase = 0.07
	ErosionHigh = 0.18
)

// How much dearer the same result gets in a year: an advertisement's cost per contact
// on Google went from 41.40 to 70.11 dollars in four years, 1.141 a year; everything else
// follows Italian prices, which rose 20.8 % in nine years, 1.021 a year.
const (
	auctionRise = 1.141
	priceRise   = 1.021
)

// commonLuck is how far from its base a channel goes in Prudent and Ambitious, as an
// exponent of low/base and high/base. Not all channels have a bad year together: of n like
// channels whose luck goes together by Correlation the sum strays √(ρ+(1−ρ)/n) times as far
// as one does, 0.62 for eight. So Prudent is near the 10th percentile of the contacts of
// the whole plan, and Ambitious near the 90th.
const commonLuck = 0.62

// organic are the channels that live on organic clicks. The website is not among them: it
// is reached by name, by brand searches that lost nothing (aio-ctr-amsive-2025), and through all
// other channels; its organic part is what the first two stand for. A local profile brings
// calls and visits from the map, of which no loss was measured.
var organic = []model.ChannelID{"seo", "content_guides"}

// auctions are the channels whose price is made by auction.
var auctions = []model.ChannelID{"search_ads", "meta_ads", "linkedin_ads", "video_ads", "remarketing"}

// ScenarioOf is the scenario in force of a plan: a built-in one, one of the manager's own,
// or the base.
func ScenarioOf(p model.Plan) model.Scenario { return FindScenario(p, p.Scenario) }

// FindScenario is a plan's scenario by id, the manager's own before the built-in ones; the
// base when there is none.
func FindScenario(p model.Plan, id model.ScenarioID) model.Scenario {
	for _, s := range p.Scenarios {
		if s.ID == id {
			return s
		}
	}
	if id == model.Base { // the usual one, which needs no sums
		return model.AsAssumed()
	}
	for _, s := range BuiltIn(p) {
		if s.ID == id {
			return s
		}
	}
	return model.AsAssumed()
}

// BuiltIn are the scenarios that every plan has. They have no names; those live in the
// catalogues, by id.
func BuiltIn(p model.Plan) []model.Scenario {
	nobody := named(Nobody)
	nobody.Idle = true
	return []model.Scenario{
		luck(p, Prudent, func(r model.Range) float64 { return r.Low }),
		model.AsAssumed(),
		luck(p, Ambitious, func(r model.Range) float64 { return r.High }),
		Erode(p, ErosionBase),
		costsRise(p),
		nobody,
	}
}

// Erode is the scenario AIErosion with a loss of a share of the organic clicks each year,
// 0 to 1: gradually, to what is left at the end of the horizon.
func Erode(p model.Plan, perYear float64) model.Scenario {
	s := named(AIErosion)
	left := model.Multiplier{By: math.Pow(1-perYear, p.Years()), Gradual: true}
	for _, id := range organic {
		if p.Channel(id) >= 0 {
			s.Channels = append(s.Channels, model.Effect{Channel: id, Results: left, Cost: s.Cost})
		}
	}
	return s
}

func costsRise(p model.Plan) model.Scenario {
	s := named(CostsRise)
	s.Cost = model.Multiplier{By: math.Pow(priceRise, p.Years()), Gradual: true}
	dearer := model.Multiplier{By: math.Pow(auctionRise, p.Years()), Gradual: true}
	for _, id := range auctions {
		if p.Channel(id) >= 0 {
			s.Channels = append(s.Channels, model.Effect{Channel: id, Results: s.Results, Cost: dearer})
		}
	}
	return s
}

// luck moves each channel's contacts towards one end of what is known of them: of their range and
// of that of how many are additional, which stray as far as commonLuck says, and of the reckoning
// (see Reckoning), which is one for the whole plan. Independent lognormals add up in squares.
func luck(p model.Plan, id model.ScenarioID, end func(model.Range) float64) model.Scenario {
	s := named(id)
	reckoning := math.Log(end(Reckoning(p)))
	for _, c := range p.Channels {
		contacts, additional := c.Figures.Contacts, c.Figures.Additional
		if contacts.Base <= 0 || additional.Base <= 0 {
			continue
		}
		own := commonLuck * math.Hypot(math.Log(end(contacts)/contacts.Base), math.Log(end(additional)/additional.Base))
		by := min(math.Exp(math.Copysign(math.Hypot(own, reckoning), reckoning)), model.MaxMultiplier)
		s.Channels = append(s.Channels, model.Effect{Channel: c.ID, Results: model.Multiplier{By: by}, Cost: s.Cost})
	}
	return s
}

func named(id model.ScenarioID) model.Scenario {
	s := model.AsAssumed()
	s.ID = id
	return s
}

// ScenarioEvidence lists the evidence, by its id in the table of published figures, that a
// built-in scenario rests on, what speaks against it included. The others rest on the
// plan's own ranges: nil.
func ScenarioEvidence(id model.ScenarioID) []string {
	switch id {
	case AIErosion:
		return []string{
			"aio-clicks-sistrix-de-2026", "aio-prevalence-it-trovato-2025", "aio-ctr-cerved-it-2025",
			"aio-clicks-wordsmattr-dach-2025", "aio-ctr-amsive-2025", "google-counter-2025",
		}
	case CostsRise:
		return []string{"gads-cpl-2025", "ral-growth-2015-2024"}
	case Nobody:
		return []string{"dark-phua-2023", "dark-hartnett-2021", "carryover-leone-1995"}
	}
	return nil
}
