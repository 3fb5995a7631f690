// Water-filling: money to where its next euro brings most.

package plan

import (
	"cmp"
	"math"
	"slices"
	"sort"
)

// lane is a channel as the water sees it: an amount between lo and hi on a concave climb.
// An open lane may also have nothing. Between nothing and lo it is then taken to climb in a
// straight line, the least concave curve above what it really may do; so the best filling
// is a bound on the best choice.
type lane struct {
	climb
	lo, hi float64
	mode   mode
	at     float64 // what it has been given

	// Made ready by prepare. In the unit u = 1/√slope the slope of a hyperbola is a straight
	// line: u(s) = (q+s)/√p.
	top         float64 // the most it can have; 0 when it must be out
	first, last float64 // u of the bent stretch, at lo and at top
	straight    bool    // there is a straight stretch
	from, to    float64 // its ends
	jump        float64 // its slope
	up          bool    // the water stands above it
}

// mode says whether a lane may have something.
type mode uint8

const (
	in   mode = iota // it has lo or more
	open             // it has nothing, or lo or more
	out              // it has nothing
)

// least is the least the lane takes.
func (l *lane) least() float64 {
	if l.mode == in {
		return l.lo
	}
	return 0
}

// worth is what an amount brings, on the straight stretch of an open lane too.
func (l *lane) worth(s float64) float64 {
	if l.mode == open && s < l.lo {
		return l.value(l.lo) / l.lo * s
	}
	return l.value(s)
}

// prepare makes a lane ready for a sum of which the others leave at most room.
func (l *lane) prepare(room float64) {
	l.top, l.straight, l.up = l.hi, false, false
	if l.mode == open && room < l.lo || l.mode == out {
		l.top, l.at = 0, 0
		return
	}
	switch {
	case !l.concave():
		l.straight, l.from, l.to, l.jump = true, l.least(), l.top, l.linear
	case l.mode == open:
		l.straight, l.from, l.to, l.jump = true, 0, l.lo, l.value(l.lo)/l.lo
	}
	if l.concave() {
		l.first, l.last = l.u(l.lo), l.u(l.top)
	}
}

func (l *lane) u(s float64) float64 {
	slope, _ := l.slope(s)
	return 1 / math.Sqrt(slope)
}

// find gives the lane the amount at which its slope is 1/u², and says how fast that moves
// with u. u(s) is increasing and concave (a power mean of the q+s), so that Newton's step
// never overshoots and gets there from anywhere.
func (l *lane) find(u float64) (speed float64) {
	switch {
	case l.top == 0:
		l.at = 0
		return 0
	case l.straight && !l.up:
		l.at = l.from
		return 0
	case !l.concave() || u >= l.last:
		l.at = l.top
		return 0
	case u <= l.first:
		l.at = l.lo
		return 0
	}
	s := min(max(l.at, l.lo), l.top)
	for range 60 {
		slope, bend := l.slope(s)
		here := 1 / math.Sqrt(slope)
		speed = -2 * slope / (bend * here)
		next := min(max(s+(u-here)*speed, l.lo), l.top)
		if math.Abs(next-s) <= 1e-9*(1+s) {
			s = next
			break
		}
		s = next
	}
	l.at = s
	return speed
}

// water fills lanes.
type water struct {
	lanes []lane
	jumps []int // lanes with a straight stretch, the steepest first
	u     float64
}

