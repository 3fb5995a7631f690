// Package look says how cells look: the palette, what sets a cell apart, and how numbers are
// written in a language. It knows no sheet and no plan.
package look

import "github.com/xuri/excelize/v2"

// Style is how a cell looks: a number format or none, and what sets it apart, joined by |, as in
// Money|Total. The zero Style is a plain cell.
type Style uint64

// How numbers are written, one of them in a Style at most.
const (
	Money        Style = 1 << iota // whole euro
	Cents                          // euro with two decimals
	Count                          // one decimal
	Whole                          // none
	Share                          // a percentage with one decimal
	Percent                        // a whole percentage
	Change                         // Share with its sign
	WholeChange                    // Percent with its sign
	Factor                         // two to six decimals
	Level                          // one decimal, without thousands
	Times                          // two decimals, without thousands
	Month                          // a month and its year
	Day                            // a date
	MoneyChange                    // Money with its sign
	CountChange                    // Count with its sign
	MonthsChange                   // a number of months with its sign
	Millions                       // of euro, with one decimal
	FineMillions                   // with two
	Thousands                      // of euro, whole
	Hidden                         // not shown at all
	formatsEnd
)

// What sets a cell apart.
const (
	Title    Style = formatsEnd << iota // of the summary's band
	OnNavy                              // what goes with it
	Heading                             // the question of a sheet
	Answer                              // its answer
	Section                             // a heading within a sheet
	Figure                              // of a card
	Label                               // of a figure
	Small                               // small letters
	Note                                // smaller ones, slanting
	Dim                                 // grey letters
	Bold                                //
	Head                                // of a table's column
	Total                               // of a table's last row
	Number                              // of a step in a list
	Says                                // a sentence
	Warn                                // red letters
	Good                                // green ones
	Link                                // blue ones, underlined
	Wrap                                // lines are broken
	Middle                              // between top and bottom, even if broken
	Left                                //
	Center                              //
	Right                               //
	Indent                              // off the cell's edge
	GoldLine                            // below the band
	OnCard                              // on the ground of a card
	OnCream                             // on that of a box
	Row                                 // of a table: a hairline below
	Top                                 // of a card: a thick line above
	Edge                                // of a box: a thick line to the left
	Input                               // may be edited
)

func (s Style) is(x Style) bool { return s&x != 0 }

// Excel is the style as excelize wants it. Font and size always go together: excelize writes a
// font without one of them without its name.
func (s Style) Excel(formats Formats) *excelize.Style {
	x := &excelize.Style{
		Font:      &excelize.Font{Family: "Calibri", Size: 10, Color: string(Ink)},
		Alignment: &excelize.Alignment{Vertical: "center"},
	}
	if format, ok := formats[s&(formatsEnd-1)]; ok {
		x.CustomNumFmt = &format
		x.Alignment.Horizontal = "right"
	}
	s.face(x)
	s.stand(x)
	s.ground(x)
	if s.is(Input) {
		x.Protection = &excelize.Protection{Locked: false}
		x.Font.Color = string(Blue)
		x.Fill = filled(Sky)
	}
	return x
}

// letters are the faces that styles have; a later one wins.
var letters = []struct {
	style Style
	size  float64
	bold  bool
	color Color
}{
	{Title, 22, true, White}, {OnNavy, 10, false, "DCE4EE"}, {Heading, 18, true, Navy}, {Answer, 11, false, Ink},
	{Section, 12, true, Navy}, {Figure, 20, true, Navy}, {Label, 9, true, Grey}, {Small, 9, false, Grey},
	{Note, 8, false, Grey}, {Dim, 10, false, Grey}, {Bold, 10, true, Ink}, {Head, 9, true, Navy},
	{Total, 10, true, Navy}, {Number, 15, true, Gold}, {Says, 11, false, Ink},
}

// face sets the letters.
func (s Style) face(x *excelize.Style) {
	for _, l := range letters {
		if s.is(l.style) {
			x.Font.Size, x.Font.Bold, x.Font.Color = l.size, l.bold, string(l.color)
		}
	}
	x.Font.Italic = s.is(Note)
	switch {
	case s.is(Warn):
		x.Font.Color = string(Red)
	case s.is(Good):
		x.Font.Color = string(Green)
	case s.is(Link):
		x.Font.Color, x.Font.Underline = string(Blue), "single"
	}
}

// stand sets where the text stands in the cell.
func (s Style) stand(x *excelize.Style) {
	at := x.Alignment
	if s.is(Wrap) {
		at.WrapText = true
	}
	if s.is(Head) {
		at.WrapText, at.Vertical = true, "bottom"
	}
	if s.is(Middle) {
		at.Vertical = "center"
	}
	switch {
	case s.is(Right):
		at.Horizontal = "right"
	case s.is(Center):
		at.Horizontal = "center"
	case s.is(Left):
		at.Horizontal = "left"
	}
	if s.is(Indent) {
		at.Indent = 1
		if at.Horizontal == "" {
			at.Horizontal = "left"
		}
	}
}

// ground sets fills and lines.
func (s Style) ground(x *excelize.Style) {
	line := func(side string, color Color, weight int) {
		x.Border = append(x.Border, excelize.Border{Type: side, Color: string(color), Style: weight})
	}
	switch {
	case s.is(OnCream):
		x.Fill = filled(Cream)
	case s.is(OnCard):
		x.Fill = filled(Card)
	case s.is(GoldLine):
		x.Fill = filled(Gold)
	case s.is(Title | OnNavy):
		x.Fill = filled(Navy)
	}
	switch {
	case s.is(Head | Section):
		line("bottom", Navy, 1)
	case s.is(Total):
		line("top", Navy, 1)
	case s.is(Row):
		line("bottom", Hair, 1)
	}
	if s.is(Top) {
		line("top", Teal, 5)
	}
	if s.is(Edge) {
		line("left", Gold, 5)
	}
}

// InForce sets the scenario in force apart.
func InForce() *excelize.Style { return &excelize.Style{Fill: filled(Cream)} }

// Alarm is red and bold; Red letters alone are RedLetters.
func Alarm() *excelize.Style {
	return &excelize.Style{Font: &excelize.Font{Color: string(Red), Bold: true}}
}

// RedLetters are those of a sum that is missing.
func RedLetters() *excelize.Style { return &excelize.Style{Font: &excelize.Font{Color: string(Red)}} }

func filled(c Color) excelize.Fill {
	return excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{string(c)}}
}
