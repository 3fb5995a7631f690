// Package plan is what is done with a plan: pure functions from plan to plan, or
// from plan to figures. It opens no file, reads no clock and throws no dice of its own.
package plan

import (
	"fmt"
	"slices"

	"arringa/model"
)

// BudgetTooSmall says that a budget cannot hold what is locked and the least that the
// manager set.
type BudgetTooSmall struct{ Locked, Least model.Money } // Least: of the free channels

// Error implements error.
func (e BudgetTooSmall) Error() string {
	return fmt.Sprintf("budget below the locked %d and least %d cents", e.Locked, e.Least)
}

// Reach is how far a channel's slider can go now: what the pot, or in the fixed total
// the other free channels, can give and take within their limits.
func Reach(p model.Plan, line int) (least, most model.Money) {
	c := p.Channels[line]
	if c.Locked {
		return c.Amount, c.Amount
	}
	give, take := p.Pot(), model.MaxMoney
	if p.Sliders == model.FixedTotal {
		give, take = 0, 0
		for i, other := range p.Channels {
			if i != line && !other.Locked {
				give += max(other.Amount-other.AtLeast, 0)
				take += max(other.Most()-other.Amount, 0)
			}
		}
	}
	// A limit set later than the amount holds from the next move on: it never makes a
	// slider jump beyond what there is.
	least = max(min(c.AtLeast, c.Amount+give), c.Amount-take, 0)
	most = max(min(c.Most(), c.Amount+give), least)
	return least, most
}

// Move gives a channel an amount, as near to want as it can reach. From the pot the
// others stay; in the fixed total the other free channels give way in proportion to
// what they have. Channels and pot always add up to the budget.
func Move(p model.Plan, line int, want model.Money) model.Plan {
	least, most := Reach(p, line)
	want = min(max(want, least), most)
	delta := want - p.Channels[line].Amount
	if delta == 0 {
		return p
	}
	before := p
	p = ownAmounts(p)
	p.Channels[line].Amount = want
	if p.Sliders == model.FixedTotal {
		others := free(p, line)
		var total model.Money
		for _, i := range others {
			total += p.Channels[i].Amount
		}
		share(p.Channels, others, total-delta, inProportion(before), asFarAsGiven(before))
	}
	return p
}

// SetBudget changes the yearly total. What is added goes to the pot, what is taken
// comes from the pot and then, in proportion, from the free channels. In the fixed total
// the free channels follow in proportion and the pot stays. It fails with
// BudgetTooSmall when locks and leasts do not fit; the plan is then unchanged.
func SetBudget(p model.Plan, budget model.Money) (model.Plan, error) {
	var locked, least, given model.Money
	for _, c := range p.Channels {
		if c.Locked {
			locked += c.Amount
		} else {
			least += min(c.AtLeast, c.Amount)
			given += c.Amount
		}
	}
	if budget < locked+least {
		return p, BudgetTooSmall{Locked: locked, Least: least}
	}
	room := min(given, budget-locked)
	if p.Sliders == model.FixedTotal {
		room = max(budget-locked-p.Pot(), least)
	}
	weight, floor := inProportion(p), asFarAsGiven(p)
	p = ownAmounts(p)
	p.Budget = budget
	share(p.Channels, free(p, -1), room, weight, floor)
	return p, nil
}

// Even shares what is not locked evenly among the free channels, within their limits.
func Even(p model.Plan) model.Plan {
	return spread(p, func(int) int64 { return 1 })
}

// AsLastYear shares what is not locked in proportion to last year's spend, within the
// limits. Where nothing was spent at all it is shared evenly.
func AsLastYear(p model.Plan) model.Plan {
	return spread(p, func(i int) int64 { return int64(p.Channels[i].LastYear.Spend) })
}

func spread(p model.Plan, weight func(i int) int64) model.Plan {
	p = ownAmounts(p)
	lines := free(p, -1)
	room := p.Pot()
	for _, i := range lines {
		room += p.Channels[i].Amount
	}
	share(p.Channels, lines, room, weight, func(i int) model.Money { return p.Channels[i].AtLeast })
	return p
}

// Lock fixes a channel's amount, or sets it free.
func Lock(p model.Plan, line int, on bool) model.Plan {
	p = ownAmounts(p)
	p.Channels[line].Locked = on
	return p
}

// SetLimits sets the least and the most that the manager wants for a channel; a most
// of 0 is no limit. The amount moves into the limits as far as it can. It fails, and
// changes nothing, when least is above most.
func SetLimits(p model.Plan, line int, least, most model.Money) (model.Plan, error) {
	if most > 0 && least > most {
		return p, LeastAboveMost{Least: least, Most: most}
	}
	p = p.Clone()
	p.Channels[line].AtLeast, p.Channels[line].AtMost = least, most
	return Move(p, line, p.Channels[line].Amount), nil
}

