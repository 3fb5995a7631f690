package formula

// Sentences that name figures and follow them.

import (
	"fmt"
	"maps"
	"regexp"
	"strconv"
	"strings"
)

// Figures are what sentences may name: each figure as it is said, by its name.
type Figures map[string]Text

// With is figures and one more.
func (f Figures) With(key string, said Text) Figures {
	out := maps.Clone(f)
	out[key] = said
	return out
}

// Language says figures as Go writes them; what a Voice says in formulas follows the same rules.
type Language interface {
	Result(cents float64) string    // a sum of money
	Signed(cents float64) string    // one with a plus in front of a gain
	Count(x float64) string         // how many of something
	Share(x float64) string         // a share as a percentage
	SignedShare(x float64) string   // one with a plus in front of a gain
	Number(x float64, d int) string // a number with so many decimals
}

// Singular is how one of many things is said.
type Singular struct{ Many, One string }

// Voice says figures in sentences, in formulas and in Go alike. FIXED writes the separators of
// whoever reads.
type Voice struct {
	Language    Language
	SymbolFirst bool         // the euro stands before the digits
	Singulars   []Singular   // what is said otherwise of one
	Months      int          // over which the figures are: {months} in a sentence
	MonthNames  fmt.Stringer // the twelve cells that name the months of a year
	Moved       string       // the cell that says whether anything was changed; empty: nothing ever is
	Stale       string       // what is said then in the place of a sentence with figures that are Kept
}

// Longest is how long a formula may be; a longer sentence is written as it stands today.
const Longest = 8000

// Tell puts figures into a text, as templates.Tell does: a sentence whose figure is missing
// is left out, and one thing is said in the singular.
func (v Voice) Tell(sentence string, known Figures) Text {
	said := Text{}
	for _, part := range sentences(v.Period(sentence)) {
		told, ok := v.sentence(part, known)
		if !ok {
			continue
		}
		if said.S != "" || said.Live {
			said = said.And(Words(" "))
		}
		said = said.And(told)
	}
	if len(said.F) > Longest {
		said.Live = false
	}
	return said
}

// Period says over how many months the figures are: that does not change in a book.
func (v Voice) Period(sentence string) string {
	return strings.ReplaceAll(sentence, "{months}", strconv.Itoa(v.Months))
}

// sentence is one sentence with its figures; false where it names an unknown one.
func (v Voice) sentence(sentence string, known Figures) (Text, bool) {
	said, rest, kept := Text{}, sentence, false
	for {
		at := placeholder.FindStringIndex(rest)
		if at == nil {
			said = said.And(Words(rest))
			break
		}
		figure, ok := known[rest[at[0]+1:at[1]-1]]
		if !ok {
			return Text{}, false
		}
		said, kept = said.And(Words(rest[:at[0]])).And(figure), kept || figure.Kept
		rest = rest[at[1]:]
	}
	said = v.singular(sentence, said)
	if kept && v.Moved != "" {
		said.F, said.Live = fmt.Sprintf("IF(%s,%s,%s)", v.Moved, Quotation(v.Stale), said.F), true
	}
	return said, true
}

// singular says one thing in the singular, where a sentence counts things.
func (v Voice) singular(sentence string, said Text) Text {
	for _, x := range v.Singulars {
		many := " 1 " + x.Many
		if !said.Live || !strings.Contains(sentence, "} "+x.Many) {
			continue
		}
		// The blanks keep 21 apart from 1; what follows the word keeps it whole.
		for _, after := range []string{" ", ",", ".", ";", ":"} {
			if strings.Contains(sentence, "} "+x.Many+after) {
				said.F = fmt.Sprintf(`SUBSTITUTE(%s,"%s","%s")`, said.F, many+after, " 1 "+x.One+after)
				said.S = strings.ReplaceAll(said.S, many+after, " 1 "+x.One+after)
			}
		}
	}
	return said
}

var (
	placeholder = regexp.MustCompile(`\{[a-z0-9_.]+\}`)
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
