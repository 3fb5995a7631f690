package xlsx

// What a channel brings for other amounts than its own: the formulas of its curve over a year.

import (
	"fmt"

	"arringa/plan"
	"arringa/plan/xlsx/formula"
	"arringa/plan/xlsx/part"
)

// courseOf is a channel's line in a block of the workings.
func courseOf(b *frame, block, i int) part.Span { return b.lineOf(b.workBlock(block) + 1 + i) }

// effectiveOf is the effective spend of a channel's months, for a yearly amount; cents are not
// rounded.
func effectiveOf(b *frame, i int, amount formula.Num) string {
	return fmt.Sprintf("(%s+%s*%s)", courseOf(b, 2, i), amount, courseOf(b, 4, i))
}

// nextThousand is the derivative of a channel's result: see plan.NextThousand.
func nextThousand(b *workings, i int) formula.Num {
	k := &b.channels[i]
	f := fmt.Sprintf("IF(%[1]s=1,%[2]s*SUMPRODUCT(%[3]s*(%[4]s>0)*%[5]s),"+
		"%[6]s*%[7]s*SUMPRODUCT(%[3]s*%[4]s*%[4]s*%[5]s/(%[8]s+%[7]s*%[4]s+(%[4]s<=0))^2))",
		k.linear, k.rate, courseOf(b.frame, 0, i), b.lineOf(workMonths+3), courseOf(b.frame, 4, i),
		k.ceiling, k.half, effectiveOf(b.frame, i, k.amount))
	return formula.Num{
		F: fmt.Sprintf("%s*1000/%s*%s*%s", f, formula.Lit(b.plan.Years()), k.share, b.worth.firstYear),
		X: euros(b.next[i].Margin), Binds: formula.Product,
	}
}

// marginAt is what a channel's year of so much spend brings over the horizon, more than
// nothing would: see plan.YearCurve. The formula follows the workings, whatever is spent now.
func marginAt(b *results, i int, amount formula.Num) formula.Num {
	k := &b.channels[i]
	f := fmt.Sprintf("(IF(%[1]s=1,%[2]s*SUMPRODUCT(%[3]s*(%[4]s>0)*%[5]s),"+
		"%[6]s*SUMPRODUCT(%[3]s*%[4]s*%[5]s/(%[5]s+%[7]s*%[4]s+(%[4]s<=0))))-%[8]s)*%[9]s*%[10]s",
		k.linear, k.rate, courseOf(b.frame, 0, i), b.lineOf(workMonths+3), effectiveOf(b.frame, i, amount),
		k.ceiling, k.half, k.idleSum, k.share, b.worth.firstYear)
	return formula.Num{
		F: f, X: b.curves[i](amount.X*100) * k.share.X * b.worth.firstYear.X, Binds: formula.Product,
	}
}

// yearCurves are the channels' year curves in the scenario in force.
func yearCurves(b *subject) []func(cents float64) float64 {
	curves := make([]func(cents float64) float64, len(b.plan.Channels))
	for i := range curves {
		curves[i] = plan.YearCurve(b.plan, b.scenario(), i)
	}
	return curves
}