// LeastAboveMost says that two limits contradict each other.
type LeastAboveMost struct{ Least, Most model.Money }

// Error implements error.
func (e LeastAboveMost) Error() string {
	return fmt.Sprintf("least %d above most %d cents", e.Least, e.Most)
}

// Add puts a channel at the end of the plan, with nothing given yet. A channel that
// is there already changes nothing.
func Add(p model.Plan, c model.Channel) model.Plan {
	if p.Channel(c.ID) >= 0 || len(p.Channels) >= model.MaxChannels {
		return p
	}
	p = p.Clone()
	c.Amount = 0
	p.Channels = append(p.Channels, c)
	return p
}

// Drop takes a channel out; what it had goes back to the pot.
func Drop(p model.Plan, line int) model.Plan {
	p = p.Clone()
	p.Channels = append(p.Channels[:line], p.Channels[line+1:]...)
	return p
}

// free lists the channels whose amount may move, but for one.
func free(p model.Plan, but int) []int {
	var lines []int
	for i, c := range p.Channels {
		if i != but && !c.Locked {
			lines = append(lines, i)
		}
	}
	return lines
}

// inProportion weighs a line by what it has in p.
func inProportion(p model.Plan) func(int) int64 {
	return func(i int) int64 { return int64(p.Channels[i].Amount) }
}

// asFarAsGiven is a line's least in p: a least set above the amount does not force
// the line up when another one moves.
func asFarAsGiven(p model.Plan) func(int) model.Money {
	return func(i int) model.Money { return min(p.Channels[i].AtLeast, p.Channels[i].Amount) }
}

// share gives room to the lines in proportion to weight, each between least and its
// most: lines that hit a limit stay there and the rest is shared again, so that it ends
// after at most as many rounds as there are lines. What no line may take is left over.
func share(channels []model.Channel, lines []int, room model.Money, weight func(int) int64,
	least func(int) model.Money) {
	for open := lines; len(open) > 0; {
		weights := make([]int64, len(open))
		for k, i := range open {
			weights[k] = weight(i)
		}
		parts := room.Split(weights)
		var over, under model.Money
		for k, i := range open {
			over += max(parts[k]-channels[i].Most(), 0)
			under += max(least(i)-parts[k], 0)
		}
		var still []int
		for k, i := range open {
			c := &channels[i]
			switch {
			case over >= under && parts[k] > c.Most():
				c.Amount = c.Most()
				room -= c.Amount
			case under > over && parts[k] < least(i):
				c.Amount = min(least(i), room)
				room -= c.Amount
			default:
				c.Amount = parts[k]
				still = append(still, i)
			}
		}
		if len(still) == len(open) {
			return
		}
		open = still
	}
}

// Opening gives a new plan its first amounts: a tenth stays in the pot, and the rest goes to
// as many channels, in the plan's order, as can have their threshold, in proportion to what
// each usually takes (its reference spend). Nobody claims that it is the best split; it is
// one that makes sense to start from.
func Opening(p model.Plan) model.Plan {
	p = p.Clone()
	room := p.Budget - p.Budget/10/100*100
	var lines []int
	var least model.Money
	for i := range p.Channels {
		p.Channels[i].Amount = 0
		if t := p.Channels[i].Threshold; least+t <= room {
			least += t
			lines = append(lines, i)
		}
	}
	share(p.Channels, lines, room/100*100, func(i int) int64 { return max(int64(p.Channels[i].Figures.Reference), 1) },
		func(i int) model.Money { return p.Channels[i].Threshold })
	for _, i := range lines { // whole tens of euro, the rest in the pot
		if a := p.Channels[i].Amount / 1000 * 1000; a >= p.Channels[i].Threshold {
			p.Channels[i].Amount = a
		}
	}
	return p
}

// SetCalendar spreads a channel's year in another way. A typed calendar begins with what
// each month had, and keeps its weights while another kind is in force.
func SetCalendar(p model.Plan, line int, kind model.CalendarKind) model.Plan {
	p = p.Clone()
	c := &p.Channels[line].Calendar
	if kind == model.Typed && c.Weights == nil {
		weights := c.MonthWeights(p.Company.Season)
		c.Weights = &weights
	}
	c.Kind = kind
	return p
}

// ownAmounts is the plan with a list of channels of its own: enough for who changes amounts
// and locks, and nothing else that is below.
func ownAmounts(p model.Plan) model.Plan {
	p.Channels = slices.Clone(p.Channels)
	return p
}
