package formula

// Figures as sentences write them: the same rules as a Language, in formulas.

import (
	"fmt"
	"math"
)

// OrNothing says a dash where a cell has no figure.
func OrNothing(n Num, said Text) Text {
	said.F = fmt.Sprintf(`IF(%s="","–",%s)`, n, said.F)
	if n.None {
		said.S = "–"
	}
	return said
}

const minus = "−"

// signOf is a minus where a figure, rounded to so many decimals, is less than nothing; plusOf is a
// plus where it is more.
func signOf(n Num, decimals int) string {
	return fmt.Sprintf(`IF(ROUND(%s,%d)<0,"%s","")`, n, decimals, minus)
}

func plusOf(n Num, decimals int) string {
	return fmt.Sprintf(`IF(ROUND(%s,%d)>0,"+","")`, n, decimals)
}

// Money is a sum in euro: whole, with cents below 100.
func (v Voice) Money(n Num) Text {
	digits := fmt.Sprintf("IF(AND(ABS(%[1]s)<99.995,ROUND(%[1]s,2)<>ROUND(%[1]s,0)),"+
		"FIXED(ABS(%[1]s),2),FIXED(ABS(%[1]s),0))", n)
	f := signOf(n, 2) + "&" + digits + `&" €"`
	if v.SymbolFirst {
		f = signOf(n, 2) + `&"€"&` + digits
	}
	return OrNothing(n, Text{F: f, S: v.Language.Result(n.X * 100), Live: true})
}

// Gained is Money with a plus in front of what is more than nothing.
func (v Voice) Gained(n Num) Text {
	t := v.Money(n)
	return Text{F: plusOf(n, 2) + "&" + t.F, S: v.Language.Signed(n.X * 100), Live: true}
}

// Scaled is a sum in so many euro at once, thousands or millions, as mark says.
func (v Voice) Scaled(n Num, unit float64, decimals int, mark string) Text {
	x := n.Over(Lit(unit))
	digits := fmt.Sprintf("FIXED(ABS(%s),%d)", x, decimals)
	said, sign := v.Language.Number(math.Abs(x.X), decimals), ""
	if scale := math.Pow10(decimals); math.Round(x.X*scale) < 0 {
		sign = minus
	}
	t := Text{
		F: signOf(x, decimals) + "&" + digits + "&" + Quotation(" "+mark+" €"),
		S: sign + said + " " + mark + " €", Live: true,
	}
	if v.SymbolFirst {
		t.S = sign + "€" + said + " " + mark
		t.F = signOf(x, decimals) + `&"€"&` + digits + "&" + Quotation(" "+mark)
	}
	return OrNothing(n, t)
}

// Count is how many of something.
func (v Voice) Count(n Num) Text {
	f := fmt.Sprintf("IF(AND(ABS(%[1]s)<9.95,ABS(%[1]s-ROUND(%[1]s,0))>0.05),"+
		"FIXED(ABS(%[1]s),1),FIXED(ABS(%[1]s),0))", n)
	return Text{F: signOf(n, 1) + "&" + f, S: v.Language.Count(n.X), Live: true}
}

// Percent is a share as a percentage.
func (v Voice) Percent(n Num) Text {
	f := fmt.Sprintf("IF(AND(ABS(%[1]s)<0.0995,ABS(100*%[1]s-ROUND(100*%[1]s,0))>0.05),"+
		`FIXED(100*ABS(%[1]s),1),FIXED(100*ABS(%[1]s),0))&"%%"`, n)
	return Text{F: signOf(n, 3) + "&" + f, S: v.Language.Share(n.X), Live: true}
}

// Signed is Percent with a plus in front of a gain.
func (v Voice) Signed(n Num) Text {
	t := v.Percent(n)
	return OrNothing(n, Text{F: plusOf(n, 3) + "&" + t.F, S: v.Language.SignedShare(n.X), Live: true})
}

// Month is a month of the year, from a cell with its first day; said is what it is now.
func (v Voice) Month(day Num, said string) Text {
	f := fmt.Sprintf(`INDEX(%[1]s,1,MONTH(%[2]s))&" "&YEAR(%[2]s)`, v.MonthNames, day)
	return Text{F: f, S: said, Live: true}
}

// OutOf is x of y, as a language says it: before x, between the two, and after y.
func (v Voice) OutOf(before string, x Num, between string, y Num, after string) Text {
	f := fmt.Sprintf("%s&%s&%s&%s&%s", Quotation(before), x, Quotation(between), y, Quotation(after))
	said := before + v.Language.Number(x.X, 0) + between + v.Language.Number(y.X, 0) + after
	return Text{F: f, S: said, Live: true}
}
