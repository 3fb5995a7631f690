package xlsx

import (
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"
)

// The palette of the book.
const (
	navy     = "14304D"
	teal     = "1B8A8F"
	paleTeal = "9FD0D1"
	pale     = "CFE8E8"
	gold     = "D8A03C"
	cream    = "FFF9EC"
	red      = "B5404C"
	green    = "2B7A5A"
	ink      = "1F2937"
	grey     = "6B7280"
	hair     = "D8DDE3"
	card     = "F6F8FA"
	blue     = "1F4FBF" // of what may be edited
	sky      = "EEF3FE"
	white    = "FFFFFF"
)

// style is the number of a style, made at its first use. Its name says what it is: a
// number format (see formats) or none, and what sets it apart, with blanks between: "money
// total", "wrap dim".
func (b *book) style(name string) int {
	if id, ok := b.styles[name]; ok {
		return id
	}
	words := strings.Fields(name)
	is := func(word string) bool { return slices.Contains(words, word) }
	s := excelize.Style{
		Font:      &excelize.Font{Family: "Calibri", Size: 10, Color: ink},
		Alignment: &excelize.Alignment{Vertical: "center"},
	}
	for _, word := range words {
		if format, ok := b.formats()[word]; ok {
			s.CustomNumFmt = &format
			s.Alignment.Horizontal = "right"
		}
	}
	face(&s, is)
	stand(&s, is)
	ground(&s, is)
	if is("input") {
		s.Protection = &excelize.Protection{Locked: false}
		s.Font.Color = blue
		s.Fill = filled(sky)
	}
	id, err := b.file.NewStyle(&s)
	b.try(err)
	b.styles[name] = id
	return id
}

// inForceStyle sets the scenario in force apart.
func inForceStyle() *excelize.Style { return &excelize.Style{Fill: filled(cream)} }

func filled(color string) excelize.Fill {
	return excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{color}}
}

// formats are the number formats of the plan's language.
func (b *book) formats() map[string]string {
	if b.numberFormats != nil {
		return b.numberFormats
	}
	euro := func(digits string) string {
		if b.say.SymbolFirst {
			return `"€"` + digits + `;\-"€"` + digits
		}
		return digits + `\ "€"`
	}
	signed := func(digits string) string {
		if b.say.SymbolFirst {
			return `+"€"` + digits + `;\-"€"` + digits + `;"€"0`
		}
		return `+` + digits + `\ "€";\-` + digits + `\ "€";0\ "€"`
	}
	place := "[$-410]"
	if b.say.Tag == "en" {
		place = "[$-809]"
	}
	b.numberFormats = map[string]string{
		"money": euro("#,##0"), "cents": euro("#,##0.00"), "count": "#,##0.0", "whole": "#,##0", "share": "0.0%", "percent": "0%", "change": "+0.0%;-0.0%;0.0%", "wholechange": "+0%;-0%;0%",
		"factor": "0.00####", "level": "0.0", "times": "0.00", "month": place + `mmm\ yyyy`, "longmonth": place + `mmmm\ yyyy`, "day": "dd/mm/yyyy",
		"moneychange": signed("#,##0"), "countchange": "+#,##0.0;-#,##0.0;0.0", "monthschange": b.words.MonthsFormat, "hidden": ";;;",
	}
	return b.numberFormats
}

// face sets the letters.
func face(s *excelize.Style, is func(string) bool) {
	for _, x := range []struct {
		word  string
		size  float64
		bold  bool
		color string
	}{
		{"title", 22, true, white}, {"onnavy", 10, false, "DCE4EE"}, {"heading", 18, true, navy}, {"answer", 11, false, ink}, {"section", 12, true, navy}, {"figure", 20, true, navy},
		{"label", 9, true, grey}, {"small", 9, false, grey}, {"note", 8, false, grey}, {"dim", 10, false, grey}, {"bold", 10, true, ink},
		{"head", 9, true, navy}, {"total", 10, true, navy}, {"number", 15, true, gold}, {"says", 11, false, ink},
	} {
		if is(x.word) {
			s.Font.Size, s.Font.Bold, s.Font.Color = x.size, x.bold, x.color
		}
	}
	if is("section") && is("small") {
		s.Font.Size = 9
	}
	s.Font.Italic = is("note")
	for word, color := range map[string]string{"warn": red, "good": green, "link": blue} {
		if is(word) {
			s.Font.Color = color
		}
	}
	if is("link") {
		s.Font.Underline = "single"
	}
}

// stand sets where the text stands in the cell.
func stand(s *excelize.Style, is func(string) bool) {
	if is("wrap") {
		s.Alignment.WrapText = true
	}
	if is("head") {
		s.Alignment.WrapText, s.Alignment.Vertical = true, "bottom"
	}
	if is("middle") {
		s.Alignment.Vertical = "center"
	}
	for _, where := range []string{"left", "center", "right"} {
		if is(where) {
			s.Alignment.Horizontal = where
		}
	}
	if is("indent") {
		s.Alignment.Indent = 1
		if s.Alignment.Horizontal == "" {
			s.Alignment.Horizontal = "left"
		}
	}
}

// ground sets fills and lines.
func ground(s *excelize.Style, is func(string) bool) {
	line := func(side, color string, weight int) {
		s.Border = append(s.Border, excelize.Border{Type: side, Color: color, Style: weight})
	}
	for _, x := range []struct{ word, color string }{
		{"title", navy}, {"onnavy", navy}, {"goldline", gold}, {"card", card}, {"cream", cream}, {"pale", pale},
	} {
		if is(x.word) {
			s.Fill = filled(x.color)
		}
	}
	switch {
	case is("head"), is("section"):
		line("bottom", navy, 1)
	case is("total"):
		line("top", navy, 1)
	case is("row"):
		line("bottom", hair, 1)
	}
	if is("top") {
		line("top", teal, 5)
	}
	if is("edge") {
		line("left", gold, 5)
	}
}
