// How far each step of the walk has come.

package plan

import "arringa/model"

// Progress is how far a step of the walk has come.
type Progress int

// The marks of the rail.
const (
	Empty Progress = iota
	Begun
	Ready
)

// ProgressOf says how far each step has come, by its name.
func ProgressOf(p model.Plan) map[string]Progress {
	return map[string]Progress{
		"company":  companyProgress(p.Company),
		"distance": countProgress(len(p.Gap), gapQuestions),
		"channels": channelsProgress(p),
		"budget":   budgetProgress(p),
		"reasons":  reasonsProgress(p),
		"whatif":   whatifProgress(p),
		"calendar": countProgress(len(p.Events)+typedMonths(p), 2),
		"role":     roleProgress(p.Role),
		"board":    boardProgress(p),
		"progress": countProgress(len(p.Actuals), 12*max(len(p.Channels), 1)),
	}
}

// companyProgress is ready when the figures that decide a customer's worth are the
// company's own.
func companyProgress(c model.Company) Progress {
	own := 0
	for _, o := range []model.Origin{c.FirstOrder.Origin, c.OrdersPerYear.Origin, c.Margin.Origin,
		c.Conversion.Origin} {
		if o == model.Own {
			own++
		}
	}
	switch {
	case own == 4:
		return Ready
	case own > 0 || c.Name != "":
		return Begun
	}
	return Empty
}

// gapQuestions is how many questions of the gap check make it complete: most of them,
// because some do not fit every company.
const gapQuestions = 20

// typedMonths is how many channels have their months typed.
func typedMonths(p model.Plan) int {
	n := 0
	for _, c := range p.Channels {
		if c.Calendar.Kind == model.Typed {
			n++
		}
	}
	return n
}

// countProgress is ready at enough, and begun before.
func countProgress(n, enough int) Progress {
	switch {
	case n >= enough:
		return Ready
	case n > 0:
		return Begun
	}
	return Empty
}

// roleProgress is ready when the pay is the company's own and the tasks are told.
func roleProgress(r *model.Role) Progress {
	switch {
	case r == nil:
		return Empty
	case r.Salary.Origin == model.Own && len(r.Tasks) > 0:
		return Ready
	}
	return Begun
}

// whatifProgress is ready when something is to be tested, and begun with a scenario of the
// manager's own.
func whatifProgress(p model.Plan) Progress {
	switch {
	case len(p.Trials) > 0:
		return Ready
	case len(p.Scenarios) > 0 || p.Scenario != model.Base:
		return Begun
	}
	return Empty
}

func channelsProgress(p model.Plan) Progress {
	switch n := len(p.Channels); {
	case n == 0:
		return Empty
	case n < 2:
		return Begun
	}
	return Ready
}

// budgetProgress is ready when most of the money is given out and no channel is
// half started.
func budgetProgress(p model.Plan) Progress {
	if p.Allocated() == 0 {
		return Empty
	}
	for _, c := range p.Channels {
		if c.Amount > 0 && c.Amount < c.Threshold {
			return Begun
		}
	}
	if p.Pot() > p.Budget/5 {
		return Begun
	}
	return Ready
}

// reasonsProgress is ready when each channel that gets money has a claim of the
// manager's own and a date of review.
func reasonsProgress(p model.Plan) Progress {
	paid, written, whole := 0, 0, 0
	for _, c := range p.Channels {
		if c.Amount == 0 {
			continue
		}
		paid++
		if c.Reason.Claim != "" || c.Reason.Owner != "" || c.Reason.Review != "" {
			written++
		}
		if c.Reason.Claim != "" && c.Reason.Review != "" {
			whole++
		}
	}
	switch {
	case paid > 0 && whole == paid:
		return Ready
	case written > 0:
		return Begun
	}
	return Empty
}

func boardProgress(p model.Plan) Progress {
	switch {
	case p.Board.Title != "" && p.Board.Author != "":
		return Ready
	case p.Board.Title != "" || p.Board.Author != "" || p.Board.Date != "":
		return Begun
	}
	return Empty
}
