package xlsx

// The summary's table: the budget by channel in short.

import (
	"cmp"
	"fmt"
	"slices"

	"arringa/model"
	"arringa/plan/xlsx/formula"
	"arringa/plan/xlsx/look"
	"arringa/plan/xlsx/part"
)

// tableColumn is a column of the summary's table: the cells of the grid that it covers, and
// the column of the budget that it shows.
type tableColumn struct {
	from, to int
	label    string
	column   int
	format   look.Style
}

func tableColumns(b *account) []tableColumn {
	w, margin := b.words, look.Money
	if b.sumStep() >= 1000 {
		margin = look.Thousands
	}
	return []tableColumn{
		{14, 17, w.Channel, cName, 0},
		{18, 19, w.ThisYear, cAmount, look.Money},
		{20, 20, w.Share, cShare, look.Percent},
		{21, 22, b.inTrade(w.Customers), cCustomers, look.Count},
		{23, 24, w.MoreMargin, cMargin, margin},
		{25, 25, w.Return, cReturn, look.WholeChange},
	}
}

// tableRow writes a row of the summary's table: a name, and a figure for each column of the budget.
func tableRow(b *account, s *part.Sheet, row int, style look.Style, name string, figure func(column int) formula.Num) {
	s.Blank(gridRight, gridLast, row, style)
	for _, x := range tableColumns(b) {
		if x.column == cName {
			s.Text(x.from, row, style, name)
		} else {
			n := figure(x.column)
			if x.column == cReturn { // beside the cards, which round it so
				n = roundedTo(n, b.rateStep())
			}
			s.Num(x.from, row, x.format|style, n)
		}
		if x.to > x.from {
			s.Merge(x.from, row, x.to, row)
		}
	}
	s.Height(row, 16)
}

// tableHead writes the heads of the summary's table.
func tableHead(b *account, s *part.Sheet, row int) {
	s.Blank(gridRight, gridLast, row, look.Head)
	for _, x := range tableColumns(b) {
		style := x.format | look.Head
		if x.column != cName {
			style |= look.Right
		}
		s.Text(x.from, row, style, x.label)
		if x.to > x.from {
			s.Merge(x.from, row, x.to, row)
		}
	}
	s.Height(row, 16)
}

// summaryTable is the budget by channel in short: the largest, and the rest together. It returns
// the last row.
func summaryTable(b *account, s *part.Sheet) int {
	w, row, budget := b.words, summaryLower+1, b.page(budgetTab)
	s.Section(row-1, gridRight, gridLast, b.Period(w.TableTitle))
	tableHead(b, s, row)
	shown, rest := largestChannels(b.plan.Channels)
	first := row + 1
	for _, i := range shown {
		row++
		tableRow(b, s, row, look.Row, b.fittingName(i), func(column int) formula.Num {
			return budgetCell(budget, column, budgetFirst+i)
		})
	}
	if len(rest) > 0 {
		row++
		tableRow(b, s, row, look.Row, w.OtherChannels.With("n", itoa(len(rest))), func(column int) formula.Num {
			return otherChannels(b, budget, column, rest)
		})
	}
	if row >= first {
		s.Rules.Bars(s.Stack(20, first, row), look.PaleTeal, "0.5")
	}
	row++
	tableRow(b, s, row, look.Total, w.TableTotal, func(column int) formula.Num {
		return budgetCell(budget, column, b.budgetTotal())
	})
	loss := part.Ref(25, first)
	s.Rules.When(s.Stack(25, first, row), fmt.Sprintf("AND(ISNUMBER($%[1]s),$%[1]s<0)", loss), look.RedLetters())
	return tableReserve(b, s, row+1)
}

// tableReserve is what is asked for and not given out, and the sum; it returns the last row.
func tableReserve(b *account, s *part.Sheet, row int) int {
	left := b.budget.Minus(b.total.given)
	for i, x := range []struct {
		name   string
		style  look.Style
		amount formula.Num
	}{{b.words.Reserve, look.Row, left}, {b.words.Total, look.Row | look.Bold, b.budget}} {
		s.Blank(gridRight, gridLast, row+i, x.style)
		s.Text(gridRight, row+i, x.style, x.name)
		s.Merge(gridRight, row+i, gridRight+3, row+i)
		s.Num(gridRight+4, row+i, look.Money|x.style, x.amount)
		s.Merge(gridRight+4, row+i, gridRight+5, row+i)
		s.Num(gridRight+6, row+i, look.Percent|x.style, formula.Share(x.amount, b.budget))
		s.Height(row+i, 16)
	}
	return row + 1
}

// budgetCell is a figure of the budget sheet.
func budgetCell(budget *part.Sheet, column, row int) formula.Num {
	n := budget.At(column, row)
	_, n.None = budget.Cell(column, row).Value.(string)
	return n
}

// largestChannels parts the channels into those that the summary shows, by what they are given, and
// the rest.
func largestChannels(channels []model.Channel) (shown, rest []int) {
	for i := range channels {
		shown = append(shown, i)
	}
	slices.SortStableFunc(shown, func(x, y int) int { return cmp.Compare(channels[y].Amount, channels[x].Amount) })
	if len(shown) > summaryRows {
		shown, rest = shown[:summaryRows-1], shown[summaryRows-1:]
	}
	return shown, rest
}

// otherChannels is a figure of several channels together.
func otherChannels(b *account, budget *part.Sheet, column int, rest []int) formula.Num {
	if column == cReturn {
		cost := b.channels[rest[0]].more.spent
		for _, i := range rest[1:] {
			cost = cost.Plus(b.channels[i].more.spent)
		}
		return formula.Gain(otherChannels(b, budget, cMargin, rest), cost.Times(b.worth.cost))
	}
	n := budget.At(column, budgetFirst+rest[0])
	for _, i := range rest[1:] {
		n = n.Plus(budget.At(column, budgetFirst+i))
	}
	return n
}
