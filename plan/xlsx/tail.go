package xlsx

// On the workings: what the plan's spend still brings after the plan, and all that it adds.

import (
	"arringa/plan/xlsx/formula"
	"arringa/plan/xlsx/look"
)

// placeTail follows each channel through the months after the plan, without further spend, and
// sets what is added in them beside what is added in the plan's own.
func placeTail(b modelBlocks) {
	work, w, n := b.page(workingsTab), b.words, b.plan.Months
	effective := b.laterBlock(work, b.workBlock(tailBlock), w.EffectiveLater, look.Cents, n, b.caused(),
		func(i, m int, before []formula.Num) formula.Num {
			last := b.made[i].effective[n-1]
			if m > n {
				last = before[m-1]
			}
			left := monthOf(&b.outlook.Channels[i], m).Effective
			return valued(b.channels[i].carryover.Times(last), euros(left))
		})
	b.monthBlock(work, b.workBlock(addedBlock), w.MoreContacts, look.Count, b.caused(),
		func(i, m int, _ []formula.Num) formula.Num {
			if m < n {
				return b.made[i].added[m]
			}
			k := &b.channels[i]
			more := k.response(effective[i][m], b.time.demand[m], 0).Minus(k.idleUnit[m])
			return valued(k.claimed.Times(k.by).Times(more), monthOf(&b.outlook.Channels[i], m).Added)
		})
}

// placeLaterColumn sets what is added after the plan beside its months: contacts, and their margin.
func placeLaterColumn(b modelBlocks) {
	n, s := b.plan.Months, b.s
	at := firstMonth + n
	s.Columns(at, at, 12)
	for _, block := range []int{moreRows, marginRows} {
		s.Text(at, b.resultsBlock(block), look.Head|look.Right, b.words.AfterEnd)
	}
	for i := range b.made {
		k := &b.made[i]
		row := b.workBlock(addedBlock) + 1 + i
		later := formula.Calc(0, "SUM(%s)", b.page(workingsTab).Line(at, firstMonth+b.caused()-1, row))
		for m := range b.outlook.Channels[i].Tail {
			later.X += b.outlook.Channels[i].Tail[m].Added
		}
		k.later = s.Num(at, b.resultsBlock(moreRows)+1+i, look.Count|look.Row, later)
		k.laterMargin = s.Num(at, b.resultsBlock(marginRows)+1+i, look.Money|look.Row,
			k.later.Times(b.channels[i].share).Times(b.worth.firstYear))
		k.added, k.margins = append(k.added, k.later), append(k.margins, k.laterMargin)
	}
}
