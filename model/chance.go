package model

import "math"

// Tenths is a chance as it is said, never finer: "about 6 in 10".
type Tenths struct {
	Of10 int  // 1 to 9
	More bool // more than 9 in 10
	Less bool // less than 1 in 10
}

// TenthsOf says a chance of 0 to 1 in tenths.
func TenthsOf(chance float64) Tenths {
	switch {
	case chance > 0.9:
		return Tenths{Of10: 9, More: true}
	case chance < 0.1:
		return Tenths{Of10: 1, Less: true}
	}
	return Tenths{Of10: int(math.Round(10 * chance))}
}
