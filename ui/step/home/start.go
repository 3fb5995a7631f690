// The few things with which a plan begins.

package home

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"time"

	"arringa/model"
	"arringa/plan"
	"arringa/plan/file"
	"arringa/templates"
	"arringa/ui/ask"
	"arringa/ui/desk"
	"arringa/ui/form"

	tea "charm.land/bubbletea/v2"
)

// Start asks the few things with which a plan begins. It works on a plan of its own,
// which becomes a file when it is created.
func Start(outer *desk.Desk) *form.Sheet {
	first := templates.Sectors()[0]
	for _, s := range templates.Sectors() {
		if s.ID == "machinery" {
			first = s
		}
	}
	d := &desk.Desk{Stage: outer.Stage, Work: plan.NewEditor(templates.NewPlan(first, outer.Say.Tag,
		NextYear(time.Now()), 0))}
	k := ask.Asker{Desk: d, Tag: "start."}
	folder := startFolder()
	var typed model.Money // the budget, once it is the company's own: it stays when the sector changes
	var create func() tea.Cmd
	var s *form.Sheet
	s = form.NewSheet(d, "newplan", d.Say.Home.NewTitle, d.Say.Home.NewText, func() []form.Field {
		say, p := &d.Say.Home, d.Plan()
		where := k.Field("where", say.AskWhere)
		where.Value = folder
		where.Read = func(s string) (func() error, error) {
			if s == "" { // nothing typed: the folder that was proposed
				s = startFolder()
			}
			info, err := os.Stat(s)
			switch {
			case err != nil:
				return nil, err
			case !info.IsDir():
				return nil, syscall.ENOTDIR
			}
			return func() error { folder = s; return nil }, nil
		}
		budget := k.Money("budget", say.AskBudget, p.Budget, func(p *model.Plan, m model.Money) error {
			p.Budget, typed = m, m
			return nil
		})
		if typed == 0 {
			budget.Origin = model.Judgement
		}
		language := ask.Pick(k, "language", say.AskLanguage, []string{"italiano", "English"}, []string{"it", "en"},
			d.Say.Tag, func(*model.Plan, string) {})
		language.Turn = func(int) {
			d.Say = OtherLanguage(d.Say)
			s.Heading, s.Intro = d.Say.Home.NewTitle, d.Say.Home.NewText
		}
		return []form.Field{
			language,
			sectorField(k, d, &typed),
			k.Text("name", say.AskName, p.Company.Name, func(p *model.Plan, s string) { p.Company.Name = s }),
			startMonth(k, d),
			k.Amount("order", say.AskOrder, p.Company.Order, func(p *model.Plan, a model.Amount) {
				p.Company.FirstOrder,
					p.Company.Order = a, a
			}),
			k.Number("margin", say.AskMargin, p.Company.Margin, 100, 0, 1,
				func(p *model.Plan, n model.Number) { p.Company.Margin = n }),
			budget,
			where,
			form.Onward(say.Create, func() tea.Cmd { return create() }),
		}
	})
	create = func() tea.Cmd {
		p := plan.Opening(d.Plan())
		p.Language = d.Say.Tag
		name := p.Company.Name
		if name == "" {
			name = d.Say.Home.NameMissing
		}
		p.Name = d.Say.Home.FileName.With("name", name, "year", strconv.Itoa(p.Start.Year()))
		path := filepath.Join(folder, fileName(p.Name)+file.Extension)
		d.Close()
		return func() tea.Msg {
			path = desk.FreePath(path)
			f, err := file.Create(path, p)
			return desk.Opened{File: f, Plan: p, At: desk.AtBudget, Path: path, Made: true, Err: err}
		}
	}
	return s
}

// sectorField goes through the sectors, or opens their list. The estimates follow; what
// was typed, the budget too, stays.
func sectorField(k ask.Asker, d *desk.Desk, budget *model.Money) form.Field {
	sectors := templates.Sectors()
	f := k.Field("sector", d.Say.Home.AskSector)
	at := 0
	for i, s := range sectors {
		if s.ID == d.Plan().Company.Sector {
			at, f.Value = i, s.Name.In(d.Say.Tag)
		}
	}
	take := func(i int) {
		d.Edit("", f.Label, func(was model.Plan) model.Plan {
			s := sectors[i]
			p := templates.NewPlan(s, was.Language, was.Start, *budget)
			p.Company = templates.Reestimated(was.Company, s)
			return p
		})
	}
	f.Turn = func(by int) { take((at + by + len(sectors)) % len(sectors)) }
	f.At = at
	for _, s := range sectors {
		f.Values = append(f.Values, s.Name.In(d.Say.Tag))
	}
	f.Choose = take
	f.Open = func() tea.Cmd { d.Show(ask.NewSectors(d, f)); return nil }
	return f
}

func startMonth(k ask.Asker, d *desk.Desk) form.Field {
	f := k.Field("start", d.Say.Home.AskStart)
	start := d.Plan().Start
	f.Value = d.Say.Month(start)
	f.Turn = func(by int) {
		d.Change("start", f.Label, func(p *model.Plan) { p.Start = start + model.Month(by) })
		d.Work.Seal()
	}
	return f
}

// NextYear is the January that a plan made now is likely to be for: from March on, the
// next one.
func NextYear(now time.Time) model.Month {
	year := now.Year()
	if now.Month() >= time.March {
		year++
	}
	return model.NewMonth(year, time.January)
}

// startFolder is where a new plan is put: here, or in the documents where the program
// was started from the home folder.
func startFolder() string {
	here, err := os.Getwd()
	home, homeErr := os.UserHomeDir()
	if err != nil {
		return home
	}
	if homeErr == nil && here == home {
		for _, name := range []string{"Documenti", "Documents"} {
			if info, err := os.Stat(filepath.Join(home, name)); err == nil && info.IsDir() {
				return filepath.Join(home, name)
			}
		}
	}
	return here
}

// fileName is a name that every file system takes.
func fileName(name string) string {
	name = strings.Map(func(r rune) rune {
		if r < ' ' || strings.ContainsRune(`<>:"/\|?*`, r) {
			return '-'
		}
		return r
	}, name)
	name = strings.Trim(name, " .")
	if runes := []rune(name); len(runes) > 80 {
		name = strings.TrimSpace(string(runes[:80]))
	}
	return name
}

// OtherLanguage is the language that a catalogue is not in.
func OtherLanguage(say *templates.Texts) *templates.Texts {
	if say.Tag == "en" {
		return templates.Language("it")
	}
	return templates.Language("en")
}
