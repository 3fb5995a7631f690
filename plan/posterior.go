package plan

import (
	"math"

	"arringa/model"
)

// tellPeriods is how many periods with varied spend it takes to tell the contacts that come
// without the spend from those that it causes.
const tellPeriods = 8

// posterior is what a channel's past says of the contacts that the reference spend causes, over
// all curves, half-lives and amounts of contacts that come by themselves: a mixture of normals, of
// which only what is above 0 counts.
//
// It averages instead of choosing (Hoeting, Madigan, Raftery and Volinsky, "Bayesian Model
// Averaging: A Tutorial", Statistical Science 14, 1999): a range around the best curve alone knows
// nothing of the others that fit as well, and holds less than it promises.
type posterior []part

// part is a normal, its weight a logarithm until normalise.
type part struct {
	weight, mean, sd float64
	zero             float64 // its chance of less than 0
}

// What is taken for as likely beforehand. Our judgement: as likely as not nothing comes by itself;
// what does is anything up to somewhat more than all that came; the doubling gain is anything; the
// half-life is as likely as not the one that was assumed. A month's luck is Poisson's, as if seen in
// so many periods before.
const (
	selfSteps, gainSteps = 24, 19
	noSelf               = 0.5
	mostSelf             = 1.2
	assumedLife          = 0.5
	priorPeriods         = 3.0
)

// posterior weighs all curves for the half-lives that can be told.
func (t *fitting) posterior(assumed float64) posterior {
	var q posterior
	q.life(t, assumed, assumedLife)
	if t.lifeTold() {
		for _, l := range halfLives {
			q.life(t, l, (1-assumedLife)/float64(len(halfLives)))
		}
	}
	q.normalise()
	return q
}

// life adds all curves of a half-life.
func (q *posterior) life(t *fitting, life, prior float64) {
	effective := effectives(t.periods, Carryover(life))
	add := func(h float64) {
		c := curve{h: h, effective: effective}
		q.curve(t, t.shape(c), t.response(c, 1).Contacts(t.s0, 1), prior)
	}
	if t.figures.Gain.Value == model.LinearGain {
		add(0)
		return
	}
	for i := range gainSteps {
		add(saturationAt(model.MinGain+(model.MaxGain-model.MinGain)*float64(i)/(gainSteps-1), t.s0))
	}
}

// curve adds a shape, which brings one contact a month at the reference spend for each of its
// ceiling's, with every amount of contacts that come by themselves.
func (q *posterior) curve(t *fitting, shape []float64, one, prior float64) {
	s := t.sums(shape)
	if s.xx <= 0 || one <= 0 || s.zz <= 0 {
		return
	}
	free := float64(len(t.periods)) - 1 + priorPeriods
	for k := range selfSteps + 1 {
		self, likely := 0.0, noSelf
		if k > 0 {
			self, likely = mostSelf*s.yz/s.zz*(float64(k)-0.5)/selfSteps, (1-noSelf)/selfSteps
		}
		xy, yy := s.xy-self*s.xz, s.yy-2*self*s.yz+self*self*s.zz
		scatter := max(yy-xy*xy/s.xx, 0) + priorPeriods*t.luck()
		x := part{mean: one * xy / s.xx, sd: one * math.Sqrt(scatter/(free-2)/s.xx)}
		x.zero = below(-x.mean / x.sd)
		x.weight = math.Log(prior*likely) - math.Log(s.xx/(one*one))/2 - free/2*math.Log(scatter) +
			math.Log(max(1-x.zero, 1e-300))
		*q = append(*q, x)
	}
}

// normalise makes the weights shares that add up to 1, and leaves out what hardly counts.
func (q *posterior) normalise() {
	most, total := math.Inf(-1), 0.0
	for _, x := range *q {
		most = max(most, x.weight)
	}
	kept := (*q)[:0]
	for _, x := range *q {
		if x.weight = math.Exp(x.weight - most); x.weight > 1e-5 {
			kept, total = append(kept, x), total+x.weight
		}
	}
	for i := range kept {
		kept[i].weight /= total
	}
	*q = kept
}

// at is a percentile, from a share of 0 to 1.
func (q posterior) at(share float64) float64 {
	low, high := 0.0, 0.0
	for _, x := range q {
		high = max(high, x.mean+6*x.sd)
	}
	for range 40 {
		mid, sum := (low+high)/2, 0.0
		for _, x := range q {
			sum += x.weight * (below((mid-x.mean)/x.sd) - x.zero) / max(1-x.zero, 1e-300)
		}
		if sum < share {
			low = mid
		} else {
			high = mid
		}
	}
	return low
}

// below is the standard normal's chance of at most z.
func below(z float64) float64 { return math.Erfc(-z/math.Sqrt2) / 2 }
