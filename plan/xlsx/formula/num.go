// Package formula builds what stands in a cell twice over: the formula that makes it, and the
// value that Go has for it. What is built from such values has both as well, so that a formula
// and the value beside it cannot drift apart. It knows no sheet and no plan.
package formula

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// Num is a number twice over.
type Num struct {
	F     string  // the formula, without the sign of equality; references as part.Sheet.Mark writes them
	X     float64 // the value
	Binds Binding // how tightly the formula's last operation binds
	None  bool    // nothing to show: the formula gives an empty text
}

// Binding is how tightly a formula's last operation binds.
type Binding int

// The bindings, the tightest first.
const (
	Atom    Binding = iota // a cell, a constant or a call
	Product                // of factors
	Sum                    // of terms, and everything else
)

// String is the formula as it stands within another one.
func (n Num) String() string { return n.right(Product) }

// Cell is what stands in the cell: X, or an empty text.
func (n Num) Cell() any {
	if n.None {
		return ""
	}
	return n.X
}

// Lit is a constant.
func Lit(x float64) Num {
	n := Num{F: strconv.FormatFloat(x, 'f', -1, 64), X: x}
	if x < 0 {
		n.Binds = Sum
	}
	return n
}

// Plus is n + m.
func (n Num) Plus(m Num) Num { return Num{F: n.F + "+" + m.F, X: n.X + m.X, Binds: Sum} }

// Minus is n − m.
func (n Num) Minus(m Num) Num {
	return Num{F: n.F + "-" + m.right(Sum), X: n.X - m.X, Binds: Sum}
}

// Times is n × m.
func (n Num) Times(m Num) Num {
	return Num{F: n.right(Sum) + "*" + m.right(Sum), X: n.X * m.X, Binds: Product}
}

// Over is n ÷ m.
func (n Num) Over(m Num) Num {
	return Num{F: n.right(Sum) + "/" + m.right(Product), X: n.X / m.X, Binds: Product}
}

// right is the formula after a sign that keeps what binds as p or less out: in brackets.
func (n Num) right(p Binding) string {
	if n.Binds >= p {
		return "(" + n.F + ")"
	}
	return n.F
}

// Ratio is a over b where b is more than nothing, and else an empty text.
func Ratio(a, b Num) Num {
	return Num{F: fmt.Sprintf(`IF(%[2]s>0,%[1]s/%[2]s,"")`, a, b), X: a.X / b.X, None: b.X <= 0}
}

// Share is a over b, 0 where there is no b.
func Share(a, b Num) Num {
	n := Num{F: fmt.Sprintf(`IF(%[2]s=0,0,%[1]s/%[2]s)`, a, b)}
	if b.X != 0 {
		n.X = a.X / b.X
	}
	return n
}

// Change is a against b: a/b−1, an empty text where there is no b.
func Change(a, b Num) Num {
	return Num{F: fmt.Sprintf(`IF(%[2]s>0,%[1]s/%[2]s-1,"")`, a, b), X: a.X/b.X - 1, None: b.X <= 0}
}

// Gain is (a−b)/b: a return; an empty text where there is no b.
func Gain(a, b Num) Num {
	return Num{F: fmt.Sprintf(`IF(%[2]s>0,(%[1]s-%[2]s)/%[2]s,"")`, a, b), X: (a.X - b.X) / b.X, None: b.X <= 0}
}

// Largest is the larger of two.
func Largest(a, b Num) Num {
	return Num{F: "MAX(" + a.F + "," + b.F + ")", X: max(a.X, b.X)}
}

// Smallest is the smaller of two.
func Smallest(a, b Num) Num {
	return Num{F: "MIN(" + a.F + "," + b.F + ")", X: min(a.X, b.X)}
}

// Calc is a formula of any other kind with its value.
func Calc(x float64, format string, args ...any) Num {
	n := Num{F: fmt.Sprintf(format, args...), X: x}
	if !strings.HasSuffix(n.F, ")") || !isCall(n.F) {
		n.Binds = Sum
	}
	return n
}

// isCall reports whether a formula is one call from its first to its last sign.
func isCall(f string) bool {
	depth, quoted := 0, false
	for i := 0; i < len(f); i++ {
		switch c := f[i]; {
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == '(':
			depth++
		case c == ')':
			if depth--; depth == 0 && i < len(f)-1 {
				return false
			}
		case depth == 0 && (c < 'A' || c > 'Z'):
			return false
		}
	}
	return true
}

// Total adds up cells that stand beside or below one another: a range and the parts in it.
func Total(at fmt.Stringer, parts ...Num) Num {
	n := Num{F: "SUM(" + at.String() + ")"}
	for _, p := range parts {
		if !p.None {
			n.X += p.X
		}
	}
	if len(parts) == 0 {
		n.F = "0"
	}
	return n
}

// Flag is 1 or 0.
func Flag(on bool) float64 {
	if on {
		return 1
	}
	return 0
}

// Near reports whether two figures are the same as far as a spreadsheet keeps them: some
// write fifteen digits only.
func Near(a, b float64) bool {
	return math.Abs(a-b) <= 1e-14*max(math.Abs(a), math.Abs(b))
}
