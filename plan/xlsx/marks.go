package xlsx

// On the workings: how the book knows that it is no longer as it was exported.

import (
	"fmt"
	"strings"

	"arringa/plan/xlsx/formula"
	"arringa/plan/xlsx/look"
	"arringa/plan/xlsx/part"
)

// changed is the cell that says whether the book is no longer as it was exported.
func (b *frame) changed() string { return b.page(workingsTab).Mark(2, 1) }

// asExported is a figure that no formula of the book follows: when the book is no longer as it was
// exported, it says so in its place.
func (b *frame) asExported(x float64) formula.Num {
	return b.unlessMoved(formula.Lit(x))
}

// unlessMoved is a figure that follows the book only in part.
func (b *frame) unlessMoved(n formula.Num) formula.Num {
	return formula.Num{
		F: fmt.Sprintf("IF(%s,%s,%s)", b.changed(), formula.Quote(b.words.Stale), n.F), X: n.X, None: n.None,
	}
}

// saidAsExported is asExported of a text.
func (b *frame) saidAsExported(t formula.Text) formula.Text {
	f := fmt.Sprintf("IF(%s,%s,%s)", b.changed(), formula.Quote(b.words.Stale), t.F)
	return formula.Text{F: f, S: t.S, Live: true}
}

// unlessMovedSay is saidAsExported of whole sentences.
func (b *frame) unlessMovedSay(t formula.Text) formula.Text {
	f := fmt.Sprintf("IF(%s,%s,%s)", b.changed(), formula.Quotation(b.words.StaleSentence), t.F)
	return formula.Text{F: f, S: t.S, Live: len(f) < formula.Longest}
}

// placeMarks notes the book as it was exported: sums over all cells that may be edited, each
// cell weighed by its place, so that whoever moves a figure is told which ones did not follow.
func placeMarks(b *frame) formula.Text {
	s, w := b.page(workingsTab), b.words
	row := s.Last() + 2
	s.Section(row, 1, 4, w.MarksTitle)
	var moved []string
	for _, at := range editable(b) {
		row++
		sum := weighed(at)
		s.Text(1, row, look.Row, at.Sheet.Name)
		was := s.Value(2, row, look.Factor|look.Row, sum)
		now := s.Num(3, row, look.Factor|look.Row,
			formula.Calc(sum, "SUMPRODUCT(%[1]s*(%[2]d*ROW(%[1]s)+COLUMN(%[1]s)))", at, rowWeight))
		moved = append(moved, fmt.Sprintf("ABS(%[1]s-%[2]s)>1E-9*(1+ABS(%[1]s))", was, now))
	}
	row++
	s.Text(1, row, look.Row, w.Changed)
	s.Set(2, row, look.Row, part.Cell{Formula: "OR(" + strings.Join(moved, ",") + ")", Value: false})
	s.Set(2, 1, look.Hidden, part.Cell{Formula: s.Mark(2, row), Value: false})
	said := fmt.Sprintf("IF(%s,%s,%s)", b.changed(), formula.Quote(w.NotAsExported), formula.Quote(w.StillAsExported))
	return formula.Text{F: said, S: w.StillAsExported, Live: true}
}

// editable are the cells that may be edited and on which figures rest.
func editable(b *frame) []part.Span {
	n, scenarios := len(b.plan.Channels), len(b.scenarios)
	levers, assumptions := b.page(leversTab), b.page(assumptionsTab)
	calendar, effects := b.page(calendarTab), b.page(scenariosTab)
	list := []part.Span{
		levers.Block(lTyped, leverTop+1, lTyped, leverTop+1), levers.Block(lPercent, leverTop, lPercent, leverTop),
	}
	if n > 0 {
		list = append(list, levers.Block(lAmount, leverFirst, lAmount, leverFirst+n-1),
			levers.Block(lLeast, leverFirst, lMost, leverFirst+n-1))
	}
	list = append(list, assumptions.Block(aLow, headRows+3, aHigh, assumptions.Last()),
		calendar.Block(firstMonth, b.weightsRow()+2, firstMonth+11, b.weightsRow()+2+n),
		effects.Block(2, scenarioChange+1, 1+scenarios, scenarioChange+2))
	if n > 0 {
		list = append(list, effects.Block(2, scenarioChange+6, 1+scenarios, scenarioChange+5+n),
			effects.Block(2, scenarioChange+8+n, 1+scenarios, scenarioChange+7+2*n))
	}
	return list
}

// rowWeight is how much more a cell's row weighs than its column: an edit moved to another cell of
// its row, or of its column, is seen.
const rowWeight = 64

// weighed is the sum of a range, each cell multiplied by the weight of its place.
func weighed(at part.Span) float64 {
	sum := 0.0
	at.Each(func(i int, c part.Cell) {
		if v, ok := c.Value.(float64); ok {
			wide := at.C2 - at.C1 + 1
			sum += v * float64(rowWeight*(at.R1+i/wide)+at.C1+i%wide)
		}
	})
	return sum
}
