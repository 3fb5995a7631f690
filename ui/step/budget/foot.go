// What stands under the sliders.

package budget

import (
	"strings"

	"arringa/ui/draw"
)

// foot says what the plan brings and what there is to know of the row in hand.
func (b *budget) foot(w int) draw.Block {
	out := draw.Text(w, b.MoreRule(w, b.Onward(), b.top, b.list.Dy()))
	if b.cols.panel == 0 {
		out = draw.Stack(out, b.result(w))
	}
	return draw.Stack(out, draw.Within(w, b.footHeight()-out.H(), b.Look.Dim, b.RowText()))
}

// result is the plan's result in a few lines.
func (b *budget) result(w int) draw.Block {
	text := b.ResultText()
	return draw.Stack(draw.Paragraph(w, b.Look.Strong, text[0]+" "+text[1]), draw.Paragraph(w, b.Look.Plain, text[2]))
}

// RowText is what there is to know of the row in hand.
func (b *budget) RowText() string {
	say, p := &b.Say.Budget, b.Plan()
	if b.Row == 0 {
		return say.AboutTotal
	}
	if b.Row >= b.Onward() {
		if len(p.Channels) == 0 {
			return say.NoChannels
		}
		return say.AboutOnward
	}
	c := p.Channels[b.Row-1]
	parts := []string{b.Name(c)}
	if c.Locked {
		parts = append(parts, say.LockedMark)
	}
	if c.Amount > 0 && c.Amount < c.Threshold {
		parts = append(parts, say.BelowThreshold.With("threshold", b.Say.Money(c.Threshold)))
	} else if c.Threshold > 0 {
		parts = append(parts, b.Look.Low.Sign+" "+say.ThresholdIs.With("threshold", b.Say.Money(c.Threshold)))
	}
	if c.LastYear.Spend > 0 {
		parts = append(parts, b.Look.LastYr.Sign+" "+say.LastYearWas.With("amount", b.Say.Money(c.LastYear.Spend)))
	}
	if best, ok := b.BestSplit(); ok && !c.Locked {
		parts = append(parts, b.Look.Best.Sign+" "+say.BestIs.With("amount",
			b.Say.Money(best.Channels[b.Row-1].Amount)))
	}
	parts = append(parts, say.ContactsAre.With("origin", b.Origin(c.Figures.Contacts.Origin)))
	return strings.Join(parts, " · ")
}
