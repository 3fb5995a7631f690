// What a channel is, and what is asked of it.

package model

// ChannelID names a channel within a plan: an id of the catalogue, or one that the
// program gave to a channel of the manager's own ("own-1").
type ChannelID string

// Channel is one way of reaching customers, with what it is given and what is assumed
// of it.
type Channel struct {
	ID        ChannelID `json:"id"`
	Name      string    `json:"name,omitzero"` // the manager's name for it; empty: the catalogue's
	Kind      SaleKind  `json:"kind"`
	Posture   Posture   `json:"posture,omitzero"`
	Amount    Money     `json:"amount_cents"` // for each twelve months
	Locked    bool      `json:"locked,omitzero"`
	AtLeast   Money     `json:"at_least_cents,omitzero"`  // the manager's least
	AtMost    Money     `json:"at_most_cents,omitzero"`   // the manager's most; 0 is no limit
	Threshold Money     `json:"threshold_cents,omitzero"` // below it a year's spend is not worth starting
	Calendar  Calendar  `json:"calendar"`
	Figures   Figures   `json:"figures"`
	LastYear  LastYear  `json:"last_year"`
	Reason    Reason    `json:"reason"`
	Extra     Extra     `json:",embed"`
}

// Counting is how a channel comes by the number of its contacts, on which depends how many of
// them are additional.
type Counting string

// The ways to count.
const (
	ByPlatform Counting = "platform"   // the seller's own screen
	ByClick    Counting = "last_click" // the last click before the contact
	ByCode     Counting = "code"       // a code, a number or a page of its own
	ByAsking   Counting = "asked"      // "where did you hear of us?"
	ByMeasure  Counting = "measured"   // against a pause, or an area left out: all of them are additional
)

// Posture is how one stands in the crowded room.
type Posture string

// The postures.
const (
	Dance Posture = "dance" // be where the noise is
	Watch Posture = "watch" // little money, open eyes
	Talk  Posture = "talk"  // the good conversation
)

// Figures is what is assumed of a channel: the answers to seven plain questions.
type Figures struct {
	// If you spend Reference a month, it brings Contacts a month, in steady state.
	Reference Money `json:"reference_cents_per_month"` // s0, above 0
	Contacts  Range `json:"contacts_per_month"`        // n0
	// If you doubled the spend, how many more? A share: 0.05 to 0.95, or 1 for
	// proportional (g).
	Gain Number `json:"doubling_gain"`
	// If you stop, in how many months is half of the effect gone? 0 is at once (L).
	HalfLife Number `json:"half_life_months"`
	// Out of 100 contacts, how many become customers? Typed as Conversion, or the
	// company's share times ConversionIndex (v).
	Conversion      *Range `json:"conversion,omitzero"`
	ConversionIndex Number `json:"conversion_index"`
	// How long from contact to order? Typed as Delay in months, or the company's sales
	// cycle times DelayFactor (D).
	Delay       *Number `json:"delay_months,omitzero"`
	DelayFactor Number  `json:"delay_factor"`
	// Of ten contacts that the channel counts as its own, how many would not have come
	// without it? A share, 0 to 1; 1 and own where it was measured (a).
	Additional Range `json:"additional_share"`
	// How the channel counts them; nothing where it was not told.
	Counts Counting `json:"counted_by,omitzero"`
	// What the channel counts a month without any spend, at ordinary demand, told apart from
	// Contacts by a fit; nothing where it was not told.
	Itself Number `json:"by_itself_per_month,omitzero"`
	Extra  Extra  `json:",embed"`
}

// LastYear is what was spent on a channel in the twelve months before the plan, and
// what came of it as far as it is known.
type LastYear struct {
	Spend     Money    `json:"spend_cents"` // opening effective spend is a twelfth of it
	Contacts  *float64 `json:"contacts,omitzero"`
	Customers *float64 `json:"customers,omitzero"`
	Extra     Extra    `json:",embed"`
}

// Ranges and bounds of Figures.
const (
	MinGain     = 0.05
	MaxGain     = 0.95
	LinearGain  = 1.0
	MaxHalfLife = 36 // months
	MaxDelay    = 36 // months

	// ConversionSpread is how far the share of contacts that become customers is taken to
	// vary where no range was typed: base ÷ 1.6 to base × 1.6.
	ConversionSpread = 1.6
)

// ConversionOf is the share of the channel's contacts that become customers: typed,
// or the company's own share times the channel's index, at most 1. A contact that is
// an online order is a customer already.
func (c Channel) ConversionOf(company Company) Range {
	switch {
	case c.Kind == Orders:
		return Range{Low: 1, Base: 1, High: 1, Origin: Own}
	case c.Figures.Conversion != nil:
		return *c.Figures.Conversion
	}
	r := company.Conversion.Scaled(c.Figures.ConversionIndex.Value)
	r.Low, r.Base, r.High = min(r.Low, 1), min(r.Base, 1), min(r.High, 1)
	r.Origin = weaker(r.Origin, c.Figures.ConversionIndex.Origin)
	r.Evidence = append(append([]string(nil), r.Evidence...), c.Figures.ConversionIndex.Evidence...)
	return r
}

// DelayOf is the months from contact to order: typed, or the company's sales cycle
// times the channel's factor. An online order has none.
func (c Channel) DelayOf(company Company) Number {
	switch {
	case c.Kind == Orders:
		return Number{Origin: Own}
	case c.Figures.Delay != nil:
		return *c.Figures.Delay
	}
	n := company.SalesCycleMonths
	n.Value = min(n.Value*c.Figures.DelayFactor.Value, MaxDelay)
	n.Origin = weaker(n.Origin, c.Figures.DelayFactor.Origin)
	return n
}

// Most is the most the channel may be given a year.
func (c Channel) Most() Money {
	if c.AtMost == 0 {
		return MaxMoney
	}
	return c.AtMost
}

// weaker is the less firm of two origins: a product is no firmer than its factors.
func weaker(a, b Origin) Origin {
	rank := map[Origin]int{Own: 0, Published: 1, Judgement: 2}
	if rank[b] > rank[a] {
		return b
	}
	return a
}

func (c Channel) clone() Channel {
	if c.Calendar.Weights != nil {
		w := *c.Calendar.Weights
		c.Calendar.Weights = &w
	}
	c.Figures.Conversion = copied(c.Figures.Conversion)
	c.Figures.Delay = copied(c.Figures.Delay)
	c.LastYear.Contacts = copied(c.LastYear.Contacts)
	c.LastYear.Customers = copied(c.LastYear.Customers)
	c.Reason = c.Reason.clone()
	return c
}

func copied[T any](p *T) *T {
	if p == nil {
		return nil
	}
	v := *p
	return &v
}
