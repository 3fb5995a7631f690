// Figures on their way into a sentence.

package model

// Value is a figure on its way into a sentence: the catalogue's language says how it is
// written.
type Value struct {
	Kind ValueKind
	X    float64 // cents, a count, a share, months, or a Month
	Text string  // of a TextValue
}

// ValueKind is how a value is written.
type ValueKind int

// The kinds of value.
const (
	MoneyValue  ValueKind = iota // 12.400 €
	CountValue                   // 56
	ShareValue                   // 20%
	ChanceValue                  // circa 8 su 10
	MonthsValue                  // 3,5 mesi
	MonthValue                   // settembre 2027
	DateValue                    // 30/06/2027, in Text
	TextValue
	SaidValue // a figure that follows from the plan, as it is said, in Text
	FactValue // a condition or a word of the plan's, in Text; may be empty
)

// Values are values by name: the keys of the glossary and, for a channel, those that
// begin with channel_.
type Values map[string]Value
