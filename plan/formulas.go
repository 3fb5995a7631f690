package plan

// Formulas say how each figure of the list comes about, by id, in the terms of docs/forecast.md.
// Those of which no range is known or needed because somebody decides them are in Decided.
var Formulas = map[string]string{
	"ask":                   "budget",
	"ask.cash":              "budget × (1 + VAT × share not recovered)",
	"reserve":               "budget − Σ amounts of the channels",
	"spend":                 "Σ months of the plan, × (1 + VAT × share not recovered)",
	"contacts.anyway":       "contacts.counted − contacts.added.by_end",
	"contacts.zero_spend":   "Σ n of zero spend, months 1…H",
	"contacts.counted":      "Σ n of the plan, months 1…H",
	"contacts.added.by_end": "a · (Σ n of the plan − Σ n of zero spend), months 1…H",
	"contacts.added":        "the same, months 1…H + 24",
	"customers.signed":      "a · (k of the plan − k of zero spend), months 1…H",
	"customers.open":        "v · contacts.added.by_end − customers.signed",
	"customers.later":       "v · (contacts.added − contacts.added.by_end)",
	"customers.added":       "v · contacts.added = signed + open + later",
	"cash.by_end":           "first-year margin of customers.added cashed in months 1…H",
	"margin.all_in":         "customers.added · first-year margin",
	"return.by_end":         "(cash.by_end − spend) ÷ spend",
	"return.all_in":         "(margin.all_in − spend) ÷ spend",
	"return.with_role":      "(margin.all_in − spend − role) ÷ (spend + role)",
	"chance.by_end":         "share of the draws in which cash.by_end ≥ spend",
	"chance.ever":           "share of the draws in which margin.all_in ≥ spend",
	"payback":               "first month from which what came back covers what was paid, for good",
	"share.own":             "part of margin.all_in on channels and orders that are the company's own",
	"share.published":       "part of margin.all_in that is published",
	"share.estimated":       "part of margin.all_in that is our judgement",
	"idle":                  "−margin.all_in",
	"without_role":          "−share that stops · margin.all_in",
	"next_thousand":         "1,000 € ÷ years of the plan · d margin.all_in ÷ d yearly amount; said from the threshold on",
}

// Decided says whether a figure is what somebody decides: it is said exactly. Others are expected,
// and rounded to what their range allows.
func Decided(id string) bool {
	return id == "ask" || id == "ask.cash" || id == "reserve" || id == "spend"
}
