// Figures put into texts that people wrote, and taken out again.

package templates

import (
	"regexp"
	"slices"
	"strings"
	"sync"

	"arringa/model"
)

// Value writes a figure as the language does.
func (t *Texts) Value(f model.Value) string {
	switch f.Kind {
	case model.MoneyValue:
		return t.Result(f.X)
	case model.CountValue:
		return t.Count(f.X)
	case model.ShareValue:
		return t.Share(f.X)
	case model.ChanceValue:
		return t.Chance(f.X)
	case model.MonthsValue:
		return t.Span(f.X)
	case model.MonthValue:
		return t.Month(model.Month(f.X))
	case model.DateValue:
		return t.Day(model.Date(f.Text))
	}
	return f.Text
}

// Tell puts figures into a text. A sentence whose figure is missing is left out, and one
// thing is said in the singular. What stands between braces and is no figure's name stays as it
// was written; line breaks stay too.
func (t *Texts) Tell(text string, figures model.Values) string {
	var b strings.Builder
	gap := ""
	for _, sentence := range sentences(text) {
		told, ok := t.fill(sentence.text, figures)
		if !ok {
			if strings.Contains(sentence.gap, "\n") {
				gap = sentence.gap
			}
			continue
		}
		if b.Len() > 0 {
			b.WriteString(gap)
		}
		b.WriteString(told)
		gap = sentence.gap
	}
	return b.String()
}

// Settle leaves of a text the sentences that this plan can tell: those whose figures it has and
// whose conditions hold. Conditions and words of the plan are put in; figures stay by name.
func (t *Texts) Settle(text string, figures model.Values) string {
	var kept []string
	for _, sentence := range sentences(text) {
		whole := true
		settled := placeholder.ReplaceAllStringFunc(sentence.text, func(name string) string {
			f, ok := figures[name[1:len(name)-1]]
			whole = whole && ok
			if ok && f.Kind == model.FactValue {
				return f.Text
			}
			return name
		})
		if whole {
			kept = append(kept, settled)
		}
	}
	return strings.Join(kept, " ")
}

func (t *Texts) fill(sentence string, figures model.Values) (string, bool) {
	whole := true
	told := placeholder.ReplaceAllStringFunc(sentence, func(token string) string {
		name := token[1 : len(token)-1]
		f, ok := figures[name]
		if !ok && !IsFigure(name) {
			return token
		}
		whole = whole && ok
		return t.Value(f)
	})
	return t.Singular(told), whole
}

// Unknown are the names between braces in a text that no figure has, with their braces.
func Unknown(text string, figures model.Values) []string {
	var names []string
	for _, token := range placeholder.FindAllString(text, -1) {
		name := token[1 : len(token)-1]
		if _, ok := figures[name]; !ok && !IsFigure(name) && !slices.Contains(names, token) {
			names = append(names, token)
		}
	}
	return names
}

// IsFigure tells whether a figure may have a name: one that the glossary explains or a text
// of the program uses. A plan need not have it.
func IsFigure(name string) bool {
	if _, ok := FindTerm(name); ok {
		return true
	}
	return drafted()[name]
}

// drafted are the names of figures in the program's own texts.
var drafted = sync.OnceValue(func() map[string]bool {
	r := &Language("it").Reasons
	texts := []string{r.DraftClaim, r.DraftClaimOrders, r.DraftClaimZero, r.DraftTarget, r.DraftRisk, r.DraftStop}
	for _, c := range Channels() {
		texts = append(texts, c.Risks.It, c.StopRule.It)
	}
	for _, q := range BoardQuestions() {
		texts = append(texts, q.Question.It, q.Answer.It)
	}
	names := map[string]bool{}
	for _, token := range placeholder.FindAllString(strings.Join(texts, " "), -1) {
		names[token[1:len(token)-1]] = true
	}
	return names
})

var (
	placeholder = regexp.MustCompile(`\{[a-z0-9_.]+\}`)
	sentenceEnd = regexp.MustCompile(`([.;?!])\s+`)
)

// sentence is a part of a text with what parts it from the next.
type sentence struct{ text, gap string }

// sentences parts a text after full stops, semicolons, question and exclamation marks.
func sentences(text string) []sentence {
	var out []sentence
	for {
		end := sentenceEnd.FindStringIndex(text)
		if end == nil {
			return append(out, sentence{text, ""})
		}
		out = append(out, sentence{text[:end[0]+1], text[end[0]+1 : end[1]]})
		text = text[end[1]:]
	}
}

// Singular says one thing in the singular: 1 clienti becomes 1 cliente.
func (t *Texts) Singular(text string) string {
	for _, s := range t.Singulars {
		for at := 0; ; {
			i := strings.Index(text[at:], "1 "+s.Many)
			if i < 0 {
				break
			}
			i += at
			alone := i == 0 || !strings.ContainsAny(text[i-1:i], "0123456789,.")
			after := i + 2 + len(s.Many)
			if alone && (after == len(text) || !isLetter(text[after])) {
				text = text[:i+2] + s.One + text[after:]
			}
			at = i + 2
		}
	}
	return text
}

