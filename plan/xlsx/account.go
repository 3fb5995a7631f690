package xlsx

// The last stage: what is said of the figures, in sentences that follow them.

import (
	"fmt"
	"maps"

	"arringa/model"
	"arringa/plan/xlsx/formula"
	"arringa/plan/xlsx/look"
	"arringa/plan/xlsx/part"
	"arringa/templates"
)

// account is what is said of the results.
type account struct {
	*results
	formula.Voice
	futures  futures
	fan      fanCells
	figures  formula.Figures   // what any sentence may name
	board    formula.Figures   // what the sentences of the summary may name: what is expected is rounded
	known    []formula.Figures // what those of a channel may name
	exported formula.Text      // whether the book is still as it was exported
}

// tell says the results, and what many futures say of them.
func tell(r *results, f futures) *account {
	s := r.page(workingsTab)
	row := r.workBlock(cashBlock) + 13
	voice := voiceOf(r.frame, placeMonthNames(r.frame, s, row))
	figures := placeFigures(r, voice, f.values, row+3)
	fan := placeFan(r, voice, f)
	maps.Copy(figures, fan.figures)
	if r.plan.Pot() > 0 {
		figures["reserve_left"] = figures["reserve"]
	}
	if r.plan.Company.VAT.Cost() != 1 {
		figures["cash_asked"] = voice.Money(r.budget.Times(r.worth.cost))
	}
	figures["end_month"] = formula.Words(r.say.Month(r.plan.Start + model.Month(r.plan.Months-1)))
	for name, v := range f.values {
		if v.Kind == model.FactValue {
			figures[name] = formula.Words(v.Text)
		}
	}
	known := placeChannelFigures(r, voice, figures)
	b := &account{results: r, Voice: voice, futures: f, fan: fan, figures: figures, known: known}
	placeRough(b)
	b.exported = placeMarks(r.frame)
	return b
}

// voiceOf says figures in a plan's language.
func voiceOf(b *frame, monthNames part.Span) formula.Voice {
	v := formula.Voice{Language: b.say, SymbolFirst: b.say.SymbolFirst, Months: b.plan.Months, MonthNames: monthNames}
	v.Moved, v.Stale = b.changed(), b.words.StaleSentence
	for _, x := range b.say.Singulars {
		v.Singulars = append(v.Singulars, formula.Singular{Many: x.Many, One: x.One})
	}
	here := b.say.Answers.CustomersOf(b.plan.Company.Sector)
	v.Singulars = append(v.Singulars, formula.Singular{Many: here.Many, One: here.One})
	return v
}

// typed tells what a person may have written: there, what is no figure's name stays as it is. In the
// book's own sentences all names are.
func (b *account) typed(text string, known formula.Figures) formula.Text {
	v := b.Voice
	v.IsFigure = templates.IsFigure
	return v.Tell(text, known)
}

// head gives a sheet the question that it answers and the answer, and its looks.
func (b *account) head(id sheetID, columns int) {
	s := b.page(id)
	s.Height(1, 8)
	s.Height(2, 27)
	s.Height(3, 19)
	s.Height(4, 8)
	s.Blank(1, columns, 2, look.Heading)
	s.Blank(1, columns, 3, look.Answer)
	at := 1
	if columns > firstMonth+12 { // printed on several pages, which repeat the first columns
		at = firstMonth
	}
	s.Text(at, 2, look.Heading, b.words.Questions[sheetNames[id]])
	s.Say(at, 3, look.Answer, b.Tell(b.inTrade(b.words.Answers[sheetNames[id]]), b.board))
	s.Page.Look(columns)
}

// finding is a section whose heading says what the chart below it shows, now; plain where
// the plan has no figure for it.
func (b *account) finding(s *part.Sheet, row, from, to int, sentence, plain string, known formula.Figures) {
	s.Section(row, from, to, plain)
	if told := b.Tell(sentence, known); told.S != "" {
		s.Say(from, row, look.Section, told)
	}
}

// exportedLine says whether the book is still as it was exported, in red when it is not.
func (b *account) exportedLine(s *part.Sheet, column, row int) {
	s.Say(column, row, look.Dim, b.exported)
	changed := fmt.Sprintf("$%s=%s", part.Ref(column, row), formula.Quote(b.words.NotAsExported))
	s.Rules.When(s.Line(column, column, row), changed, look.Alarm())
}
