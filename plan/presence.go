// What the record of AI answers says.

package plan

import (
	"slices"
	"strings"

	"arringa/model"
)

// Named is in how many of a number of answers the company was named.
type Named struct{ Times, Answers int }

func (n *Named) count(named bool) {
	n.Answers++
	if named {
		n.Times++
	}
}

// Presence is what the runs of an AI check say: counts and no percentages, because a few
// answers are no statistic.
type Presence struct {
	All         Named
	Assistants  []ByName // in the order of their names
	Days        []ByName // a check a day, the oldest first
	Prompts     []ByName
	Competitors []ByName // who is named, and in how many answers; the most named first
	Sources     []ByName // what is cited, likewise
}

// ByName is a count for one of several.
type ByName struct {
	Name string
	Named
}

// PresenceOf counts the runs of a plan.
func PresenceOf(p model.Plan) Presence {
	var out Presence
	for _, r := range p.Presence {
		out.All.count(r.Named)
		tally(&out.Assistants, strings.TrimSpace(r.Assistant), r.Named)
		tally(&out.Days, string(r.Date), r.Named)
		tally(&out.Prompts, r.Prompt, r.Named)
		for _, name := range r.Competitors {
			tally(&out.Competitors, name, true)
		}
		for _, name := range r.Sources {
			tally(&out.Sources, name, true)
		}
	}
	byName := func(a, b ByName) int { return strings.Compare(a.Name, b.Name) }
	slices.SortFunc(out.Assistants, byName)
	slices.SortFunc(out.Days, byName)
	most := func(a, b ByName) int { return b.Answers - a.Answers }
	slices.SortStableFunc(out.Competitors, most)
	slices.SortStableFunc(out.Sources, most)
	return out
}

func tally(list *[]ByName, name string, named bool) {
	at := slices.IndexFunc(*list, func(b ByName) bool { return strings.EqualFold(b.Name, name) })
	if at < 0 {
		at = len(*list)
		*list = append(*list, ByName{Name: name})
	}
	(*list)[at].count(named)
}
