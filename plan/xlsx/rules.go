package xlsx

import (
	"arringa/plan/xlsx/look"
	"bytes"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

func itoa(n int) string { return strconv.Itoa(n) }

// input puts a figure down that may be edited, names its cell, and says what may be typed.
func (s *sheet) input(column, row int, style look.Style, name string) num {
	in, ok := s.inputs[name]
	if !ok {
		s.try(fmt.Errorf("no input %q", name))
		return num{}
	}
	var first num
	for i := range in.cells {
		v, known := in.get(&s.plan, i)
		c := cell{style: s.style(style | look.Input)}
		if known {
			c.value = v
		}
		s.set(column+i, row, c)
		if i == 0 {
			first = num{f: s.mark(column, row), x: v}
		}
	}
	s.named("in_"+name, s.line(column, column+in.cells-1, row))
	s.limits = append(s.limits, limit{s.line(column, column+in.cells-1, row), in})
	return first
}

// named gives cells a name, so that they are found again wherever they are moved.
func (s *sheet) named(name string, at span) {
	s.defined = append(s.defined, definedName{name, at.plain(), nil})
}

// definedName is a name and what it refers to; one with a sheet holds on that sheet alone.
type definedName struct {
	name, refersTo string
	of             *sheet
}

// nameParts writes the names of the book: excelize looks through all of them for each one.
func (b *book) nameParts() []byte {
	slices.SortStableFunc(b.defined, func(x, y definedName) int { return strings.Compare(x.name, y.name) })
	var out bytes.Buffer
	out.WriteString("</sheets><definedNames>")
	for _, n := range b.defined {
		out.WriteString(`<definedName name="` + n.name + `"`)
		if n.of != nil {
			out.WriteString(` localSheetId="` + itoa(n.of.number) + `"`)
		}
		out.WriteString(">")
		escape(&out, n.refersTo)
		out.WriteString("</definedName>")
	}
	out.WriteString("</definedNames>")
	return out.Bytes()
}

// limit is what may be typed into cells.
type limit struct {
	at span
	in input
}

// rules tells excelize what may be typed where: one rule for all cells of a sheet with the
// same limits.
func (s *sheet) rules() {
	type kind struct {
		least, most float64
		whole       bool
	}
	var kinds []kind
	at := map[kind][]string{}
	for _, l := range s.limits {
		k := kind{l.in.least, l.in.most, l.in.whole}
		if _, seen := at[k]; !seen {
			kinds = append(kinds, k)
		}
		at[k] = append(at[k], l.at.local())
	}
	for _, k := range kinds {
		v := excelize.NewDataValidation(true)
		v.Sqref = strings.Join(at[k], " ")
		what := excelize.DataValidationTypeDecimal
		if k.whole {
			what = excelize.DataValidationTypeWhole
		}
		s.try(v.SetRange(k.least, k.most, what, excelize.DataValidationOperatorBetween))
		v.SetError(excelize.DataValidationErrorStyleStop, s.words.WrongFigure, s.words.TypeBetween.With("least", s.book.say.Plain(k.least), "most", s.book.say.Plain(k.most)))
		s.try(s.file.AddDataValidation(s.name, v))
	}
}

// dropDown lets a cell be chosen from a list in the book.
func (s *sheet) dropDown(column, row int, list span, title, help string) {
	v := excelize.NewDataValidation(false)
	v.SetSqref(ref(column, row))
	v.SetSqrefDropList(list.plain())
	v.SetInput(title, help)
	v.SetError(excelize.DataValidationErrorStyleStop, title, help)
	s.try(s.file.AddDataValidation(s.name, v))
}

// when gives cells another look where a formula says so.
func (s *sheet) when(at span, formula string, looks *excelize.Style) {
	id, err := s.file.NewConditionalStyle(looks)
	s.try(err)
	s.try(s.file.SetConditionalFormat(s.name, at.local(), []excelize.ConditionalFormatOptions{{Type: "formula", Criteria: s.resolve(formula), Format: &id}}))
}

// bars draws a bar in each cell, the longest for most.
func (s *sheet) bars(at span, color look.Color, most string) {
	s.try(s.file.SetConditionalFormat(s.name, at.local(), []excelize.ConditionalFormatOptions{{
		Type: "data_bar", Criteria: "=", MinType: "num", MinValue: "0", MaxType: "num", MaxValue: most, BarColor: "#" + string(color), BarSolid: true,
	}}))
}

// heat colours cells from pale to strong.
func (s *sheet) heat(at span) {
	s.try(s.file.SetConditionalFormat(s.name, at.local(), []excelize.ConditionalFormatOptions{{
		Type: "2_color_scale", Criteria: "=", MinType: "num", MinValue: "0", MaxType: "max", MinColor: "#FFFFFF", MaxColor: "#9FD0D1",
	}}))
}

// link makes a cell lead to another sheet.
func (s *sheet) link(column, row int, to *sheet) {
	s.try(s.file.SetCellHyperLink(s.name, ref(column, row), quoted(to.name)+"!A1", "Location"))
}

// address makes a cell lead to a page of the web; anything but https stays text.
func (s *sheet) address(column, row int, url string) {
	if strings.HasPrefix(url, "https://") && len(url) < 2000 {
		s.try(s.file.SetCellHyperLink(s.name, ref(column, row), url, "External"))
	}
}
