package plan_test

import (
	"testing"

	"arringa/model"
	"arringa/plan"
)

// As many channels as a plan can have, over three years: each curve has a term for every
// month.
func BenchmarkOptimise40x36(b *testing.B) {
	p := medium(model.MaxChannels)
	p.Months = model.MaxMonths
	for b.Loop() {
		plan.Optimise(p, model.AsAssumed(), plan.FirstYear)
	}
}

// The budget pays for the thresholds of about half of the channels, so that there is a choice.
func BenchmarkOptimiseScarceThresholds20(b *testing.B) {
	p := medium(20)
	p.Budget = model.Euro(80_000)
	for i := range p.Channels {
		p.Channels[i].Threshold = model.Euro(int64(5000 + 700*(i%7)))
	}
	var proof plan.Proof
	for b.Loop() {
		_, proof = plan.Optimise(p, model.AsAssumed(), plan.FirstYear)
	}
	b.ReportMetric(proof.Gap(), "gap")
}

func BenchmarkCuts12(b *testing.B) {
	p := plan.Even(medium(12))
	for b.Loop() {
		plan.Cuts(p, model.AsAssumed())
	}
}

func BenchmarkFrontier12x41(b *testing.B) {
	p := medium(12)
	for b.Loop() {
		plan.Frontier(p, model.AsAssumed(), 41)
	}
}
