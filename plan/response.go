// How a channel's contacts follow its spend.

package plan

import (
	"math"

	"arringa/model"
)

// Response is how a channel's contacts follow its spend: saturation of the effective
// spend, which carries over from month to month (geometric adstock, normalised so that a
// steady spend has itself as its effective spend).
//
// The saturation is the Hill function with slope 1, C·e/(e+h): see Jin, Wang, Sun, Chan and
// Koehler, "Bayesian Methods for Media Mix Modeling with Carryover and Shape Effects", Google,
// 2017, sections 2.1 and 2.2.
type Response struct {
	Linear         bool    // proportional: contacts = Rate·e, without a ceiling
	Rate           float64 // contacts a month for a cent of effective spend, when Linear
	Ceiling        float64 // C, contacts a month that no spend exceeds at ordinary demand
	HalfSaturation float64 // h, effective spend in cents a month that brings half of the ceiling
	Carryover      float64 // λ, the share of an effect that is left a month later, 0 to below 1
}

// NewResponse turns what was asked into the curve: with doubling gain g the
// half-saturation is 2·s0·g/(1−g) and the ceiling n0·(s0+h)/s0, so that spending s0 a month
// brings n0 contacts and 2·s0 brings n0·(1+g). With half-life L the carryover is
// 2^(−1/L), or 0 when the effect is gone at once. contacts is n0, the figure in force:
// low, base or high.
func NewResponse(f model.Figures, contacts float64) Response {
	s0 := float64(f.Reference)
	r := Response{Carryover: Carryover(f.HalfLife.Value)}
	if f.Gain.Value == model.LinearGain {
		r.Linear, r.Rate = true, contacts/s0
		return r
	}
	r.HalfSaturation = 2 * s0 * f.Gain.Value / (1 - f.Gain.Value)
	r.Ceiling = contacts * (s0 + r.HalfSaturation) / s0
	return r
}

// Carryover is the share of an effect left after a month, for a half-life in months.
func Carryover(halfLife float64) float64 {
	if halfLife <= 0 {
		return 0
	}
	return math.Exp2(-1 / halfLife)
}

// Contacts is what an effective spend of e cents brings in a month whose demand is d
// times the ordinary: C·d·e/(e+h·d). A month without demand brings nobody.
func (r Response) Contacts(e, d float64) float64 {
	if d <= 0 || e <= 0 {
		return 0
	}
	if r.Linear {
		return r.Rate * e
	}
	return r.Ceiling * d * e / (e + r.HalfSaturation*d)
}

// Slope is the derivative of Contacts: contacts for one more cent of effective spend.
func (r Response) Slope(e, d float64) float64 {
	if d <= 0 {
		return 0
	}
	if r.Linear {
		return r.Rate
	}
	root := e + r.HalfSaturation*d
	return r.Ceiling * d * r.HalfSaturation * d / (root * root)
}
