package look

// Styles do what they say.

import "testing"

// Every number format is one in both languages, and stands to the right.
func TestEveryFormatHasOneInBothLanguages(t *testing.T) {
	for tag, formats := range map[string]Formats{
		"it": FormatsOf("it", false, `+0 "mesi"`, "mln", "mila"), "en": FormatsOf("en", true, `+0 "months"`, "mln",
			"mila"),
	} {
		for s := Style(1); s < formatsEnd; s <<= 1 {
			x := (s | Total).Excel(formats)
			if x.CustomNumFmt == nil || *x.CustomNumFmt == "" || x.Alignment.Horizontal != "right" {
				t.Errorf("%s: the format of %b is %v", tag, s, x.CustomNumFmt)
			}
		}
	}
}

// What may be edited can be told, and is not locked; nothing else is.
func TestOnlyInputsAreUnlocked(t *testing.T) {
	formats := FormatsOf("it", false, "0", "mln", "mila")
	for s := Style(1); s <= Input; s <<= 1 {
		x := s.Excel(formats)
		unlocked := x.Protection != nil && !x.Protection.Locked
		if unlocked != (s == Input) || unlocked != (x.Font.Color == string(Blue) && len(x.Fill.Color) > 0) {
			t.Errorf("%b: unlocked %v, letters %s", s, unlocked, x.Font.Color)
		}
	}
}

// Styles are joined in any order, and each adds what it says.
func TestStylesJoin(t *testing.T) {
	formats := FormatsOf("it", false, "0", "mln", "mila")
	x := (Money | Row | Bold | Indent).Excel(formats)
	if *x.CustomNumFmt != `#,##0\ "€"` || !x.Font.Bold || x.Alignment.Indent != 1 || len(x.Border) != 1 {
		t.Errorf("%+v", x)
	}
	if x := (Section | Small).Excel(formats); x.Font.Size != 9 || len(x.Border) != 1 {
		t.Errorf("a small section is %+v", x)
	}
}
