// Where figures come from, and figures with a range.

package model

// Origin says where a figure comes from. There is no figure of unknown origin.
type Origin string

// The three origins, from the firmest to the weakest.
const (
	Own       Origin = "own"       // the company's own data
	Published Origin = "published" // somebody published it; the evidence ids say who
	Judgement Origin = "judgement" // an estimate
)

// Number is an assumption with its origin. The unit and range are those of the field
// that holds it.
type Number struct {
	Value    float64  `json:"value"`
	Origin   Origin   `json:"origin"`
	Evidence []string `json:"evidence,omitzero"`
	Extra    Extra    `json:",embed"`
}

// Amount is an assumed sum of money with its origin.
type Amount struct {
	Cents    Money    `json:"cents"`
	Origin   Origin   `json:"origin"`
	Evidence []string `json:"evidence,omitzero"`
	Extra    Extra    `json:",embed"`
}

// Range is an assumption that nobody knows exactly: Low, Base and High stand for the
// 10th, 50th and 90th percentile, Low ≤ Base ≤ High.
type Range struct {
	Low      float64  `json:"low"`
	Base     float64  `json:"base"`
	High     float64  `json:"high"`
	Origin   Origin   `json:"origin"`
	Evidence []string `json:"evidence,omitzero"`
	Extra    Extra    `json:",embed"`
}

// Spread is the range that an estimate without one is given: base ÷ by to base × by,
// with the high end at most cap.
func Spread(base, by, cap float64) Range {
	return Range{Low: base / by, Base: base, High: max(base, min(base*by, cap)), Origin: Judgement}
}

// Scaled is the range multiplied by k > 0, its origin kept.
func (r Range) Scaled(k float64) Range {
	r.Low, r.Base, r.High = r.Low*k, r.Base*k, r.High*k
	return r
}
