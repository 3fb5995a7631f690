package ui

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

	tea "charm.land/bubbletea/v2"
)

// newStart asks the few things with which a plan begins. It works on a plan of its own,
// which becomes a file when it is created.
func newStart(outer *desk) *sheet {
	first := templates.Sectors()[0]
	for _, s := range templates.Sectors() {
		if s.ID == "machinery" {
			first = s
		}
	}
	d := &desk{stage: outer.stage, work: plan.NewEditor(templates.NewPlan(first, outer.say.Tag, nextYear(time.Now()), 0))}
	k := asker{d, "start."}
	folder := startFolder()
	var typed model.Money // the budget, once it is the company's own: it stays when the sector changes
	var create func() tea.Cmd
	var s *sheet
	s = newSheet(d, "newplan", d.say.Home.NewTitle, d.say.Home.NewText, func() []field {
		say, p := &d.say.Home, d.plan()
		where := k.field("where", say.AskWhere)
		where.value = folder
		where.read = func(s string) (func() error, error) {
			info, err := os.Stat(s)
			switch {
			case err != nil:
				return nil, err
			case !info.IsDir():
				return nil, syscall.ENOTDIR
			}
			return func() error { folder = s; return nil }, nil
		}
		budget := k.money("budget", say.AskBudget, p.Budget, func(p *model.Plan, m model.Money) error {
			p.Budget, typed = m, m
			return nil
		})
		if typed == 0 {
			budget.origin = model.Judgement
		}
		language := pick(k, "language", say.AskLanguage, []string{"italiano", "English"}, []string{"it", "en"}, d.say.Tag, func(*model.Plan, string) {})
		language.turn = func(int) {
			d.say = otherLanguage(d.say)
			s.heading, s.intro = d.say.Home.NewTitle, d.say.Home.NewText
		}
		return []field{
			language,
			sectorField(k, d, &typed),
			k.text("name", say.AskName, p.Company.Name, func(p *model.Plan, s string) { p.Company.Name = s }),
			startMonth(k, d),
			k.amount("order", say.AskOrder, p.Company.Order, func(p *model.Plan, a model.Amount) { p.Company.FirstOrder, p.Company.Order = a, a }),
			k.number("margin", say.AskMargin, p.Company.Margin, 100, 0, 1, func(p *model.Plan, n model.Number) { p.Company.Margin = n }),
			budget,
			where,
			onward(say.Create, func() tea.Cmd { return create() }),
		}
	})
	create = func() tea.Cmd {
		p := plan.Opening(d.plan())
		p.Language = d.say.Tag
		name := p.Company.Name
		if name == "" {
			name = d.say.Home.NameMissing
		}
		p.Name = d.say.Home.FileName.With("name", name, "year", strconv.Itoa(p.Start.Year()))
		path := filepath.Join(folder, fileName(p.Name)+file.Extension)
		d.close()
		d.cheer(d.say.Home.Created.With("path", shortPath(path)))
		return func() tea.Msg {
			path = freePath(path)
			f, err := file.Create(path, p)
			return opened{file: f, plan: p, at: atBudget, path: path, err: err}
		}
	}
	return s
}

// sectorField goes through the sectors, or opens their list. The estimates follow; what
// was typed, the budget too, stays.
func sectorField(k asker, d *desk, budget *model.Money) field {
	sectors := templates.Sectors()
	f := k.field("sector", d.say.Home.AskSector)
	at := 0
	for i, s := range sectors {
		if s.ID == d.plan().Company.Sector {
			at, f.value = i, s.Name.In(d.say.Tag)
		}
	}
	take := func(i int) {
		d.edit("", f.label, func(was model.Plan) model.Plan {
			s := sectors[i]
			p := templates.NewPlan(s, was.Language, was.Start, *budget)
			p.Company = templates.Reestimated(was.Company, s)
			return p
		})
	}
	f.turn = func(by int) { take((at + by + len(sectors)) % len(sectors)) }
	f.at = at
	for _, s := range sectors {
		f.values = append(f.values, s.Name.In(d.say.Tag))
	}
	f.choose = take
	f.open = func() tea.Cmd { d.show(newSectors(d, f)); return nil }
	return f
}

func startMonth(k asker, d *desk) field {
	f := k.field("start", d.say.Home.AskStart)
	start := d.plan().Start
	f.value = d.say.Month(start)
	f.turn = func(by int) {
		d.change("start", f.label, func(p *model.Plan) { p.Start = start + model.Month(by) })
		d.work.Seal()
	}
	return f
}

// nextYear is the January that a plan made now is likely to be for: from March on, the
// next one.
func nextYear(now time.Time) model.Month {
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

func otherLanguage(say *templates.Texts) *templates.Texts {
	if say.Tag == "en" {
		return templates.Language("it")
	}
	return templates.Language("en")
}
