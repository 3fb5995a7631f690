package xlsx

import (
	"fmt"
	"maps"
	"regexp"
	"strings"

	"arringa/model"
)

// text is a text twice over, as num is a number: the formula that makes it and what it says
// now. One that is not live is said as it stands.
type text struct {
	f, s string
	live bool
}

// words is a text that never changes.
func words(s string) text { return text{f: quotation(s), s: s} }

// and joins two texts.
func (t text) and(u text) text {
	switch {
	case t.s == "" && !t.live:
		return u
	case u.s == "" && !u.live:
		return t
	}
	return text{f: t.f + "&" + u.f, s: t.s + u.s, live: t.live || u.live}
}

// quotation is a text as a formula quotes it, in pieces of at most 255 signs. A text that a
// person typed can be in it: within the quotes it stays text.
func quotation(s string) string {
	const piece = 250
	var out []string
	runes := []rune(even(s))
	for len(runes) > 0 {
		n := min(piece, len(runes))
		if n < len(runes) && runes[n-1] == '_' { // _x0041_ must not stand whole
			n--
		}
		out = append(out, quote(string(runes[:n])))
		runes = runes[n:]
	}
	if len(out) == 0 {
		return `""`
	}
	return strings.Join(out, "&")
}

func quote(s string) string {
	s = `"` + strings.ReplaceAll(s, `"`, `""`) + `"`
	s = strings.ReplaceAll(s, "_x", `_"&"x`)
	s = strings.ReplaceAll(s, "\n", `"&CHAR(10)&"`)
	return strings.ReplaceAll(s, "\t", " ")
}

// figures are what sentences may name, by the names of plan.ValuesOf: a cell that holds the
// figure as it is written.
type figures map[string]text

// mostFormula is how long a formula may be; a longer sentence is written as it stands today.
const mostFormula = 8000

// tell puts figures into a text, as templates.Tell does: a sentence whose figure is missing
// is left out, and one thing is said in the singular.
func (b *book) tell(sentence string, known figures) text {
	said := text{}
	for _, part := range sentences(b.period(sentence)) {
		told, ok := b.sentence(part, known)
		if !ok {
			continue
		}
		if said.s != "" || said.live {
			said = said.and(words(" "))
		}
		said = said.and(told)
	}
	if len(said.f) > mostFormula {
		said.live = false
	}
	return said
}

// period says over how many months the figures are: that does not change in a book.
func (b *book) period(sentence string) string {
	return strings.ReplaceAll(sentence, "{months}", itoa(b.plan.Months))
}

// sentence is one sentence with its figures.
func (b *book) sentence(sentence string, known figures) (text, bool) {
	said, rest := text{}, sentence
	for {
		at := placeholder.FindStringIndex(rest)
		if at == nil {
			said = said.and(words(rest))
			break
		}
		figure, ok := known[rest[at[0]+1:at[1]-1]]
		if !ok {
			return text{}, false
		}
		said = said.and(words(rest[:at[0]])).and(figure)
		rest = rest[at[1]:]
	}
	for _, x := range b.say.Singulars {
		if many := " 1 " + x.Many; said.live && strings.Contains(sentence, "} "+x.Many) {
			// The blanks keep 21 apart from 1; what follows the word keeps it whole.
			for _, after := range []string{" ", ",", ".", ";", ":"} {
				if strings.Contains(sentence, "} "+x.Many+after) {
					said.f = fmt.Sprintf(`SUBSTITUTE(%s,"%s","%s")`, said.f, many+after, " 1 "+x.One+after)
					said.s = strings.ReplaceAll(said.s, many+after, " 1 "+x.One+after)
				}
			}
		}
	}
	return said, true
}

var (
	placeholder = regexp.MustCompile(`\{[a-z0-9_]+\}`)
	sentenceEnd = regexp.MustCompile(`([.;?!])\s+`)
)

// sentences parts a text after full stops, semicolons and question marks.
func sentences(s string) []string {
	if !strings.Contains(s, "{") {
		return []string{s}
	}
	var out []string
	for {
		end := sentenceEnd.FindStringIndex(s)
		if end == nil {
			return append(out, s)
		}
		out = append(out, s[:end[0]+1])
		s = s[end[1]:]
	}
}

// The figures as sentences write them: the same rules as templates.Format, in formulas.
// FIXED writes the separators of whoever reads.

// orNothing says a dash where a cell has no figure.
func orNothing(n num, said text) text {
	said.f = fmt.Sprintf(`IF(%s="","–",%s)`, n, said.f)
	if n.none {
		said.s = "–"
	}
	return said
}

// money is a sum in euro: whole, with cents below 100.
func (b *book) money(n num) text {
	digits := fmt.Sprintf("IF(AND(ABS(%[1]s)<99.995,ROUND(%[1]s,2)<>ROUND(%[1]s,0)),FIXED(ABS(%[1]s),2),FIXED(ABS(%[1]s),0))", n)
	sign := fmt.Sprintf(`IF(ROUND(%s,2)<0,"%s","")`, n, minus)
	f := sign + "&" + digits + `&" €"`
	if b.say.SymbolFirst {
		f = sign + `&"€"&` + digits
	}
	return orNothing(n, text{f: f, s: b.say.Result(n.x * 100), live: true})
}

const minus = "−"

// gained is money with a plus in front of what is more than nothing.
func (b *book) gained(n num) text {
	t := b.money(n)
	return text{f: fmt.Sprintf(`IF(ROUND(%s,2)>0,"+","")&`, n) + t.f, s: b.say.Signed(n.x * 100), live: true}
}

// with is figures and one more.
func (f figures) with(key string, said text) figures {
	out := maps.Clone(f)
	out[key] = said
	return out
}

// count is how many of something.
func (b *book) count(n num) text {
	f := fmt.Sprintf(`IF(ROUND(%[1]s,1)<0,"%[2]s","")&IF(AND(ABS(%[1]s)<9.95,ABS(%[1]s-ROUND(%[1]s,0))>0.05),FIXED(ABS(%[1]s),1),FIXED(ABS(%[1]s),0))`, n, minus)
	return text{f: f, s: b.say.Count(n.x), live: true}
}

// percent is a share as a percentage.
func (b *book) percent(n num) text {
	f := fmt.Sprintf(`IF(ROUND(%[1]s,3)<0,"%[2]s","")&IF(AND(ABS(%[1]s)<0.0995,ABS(100*%[1]s-ROUND(100*%[1]s,0))>0.05),FIXED(100*ABS(%[1]s),1),FIXED(100*ABS(%[1]s),0))&"%%"`, n, minus)
	return text{f: f, s: b.say.Share(n.x), live: true}
}

// change is percent with a plus in front of a gain.
func (b *book) signed(n num) text {
	t := b.percent(n)
	return orNothing(n, text{f: fmt.Sprintf(`IF(ROUND(%s,3)>0,"+","")&`, n) + t.f, s: b.say.SignedShare(n.x), live: true})
}

// month is a month of the year, from a cell with its first day.
func (b *book) month(day num, m model.Month) text {
	f := fmt.Sprintf(`INDEX(%[1]s,1,MONTH(%[2]s))&" "&YEAR(%[2]s)`, b.monthNames, day)
	return text{f: f, s: b.say.Month(m), live: true}
}
