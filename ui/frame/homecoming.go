// What the board changed in a workbook, taken or left.

package frame

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"arringa/model"
	"arringa/plan/xlsx"
	"arringa/ui/desk"
	"arringa/ui/draw"
	"arringa/ui/form"

	tea "charm.land/bubbletea/v2"
)

// homecoming shows what the board changed in a workbook, to be taken or left.
type homecoming struct {
	form.Page
	edits []xlsx.Edit
}

// cameHome tells where a workbook's plan is now, and what was changed in it.
func (a *App) cameHome(msg desk.Opened) {
	say := &a.Say.Homecoming
	a.Cheer(say.Came.With("path", desk.ShortPath(msg.Path)))
	h := &homecoming{form.Page{Desk: a.Desk, Name: "homecoming", Heading: say.Title}, msg.Edits}
	h.Body = h.list
	a.Show(h)
}

func (h *homecoming) Commands() []desk.Command {
	say := &h.Say.Homecoming
	if len(h.edits) == 0 {
		return h.Page.Commands()
	}
	return append([]desk.Command{
		{Scope: desk.Moves, Keys: []string{"enter"}, Name: say.Take, Bar: true, Do: func() tea.Cmd {
			if h.Edit("", say.Take, func(was model.Plan) model.Plan { return xlsx.Apply(was, h.edits) }) {
				h.Close()
				h.Cheer(say.Taken)
			}
			return nil
		}},
		{Scope: desk.InDialog, Keys: []string{"esc"}, Name: say.Leave, Bar: true,
			Do: func() tea.Cmd { h.Close(); return nil }},
	}, h.Page.Commands()...)
}

// sums and shares are the figures of a workbook that are euro, or percentages.
var (
	sums = []string{"budget", "first_order", "order", "amount", "reference", "least", "most", "last_year", "threshold",
		"role_salary", "role_tools"}
	shares = []string{"margin", "vat_rate", "vat_recovered", "gain", "conversion", "conversion_low", "conversion_high",
		"role_share"}
)

// written is a figure as it stands in its cell.
func (h *homecoming) written(field string, x float64) string {
	switch {
	case slices.Contains(sums, field), strings.HasSuffix(field, "actual_spend"):
		return h.Say.Exact(model.Money(math.Round(x * 100)))
	case slices.Contains(shares, field):
		return h.Say.Plain(x*100) + "%"
	}
	return h.Say.Plain(x)
}

// list is what was changed, each with what it was.
func (h *homecoming) list(w int) draw.Block {
	say := &h.Say.Homecoming
	if len(h.edits) == 0 {
		return draw.Paragraph(w, h.Look.Plain, say.Nothing)
	}
	out := draw.Paragraph(w, h.Look.Strong, say.Changed.N(len(h.edits), strconv.Itoa(len(h.edits))))
	for _, e := range h.edits {
		what, named := say.Fields[e.Field]
		if !named {
			what = e.Label
		} else if i := h.Plan().Channel(e.Channel); i >= 0 {
			what = h.Desk.Name(h.Plan().Channels[i]) + ", " + what
		}
		was, now := h.written(e.Field, e.Was), h.written(e.Field, e.Now)
		if e.Cleared {
			now = h.Say.App.NotTold
		}
		if e.Text != "" {
			was, now = h.Say.Command.Scenarios[string(h.Plan().Scenario)], e.Text
		}
		out = draw.Stack(out, draw.Paragraph(w, h.Look.Plain, "  "+say.Line.With("what", what, "was", was, "now", now)))
	}
	return out
}
