package xlsx

import (
	"fmt"
	"strconv"

	"arringa/model"
	"arringa/plan"
	"arringa/templates"
)

// fillResults is the model in formulas, by channel and month: effective spend, contacts,
// contacts without spend, customers who sign. See plan.Forecast.
func (b *book) fillResults() {
	s, w, n := b.results, b.words, b.plan.Months
	s.monthSheet(w.SheetResults, w.ResultsAnswer, n)
	row := 4
	rows := len(b.plan.Channels)
	for i := range b.channels {
		k := &b.channels[i]
		k.effectiveRow, k.contactsRow, k.idleRow, k.wonRow = row+1+i, row+1+i+(rows+3), row+1+i+2*(rows+3), row+1+i+3*(rows+3)
	}
	b.block(row, w.EffectiveSpend, "cents", false, b.effective)
	b.block(row+rows+3, w.Contacts, "count", true, b.contacts)
	b.block(row+2*(rows+3), w.ContactsIdle, "count", true, b.idle)
	b.block(row+3*(rows+3), w.CustomersWon, "count", true, b.won)
}

// block writes a measure: a row a channel, a column a month.
func (b *book) block(row int, label, style string, sum bool, cell func(i, m int) (string, float64)) {
	s, n := b.results, b.plan.Months
	s.monthHeads(row, n, label)
	for i, c := range b.plan.Channels {
		at := row + 1 + i
		s.text(1, at, "row", templates.ChannelName(c, b.say.Tag))
		var total float64
		for m := range n {
			f, v := cell(i, m)
			s.formula(firstMonthCol+m, at, style+" row", f, v)
			total += v
		}
		if sum {
			s.formula(2, at, style+" row", fmt.Sprintf("SUM(%s:%s)", ref(firstMonthCol, at), ref(firstMonthCol+n-1, at)), total)
		} else {
			s.blank(2, at, "row")
		}
	}
	if !sum {
		return
	}
	b.totals(s, row+1+len(b.plan.Channels), row+1, n, b.words.Total, style+" total", func(m int) float64 {
		var all float64
		for i := range b.plan.Channels {
			_, v := cell(i, m)
			all += v
		}
		return all
	})
}

// multiplier is a scenario's factor in a month: in force at once, or reached evenly.
func (b *book) multiplier(by, gradual string, m int) string {
	return fmt.Sprintf("IF(%[2]s=1,1+(%[1]s-1)*%[3]s/%[4]d,%[1]s)", by, gradual, b.monthNo(m), b.plan.Months)
}

func (b *book) effective(i, m int) (string, float64) {
	k := b.channels[i]
	before := k.opening
	if m > 0 {
		before = b.results.at(firstMonthCol+m-1, k.effectiveRow)
	}
	f := fmt.Sprintf("%[1]s*%[2]s+(1-%[1]s)*%[3]s/%[4]s", k.carryover, before, b.calendar.at(firstMonthCol+m, k.spendRow), b.multiplier(k.cost, k.costGradual, m))
	return f, euros(b.outlook.Channels[i].Months[m].Effective)
}

// response is what an effective spend brings in a month.
func (b *book) response(i, m int, effective string) string {
	k := b.channels[i]
	return fmt.Sprintf("%[1]s*IF(OR(%[2]s<=0,%[3]s<=0),0,IF(%[4]s=1,%[5]s/%[6]s*%[3]s,%[7]s*%[2]s*%[3]s/(%[3]s+%[8]s*%[2]s)))",
		b.multiplier(k.results, k.resultsGradual, m), b.demandAt(m), effective, k.gain, k.contacts, k.reference, k.ceiling, k.half)
}

func (b *book) contacts(i, m int) (string, float64) {
	return b.response(i, m, b.results.at(firstMonthCol+m, b.channels[i].effectiveRow)), b.outlook.Channels[i].Months[m].Contacts
}

func (b *book) idle(i, m int) (string, float64) {
	k := b.channels[i]
	return b.response(i, m, fmt.Sprintf("(%s*%s^%s)", k.opening, k.carryover, b.monthNo(m))), b.outlook.Channels[i].Months[m].Idle
}

func (b *book) won(i, m int) (string, float64) {
	k := b.channels[i]
	return b.signing(i, m, b.results.span(firstMonthCol, k.contactsRow, firstMonthCol+b.plan.Months-1, k.contactsRow), ""), b.outlook.Channels[i].Months[m].Won
}

// signing is how many customers sign in a month: a share 1−f from the contacts of month
// m−⌊D⌋ and f from those of the month before; less is taken off where it is given.
func (b *book) signing(i, m int, contacts, less string) string {
	k, no, n := b.channels[i], b.monthNo(m), b.plan.Months
	from := func(back string) string {
		value := fmt.Sprintf("INDEX(%s,1,%s-%s)", contacts, no, back)
		if less != "" {
			value += fmt.Sprintf("-INDEX(%s,1,%s-%s)", less, no, back)
		}
		return fmt.Sprintf("IF(AND(%[1]s-%[2]s>=1,%[1]s-%[2]s<=%[3]d),%[4]s,0)", no, back, n, value)
	}
	return fmt.Sprintf("%[1]s*((1-%[2]s)*%[3]s+%[2]s*%[4]s)", k.conversion, k.fraction, from(k.late), from("("+k.late+"+1)"))
}

// cashCells are where the cash is worked out.
type cashCells struct {
	first                      int // row of the first channel's signings
	won, paid, back, out, late int // rows of the workings
	payback, peak              string
	paybackValue               any
}

