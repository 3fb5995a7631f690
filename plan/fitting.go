// The least squares behind what is learnt from the past.

package plan

import (
	"math"

	"arringa/model"

	"gonum.org/v1/gonum/stat/distuv"
)

// fitting is what all fits of a channel share.
type fitting struct {
	periods     []period
	demand      [12]float64
	figures     model.Figures
	s0          float64 // the reference at which contacts are told
	least, most float64 // of the monthly spend
	varied      bool
}

// reference finds where to tell the contacts; false when nothing was ever spent.
func (t *fitting) reference() bool {
	t.least = math.Inf(1)
	var spend, months float64
	for _, x := range t.periods {
		t.least, t.most = min(t.least, x.monthly()), max(t.most, x.monthly())
		spend, months = spend+x.spend, months+float64(x.months)
	}
	t.s0 = float64(t.figures.Reference)
	if t.s0 < t.least || t.s0 > t.most {
		t.s0 = max(math.Round(spend/months/1000)*1000, 1000) // whole tens of euro
	}
	return t.most >= 1
}

// curve is a fit for one half-life.
type curve struct {
	h, ceiling float64 // for a proportional channel, ceiling is contacts per cent of effective spend
	effective  [][]float64
	misfit     float64 // Σ (seen − fitted)² / months
	edge       int     // −1, 1: h is at the end of its bounds
}

// life is the best curve over all half-lives, if there are months enough to tell, or
// else for the half-life that was assumed.
func (t *fitting) life(assumed model.Number) (best curve, life model.Number, told bool) {
	kept := t.best(assumed.Value)
	best, life = kept, assumed
	months := 0
	for _, x := range t.periods {
		if x.months == 1 {
			months++
		}
	}
	if months < lifePeriods || !t.varied {
		return kept, assumed, false
	}
	for _, l := range halfLives {
		if other := t.best(l); other.misfit < best.misfit {
			best, life = other, model.Number{Value: l, Origin: model.Own}
		}
	}
	// Another half-life has to earn its place (Akaike's criterion, one parameter more).
	if n := float64(len(t.periods)); best.misfit > 0 && n*math.Log(kept.misfit/best.misfit) < akaikeMargin {
		return kept, assumed, true
	}
	return best, life, true
}

// best is the best curve for a half-life.
func (t *fitting) best(halfLife float64) curve {
	c := curve{effective: effectives(t.periods, Carryover(halfLife))}
	at := func(h float64) curve {
		c := c
		c.h = h
		c.ceiling, c.misfit = t.height(t.shape(c))
		return c
	}
	switch {
	case t.figures.Gain.Value == model.LinearGain:
		return at(0)
	case !t.varied:
		return at(NewResponse(t.figures, 1).HalfSaturation)
	}
	low, high := math.Log(saturationAt(model.MinGain, t.s0)), math.Log(saturationAt(model.MaxGain, t.s0))
	const steps = 60
	near, least := 0, math.Inf(1)
	for i := range steps + 1 { // the misfit may have more than one valley
		if m := at(math.Exp(low + (high-low)*float64(i)/steps)).misfit; m < least {
			near, least = i, m
		}
	}
	step := (high - low) / steps
	a, b := low+step*float64(max(near-1, 0)), low+step*float64(min(near+1, steps))
	const golden = 0.6180339887498949
	for range 60 {
		x, y := b-golden*(b-a), a+golden*(b-a)
		if at(math.Exp(x)).misfit < at(math.Exp(y)).misfit {
			b = y
		} else {
			a = x
		}
	}
	found := at(math.Exp((a + b) / 2))
	switch {
	case (a+b)/2 < low+step/100:
		found.edge = -1
	case (a+b)/2 > high-step/100:
		found.edge = 1
	}
	return found
}

// shape is each period's contacts for a ceiling of one.
func (t *fitting) shape(c curve) []float64 {
	r := Response{Ceiling: 1, HalfSaturation: c.h, Linear: t.figures.Gain.Value == model.LinearGain, Rate: 1}
	out := make([]float64, len(t.periods))
	for i, x := range t.periods {
		for m, e := range c.effective[i] {
			out[i] += r.Contacts(e, t.demand[(x.from+model.Month(m)).Index()])
		}
	}
	return out
}

