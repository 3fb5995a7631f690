// Package model says what a plan is and what is always true of it. It imports
// the standard library only, knows no words and touches no file.
package model

import (
	"cmp"
	"errors"
	"math/bits"
	"regexp"
	"slices"
	"strings"
)

// Money is an amount in cents of the plan's currency. It is never a float: what
// is stored, moved, saved and summed is exact.
type Money int64

// MaxMoney is the largest amount a plan may hold: one billion euro. Below it every
// product that a spreadsheet has to form (cents times a calendar weight) is an
// integer that a float64 holds exactly.
const MaxMoney Money = 1e9 * 100

// Euro returns n whole euro.
func Euro(n int64) Money { return Money(n) * 100 }

// Euros returns the amount in euro, for sheets and sentences; not for sums.
func (m Money) Euros() float64 { return float64(m) / 100 }

// Split divides m in proportion to weights by the largest remainder: the parts
// always add up to m, and each is within a cent of its exact share. Negative
// weights count as zero; when no weight is positive all weigh the same. Ties go to
// the earlier part. With no weights there are no parts.
func (m Money) Split(weights []int64) []Money {
	parts := make([]Money, len(weights))
	if len(weights) == 0 || m == 0 {
		return parts
	}
	var total uint64
	for _, w := range weights {
		total += uint64(max(w, 0))
	}
	weight := func(i int) uint64 { return uint64(max(weights[i], 0)) }
	if total == 0 {
		total = uint64(len(weights))
		weight = func(int) uint64 { return 1 }
	}
	whole, sign := uint64(m), Money(1)
	if m < 0 {
		whole, sign = -uint64(m), -1
	}
	var orders [24]int // room enough for a year, without the heap
	var remains [24]uint64
	order, remainders := orders[:0], remains[:0]
	rest := whole
	for i := range weights {
		hi, lo := bits.Mul64(whole, weight(i))
		share, remainder := bits.Div64(hi, lo, total)
		parts[i] = sign * Money(share)
		order, remainders = append(order, i), append(remainders, remainder)
		rest -= share
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(remainders[b], remainders[a]) })
	for _, i := range order[:rest] {
		parts[i] += sign
	}
	return parts
}

// Sum adds amounts.
func Sum(amounts []Money) Money {
	var total Money
	for _, a := range amounts {
		total += a
	}
	return total
}

// Why a typed amount was not understood. ParseMoney returns one of these.
var (
	ErrNoAmount     = errors.New("no amount")            // nothing was typed
	ErrNotAmount    = errors.New("not an amount")        // letters, or separators that make no number
	ErrTooManyCents = errors.New("more than two cents")  // 12,345 is read as thousands; 1.234,567 is nothing
	ErrTooLarge     = errors.New("amount too large")     // above MaxMoney
	ErrNegative     = errors.New("amount below nothing") // a minus sign
)

// ParseMoney reads an amount as people write it: 12500, 12.500, 12,500.00, 1234,56,
// 1'234.56, "€ 900", "12,5 k". Money has two decimals at most, so a separator before
// exactly three digits groups thousands and any other last separator begins the
// cents, whichever sign is used for which.
func ParseMoney(text string) (Money, error) {
	s, scale := cleanAmount(text)
	if s == "" {
		return 0, ErrNoAmount
	}
	if s[0] == '-' {
		return 0, ErrNegative
	}
	form := amountForm.FindStringSubmatch(s)
	if form == nil {
		return 0, ErrNotAmount
	}
	whole := strings.NewReplacer(".", "", ",", "").Replace(form[1] + form[2] + form[4])
	decimals := form[3] + form[5]
	if whole == "" && decimals == "" {
		return 0, ErrNotAmount
	}
	if len(strings.TrimLeft(whole, "0")) > 11 {
		return 0, ErrTooLarge
	}
	var n int64 // millionths of a cent are never typed: eight decimals are plenty for "1,2345 mln"
	for _, r := range whole + (decimals + "00000000")[:8] {
		n = n*10 + int64(r-'0')
	}
	const unit = 1e6 // of n in a cent
	switch {
	case len(strings.TrimRight(decimals, "0")) > 8, n%(unit/scale) != 0:
		return 0, ErrTooManyCents
	case n/(unit/scale) > int64(MaxMoney):
		return 0, ErrTooLarge
	}
	return Money(n / (unit / scale)), nil
}

// amountForm knows thousands alone (1), or digits with or without thousands and
// then decimals after the other sign (2 and 3, 4 and 5).
var amountForm = regexp.MustCompile(`^(?:([1-9]\d{0,2}(?:\.\d{3})+|[1-9]\d{0,2}(?:,\d{3})+)` +
	`|(\d*|[1-9]\d{0,2}(?:\.\d{3})+)(?:,(\d*))?|(\d*|[1-9]\d{0,2}(?:,\d{3})+)\.(\d*))$`)

// cleanAmount drops what people write around a figure and reads a trailing k or m.
func cleanAmount(text string) (s string, scale int64) {
	s = strings.ToLower(strings.Map(func(r rune) rune {
		switch r {
		case ' ', '\t', '\u00a0', '\u202f', '\u2009', '€', '\'', '’':
			return -1
		case '−', '–':
			return '-'
		}
		return r
	}, text))
	for _, word := range []string{"euro", "eur"} {
		s = strings.TrimSuffix(strings.TrimPrefix(s, word), word)
	}
	s = strings.TrimPrefix(s, "+")
	for _, by := range []struct {
		suffix string
		scale  int64
	}{{"k", 1e3}, {"mila", 1e3}, {"mln", 1e6}, {"m", 1e6}} {
		if rest, ok := strings.CutSuffix(s, by.suffix); ok && rest != "" {
			return rest, by.scale
		}
	}
	return s, 1
}
