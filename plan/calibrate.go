// What a channel's own past says about its figures.

package plan

import (
	"math"
	"slices"

	"arringa/model"
)

// What makes a fit less than it seems; see Fit.
const (
	FitFewPeriods model.Code = "fit_few_periods" // too few to tell luck from effect
	// spend hardly varied: the curve was kept, only its height was fitted
	FitSpendAlike   model.Code = "fit_spend_alike"
	FitPoor         model.Code = "fit_poor"          // spend explains less than half of how contacts varied
	FitNoSaturation model.Code = "fit_no_saturation" // contacts kept growing with spend: the ceiling is out of sight
	FitNoEffect     model.Code = "fit_no_effect"     // contacts hardly followed spend
	FitOutside      model.Code = "fit_outside"       // the plan spends what was never tried
	FitLifeKept     model.Code = "fit_life_kept"     // the half-life could not be told and was kept
	FitNoIntercept  model.Code = "fit_no_intercept"  // what comes without the spend could not be told

	FitExplainsNothing model.Code = "fit_explains_nothing" // spend explains nothing: nothing is proposed
)

// FitCodes are all the warnings of a fit.
var FitCodes = []model.Code{FitFewPeriods, FitSpendAlike, FitPoor, FitNoSaturation, FitNoEffect, FitOutside,
	FitLifeKept, FitNoIntercept, FitExplainsNothing}

// Bounds of what can be learnt. Our judgement.
const (
	fewPeriods   = 6   // fewer do not tell luck from effect
	lifePeriods  = 12  // consecutive months or so, to tell the half-life
	spendVaried  = 1.3 // most to least monthly spend, to tell the curve
	akaikeMargin = 2   // how much better another half-life has to be
)

// halfLives are the half-lives that are tried, in months.
var halfLives = []float64{0, 0.5, 1, 1.5, 2, 3, 4, 6, 9, 12, 18, 24}

// Fit is what a channel's past says about its figures. It is a suggestion: the manager's
// own figures stay until somebody takes it.
type Fit struct {
	Channel    model.ChannelID
	Suggestion model.Figures // the channel's, with what was learnt in place; as they were when not Proposed
	Proposed   bool          // false: spend explains nothing of how contacts varied
	// what comes without the spend could be told: Suggestion has it apart from the contacts that the spend causes
	Told    bool
	Periods int
	// share of the variation of monthly contacts that the curve explains, at most 1; 0 when they did not vary
	R2       float64
	Residual float64   // the typical miss, contacts a month
	Fitted   []float64 // contacts of each period by the curve
	Seen     []float64 // and as they were
	Least    model.Money
	Most     model.Money // monthly spend that was observed, least and most
	Warnings []model.Code
}

