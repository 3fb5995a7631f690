package ui

import (
	"strconv"

	"arringa/model"
	"arringa/plan/xlsx"
	"arringa/ui/draw"

	tea "charm.land/bubbletea/v2"
)

// homecoming shows what the board changed in a workbook, to be taken or left.
type homecoming struct {
	page
	edits []xlsx.Edit
}

// cameHome tells where a workbook's plan is now, and what was changed in it.
func (a *app) cameHome(msg opened) {
	say := &a.say.Homecoming
	a.cheer(say.Came.With("path", shortPath(msg.path)))
	h := &homecoming{page{desk: a.desk, name: "homecoming", heading: say.Title}, msg.edits}
	h.body = h.list
	a.show(h)
}

func (h *homecoming) commands() []command {
	say := &h.say.Homecoming
	if len(h.edits) == 0 {
		return h.page.commands()
	}
	return append([]command{
		{scope: moves, keys: []string{"enter"}, name: say.Take, bar: true, do: func() tea.Cmd {
			if h.edit("", say.Take, func(was model.Plan) model.Plan { return xlsx.Apply(was, h.edits) }) {
				h.close()
				h.cheer(say.Taken)
			}
			return nil
		}},
		{scope: inDialog, keys: []string{"esc"}, name: say.Leave, bar: true, do: func() tea.Cmd { h.close(); return nil }},
	}, h.page.commands()...)
}

// list is what was changed, each with what it was.
func (h *homecoming) list(w int) draw.Block {
	say := &h.say.Homecoming
	if len(h.edits) == 0 {
		return draw.Paragraph(w, h.look.plain, say.Nothing)
	}
	out := draw.Paragraph(w, h.look.strong, say.Changed.N(len(h.edits), strconv.Itoa(len(h.edits))))
	for _, e := range h.edits {
		what := say.Fields[e.Field]
		if i := h.plan().Channel(e.Channel); i >= 0 {
			what = h.desk.name(h.plan().Channels[i]) + ", " + what
		}
		was, now := h.say.Plain(e.Was), h.say.Plain(e.Now)
		if e.Text != "" {
			was, now = h.say.Command.Scenarios[string(h.plan().Scenario)], e.Text
		}
		out = draw.Stack(out, draw.Paragraph(w, h.look.plain, "  "+say.Line.With("what", what, "was", was, "now", now)))
	}
	return out
}
