// Figures as tables write them; one way for a column.

package imports

import (
	"math"
	"strconv"
	"strings"

	"arringa/model"
)

// Decimals is the sign before the decimals of a table's figures: "comma" as in 1.234,56 or
// "dot" as in 1,234.56.
type Decimals string

// The signs; the empty one is not decided.
const (
	DecimalComma Decimals = "comma"
	DecimalDot   Decimals = "dot"
)

// figure is a cell of figures as far as it says itself what it is.
type figure struct {
	empty        bool
	wrong        Reason  // why it is none; empty: it is one
	comma, dot   float64 // read with this sign before the decimals
	asComma      bool    // it can be read so
	asDot        bool
	bare         bool // four digits or more, and nothing between them
	thirdDecimal bool // 1.234: a thousand and more, or one and a bit
}

// blanksOut are signs that stand around figures and say nothing of them.
var blanksOut = strings.NewReplacer("€", "", "$", "", "\u00a0", " ", "\u202f", " ", "\u2009", " ",
	"’", "'", "−", "-", "–", "-", "—", "-")

// parseFigure reads a cell. A sign before exactly three digits can be of thousands or of
// decimals: then both readings are there, and the rest of the column decides.
func parseFigure(text string) figure {
	s := strings.ToLower(strings.TrimSpace(text))
	if strings.ContainsFunc(s, func(r rune) bool { return (r < '0' || r > '9') && r != '.' && r != ',' }) {
		s = blanksOut.Replace(s)
		for _, word := range []string{"euro", "eur", "usd"} {
			s = strings.TrimSuffix(strings.TrimPrefix(s, word), word)
		}
		s = strings.TrimPrefix(strings.TrimSpace(s), "+")
	}
	if strings.Trim(s, "- ") == "" { // nothing, or the dash that exports put there
		return figure{empty: true}
	}
	if rest, ok := strings.CutPrefix(s, "-"); ok {
		if f := parseFigure(rest); f.wrong == "" && !f.empty {
			if f.comma == 0 && f.dot == 0 {
				return f
			}
			return figure{wrong: Negative}
		}
	}
	var f figure
	f.comma, f.asComma = withDecimals(s, ',', '.')
	f.dot, f.asDot = withDecimals(s, '.', ',')
	if !f.asComma && !f.asDot {
		return figure{wrong: NoNumber}
	}
	separated := strings.ContainsAny(s, ".,")
	f.thirdDecimal = separated && f.asComma && f.asDot
	f.bare = len(s) > 3 && !separated && !strings.ContainsAny(s, " '")
	return f
}

// withDecimals reads digits with a sign before the decimals and another one, a blank or an
// apostrophe between groups of three.
func withDecimals(s string, sign, between byte) (float64, bool) {
	whole, decimals, has := strings.Cut(s, string(rune(sign)))
	if has && !digits(decimals) || !has && whole == "" {
		return 0, false
	}
	if whole != "" && !digits(whole) {
		for _, sign := range []byte{between, ' ', '\''} {
			if strings.IndexByte(whole, sign) >= 0 {
				between = sign
				break
			}
		}
		groups := strings.Split(whole, string(rune(between)))
		if len(groups[0]) > 3 || groups[0] == "" || groups[0][0] == '0' {
			return 0, false
		}
		for i, g := range groups {
			if !digits(g) || i > 0 && len(g) != 3 {
				return 0, false
			}
		}
		whole = strings.Join(groups, "")
	}
	x, err := strconv.ParseFloat(whole+"."+decimals, 64)
	return x, err == nil
}

// digits reports whether a text is digits and nothing else, at least one.
func digits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}

// column is what the cells of a column tell about how its figures are written.
type column struct {
	heading string
	at      int // of the row; below 0: the table has none
	most    float64

	comma, dot, bare bool // cells that have this sign before decimals for sure; that do not part thousands
	decimals         Decimals
	open             bool // one cell of two readings cannot be decided
}

// sees takes a cell into account.
func (c *column) sees(f figure) {
	if f.empty || f.wrong != "" {
		return
	}
	c.comma = c.comma || f.asComma && !f.asDot
	c.dot = c.dot || f.asDot && !f.asComma
	c.bare = c.bare || f.bare
}

// decide says how cells of two readings are read: as other cells of the column, else of the
// table, for sure are. Where nothing tells, a sign before three digits parts thousands, unless
// there are thousands in the column that nothing parts.
func decide(columns []column, asked Decimals) {
	var all column
	for _, c := range columns {
		all.comma, all.dot = all.comma || c.comma, all.dot || c.dot
	}
	for i := range columns {
		c := &columns[i]
		from := c
		if !c.comma && !c.dot {
			from = &all
		}
		switch {
		case asked != "":
			c.decimals = asked
		case from.comma && from.dot:
			c.open = true
		case from.comma:
			c.decimals = DecimalComma
		case from.dot:
			c.decimals = DecimalDot
		default:
			c.open = c.bare
		}
	}
}

// value is what a cell comes to; nil: nothing is in it. It reports why it cannot be read, and
// whether its thousands are a guess.
func (c *column) value(f figure) (x *float64, why Reason, guessed bool) {
	switch {
	case f.empty:
		return nil, "", false
	case f.wrong != "":
		return nil, f.wrong, false
	case f.thirdDecimal && c.open:
		return nil, TwoReadings, false
	}
	v := f.comma
	switch {
	case !f.asComma, f.asDot && c.decimals == DecimalDot:
		v = f.dot
	case f.thirdDecimal && c.decimals == "":
		v, guessed = math.Max(f.comma, f.dot), true
	}
	if v > c.most {
		return nil, TooMuch, false
	}
	return &v, "", guessed
}

// Limits of a single cell.
var mostSpend, mostCount = model.MaxMoney.Euros(), float64(model.MaxPerMonth)
