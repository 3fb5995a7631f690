package xlsx

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// num is a number twice over: the formula that makes it, and the value that Go has for it.
// What is built from nums has both as well, so that a formula and the value beside it cannot
// drift apart.
type num struct {
	f    string // without the sign of equality; references as sheet.mark writes them
	x    float64
	p    int  // how tightly the last operation binds: see the constants
	none bool // nothing to show: the formula gives an empty text
}

// How tightly a formula's last operation binds.
const (
	atom = iota // a cell, a constant or a call
	product
	sum
)

// String is the formula as it stands within another one.
func (n num) String() string {
	if n.p == atom {
		return n.f
	}
	return "(" + n.f + ")"
}

// lit is a constant.
func lit(x float64) num {
	n := num{f: strconv.FormatFloat(x, 'f', -1, 64), x: x}
	if x < 0 {
		n.p = sum
	}
	return n
}

func (n num) plus(m num) num  { return num{f: n.f + "+" + m.f, x: n.x + m.x, p: sum} }
func (n num) minus(m num) num { return num{f: n.f + "-" + m.right(sum), x: n.x - m.x, p: sum} }
func (n num) times(m num) num {
	return num{f: n.left() + "*" + m.left(), x: n.x * m.x, p: product}
}
func (n num) over(m num) num {
	return num{f: n.left() + "/" + m.right(product), x: n.x / m.x, p: product}
}

// left is the formula as a factor; right is it after a sign that the brackets must keep out.
func (n num) left() string { return n.right(sum) }

func (n num) right(p int) string {
	if n.p >= p {
		return "(" + n.f + ")"
	}
	return n.f
}

// ratio is a over b where b is more than nothing, and else an empty text.
func ratio(a, b num) num {
	return num{f: fmt.Sprintf(`IF(%[2]s>0,%[1]s/%[2]s,"")`, a, b), x: a.x / b.x, none: b.x <= 0}
}

// share is a over b, 0 where there is no b.
func share(a, b num) num {
	n := num{f: fmt.Sprintf(`IF(%[2]s=0,0,%[1]s/%[2]s)`, a, b)}
	if b.x != 0 {
		n.x = a.x / b.x
	}
	return n
}

// change is a against b: a/b−1, an empty text where there is no b.
func change(a, b num) num {
	return num{f: fmt.Sprintf(`IF(%[2]s>0,%[1]s/%[2]s-1,"")`, a, b), x: a.x/b.x - 1, none: b.x <= 0}
}

// gain is (a−b)/b: a return; an empty text where there is no b.
func gain(a, b num) num {
	return num{f: fmt.Sprintf(`IF(%[2]s>0,(%[1]s-%[2]s)/%[2]s,"")`, a, b), x: (a.x - b.x) / b.x, none: b.x <= 0}
}

func largest(a, b num) num {
	return num{f: "MAX(" + a.f + "," + b.f + ")", x: max(a.x, b.x)}
}

func smallest(a, b num) num {
	return num{f: "MIN(" + a.f + "," + b.f + ")", x: min(a.x, b.x)}
}

// calc is a formula of any other kind with its value; its first sign decides whether it is a
// call.
func calc(x float64, format string, args ...any) num {
	n := num{f: fmt.Sprintf(format, args...), x: x}
	if !strings.HasSuffix(n.f, ")") || !isCall(n.f) {
		n.p = sum
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

// total adds up cells that stand beside or below one another: a span and the nums in it.
func total(at span, parts ...num) num {
	n := num{f: "SUM(" + at.String() + ")"}
	for _, p := range parts {
		if !p.none {
			n.x += p.x
		}
	}
	if len(parts) == 0 {
		n.f = "0"
	}
	return n
}

// value is what stands in the cell.
func (n num) value() any {
	if n.none {
		return ""
	}
	return n.x
}

// flag is 1 or 0.
func flag(on bool) float64 {
	if on {
		return 1
	}
	return 0
}

// near reports whether two figures are the same as far as a spreadsheet keeps them: some
// write fifteen digits only.
func near(a, b float64) bool {
	return math.Abs(a-b) <= 1e-14*max(math.Abs(a), math.Abs(b))
}
