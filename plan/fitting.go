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
	told        bool // there is enough to tell what comes without the spend
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
	// Far below what was spent a curve can hardly be told: its gain there is nearly that of a line.
	if t.s0 < max(t.least, spend/months/farBelow) || t.s0 > t.most {
		t.s0 = max(math.Round(spend/months/1000)*1000, 1000) // whole tens of euro
	}
	return t.most >= 1
}

// farBelow is how many times less than the mean a reference is too far from what was spent. Our
// judgement.
const farBelow = 4

// curve is a fit for one half-life.
type curve struct {
	h, ceiling float64 // for a proportional channel, ceiling is contacts per cent of effective spend
	self       float64 // contacts a month that come without the spend, at ordinary demand
	effective  [][]float64
	misfit     float64 // Σ (seen − fitted)² / months
	edge       int     // −1, 1: h is at the end of its bounds
}

// life is the best curve over all half-lives, if there are months enough to tell, or
// else for the half-life that was assumed.
func (t *fitting) life(assumed model.Number) (best curve, life model.Number, told bool) {
	kept := t.best(assumed.Value)
	best, life = kept, assumed
	if !t.lifeTold() {
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

// lifeTold says whether there are months enough to tell the half-life.
func (t *fitting) lifeTold() bool {
	months := 0
	for _, x := range t.periods {
		if x.months == 1 {
			months++
		}
	}
	return months >= lifePeriods && t.varied
}

// best is the best curve for a half-life.
func (t *fitting) best(halfLife float64) curve {
	c := curve{effective: effectives(t.periods, Carryover(halfLife))}
	at := func(h float64) curve {
		c := c
		c.h = h
		c.ceiling, c.self, c.misfit = t.height(t.shape(c))
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
	r := t.response(c, 1)
	out := make([]float64, len(t.periods))
	for i, x := range t.periods {
		for m, e := range c.effective[i] {
			out[i] += r.Contacts(e, t.demand[(x.from+model.Month(m)).Index()])
		}
	}
	return out
}

// response is a curve with a ceiling of its own.
func (t *fitting) response(c curve, ceiling float64) Response {
	return Response{Ceiling: ceiling, HalfSaturation: c.h, Linear: t.figures.Gain.Value == model.LinearGain,
		Rate: ceiling}
}

// moments are what least squares need of a shape x, the demand z of each period and its contacts
// y, weighted by length.
type moments struct{ xx, xy, xz, yy, yz, zz float64 }

func (t *fitting) sums(shape []float64) (s moments) {
	for i, x := range t.periods {
		w, z := 1/float64(x.months), t.demands(x)
		s.xx += w * shape[i] * shape[i]
		s.xy += w * shape[i] * x.contacts
		s.xz += w * shape[i] * z
		s.yy += w * x.contacts * x.contacts
		s.yz += w * x.contacts * z
		s.zz += w * z * z
	}
	return s
}

// demands is the demand of a period, its months added up.
func (t *fitting) demands(x period) float64 {
	var total float64
	for m := range x.months {
		total += t.demand[(x.from + model.Month(m)).Index()]
	}
	return total
}

// luck is the variance of a month's contacts by Poisson's luck alone.
func (t *fitting) luck() float64 {
	var contacts, months float64
	for _, x := range t.periods {
		contacts, months = contacts+x.contacts, months+float64(x.months)
	}
	return max(contacts, 1) / months
}

// height is the ceiling that fits best, in closed form, with what comes by itself where that can
// be told, and how badly they fit. Neither is below 0.
func (t *fitting) height(shape []float64) (ceiling, self, misfit float64) {
	s := t.sums(shape)
	if s.xx > 0 {
		ceiling = s.xy / s.xx
	}
	if det := s.xx*s.zz - s.xz*s.xz; t.told && det > 1e-12*s.xx*s.zz {
		both, alone := (s.xy*s.zz-s.yz*s.xz)/det, (s.yz*s.xx-s.xy*s.xz)/det
		switch {
		case both < 0:
			ceiling, self = 0, s.yz/s.zz
		case alone > 0:
			ceiling, self = both, alone
		}
	}
	for i, x := range t.periods {
		d := x.contacts - ceiling*shape[i] - self*t.demands(x)
		misfit += d * d / float64(x.months)
	}
	return ceiling, self, misfit
}

// spread is the contacts at the reference that the spend causes, with a range. Where there is
// enough to tell what comes by itself it is that of the posterior. Otherwise it is the standard
// error of the fitted curve there (Gauss and Newton's, ceiling and half-saturation both unknown),
// but no less than the contacts' own luck (Poisson), times Student's 90th percentile, as a factor,
// and wider by untold, since part of the contacts may have come by themselves. With no period to
// spare for judging the error it is the spread of an estimate.
func (t *fitting) spread(c curve, q posterior) model.Range {
	r := t.response(c, c.ceiling)
	n0 := r.Contacts(t.s0, 1)
	var total float64
	for _, x := range t.periods {
		total += x.contacts
	}
	if t.told && total > 0 {
		low, high := q.at(0.1), q.at(0.9)
		return model.Range{Low: low, Base: min(max(n0, low), high), High: high, Origin: model.Own}
	}
	free := len(t.periods) - 1
	if t.varied && !r.Linear {
		free--
	}
	by := model.ConversionSpread
	if free > 0 && n0 > 0 {
		sigma := c.misfit / float64(free)
		relative := max(math.Sqrt(sigma*t.variance(c))/n0, 1/math.Sqrt(max(total, 1)))
		by = math.Exp(math.Hypot(min(relative, 1)*distuv.StudentsT{Sigma: 1, Nu: float64(free)}.Quantile(0.9),
			math.Log(untold)))
	}
	out := model.Spread(n0, by, model.MaxPerMonth)
	if total == 0 { // nobody came: nine times out of ten no more than ln 10 were to be expected
		exposure := 0.0
		for _, x := range t.shape(c) {
			exposure += x
		}
		out.High = math.Ln10 * t.response(c, 1).Contacts(t.s0, 1) / exposure
	}
	out.Origin = model.Own
	return out
}

// untold is by how much a range is wider where what comes by itself could not be told. Our
// judgement.
const untold = 1.25

// variance is that of the contacts at the reference, for a misfit of one a degree of
// freedom: g′(J′WJ)⁻¹g, J the derivatives of the fitted periods and g those of the
// contacts at the reference, by ceiling and half-saturation.
func (t *fitting) variance(c curve) float64 {
	shape := t.shape(c)
	r := t.response(c, 1)
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