// Calibrate fits a channel's contacts and doubling gain, and the half-life if there are
// enough months to tell it, to its past by least squares: the half-saturation by a search
// in one dimension, the ceiling in closed form, the half-life on a grid. Periods weigh by
// their length. It reports whether there was anything to learn from. What the past cannot
// tell is kept as it was. With eight periods and varied spend the contacts that come without the
// spend are told apart (an intercept): contacts are then those that the spend causes, and the
// additional share is 1 and the company's own; otherwise it is kept. Contacts are given at the channel's reference
// spend, or at the mean
// observed if that lies outside, or far below, what was observed.
func Calibrate(p model.Plan, line int) (Fit, bool) {
	c := p.Channels[line]
	t := fitting{periods: periodsOf(p, line), demand: p.Company.Season.Demand(), figures: c.Figures}
	if len(t.periods) == 0 || !t.reference() {
		return Fit{}, false
	}
	fit := Fit{Channel: c.ID, Periods: len(t.periods), Least: model.Money(math.Round(t.least)),
		Most: model.Money(math.Round(t.most))}
	t.varied = len(t.periods) > 1 && t.most > spendVaried*max(t.least, 1)
	var q posterior
	if t.told = t.varied && len(t.periods) >= tellPeriods; t.told {
		q = t.posterior(c.Figures.HalfLife.Value)
	}
	best, life, told := t.life(c.Figures.HalfLife)
	if !told {
		fit.Warnings = append(fit.Warnings, FitLifeKept)
	}
	t.describe(&fit, best)
	fit.Suggestion, fit.Proposed = c.Figures, t.explains(best)
	if !fit.Proposed {
		fit.Warnings = append(fit.Warnings, FitExplainsNothing)
		return fit, true
	}
	if fit.Told = t.told; t.told {
		fit.Suggestion.Additional = model.Range{Low: 1, Base: 1, High: 1, Origin: model.Own}
		fit.Suggestion.Itself = model.Number{Value: best.self, Origin: model.Own}
	} else {
		fit.Warnings = append(fit.Warnings, FitNoIntercept)
	}
	fit.Suggestion.Reference, fit.Suggestion.HalfLife = model.Money(t.s0), life
	fit.Suggestion.Contacts = t.spread(best, q)
	switch { // a curve that was kept is told at the reference of the suggestion
	case c.Figures.Gain.Value == model.LinearGain:
	case t.varied:
		fit.Suggestion.Gain = model.Number{Value: gainAt(best.h, t.s0), Origin: model.Own}
	case t.s0 != float64(c.Figures.Reference):
		fit.Suggestion.Gain.Value = gainAt(best.h, t.s0)
	}
	if planned := float64(c.Amount) / 12; c.Amount > 0 && (planned > t.most*1.001 || planned < t.least*0.999) {
		fit.Warnings = append(fit.Warnings, FitOutside)
	}
	return fit, true
}

// describe says how well a curve fits, and what to beware of.
func (t *fitting) describe(fit *Fit, c curve) {
	for i, x := range t.shape(c) {
		fit.Fitted = append(fit.Fitted, c.ceiling*x+c.self*t.demands(t.periods[i]))
		fit.Seen = append(fit.Seen, t.periods[i].contacts)
	}
	varied, months := t.variation()
	fit.Residual = math.Sqrt(c.misfit / months)
	if varied > 0 {
		fit.R2 = 1 - c.misfit/varied
	}
	for _, w := range []struct {
		so   bool
		code model.Code
	}{
		{len(t.periods) < fewPeriods, FitFewPeriods},
		{!t.varied, FitSpendAlike},
		{t.varied && fit.R2 < 0.5, FitPoor},
		{c.edge > 0, FitNoSaturation},
		{c.edge < 0, FitNoEffect},
	} {
		if w.so {
			fit.Warnings = append(fit.Warnings, w.code)
		}
	}
}

// variation is how much monthly contacts varied, Σ months × (contacts a month − their mean)², and
// the months of all periods.
func (t *fitting) variation() (varied, months float64) {
	var contacts float64
	for _, x := range t.periods {
		contacts, months = contacts+x.contacts, months+float64(x.months)
	}
	for _, x := range t.periods {
		n := float64(x.months)
		varied += n * math.Pow(x.contacts/n-contacts/months, 2)
	}
	return varied, months
}

// explains says whether varied spend explains anything of how contacts varied: R² is above 0.
// Where spend did not vary only the height of the curve is told, and R² says nothing.
func (t *fitting) explains(c curve) bool {
	varied, months := t.variation()
	if !t.varied || t.luck()*months <= 1 && varied == 0 { // nobody came: that says something
		return true
	}
	return c.ceiling > 0 && c.misfit < varied*(1-1e-9)
}

// Learn puts a fit's figures in a channel's place; what else the channel was told stays.
func Learn(p model.Plan, fit Fit) model.Plan {
	line := slices.IndexFunc(p.Channels, func(c model.Channel) bool { return c.ID == fit.Channel })
	if line < 0 {
		return p
	}
	p = p.Clone()
	f := &p.Channels[line].Figures
	g := fit.Suggestion
	f.Reference, f.Contacts, f.Additional, f.Itself, f.Gain, f.HalfLife = g.Reference, g.Contacts, g.Additional,
		g.Itself, g.Gain, g.HalfLife
	return p
}
