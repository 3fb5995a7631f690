package ui

import (
	"slices"
	"strings"

	"arringa/model"

	tea "charm.land/bubbletea/v2"
)

// eventKinds are the kinds of event in the order in which they are offered.
var eventKinds = []model.EventKind{model.FairEvent, model.StartEvent, model.EndEvent, model.ReviewEvent, model.CostEvent}

// eventText is an event in a line.
func eventText(d *desk, e model.Event) string {
	parts := []string{d.say.Calendar.Kinds[string(e.Kind)]}
	if i := d.plan().Channel(e.Channel); i >= 0 {
		parts = append(parts, d.name(d.plan().Channels[i]))
	}
	if e.What != "" {
		parts = append(parts, e.What)
	}
	if e.Cost > 0 {
		parts = append(parts, d.say.Exact(e.Cost))
	}
	return strings.Join(parts, " · ")
}

// newEvents lists what there is to remember, by month; choosing one opens it.
func newEvents(d *desk) *list {
	order := make([]int, len(d.plan().Events))
	for i := range order {
		order[i] = i
	}
	events := d.plan().Events
	slices.SortStableFunc(order, func(a, b int) int { return int(events[a].Month) - int(events[b].Month) })
	var choices []choice
	for _, i := range order {
		choices = append(choices, choice{d.say.Month(events[i].Month) + " · " + eventText(d, events[i]), func() tea.Cmd {
			d.show(newEvent(d, 0, "", i))
			return nil
		}})
	}
	return newList(d, "events", d.say.Calendar.Events, d.say.Calendar.EventsText, choices...)
}

// newEvent asks what there is to remember: a new event, or the one at an index.
func newEvent(d *desk, month model.Month, channel model.ChannelID, index int) *sheet {
	say, k := &d.say.Calendar, asker{d, "event."}
	e := model.Event{Month: month, Kind: model.FairEvent, Channel: channel}
	title := say.AddEvent
	if index >= 0 {
		e, title = d.plan().Events[index], say.ChangeEvent
	}
	return newApart(d, "event", title, "", func() []field {
		when := k.field("month", say.AskMonth)
		when.value = d.say.Month(e.Month)
		when.turn = func(by int) { e.Month += model.Month(by) }
		kind := k.field("kind", say.AskKind)
		kind.value = say.Kinds[string(e.Kind)]
		kind.turn = func(by int) {
			i := slices.Index(eventKinds, e.Kind)
			e.Kind = eventKinds[(i+by+len(eventKinds))%len(eventKinds)]
		}
		where := k.field("channel", say.AskChannel)
		ids, names := []string{""}, []string{say.WholePlan}
		for _, c := range d.plan().Channels {
			ids, names = append(ids, string(c.ID)), append(names, d.name(c))
		}
		where.value = names[max(slices.Index(ids, string(e.Channel)), 0)]
		where.turn = func(by int) { e.Channel = model.ChannelID(turned(ids, string(e.Channel), by)) }
		what := k.field("what", say.AskWhat)
		what.value = e.What
		what.set = func(text string) error { e.What = text; return nil }
		cost := k.field("cost", say.AskCost)
		if e.Cost > 0 {
			cost.value, cost.typed = d.say.Exact(e.Cost), d.say.Typed(e.Cost)
		}
		cost.set = func(text string) error {
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
		fields := []field{when, kind, where, what, cost, onward(say.SaveEvent, func() tea.Cmd {
			d.change("", title, func(p *model.Plan) {
				if index >= 0 {
					p.Events[index] = e
				} else {
					p.Events = append(p.Events, e)
				}
			})
			d.close()
			return nil
		})}
		if index >= 0 {
			drop := onward(say.DropEvent, func() tea.Cmd {
				d.change("", say.DropEvent, func(p *model.Plan) { p.Events = slices.Delete(p.Events, index, index+1) })
				d.close()
				return nil
			})
			drop.id, drop.sign = "event.drop", "✗"
			fields = append(fields, drop)
		}
		return fields
	})
}
