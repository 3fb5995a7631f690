// From the exact best split to whole euro, to the cent in all.

package plan

import (
	"math"

	"arringa/model"
)

const euro = model.Money(100)

// rounding is a split on its way to whole euro.
type rounding struct {
	lanes   []lane
	amounts []model.Money
	steps   []model.Money // what each lane would be given next
	gains   []float64     // what a cent of that brings; -Inf when the lane can have no more
	losses  []float64     // what a cent of its last euro brings; +Inf when it can give none
}

// wholeEuro rounds a filling to whole euro that add up to the sum as far as the limits
// allow, and are worth most among all that do. Only limits, and what is left of a euro of the
// sum, bring in cents. It rounds down, gives a euro at a time where it is worth most (on
// concave climbs that is exact: Ibaraki and Katoh, "Resource Allocation Problems", MIT Press,
// 1988), and mends by moving single euro while that helps.
func wholeEuro(lanes []lane, sum model.Money) []model.Money {
	n := len(lanes)
	r := newRounding(lanes, make([]model.Money, n))
	left := sum
	for i := range lanes {
		least, _ := r.limits(i)
		r.amounts[i] = max(model.Money(lanes[i].at-speck)/euro*euro, least)
		left -= r.amounts[i]
	}
	for i := 0; left < 0 && i < n; i++ { // the last digits of very flat curves
		least, _ := r.limits(i)
		back := min(-left, r.amounts[i]-least)
		r.amounts[i] -= back
		left += back
	}
	r.give(left)
	r.mend()
	return r.amounts
}

func newRounding(lanes []lane, amounts []model.Money) rounding {
	n := len(lanes)
	return rounding{lanes, amounts, make([]model.Money, n), make([]float64, n), make([]float64, n)}
}

// topped are the amounts that lanes have, and what is left of the sum given where it is worth
// most.
func topped(lanes []lane, sum model.Money) choice {
	r := newRounding(lanes, make([]model.Money, len(lanes)))
	for i := range lanes {
		r.amounts[i] = model.Money(lanes[i].at)
		sum -= r.amounts[i]
	}
	r.give(sum)
	var value float64
	for i := range lanes {
		value += lanes[i].value(float64(r.amounts[i]))
	}
	return choice{amounts: r.amounts, value: value, exact: value}
}

// limits are those of a lane that has something, or nothing.
func (r *rounding) limits(i int) (least, most model.Money) {
	l := &r.lanes[i]
	if l.mode == out || l.mode == open && l.at < l.lo/2 {
		return 0, 0
	}
	return model.Money(l.lo), model.Money(l.hi)
}

// give gives what is left, up to the next whole euro at a time.
func (r *rounding) give(left model.Money) {
	for i := range r.lanes {
		r.next(i, left)
	}
	for left > 0 {
		to := 0
		for i, g := range r.gains {
			if g > r.gains[to] {
				to = i
			}
		}
		if math.IsInf(r.gains[to], -1) {
			return
		}
		r.amounts[to] += r.steps[to]
		left -= r.steps[to]
		r.next(to, left)
		for i := range r.lanes { // the last cents of the sum
			if r.steps[i] > left {
				r.next(i, left)
			}
		}
	}
}

// next works out what a lane would do with its next euro, or as much of it as there is.
func (r *rounding) next(i int, left model.Money) {
	_, most := r.limits(i)
	a := r.amounts[i]
	r.steps[i] = min(euro-a%euro, most-a, left)
	r.gains[i] = math.Inf(-1)
	if r.steps[i] > 0 {
		r.gains[i] = r.lanes[i].gain(float64(a), float64(r.steps[i])) / float64(r.steps[i])
	}
}

// mend moves single euro from where one is worth least to where it is worth most.
func (r *rounding) mend() {
	for i := range r.lanes {
		r.swap(i)
	}
	for range 100 * len(r.lanes) {
		from, to := 0, 0
		for i := range r.lanes {
			if r.losses[i] < r.losses[from] {
				from = i
			}
			if r.gains[i] > r.gains[to] {
				to = i
			}
		}
		if len(r.lanes) == 0 || !(r.gains[to] > r.losses[from]*(1+1e-12)) {
			return
		}
		r.amounts[from] -= euro
		r.amounts[to] += euro
		r.swap(from)
		r.swap(to)
	}
}

// swap works out what a lane would do with one more euro, and with one less.
func (r *rounding) swap(i int) {
	least, most := r.limits(i)
	a := r.amounts[i]
	r.gains[i], r.losses[i] = math.Inf(-1), math.Inf(1)
	if a+euro <= most {
		r.gains[i] = r.lanes[i].gain(float64(a), float64(euro)) / float64(euro)
	}
	if a-euro >= least {
		r.losses[i] = r.lanes[i].gain(float64(a-euro), float64(euro)) / float64(euro)
	}
}