// height is the ceiling that fits best, in closed form, and how badly it fits.
func (t *fitting) height(shape []float64) (ceiling, misfit float64) {
	var xy, xx float64
	for i, x := range t.periods {
		w := 1 / float64(x.months)
		xy += w * shape[i] * x.contacts
		xx += w * shape[i] * shape[i]
	}
	if xx > 0 {
		ceiling = xy / xx
	}
	for i, x := range t.periods {
		d := x.contacts - ceiling*shape[i]
		misfit += d * d / float64(x.months)
	}
	return ceiling, misfit
}

// spread is the contacts at the reference, with a range: the standard error of the fitted
// curve there (Gauss and Newton's, ceiling and half-saturation both unknown), but no less
// than the contacts' own luck (Poisson), times Student's 90th percentile, as a factor. With
// no period to spare for judging the error it is the spread of an estimate.
func (t *fitting) spread(c curve) model.Range {
	r := Response{Ceiling: c.ceiling, HalfSaturation: c.h, Linear: t.figures.Gain.Value == model.LinearGain, Rate: c.ceiling}
	n0 := r.Contacts(t.s0, 1)
	free, total := len(t.periods)-1, 0.0
	for _, x := range t.periods {
		total += x.contacts
	}
	if t.varied && !r.Linear {
		free--
	}
	by := model.ConversionSpread
	if free > 0 && n0 > 0 {
		sigma := c.misfit / float64(free)
		relative := max(math.Sqrt(sigma*t.variance(c))/n0, 1/math.Sqrt(max(total, 1)))
		by = math.Exp(min(relative, 1) * distuv.StudentsT{Sigma: 1, Nu: float64(free)}.Quantile(0.9))
	}
	out := model.Spread(n0, by, model.MaxPerMonth)
	if total == 0 { // nobody came: nine times out of ten no more than ln 10 were to be expected
		exposure := 0.0
		for _, x := range t.shape(c) {
			exposure += x
		}
		r.Ceiling, r.Rate = 1, 1
		out.High = math.Ln10 * r.Contacts(t.s0, 1) / exposure
	}
	out.Origin = model.Own
	return out
}

// variance is that of the contacts at the reference, for a misfit of one a degree of
// freedom: g′(J′WJ)⁻¹g, J the derivatives of the fitted periods and g those of the
// contacts at the reference, by ceiling and half-saturation.
func (t *fitting) variance(c curve) float64 {
	shape := t.shape(c)
	r := Response{Ceiling: 1, HalfSaturation: c.h, Linear: t.figures.Gain.Value == model.LinearGain, Rate: 1}
	one := r.Contacts(t.s0, 1)
	var aa, ab, bb float64
	near := c
	near.h *= 1.0001
	bent := t.shape(near)
	for i, x := range t.periods {
		w := 1 / float64(x.months)
		byH := c.ceiling * (bent[i] - shape[i]) / (near.h - c.h)
		if !t.varied || r.Linear {
			byH = 0
		}
		aa, ab, bb = aa+w*shape[i]*shape[i], ab+w*shape[i]*byH, bb+w*byH*byH
	}
	if det := aa*bb - ab*ab; det > 1e-12*aa*bb {
		g := -c.ceiling * t.s0 / math.Pow(t.s0+c.h, 2)
		return (one*one*bb - 2*one*g*ab + g*g*aa) / det
	}
	return one * one / aa
}

// gainAt is the doubling gain at a spend of s0 of a curve with half-saturation h.
func gainAt(h, s0 float64) float64 {
	return min(max(h/(2*s0+h), model.MinGain), model.MaxGain)
}

// saturationAt is the half-saturation of a curve with a doubling gain at s0.
func saturationAt(gain, s0 float64) float64 { return 2 * s0 * gain / (1 - gain) }
