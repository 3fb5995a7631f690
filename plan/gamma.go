// What is known of a rate after so many contacts.

package plan

import (
	"math"

	"arringa/model"

	"gonum.org/v1/gonum/mathext"
)

// gamma is what is known of a rate, a month's contacts at the reference spend: a gamma
// distribution. After k contacts where a rate of one would have brought e of them, shape
// grows by k and rate by e: the gamma is conjugate to the Poisson (Gelman and others,
// "Bayesian Data Analysis", third edition, section 2.6).
type gamma struct{ shape, rate float64 }

// Bounds of a gamma's shape: half a contact seen, which says next to nothing (the prior
// of Jeffreys), and so many that nothing will move it.
const (
	minShape = 0.5
	maxShape = 1e4
)

// gammaOf is a gamma as wide as a range, high to low, with base in the middle.
func gammaOf(r model.Range) gamma {
	if r.Base <= 0 {
		return gamma{minShape, 0}
	}
	ratio := func(shape float64) float64 {
		return mathext.GammaIncRegInv(shape, 0.9) / mathext.GammaIncRegInv(shape, 0.1)
	}
	from, to := math.Log(minShape), math.Log(maxShape)
	for range 50 { // the ratio falls as shape grows
		if mid := (from + to) / 2; r.High > r.Low*ratio(math.Exp(mid)) {
			to = mid
		} else {
			from = mid
		}
	}
	shape := math.Exp((from + to) / 2)
	return gamma{shape, mathext.GammaIncRegInv(shape, 0.5) / r.Base}
}

// seen is the gamma after k contacts from an exposure: what a rate of one would have
// brought.
func (g gamma) seen(k, exposure float64) gamma { return gamma{g.shape + k, g.rate + exposure} }

// at is a percentile, from a share of 0 to 1; infinite while nothing was exposed.
func (g gamma) at(share float64) float64 { return mathext.GammaIncRegInv(g.shape, share) / g.rate }

// above is the chance that the rate is more than x.
func (g gamma) above(x float64) float64 { return mathext.GammaIncRegComp(g.shape, g.rate*x) }

// bounds are the percentiles that a range stands for, from the company's own data.
func (g gamma) bounds() model.Range {
	return model.Range{Low: g.at(0.1), Base: g.at(0.5), High: g.at(0.9), Origin: model.Own}
}

// atMost is the chance that a Poisson count of mean mu is k or less.
func atMost(k, mu float64) float64 {
	if mu <= 0 {
		return 1
	}
	return mathext.GammaIncRegComp(math.Floor(k)+1, mu)
}

// atLeast is the chance that a Poisson count of mean mu is k or more.
func atLeast(k, mu float64) float64 {
	switch k = math.Ceil(k); {
	case k <= 0:
		return 1
	case mu <= 0:
		return 0
	}
	return mathext.GammaIncReg(k, mu)
}
