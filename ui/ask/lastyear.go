// What last year brought, taken as the figures of the channels.

package ask

import (
	"strconv"
	"strings"

	"arringa/model"
	"arringa/plan"
	"arringa/templates"
	"arringa/ui/desk"
	"arringa/ui/form"

	tea "charm.land/bubbletea/v2"
)

// NoLastYear is why last year's figures cannot be taken; empty where they can.
func NoLastYear(d *desk.Desk) string {
	for _, c := range d.Plan().Channels {
		if c.LastYear.Spend > 0 && c.LastYear.Contacts != nil {
			return ""
		}
	}
	return d.Say.Channels.NoLastYear
}

// TakeLastYear makes last year's figures those of all channels, in one step that can be undone,
// and says what that changed.
func TakeLastYear(d *desk.Desk) {
	say, was := &d.Say.Channels, d.Plan()
	taken, changes := plan.TakeLastYear(was)
	if len(changes) == 0 {
		d.Tell(say.LastYearSame)
		return
	}
	if d.Edit("", say.FromLastYear, func(model.Plan) model.Plan { return taken }) {
		d.Cheer(say.LastYearTaken.With("changes", changed(d, was, taken)))
	}
}

// OfferLastYear asks whether to take last year's figures where the plan disagrees with them: why
// says how.
func OfferLastYear(d *desk.Desk, why string) desk.Dialog {
	say := &d.Say.Channels
	return form.NewList(d, "lastyear", say.LastYearTitle, why,
		form.Choice{Label: say.FromLastYear, Do: func() tea.Cmd { TakeLastYear(d); return nil }},
		form.Choice{Label: say.LastYearLeave, Do: func() tea.Cmd { d.Visit(desk.AtChannels); return nil }})
}

// toldChannels is how many channels a line names.
const toldChannels = 2

// changed says of the first few channels what changed, and how many more there are.
func changed(d *desk.Desk, was, now model.Plan) string {
	say := &d.Say.Channels
	var told []string
	rest := 0
	for i := range was.Channels {
		changes := wereAre(d, was, now, i)
		switch {
		case len(changes) == 0:
		case len(told) == toldChannels:
			rest++
		default:
			told = append(told, say.LastYearChange.With("channel", d.Name(was.Channels[i]), "changes",
				strings.Join(changes, ", ")))
		}
	}
	if rest > 0 {
		told = append(told, say.LastYearRest.N(rest, strconv.Itoa(rest)))
	}
	return strings.Join(told, " ")
}

// wereAre says what a contact cost and costs now at last year's spend, and how many of them
// become customers.
func wereAre(d *desk.Desk, was, now model.Plan, line int) []string {
	say, a, b := &d.Say.Channels, was.Channels[line], now.Channels[line]
	spend := float64(b.Figures.Reference)
	cost := func(f model.Figures) float64 {
		r := plan.NewResponse(f, f.Contacts.Base)
		return spend / r.Contacts(spend, 1)
	}
	var texts []string
	tell := func(what string, was, now string) {
		if was != now {
			texts = append(texts, say.FieldWasIs.With("what", what, "was", was, "now", now))
		}
	}
	before, after := cost(a.Figures), cost(b.Figures)
	tell(strings.ToLower(say.CostPerContact), d.Say.Expected(before, templates.StepOf(before)),
		d.Say.Expected(after, templates.StepOf(after)))
	if b.Kind != model.Orders {
		tell(d.Say.Whatif.Fields["conversion"], d.Say.Share(a.ConversionOf(was.Company).Base),
			d.Say.Share(b.ConversionOf(now.Company).Base))
	}
	return texts
}
