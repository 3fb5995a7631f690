// The answers of the gap check, and what AI assistants said.

package model

import "slices"

// GapAnswer says at which level the company works today, for a question of the gap check.
type GapAnswer struct {
	ID    string `json:"id"`    // of the question
	Level int    `json:"level"` // 0, we do not do it, to MaxLevel, we do it always and measure it
	Note  string `json:"note,omitzero"`
	Extra Extra  `json:",embed"`
}

// MaxLevel is the best level of a gap answer.
const MaxLevel = 3

// Level is the level of a gap question; false when it was not answered.
func (p Plan) Level(question string) (int, bool) {
	for _, g := range p.Gap {
		if g.ID == question {
			return g.Level, true
		}
	}
	return 0, false
}

// PresenceRun is one answer of an AI assistant to a customer's question: were we named?
type PresenceRun struct {
	Date        Date     `json:"date,omitzero"`
	Assistant   string   `json:"assistant"`
	Prompt      string   `json:"prompt"` // id of the prompt
	Run         int      `json:"run"`    // 1 to MaxRuns: answers vary, so the same question is asked again
	Named       bool     `json:"named"`
	Sources     []string `json:"sources,omitzero"`
	Competitors []string `json:"competitors,omitzero"`
	Note        string   `json:"note,omitzero"`
	Extra       Extra    `json:",embed"`
}

// MaxRuns is how often a question may be put to an assistant on a day.
const MaxRuns = 100

func (r PresenceRun) clone() PresenceRun {
	r.Sources = slices.Clone(r.Sources)
	r.Competitors = slices.Clone(r.Competitors)
	return r
}

func (k *checker) gap(place spot, g GapAnswer) {
	k.named(place.in("id"), "id", g.ID)
	k.between(place.in("level"), "level", float64(g.Level), 0, MaxLevel)
}

func (k *checker) presence(place spot, r PresenceRun) {
	k.day(place.in("date"), "date", r.Date)
	k.between(place.in("run"), "run", float64(r.Run), 1, MaxRuns)
}
