package xlsx

import (
	"fmt"
	"strings"

	"arringa/model"
	"arringa/plan"
	"arringa/templates"

	"github.com/xuri/excelize/v2"
)

// scenarioCells are where the scenario in force is chosen and what it multiplies.
type scenarioCells struct {
	list   []model.Scenario
	choice string // the name chosen
	number string // its place in the list, 1 being the first
	order  string // multiplier on order values, of the one chosen
	spend  string // 0 when nothing is spent, else 1
	base   int    // column before the first scenario
	first  [4]int // first rows of the blocks: results, whether gradual, cost, whether gradual
}

const (
	scenarioHead  = 12 // row of the names, above the multipliers
	scenarioFirst = 2  // column of the first scenario
)

// placeScenarios puts down the scenarios and their multipliers, and the cell in which one is
// chosen: everything follows it.
func (b *book) placeScenarios() {
	s, w, k := b.scenarios, b.words, &b.cells
	k.list = append(plan.BuiltIn(b.plan), b.plan.Scenarios...)
	n := len(b.plan.Channels)
	last := scenarioFirst + len(k.list) - 1
	s.head(w.SheetScenarios, w.ScenariosAnswer, last)
	s.width(1, 1, 36)
	s.width(scenarioFirst, last, 17)
	names := s.span(scenarioFirst, scenarioHead, last, scenarioHead)
	s.text(1, 4, "bold", w.ChosenScenario)
	s.text(2, 4, "bold input", b.nameOf(b.scenario))
	s.named("in_scenario", 2, 4)
	choices := excelize.NewDataValidation(true)
	choices.SetSqref("B4")
	choices.SetSqrefDropList(names)
	choices.SetError(excelize.DataValidationErrorStyleStop, w.ChosenScenario, w.WrongScenario)
	b.try(s.file.AddDataValidation(s.name, choices))
	at := 1
	for i, x := range k.list {
		if x.ID == b.scenario.ID {
			at = i + 1
		}
	}
	s.text(3, 4, "dim right", w.Number)
	s.formula(4, 4, "whole dim", fmt.Sprintf("MATCH(B4,%s,0)", names), float64(at))
	k.choice, k.number = s.at(2, 4), s.at(4, 4)

	s.text(1, scenarioHead-1, "section", w.Multipliers)
	s.text(1, scenarioHead, "head", "")
	s.text(1, scenarioHead+1, "row", w.OnOrder)
	s.text(1, scenarioHead+2, "row", w.SpendOrNot)
	for i, x := range k.list {
		c := scenarioFirst + i
		s.blank(c, scenarioHead-1, "section")
		s.text(c, scenarioHead, "head right", b.nameOf(x))
		s.number(c, scenarioHead+1, "factor row input", x.Order)
		s.number(c, scenarioHead+2, "whole row input", 1-flag(x.Idle))
	}
	chosen := func(row int) string {
		return fmt.Sprintf("INDEX(%s,1,%s)", s.span(scenarioFirst, row, last, row), k.number)
	}
	k.order, k.spend = chosen(scenarioHead+1), chosen(scenarioHead+2)
	row := scenarioHead + 4
	for block, label := range []string{w.OnResults, w.ResultsGradual, w.OnCost, w.CostGradual} {
		s.text(1, row, "section", label)
		for i := range k.list {
			s.blank(scenarioFirst+i, row, "section")
		}
		k.first[block] = row + 1
		for i, c := range b.plan.Channels {
			s.text(1, row+1+i, "row", templates.ChannelName(c, b.say.Tag))
			for j, x := range k.list {
				results, cost := x.On(c.ID)
				v := [4]float64{results.By, flag(results.Gradual), cost.By, flag(cost.Gradual)}[block]
				s.number(scenarioFirst+j, row+1+i, "factor row input", v)
			}
		}
		row += n + 2
	}
}

func (b *book) nameOf(s model.Scenario) string {
	if name, ok := b.say.Command.Scenarios[string(s.ID)]; ok {
		return strings.ToUpper(name[:1]) + name[1:]
	}
	return s.Name
}

// inForce is the multiplier of a channel in the scenario chosen: block 0 on results, 1
// whether gradual, 2 on cost, 3 whether gradual.
func (b *book) inForce(block, channel int) string {
	k := b.cells
	row := k.first[block] + channel
	return fmt.Sprintf("INDEX(%s,1,%s)", b.scenarios.span(scenarioFirst, row, scenarioFirst+len(k.list)-1, row), k.number)
}

// fillScenarios compares the scenarios as exported, with the live one beside them.
func (b *book) fillScenarios() {
	s, w, k := b.scenarios, b.words, b.cells
	for i, label := range []string{w.MoreCustomers, w.MoreMargin, w.Return} {
		s.text(1, 7+i, "row", label)
	}
	s.text(1, 6, "head", w.AsExported)
	for j, x := range k.list {
		c := scenarioFirst + j
		y := plan.Forecast(b.plan, x).Total
		s.text(c, 6, "head right", b.nameOf(x))
		s.number(c, 7, "count row", y.More.Customers)
		s.number(c, 8, "money row", euros(y.More.Margin))
		if back, ok := y.Return(); ok {
			s.number(c, 9, "change row", back)
		} else {
			s.blank(c, 9, "row")
		}
	}
	b.asExported(s, 1, 10)
	s.onePage()
}

// asExported says below figures that are no formulas whether they are still those of the
// plan: whether the margin of the book is still the one that was exported.
func (b *book) asExported(s *sheet, column, row int) {
	w := b.words
	margin := b.budget.at(cMargin, b.budgetTotal())
	exported := euros(b.outlook.Total.More.Margin)
	f := fmt.Sprintf(`IF(ABS(%s-%.6f)<0.01,"%s","%s")`, margin, exported, w.StillTrue, w.NoLongerTrue)
	s.formula(column, row, "note", f, w.StillTrue)
}
