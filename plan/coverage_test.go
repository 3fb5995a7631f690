package plan_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"slices"
	"testing"

	"arringa/plan"
)

// rhythm is how a simulated company spent.
type rhythm struct {
	name  string
	spend func(months int) []int64
}

var rhythms = []rhythm{
	{"varied", func(n int) []int64 { return varied()[:n] }},
	{"on and off by the month", func(n int) []int64 { return steps(n, 1, 0, 1000) }},
	{"half a year off, half a year on", func(n int) []int64 { return steps(n, 6, 0, 1000) }},
	{"500 to 1,500 by the quarter", func(n int) []int64 { return steps(n, 3, 500, 1500, 1000) }},
}

// steps is a spend that changes every so many months.
func steps(n, every int, levels ...int64) []int64 {
	var list []int64
	for m := range n {
		list = append(list, levels[m/every%len(levels)])
	}
	return list
}

// coverage is how often ranges held the truth.
type coverage struct {
	held, proposed, tried int
	ratios                []float64 // base ÷ truth
}

func (c *coverage) add(x coverage) {
	c.held, c.proposed, c.tried, c.ratios = c.held+x.held, c.proposed+x.proposed, c.tried+x.tried,
		append(c.ratios, x.ratios...)
}

func (c *coverage) share() float64 { return float64(c.held) / float64(c.proposed) }

func (c *coverage) row(spend string, self float64) string {
	slices.Sort(c.ratios)
	return fmt.Sprintf("| %s | %g | %.0f %% | %.2f | %.0f %% |", spend, self, 100*c.share(), c.ratios[len(c.ratios)/2],
		100-100*float64(c.proposed)/float64(c.tried))
}

// simulate makes histories whose truth is known and counts how often the range from the 10th to
// the 90th percentile of the contacts that the spend causes holds it.
func simulate(r rhythm, months int, self, life, assumed float64, times int) coverage {
	dice := rand.New(rand.NewPCG(uint64(months), uint64(self)+7*uint64(life)))
	c := coverage{tried: times}
	for range times {
		p := hand(channel("a", 12000))
		p.Channels[0].Figures.HalfLife = number(assumed)
		p.History = past(r.spend(months), life, func(n float64) float64 { return poisson(dice, n+self) })
		fit, _ := plan.Calibrate(p, 0)
		if !fit.Proposed {
			continue
		}
		c.proposed++
		f := fit.Suggestion
		truth := 30 * float64(f.Reference) / (float64(f.Reference) + 200000)
		if f.Contacts.Low <= truth && truth <= f.Contacts.High {
			c.held++
		}
		c.ratios = append(c.ratios, f.Contacts.Base/truth)
	}
	return c
}

// Ranges of 80 % hold the truth in 70 to 90 of a hundred simulated histories, with and without
// contacts that come by themselves, with the half-life that was assumed right and wrong.
// ARRINGA_LONG=1 simulates more, and prints the table of docs/uncertainty.md.
func TestTheRangesOfWhatWasLearntHoldWhatTheyPromise(t *testing.T) {
	times, lengths := 12, []int{24}
	long := os.Getenv("ARRINGA_LONG") != ""
	if long {
		times, lengths = 60, []int{12, 24, 36}
	}
	for _, self := range []float64{0, 5, 10, 30} {
		var all coverage
		for _, r := range rhythms {
			var one coverage
			for _, months := range lengths {
				for _, life := range []float64{1, 3} {
					one.add(simulate(r, months, self, life, 1, times))
				}
			}
			if long {
				fmt.Println(one.row(r.name, self))
			}
			all.add(one)
		}
		luck := 2 * math.Sqrt(0.8*0.2/float64(all.proposed)) // of so few
		if long {
			luck = 0
			fmt.Println(all.row("all", self))
		}
		if share := all.share(); share < 0.7-luck || share > 0.9+luck {
			t.Errorf("%g contacts a month by themselves: the ranges hold the truth in %.2f of %d", self, share,
				all.proposed)
		}
	}
}
