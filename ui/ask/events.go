// The dates of a plan: fairs, starts, one-off costs.

package ask

import (
	"slices"
	"strings"

	"arringa/model"
	"arringa/ui/desk"
	"arringa/ui/form"

	tea "charm.land/bubbletea/v2"
)

// eventKinds are the kinds of event in the order in which they are offered.
var eventKinds = []model.EventKind{model.FairEvent, model.StartEvent, model.EndEvent, model.ReviewEvent,
	model.CostEvent}

// EventText is an event in a line.
func EventText(d *desk.Desk, e model.Event) string {
	parts := []string{d.Say.Calendar.Kinds[string(e.Kind)]}
	if i := d.Plan().Channel(e.Channel); i >= 0 {
		parts = append(parts, d.Name(d.Plan().Channels[i]))
	}
	if e.What != "" {
		parts = append(parts, e.What)
	}
	if e.Cost > 0 {
		parts = append(parts, d.Say.Exact(e.Cost))
	}
	return strings.Join(parts, " · ")
}

// Events lists what there is to remember, by month; choosing one opens it.
func Events(d *desk.Desk) *form.List {
	order := make([]int, len(d.Plan().Events))
	for i := range order {
		order[i] = i
	}
	events := d.Plan().Events
	slices.SortStableFunc(order, func(a, b int) int { return int(events[a].Month) - int(events[b].Month) })
	var choices []form.Choice
	for _, i := range order {
		choices = append(choices, form.Choice{Label: d.Say.Month(events[i].Month) + " · " + EventText(d, events[i]),
			Do: func() tea.Cmd {
				d.Show(Event(d, 0, "", i))
				return nil
			}})
	}
	return form.NewList(d, "events", d.Say.Calendar.Events, d.Say.Calendar.EventsText, choices...)
}

// Event asks what there is to remember: a new event, or the one at an index.
func Event(d *desk.Desk, month model.Month, channel model.ChannelID, index int) *form.Sheet {
	say, k := &d.Say.Calendar, Asker{d, "event."}
	e := model.Event{Month: month, Kind: model.FairEvent, Channel: channel}
	title, keep := say.AddEvent, say.SaveEvent
	if index >= 0 {
		e, title, keep = d.Plan().Events[index], say.ChangeEvent, say.KeepEvent
	}
	return form.NewApart(d, "event", title, "", func() []form.Field {
		when := k.Field("month", say.AskMonth)
		when.Value = d.Say.Month(e.Month)
		when.Turn = func(by int) { e.Month += model.Month(by) }
		kind := k.Field("kind", say.AskKind)
		kind.Value = say.Kinds[string(e.Kind)]
		kind.Turn = func(by int) {
			i := slices.Index(eventKinds, e.Kind)
			e.Kind = eventKinds[(i+by+len(eventKinds))%len(eventKinds)]
		}
		where := k.Field("channel", say.AskChannel)
		ids, names := []string{""}, []string{say.WholePlan}
		for _, c := range d.Plan().Channels {
			ids, names = append(ids, string(c.ID)), append(names, d.Name(c))
		}
		where.Value = names[max(slices.Index(ids, string(e.Channel)), 0)]
		where.Turn = func(by int) { e.Channel = model.ChannelID(Turned(ids, string(e.Channel), by)) }
		what := k.Field("what", say.AskWhat)
		what.Value = e.What
		what.Set = func(text string) error { e.What = text; return nil }
		cost := k.Field("cost", say.AskCost)
		if e.Cost > 0 {
			cost.Value, cost.Typed = d.Say.Exact(e.Cost), d.Say.Typed(e.Cost)
		}
		cost.Set = func(text string) error {
			if text == "" {
				e.Cost = 0
				return nil
			}
			m, err := model.ParseMoney(text)
			if err == nil {
				e.Cost = m
			}
			return err
		}
		fields := []form.Field{when, kind, where, what, cost, form.Onward(keep, func() tea.Cmd {
			d.Change("", title, func(p *model.Plan) {
				if index >= 0 {
					p.Events[index] = e
				} else {
					p.Events = append(p.Events, e)
				}
			})
			d.Close()
			return nil
		})}
		if index >= 0 {
			drop := form.Onward(say.DropEvent, func() tea.Cmd {
				d.Change("", say.DropEvent, func(p *model.Plan) { p.Events = slices.Delete(p.Events, index, index+1) })
				d.Tell(d.Say.App.Removed)
				d.Close()
				return nil
			})
			drop.ID, drop.Sign = "event.drop", "✗"
			fields = append(fields, drop)
		}
		return fields
	})
}