// fillCash works out, month by month to the end of what is looked at, who signs, what is
// paid and what comes back: see plan.Outlook.
func (b *book) fillCash() {
	s, w, n := b.workings, b.words, b.plan.Months
	all := n + plan.Beyond
	k := &b.cash
	k.first = kFirst + len(b.plan.Channels) + 3
	s.text(1, k.first-1, "section", w.Cash)
	for m := range all {
		s.number(2+m, k.first-1, "month head right", serial(b.plan.Start+model.Month(m)))
	}
	won := make([]float64, all)
	for i, c := range b.plan.Channels {
		row := k.first + i
		s.text(1, row, "row", w.SigningsOf.With("channel", templates.ChannelName(c, b.say.Tag)))
		ch := b.channels[i]
		signed := b.signings(i)
		contacts := b.results.span(firstMonthCol, ch.contactsRow, firstMonthCol+n-1, ch.contactsRow)
		idle := b.results.span(firstMonthCol, ch.idleRow, firstMonthCol+n-1, ch.idleRow)
		for m := range all {
			s.formula(2+m, row, "count row", b.signing(i, m, contacts, idle), signed[m])
			won[m] += signed[m]
		}
	}
	k.won = k.first + len(b.plan.Channels)
	k.paid, k.back, k.out, k.late = k.won+1, k.won+2, k.won+3, k.won+4
	for row, label := range map[int]string{k.won: w.SigningsAll, k.paid: w.Paid, k.back: w.Back, k.out: w.Out, k.late: w.LateMonth} {
		s.text(1, row, "total", label)
	}
	first := fmt.Sprintf("%s*%s*%s", b.company.firstOrder, b.company.margin, abs(11, 3))
	for m := range all {
		c := 2 + m
		f := "0"
		if len(b.plan.Channels) > 0 {
			f = fmt.Sprintf("SUM(%s:%s)", ref(c, k.first), ref(c, k.won-1))
		}
		s.formula(c, k.won, "count total", f, won[m])
		paid, back := "0", fmt.Sprintf("%s*%s", ref(c, k.won), first)
		if m < n {
			paid = fmt.Sprintf("%s*%s", b.calendar.at(firstMonthCol+m, 5+len(b.plan.Channels)), b.company.cost)
		}
		if m > 0 {
			paid = ref(c-1, k.paid) + "+" + paid
			since := max(m-12, 0)
			back = fmt.Sprintf("%s+%s+SUM(%s:%s)*(%s-%s)/12", ref(c-1, k.back), back, ref(2+since, k.won), ref(c-1, k.won), b.company.firstYear, first)
		}
		s.formula(c, k.paid, "cents total", paid, euros(b.outlook.Paid[m]))
		s.formula(c, k.back, "cents total", back, euros(b.outlook.Back[m]))
		late := 0.0
		if b.outlook.Paid[m]-b.outlook.Back[m] > 0 {
			late = float64(m + 1)
		}
		s.formula(c, k.late, "whole total", fmt.Sprintf("IF(%s>1E-6,%s,0)", ref(c, k.out), ref(c, demandRow-1)), late)
		s.formula(c, k.out, "cents total", fmt.Sprintf("%s-%s", ref(c, k.paid), ref(c, k.back)), euros(b.outlook.Paid[m]-b.outlook.Back[m]))
	}
	for m := range all { // for the charts: a month in three, or their names would overlap
		label := ""
		if m%3 == 0 {
			label = b.say.ShortMonth(b.plan.Start+model.Month(m)) + " " + strconv.Itoa((b.plan.Start+model.Month(m)).Year()%100)
		}
		s.text(2+m, k.late+1, "dim right", label)
	}
	b.fillPayback(all)
}

// signings are a channel's incremental customers by month of signing, beyond the horizon
// too.
func (b *book) signings(i int) []float64 {
	p := b.plan
	c := p.Channels[i]
	out := make([]float64, p.Months+plan.Beyond)
	v := c.ConversionOf(p.Company).Base
	delay := c.DelayOf(p.Company).Value
	late := int(delay)
	fraction := delay - float64(late)
	for m, x := range b.outlook.Channels[i].Months {
		more := v * (x.Contacts - x.Idle)
		if at := m + late; at < len(out) {
			out[at] += (1 - fraction) * more
		}
		if at := m + late + 1; at < len(out) {
			out[at] += fraction * more
		}
	}
	return out
}

// fillPayback finds the month from which what came back covers what was paid, for good, and
// the most that is out at one time.
func (b *book) fillPayback(all int) {
	s, w, k, o := b.workings, b.words, &b.cash, b.outlook
	row := k.late + 3
	line := func(r int) string { return abs(2, r) + ":" + abs(1+all, r) }
	last := 0
	for m := range all {
		if o.Paid[m]-o.Back[m] > 0 {
			last = m + 1
		}
	}
	s.text(1, row, "dim", w.LastMonthOut)
	s.formula(2, row, "whole", fmt.Sprintf("MAX(%s)", line(k.late)), float64(last))
	s.text(1, row+1, "dim", w.Payback)
	k.paybackValue = any(w.NeverPaysBack)
	if o.PaybackMonth > 0 {
		k.paybackValue = serial(b.plan.Start + model.Month(o.PaybackMonth-1))
	}
	start := fmt.Sprintf("DATE(%d,%d", b.plan.Start.Year(), b.plan.Start.Index()+1)
	s.formula(2, row+1, "longmonth", fmt.Sprintf(`IF(OR(%s>=%d,%s<=0),"%s",%s+%s,1))`, ref(2, row), all, ref(1+all, k.paid), w.NeverPaysBack, start, ref(2, row)), k.paybackValue)
	s.text(1, row+2, "dim", w.Peak)
	s.formula(2, row+2, "cents", fmt.Sprintf("MAX(0,MAX(%s))", line(k.out)), euros(o.PeakOutlay))
	k.payback, k.peak = s.at(2, row+1), s.at(2, row+2)
}