func isLetter(b byte) bool { return b >= 'a' && b <= 'z' || b >= 0x80 }

// Draft is a channel's reason with its gaps filled: texts of the program where the manager
// wrote none, and the figures in their places.
func (t *Texts) Draft(c model.Channel, figures model.Values) model.Reason {
	r := t.Wording(c)
	r.Claim, r.Risk = t.Tell(r.Claim, figures), t.Tell(r.Risk, figures)
	r.StopRule, r.Target = t.Tell(r.StopRule, figures), t.Tell(r.Target, figures)
	return r
}

// Wording is Draft with the figures still by name.
func (t *Texts) Wording(c model.Channel) model.Reason {
	r := c.Reason
	words, _ := FindChannel(c.ID)
	claim := t.Reasons.DraftClaim
	if c.Kind == model.Orders {
		claim = t.Reasons.DraftClaimOrders
	}
	if c.Amount == 0 {
		claim = t.Reasons.DraftClaimZero
	}
	r.Claim = first(r.Claim, claim)
	r.Risk = first(r.Risk, words.Risks.In(t.Tag), t.Reasons.DraftRisk)
	r.StopRule = first(r.StopRule, words.StopRule.In(t.Tag), t.Reasons.DraftStop)
	target := t.Reasons.DraftTarget
	if c.Amount == 0 {
		target = t.Reasons.DraftTargetZero
	}
	r.Target = first(r.Target, target)
	if r.KPI == "" {
		r.KPI = "contacts"
		if len(words.KPIs) > 0 {
			r.KPI = words.KPIs[0]
		}
	}
	if r.Evidence == nil {
		r.Evidence = EvidenceBehind(c)
	}
	return r
}

// Relive puts the names of figures back into a text that was told from wording and then
// changed by hand: a figure that still stands as it was told goes on following the plan.
func (t *Texts) Relive(wording, changed string, figures model.Values) string {
	var b strings.Builder
	for _, name := range placeholder.FindAllString(wording, -1) {
		f, known := figures[name[1:len(name)-1]]
		if !known {
			continue
		}
		value := t.Value(f)
		if i := standing(changed, value); i >= 0 {
			b.WriteString(changed[:i] + name)
			changed = changed[i+len(value):]
		}
	}
	return b.String() + changed
}

// standing finds a figure that is not part of a longer one.
func standing(text, value string) int {
	for from := 0; value != ""; {
		i := strings.Index(text[from:], value)
		if i < 0 {
			return -1
		}
		i += from
		end := i + len(value)
		before := i > 0 && strings.ContainsRune("0123456789.,", rune(text[i-1]))
		after := end < len(text) && '0' <= text[end] && text[end] <= '9'
		if !before && !after {
			return i
		}
		from = end
	}
	return -1
}

// When is the date of something published as a reader says it: ottobre 2014, 2014, or that it
// has none.
func (t *Texts) When(published string) string {
	var m model.Month
	switch {
	case published == "":
		return t.Library.Undated
	case m.UnmarshalText([]byte(published)) == nil:
		return t.Month(m)
	}
	return published
}

// Cite is who says something and when, in short: Implisit 2014; with no date, ifo Institut,
// senza data. The date may be a year, a month or a day.
func (t *Texts) Cite(source, published string) string {
	if published == "" {
		return source + ", " + t.Library.Undated
	}
	return source + " " + published[:min(4, len(published))]
}

// Prompt is a question to an assistant with what is known of the company in it. A word that
// the company has to put in itself stands as "(your product)". An id that no prompt has is
// given back.
func (t *Texts) Prompt(id string, c model.Company) string {
	for _, p := range Prompts() {
		if p.ID != id {
			continue
		}
		return placeholder.ReplaceAllStringFunc(p.Prompt.In(t.Tag), func(token string) string {
			name := token[1 : len(token)-1]
			if name == "company" && c.Name != "" {
				return c.Name
			}
			return first(t.Distance.Blanks[name], token)
		})
	}
	return id
}

// EvidenceBehind lists the evidence on which a channel's figures rest.
func EvidenceBehind(c model.Channel) []string {
	var ids []string
	seen := map[string]bool{}
	f := c.Figures
	lists := [][]string{f.Contacts.Evidence, f.Gain.Evidence, f.HalfLife.Evidence, f.ConversionIndex.Evidence,
		f.DelayFactor.Evidence, f.Additional.Evidence}
	if f.Conversion != nil {
		lists = append(lists, f.Conversion.Evidence)
	}
	for _, list := range lists {
		for _, id := range list {
			if !seen[id] {
				seen[id] = true
				ids = append(ids, id)
			}
		}
	}
	return ids
}

func first(texts ...string) string {
	for _, t := range texts {
		if t != "" {
			return t
		}
	}
	return ""
}