// fill gives a sum to the lanes so that it is worth most, and returns the multiplier of the
// sum: what one more cent would bring, which all lanes that are free to move agree on; 0 when
// every lane is full. The lanes must be able to hold what they take at least.
//
// It is water-filling: Boyd and Vandenberghe, "Convex Optimization", Cambridge University
// Press, 2004, example 5.2.
func (w *water) fill(sum float64) float64 {
	spare, most := sum, 0.0
	for i := range w.lanes {
		spare -= w.lanes[i].least()
	}
	w.jumps = w.jumps[:0]
	for i := range w.lanes {
		l := &w.lanes[i]
		l.prepare(l.least() + spare)
		most += l.top
		if l.straight {
			w.jumps = append(w.jumps, i)
		}
	}
	if most <= sum {
		for i := range w.lanes {
			w.lanes[i].at = w.lanes[i].top
		}
		return 0
	}
	slices.SortStableFunc(w.jumps, func(a, b int) int { return cmp.Compare(w.lanes[b].jump, w.lanes[a].jump) })
	// How many straight stretches does the water reach?
	reached := sort.Search(len(w.jumps), func(k int) bool {
		total, _ := w.total(w.level(k), k)
		return total > sum
	})
	low, high := w.edges()
	if reached > 0 {
		low = max(low, w.level(reached-1))
		total, _ := w.total(w.level(reached-1), reached-1)
		if l := &w.lanes[w.jumps[reached-1]]; total+l.to-l.from >= sum {
			l.at = l.from + sum - total
			return l.jump
		}
	}
	if reached < len(w.jumps) {
		high = min(high, w.level(reached))
	}
	return w.between(sum, reached, low, high)
}

// level is the u at which the water reaches the k-th straight stretch.
func (w *water) level(k int) float64 { return 1 / math.Sqrt(w.lanes[w.jumps[k]].jump) }

// edges are the u at which the first bent stretch begins to fill, and at which all are full.
func (w *water) edges() (low, high float64) {
	low = math.Inf(1)
	for i := range w.lanes {
		if l := &w.lanes[i]; l.top > 0 && l.concave() {
			low, high = min(low, l.first), max(high, l.last)
		}
	}
	return low, high
}

// total is what the lanes hold at a level when the water stands above the first k straight
// stretches, and how fast it grows.
func (w *water) total(u float64, k int) (total, speed float64) {
	for i, j := range w.jumps {
		w.lanes[j].up = i < k
	}
	for i := range w.lanes {
		speed += w.lanes[i].find(u)
		total += w.lanes[i].at
	}
	return total, speed
}

// between finds the level between two straight stretches at which the lanes hold the sum:
// Newton's method within a bracket. Between the limits of two lanes the total is nearly a
// straight line in u.
func (w *water) between(sum float64, k int, low, high float64) float64 {
	u := w.u
	if !(u > low && u < high) {
		u = w.guess(sum, low, high)
	}
	for range 200 {
		total, speed := w.total(u, k)
		if math.Abs(total-sum) <= 1e-6+1e-15*sum {
			break
		}
		if total < sum {
			low = u
		} else {
			high = u
		}
		if !(high-low > 1e-15*high) {
			break
		}
		if u += (sum - total) / speed; !(u > low && u < high) {
			u = math.Sqrt(low) * math.Sqrt(high)
		}
	}
	w.u = u
	return 1 / (u * u)
}

// guess is the level at which the sum would be held if no lane had a limit and each bent as
// it does at lo.
func (w *water) guess(sum, low, high float64) float64 {
	var speeds float64
	for i := range w.lanes {
		l := &w.lanes[i]
		if l.top == 0 || !l.concave() {
			continue
		}
		slope, bend := l.slope(l.lo)
		speed := -2 * slope / (bend * l.first)
		speeds += speed
		sum += l.first*speed - l.lo
	}
	if u := sum / speeds; u > low && u < high {
		return u
	}
	return math.Sqrt(low) * math.Sqrt(high)
}

// bound is the value of Lagrange's dual function at a multiplier: no filling with this sum is
// worth more (Boyd and Vandenberghe, section 5.1.3). The lanes must hold what fill gave them.
func (w *water) bound(sum, multiplier float64) float64 {
	total := multiplier * sum
	for i := range w.lanes {
		l := &w.lanes[i]
		total += l.worth(l.at) - multiplier*l.at
	}
	return total
}
