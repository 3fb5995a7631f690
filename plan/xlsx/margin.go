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
	return fmt.Sprintf("(%s+%s*%s)", courseOf(b, idleSpendBlock, i), amount, courseOf(b, perBlock, i))
}

// nextThousand is the derivative of a channel's result: see plan.NextThousand. Below its threshold a
// next thousand says nothing.
func nextThousand(b *workings, i int) formula.Num {
	k := &b.channels[i]
	f := fmt.Sprintf("IF(%[1]s=1,%[2]s*SUMPRODUCT(%[3]s*(%[4]s>0)*%[5]s),"+
		"%[6]s*%[7]s*SUMPRODUCT(%[3]s*%[4]s*%[4]s*%[5]s/(%[8]s+%[7]s*%[4]s+(%[4]s<=0))^2))",
		k.linear, k.rate, courseOf(b.frame, rhoBlock, i), b.lineOf(workMonths+3), courseOf(b.frame, perBlock, i),
		k.ceiling, k.half, effectiveOf(b.frame, i, k.amount.Times(b.worth.live)))
	c := b.plan.Channels[i]
	return formula.Num{
		F: fmt.Sprintf(`IF(AND(%[1]s>0,%[1]s>=%[2]s),%[3]s*1000/%[4]s*%[5]s*%[6]s*%[7]s,"")`, k.amount, k.threshold,
			f, formula.Lit(b.plan.Years()), k.claimed, k.share, b.worth.firstYear),
		X: euros(b.next[i].Margin), None: c.Amount == 0 || c.Amount < c.Threshold,
	}
}

// marginAt is what a channel's year of so much spend brings, whenever it comes, more than
// nothing would: see plan.YearCurve. The formula follows the workings, whatever is spent now.
func marginAt(b *results, i int, amount formula.Num) formula.Num {
	k := &b.channels[i]
	f := fmt.Sprintf("(IF(%[1]s=1,%[2]s*SUMPRODUCT(%[3]s*(%[4]s>0)*%[5]s),"+
		"%[6]s*SUMPRODUCT(%[3]s*%[4]s*%[5]s/(%[5]s+%[7]s*%[4]s+(%[4]s<=0))))-%[8]s)*%[9]s*%[10]s*%[11]s",
		k.linear, k.rate, courseOf(b.frame, rhoBlock, i), b.lineOf(workMonths+3), effectiveOf(b.frame, i, amount),
		k.ceiling, k.half, k.idleAll, k.claimed, k.share, b.worth.firstYear)
	return formula.Num{
		F: f, X: b.curves[i](amount.X*100) * k.share.X * b.worth.firstYear.X, Binds: formula.Product,
	}
}

// byEnd is what the customers whom a channel adds, and who sign by the end of the plan, count for:
// each what of makes of the months that are left after that of signing.
func byEnd(b *workings, i int, x float64, of func(left string) string) formula.Num {
	k, n := &b.channels[i], b.plan.Months
	work := b.page(workingsTab)
	months := func(row int) part.Span { return work.Line(firstMonth, firstMonth+n-1, row) }
	part := func(late int, share string) string {
		left := fmt.Sprintf("(%d-%s-%s)", n-late, months(workMonths+1), k.late)
		return fmt.Sprintf("(%s>=0)*%s*%s", left, share, of(left))
	}
	added := months(b.workBlock(addedBlock) + 1 + i)
	return formula.Num{
		F: fmt.Sprintf("%s*SUMPRODUCT(%s*(%s+%s))", k.share, added,
			part(0, "(1-"+k.fraction.F+")"), part(1, k.fraction.F)),
		X: x, Binds: formula.Product,
	}
}

// signedByEnd is how many of the customers whom a channel adds sign by the end of the plan.
func signedByEnd(b *workings, i int) formula.Num {
	return byEnd(b, i, b.outlook.Channels[i].More.Won, func(string) string { return "1" })
}

// cashedByEnd is what they have brought in by then: the first order at once, and a twelfth of the
// rest in each of twelve months that follow.
func cashedByEnd(b *workings, i int) formula.Num {
	w := b.worth
	return byEnd(b, i, euros(b.outlook.Channels[i].More.Cashed), func(left string) string {
		return fmt.Sprintf("(%[1]s+(%[2]s-%[1]s)*((%[3]s<12)*%[3]s/12+(%[3]s>=12)))", w.firstOrder, w.firstYear, left)
	})
}

// yearCurves are the channels' year curves in the scenario in force.
func yearCurves(b *subject) []func(cents float64) float64 {
	curves := make([]func(cents float64) float64, len(b.plan.Channels))
	for i := range curves {
		curves[i] = plan.YearCurve(b.plan, b.scenario(), i)
	}
	return curves
}
