package plan

import "math"

// item is a channel in the water-filling: an amount between least and most, on a concave
// climb. With a chord the amount may also lie between nothing and least, on the straight line
// from nothing to the climb at least: the relaxation of "nothing, or at least so much".
type item struct {
	climb       *climb
	least, most float64
	chord       bool
	steep       float64 // slope of the chord
	x           float64
	first, last float64 // slopes at least and at most
}

func newItem(c *climb, least, most float64, chord bool) item {
	it := item{climb: c, least: least, most: most, chord: chord && least > 0, x: least}
	it.first, _ = c.slope(least)
	it.last, _ = c.slope(most)
	if it.chord {
		it.steep = c.at(least) / least
	}
	return it
}

// value is the objective of an amount, chord included.
func (it *item) value(x float64) float64 {
	if it.chord && x < it.least {
		return it.steep * x
	}
	return it.climb.at(x)
}

// seek finds the amount whose slope is the price of money, and how fast it changes with the
// price. It begins from the amount of the price before.
func (it *item) seek(price float64) (x, speed float64) {
	switch {
	case it.chord && price > it.steep:
		it.x = 0
		return 0, 0
	case price >= it.first || it.most <= it.least:
		it.x = it.least
		return it.least, 0
	case price <= it.last:
		it.x = it.most
		return it.most, 0
	}
	low, high := it.least, it.most
	x = min(max(it.x, low), high)
	for range 60 {
		slope, bend := it.climb.slope(x)
		speed = 1 / bend
		gap := slope - price
		if gap > 0 {
			low = x
		} else {
			high = x
		}
		if math.Abs(gap) <= 1e-13*price || high-low <= 1e-12*high {
			break
		}
		next := x - gap/bend
		if !(next > low && next < high) {
			next = (low + high) / 2
		}
		x = next
	}
	it.x = x
	return x, speed
}

// fill shares a sum among items so that all that are free to move have one price of money,
// the multiplier of the sum: water-filling, by Newton steps on the price kept inside a
// bracket. It returns the amounts in the items, the price and the Lagrangian bound: no other
// amounts within the limits are worth more. The sum must lie between what the items take at
// least (nothing where there is a chord) and at most.
//
// See Boyd and Vandenberghe, "Convex Optimization", 2004, section 5.5.3 (water-filling) and
// 5.1.3 (the dual function as a bound).
func fill(items []item, sum float64) (price, bound float64) {
	low, high := math.Inf(1), 0.0 // of the price: everything is taken at low, nothing at high
	var took float64
	for i := range items {
		it := &items[i]
		low, high = min(low, it.last), max(high, it.first, it.steep)
		took += it.most
	}
	if took <= sum || high <= 0 { // money is not scarce: its price is nothing
		for i := range items {
			items[i].x = items[i].most
			if took > sum { // nothing is worth anything: nobody takes more than the least
				items[i].x = items[i].least
			}
			bound += items[i].value(items[i].x)
		}
		return 0, bound
	}
	low, high = low*(1-1e-9), high*(1+1e-9)
	price = math.Sqrt(max(low, high*1e-9) * high)
	for range 200 {
		var total, speed float64
		for i := range items {
			x, v := items[i].seek(price)
			total += x
			speed += v
		}
		gap := total - sum
		if math.Abs(gap) <= 1e-12*sum {
			low, high = price, price
			break
		}
		if gap > 0 {
			low = price
		} else {
			high = price
		}
		if high-low <= 1e-15*high {
			break
		}
		next := price - gap/speed
		if !(next > low && next < high) {
			next = (low + high) / 2
			if low > 0 && high > 4*low {
				next = math.Sqrt(low * high)
			}
		}
		price = next
	}
	settle(items, sum, low, high)
	bound = price * sum
	for i := range items {
		it := items[i]
		x, _ := it.seek(price)
		bound += it.value(x) - price*x
	}
	return price, bound
}

// settle makes the amounts add up to the sum: from what is taken at the high price towards
// what is taken at the low one, item by item. Only a straight stretch moves by more than
// rounding.
func settle(items []item, sum, low, high float64) {
	left := sum
	wide := make([]float64, len(items))
	for i := range items {
		it := items[i]
		wide[i], _ = it.seek(low)
		x, _ := items[i].seek(high)
		left -= x
	}
	for i := range items {
		if room := wide[i] - items[i].x; room > 0 && left > 0 {
			step := min(room, left)
			items[i].x += step
			left -= step
		}
	}
	for i := range items { // what rounding left over
		it := &items[i]
		if free := it.x > it.least && it.x < it.most; free && left != 0 {
			step := min(max(left, it.least-it.x), it.most-it.x)
			it.x += step
			left -= step
		}
	}
}
