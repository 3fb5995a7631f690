// The job of the one who answers for marketing.

package model

import "slices"

// Role is the job of the one who decides, coordinates and answers for marketing. A figure
// without an origin has not been told yet and is 0.
type Role struct {
	Salary      Amount `json:"salary"`           // gross, a year, full time
	CompanyCost Number `json:"company_cost"`     // what a euro of gross salary costs the company, 1 to MaxCompanyCost
	Share       Number `json:"share_of_time"`    // 0 to 1
	Tools       Amount `json:"tools"`            // software and subscriptions, a year
	Started     Month  `json:"started,omitzero"` // first month on the payroll; zero: before the plan
	// share of what the plan brings that stops without the role, 0 to 1; nil is all of it
	Stops *Number `json:"stops,omitzero"`
	Tasks []Task  `json:"tasks,omitzero"`
	Extra Extra   `json:",embed"`
}

// Task is a piece of the role's work: what it takes, what it would cost outside, and what
// AI tools give back of it.
type Task struct {
	Name       string `json:"name"`
	Hours      Number `json:"hours_per_month"`
	Outside    Amount `json:"outside_per_month"`          // the price of an agency or freelance
	GivenBack  Number `json:"hours_given_back_per_month"` // by AI tools, before corrections
	Correction Number `json:"correction_hours_per_month"` // spent on mending what they wrote
	Extra      Extra  `json:",embed"`
}

// Bounds of a role's figures.
const (
	MaxCompanyCost = 5
	MaxHoursAMonth = 744 // as long as a month is
	MaxTasks       = 100
)

// StopsShare is the share of what the plan brings that stops without the role: all of it
// unless told otherwise.
func (r Role) StopsShare() float64 {
	if r.Stops == nil {
		return 1
	}
	return r.Stops.Value
}

func (r *Role) clone() *Role {
	if r == nil {
		return nil
	}
	c := *r
	c.Stops = copied(r.Stops)
	c.Tasks = slices.Clone(r.Tasks)
	return &c
}

func (k *checker) role(r Role) {
	k.told(at("role").in("salary"), "salary", r.Salary)
	k.told(at("role").in("tools"), "tools", r.Tools)
	if r.CompanyCost.Origin != "" || r.CompanyCost.Value != 0 {
		k.number(at("role").in("company_cost"), "company_cost", r.CompanyCost, 1, MaxCompanyCost)
	}
	k.toldNumber(at("role").in("share_of_time"), "share_of_time", r.Share, 1)
	if r.Started != 0 {
		k.month(at("role").in("started"), "started", r.Started)
	}
	if r.Stops != nil {
		k.number(at("role").in("stops"), "stops", *r.Stops, 0, 1)
	}
	k.atMost(at("role").in("tasks"), "tasks", len(r.Tasks), MaxTasks)
	for i, t := range r.Tasks {
		row := at("role").in("tasks").nth(i)
		k.toldNumber(row.in("hours_per_month"), "hours_per_month", t.Hours, MaxHoursAMonth)
		k.told(row.in("outside_per_month"), "outside_per_month", t.Outside)
		k.toldNumber(row.in("hours_given_back_per_month"), "hours_given_back_per_month", t.GivenBack, MaxHoursAMonth)
		k.toldNumber(row.in("correction_hours_per_month"), "correction_hours_per_month", t.Correction, MaxHoursAMonth)
	}
}
