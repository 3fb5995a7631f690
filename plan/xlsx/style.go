package xlsx

import (
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"
)

// The palette of the book.
const (
	navy  = "14304D"
	teal  = "1B8A8F"
	pale  = "CFE8E8"
	gold  = "D8A03C"
	cream = "FFF9EC"
	red   = "B5404C"
	green = "2B7A5A"
	ink   = "1F2937"
	grey  = "6B7280"
	hair  = "D8DDE3"
	card  = "F6F8FA"
	blue  = "1F4FBF" // of what may be edited
	sky   = "EEF3FE"
)

// style is the number of a style, made at its first use. Its name says what it is: a
// number format (money, cents, count, whole, share, change, factor, month, day) or none, and
// what sets it apart, with blanks between: "money total", "wrap dim".
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
	for word, format := range b.formats() {
		if is(word) {
			s.CustomNumFmt = &format
			s.Alignment.Horizontal = "right"
		}
	}
	b.face(&s, is)
	b.ground(&s, is)
	if is("input") {
		s.Protection = &excelize.Protection{Locked: false}
		s.Font.Color = blue
		s.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{sky}}
	}
	id, err := b.file.NewStyle(&s)
	b.try(err)
	b.styles[name] = id
	return id
}

// formats are the number formats of the plan's language.
func (b *book) formats() map[string]string {
	euro := func(digits string) string {
		if b.say.SymbolFirst {
			return `"€"` + digits + `;\-"€"` + digits
		}
		return digits + `\ "€"`
	}
	place := "[$-410]"
	if b.say.Tag == "en" {
		place = "[$-809]"
	}
	return map[string]string{
		"money": euro("#,##0"), "cents": euro("#,##0.00"), "count": "#,##0.0", "whole": "#,##0", "share": "0.0%", "change": "+0.0%;-0.0%;0.0%",
		"factor": "0.00####", "month": place + `mmm\ yy`, "longmonth": place + `mmmm\ yyyy`, "day": "dd/mm/yyyy",
	}
}

// face sets letters and alignment.
func (b *book) face(s *excelize.Style, is func(string) bool) {
	for _, x := range []struct {
		word  string
		size  float64
		bold  bool
		color string
	}{
		{"title", 22, true, "FFFFFF"}, {"heading", 18, true, navy}, {"section", 12, true, navy}, {"figure", 20, true, navy},
		{"label", 9, true, grey}, {"small", 9, false, grey}, {"note", 8, false, grey}, {"dim", 10, false, grey}, {"bold", 10, true, ink},
		{"head", 9, true, navy}, {"total", 10, true, navy}, {"onnavy", 10, false, "E9EEF5"}, {"number", 12, true, gold},
	} {
		if is(x.word) {
			s.Font.Size, s.Font.Bold, s.Font.Color = x.size, x.bold, x.color
		}
	}
	if is("note") {
		s.Font.Italic = true
	}
	for word, color := range map[string]string{"warn": red, "good": green, "link": blue} {
		if is(word) {
			s.Font.Color = color
		}
	}
	if is("wrap") {
		s.Alignment.WrapText, s.Alignment.Vertical = true, "top"
	}
	for _, where := range []string{"left", "center", "right"} {
		if is(where) {
			s.Alignment.Horizontal = where
		}
	}
	if is("middle") {
		s.Alignment.Vertical = "center"
	}
	if is("head") {
		s.Alignment.WrapText, s.Alignment.Vertical = true, "bottom"
	}
}

// ground sets fills and lines.
func (b *book) ground(s *excelize.Style, is func(string) bool) {
	line := func(side, color string, weight int) {
		s.Border = append(s.Border, excelize.Border{Type: side, Color: color, Style: weight})
	}
	fill := func(color string) { s.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{color}} }
	if is("title") || is("onnavy") {
		fill(navy)
	}
	switch {
	case is("goldline"):
		fill(gold)
	case is("card"):
		fill(card)
	case is("cream"):
		fill(cream)
	case is("pale"):
		fill(pale)
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
