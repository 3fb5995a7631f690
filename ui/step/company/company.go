// Package company is the step that asks what a new customer is worth.
package company

import (
	"image"
	"slices"
	"strconv"

	"arringa/model"
	"arringa/templates"
	"arringa/ui/ask"
	"arringa/ui/desk"
	"arringa/ui/draw"
	"arringa/ui/form"

	tea "charm.land/bubbletea/v2"
)

// company is the step that asks what a new customer is worth.
type company struct {
	form.Form
	area  image.Rectangle
	aside image.Rectangle // what the answers mean
}

// New is the step that asks what a new customer is worth.
func New(d *desk.Desk) *company {
	c := &company{}
	c.Form = form.New(d, c.Fields)
	return c
}

func (c *company) ID() string               { return string(desk.AtCompany) }
func (c *company) Title() string            { return c.Say.Company.Title }
func (c *company) Commands() []desk.Command { return c.FormCommands() }

func (c *company) Mouse(msg tea.MouseMsg) tea.Cmd { return c.FormMouse(msg) }

// Fields are the questions, with what the plan answers now.
func (c *company) Fields() []form.Field {
	say, k := &c.Say.Company, ask.Asker{Desk: c.Desk, Tag: "company."}
	p := c.Plan()
	x := p.Company
	kinds := []string{say.KindB2B, say.KindLocal, say.KindOrders}
	fields := []form.Field{
		form.Heading(say.WhoYouAre),
		k.Text("name", say.Name, x.Name, func(p *model.Plan, s string) { p.Company.Name = s }),
		k.Text("plan", say.PlanName, p.Name, func(p *model.Plan, s string) { p.Name = s }),
		c.sector(k),
		ask.Pick(k, "kind", say.Kind, kinds, []model.SaleKind{model.B2B, model.Local, model.Orders}, x.Kind,
			func(p *model.Plan, v model.SaleKind) { p.Company.Kind = v }),
		c.firstMonth(k),
		ask.Pick(k, "months", say.Months, []string{"12", "18", "24", "36"}, []int{12, 18, 24, 36}, p.Months,
			func(p *model.Plan, n int) { p.Months = n }),
		form.Heading(say.WhatACustomerLeaves),
		k.Amount("first_order", say.FirstOrder, x.FirstOrder, func(p *model.Plan, a model.Amount) {
			if p.Company.Order.Cents == p.Company.FirstOrder.Cents || p.Company.Order.Origin != model.Own {
				p.Company.Order = a
			}
			p.Company.FirstOrder = a
		}),
		k.Amount("order", say.Order, x.Order, func(p *model.Plan, a model.Amount) { p.Company.Order = a }),
		k.Number("orders_per_year", say.OrdersPerYear, x.OrdersPerYear, 1, 0, model.MaxOrdersPerYear,
			func(p *model.Plan, n model.Number) { p.Company.OrdersPerYear = n }),
		k.Number("years", say.Years, x.Years, 1, 0, model.MaxYears,
			func(p *model.Plan, n model.Number) { p.Company.Years = n }),
		k.Number("margin", say.Margin, x.Margin, 100, 0, 1,
			func(p *model.Plan, n model.Number) { p.Company.Margin = n }),
		form.Heading(say.FromContactToOrder),
		k.Spread("conversion", say.Conversion, x.Conversion, 100, model.ConversionSpread, 1,
			func(p *model.Plan, r model.Range) { p.Company.Conversion = r }),
		k.Number("cycle", say.SalesCycle, x.SalesCycleMonths, 1, 0, model.MaxDelay,
			func(p *model.Plan, n model.Number) { p.Company.SalesCycleMonths = n }),
		form.Heading(say.WhoComesAnyway),
	}
	for _, from := range model.BaselineSources {
		fields = append(fields, c.baseline(k, from))
	}
	return append(fields,
		form.Heading(say.TheYear),
		c.season(k),
		c.vat(k),
		k.Amount("revenue", say.Revenue, x.Revenue, func(p *model.Plan, a model.Amount) { p.Company.Revenue = a }),
		form.Onward(c.OnwardFrom(desk.AtCompany), func() tea.Cmd { c.Visit(desk.AtCompany.Next()); return nil }),
	)
}

func (c *company) firstMonth(k ask.Asker) form.Field {
	say, start := &c.Say.Company, c.Plan().Start
	f := k.Field("start", say.Start)
	f.Value = c.Say.Month(start)
	f.Turn = func(by int) {
		c.Change("pick start", say.Start.Label, func(p *model.Plan) { p.Start = start + model.Month(by) })
	}
	return f
}

func (c *company) baseline(k ask.Asker, from string) form.Field {
	words := c.Say.Company.Baseline[from]
	var value model.Number
	for _, b := range c.Plan().Company.Baseline {
		if b.From == from {
			value = b.PerMonth
		}
	}
	f := k.Number("baseline."+from, words, value, 1, 0, model.MaxPerMonth, func(p *model.Plan, n model.Number) {
		for i := range p.Company.Baseline {
			if p.Company.Baseline[i].From == from {
				p.Company.Baseline[i].PerMonth = n
				return
			}
		}
		p.Company.Baseline = append(p.Company.Baseline, model.Baseline{From: from, PerMonth: n})
	})
	take := f.Set
	f.Set = func(s string) error {
		if s != "" {
			return take(s)
		}
		return k.Try(words.Label, func(p *model.Plan) error {
			p.Company.Baseline = slices.DeleteFunc(p.Company.Baseline,
				func(b model.Baseline) bool { return b.From == from })
			return nil
		})
	}
	if value.Origin == "" {
		f.Value, f.Typed = "", ""
	}
	return f
}

func (c *company) vat(k ask.Asker) form.Field {
	say, vat := &c.Say.Company, c.Plan().Company.VAT
	set := func(p *model.Plan, share float64) { p.Company.VAT.Recovered = share }
	values, labels := []float64{1, 0.5, 0}, []string{say.VATAll, say.VATHalf, say.VATNone}
	if vat.Recovered != 1 && vat.Recovered != 0.5 && vat.Recovered != 0 {
		values, labels = append(values, vat.Recovered), append(labels, c.Say.Share(vat.Recovered))
	}
	f := ask.Pick(k, "vat", say.VAT, labels, values, vat.Recovered, set)
	f.Set = func(s string) error {
		x, err := c.Say.ParseNumber(s)
		switch {
		case err != nil:
			return err
		case x < 0 || x > 100:
			return desk.Between{Least: "0", Most: "100"}
		}
		c.Change("", say.VAT.Label, func(p *model.Plan) { set(p, x/100) })
		return nil
	}
	return f
}

// season is the year as small columns, and its best and worst month; it is typed in a dialog.
func (c *company) season(k ask.Asker) form.Field {
	say, s := &c.Say.Company, c.Plan().Company.Season
	f := k.Opens("season", say.Season, say.SeasonFlat, func() tea.Cmd { c.Show(newSeason(c.Desk)); return nil })
	if s == model.Flat() {
		return f
	}
	values := make([]float64, 12)
	best, worst := 0, 0
	for i, w := range s {
		values[i] = float64(w)
		if w > s[best] {
			best = i
		}
		if w < s[worst] {
			worst = i
		}
	}
	spark := draw.Spark(values, draw.Ink{}) + " "
	f.Value = spark + " " + say.SeasonEnds.With("best", c.Say.Months[best], "worst", c.Say.Months[worst])
	f.Brief = spark + say.SeasonBrief.With("best", c.Say.ShortMonths[best], "worst", c.Say.ShortMonths[worst])
	return f
}

// sector opens the list of sectors; a new one replaces what was only estimated.
func (c *company) sector(k ask.Asker) form.Field {
	f := k.Opens("sector", c.Say.Company.Sector, "", nil)
	f.At = -1
	for i, s := range templates.Sectors() {
		f.Values = append(f.Values, s.Name.In(c.Say.Tag))
		if s.ID == c.Plan().Company.Sector {
			f.At, f.Value = i, f.Values[i]
		}
	}
	f.Choose = func(i int) {
		c.Change("", f.Label, func(p *model.Plan) {
			p.Company = templates.Reestimated(p.Company,
				templates.Sectors()[i])
		})
	}
	f.Open = func() tea.Cmd { c.Show(ask.NewSectors(c.Desk, f)); return nil }
	return f
}

// newSeason asks how demand moves through the year.
func newSeason(d *desk.Desk) *form.Sheet {
	say, k := &d.Say.Company, ask.Asker{Desk: d, Tag: "season."}
	return form.NewSheet(d, "season", say.Season.Label, say.SeasonIntro, func() []form.Field {
		season := d.Plan().Company.Season
		var fields []form.Field
		for i, name := range d.Say.Months {
			f := k.Number(strconv.Itoa(i), templates.Field{Label: name, Help: say.SeasonMonth},
				model.Number{Value: float64(season[i])}, 1, 0, model.MaxSeason,
				func(p *model.Plan, n model.Number) { p.Company.Season[i] = int64(n.Value + 0.5) })
			f.Typed = f.Value
			f.Value = draw.FitRight(f.Value, 4) + " " + draw.Bar(20, float64(season[i])/200, draw.Ink{}, draw.Ink{})
			fields = append(fields, f)
		}
		return append(fields, form.Onward(d.Say.App.Ready, func() tea.Cmd { d.Close(); return nil }))
	})
}

func (c *company) Layout(area image.Rectangle) {
	c.area = area
	if area.Dx() >= 100 {
		c.aside = image.Rect(area.Max.X-38, area.Min.Y+2, area.Max.X, area.Max.Y)
		c.LayoutForm(image.Rect(area.Min.X, area.Min.Y+2, c.aside.Min.X-2, area.Max.Y))
		return
	}
	c.aside = image.Rect(area.Min.X, area.Max.Y-5, area.Max.X, area.Max.Y)
	c.LayoutForm(image.Rect(area.Min.X, area.Min.Y+2, area.Max.X, c.aside.Min.Y))
}

func (c *company) Draw() draw.Block {
	w := c.area.Dx()
	head := draw.Text(w, c.Look.Title.Paint(c.Say.Company.Question), "")
	text, ink := c.HelpText()
	if c.aside.Min.Y > c.area.Min.Y+2 { // below
		rule := draw.Text(w, c.Look.Line.Paint(draw.Rule(w)))
		help := draw.Within(w, c.aside.Dy()-2, ink, text)
		return draw.Stack(head, c.DrawForm(), rule, help, draw.Text(w, c.worthLine()))
	}
	side := c.aside.Dx()
	worth := c.worth(side)
	panel := draw.Stack(worth, draw.Blank(side, 1), draw.Within(side, c.aside.Dy()-worth.H()-1, ink, text))
	return draw.Stack(head, draw.Beside(c.DrawForm(), draw.Blank(2, 1), panel))
}

// worthLine says in one line what a new customer is worth.
func (c *company) worthLine() string {
	x := c.Plan().Company
	return c.Look.Strong.Paint(c.Say.Company.Worth.With("first", c.Say.Result(x.FirstYearMargin()), "life",
		c.Say.Result(x.LifetimeMargin())))
}

// worth is what the answers mean, at the side.
func (c *company) worth(w int) draw.Block {
	say, x := &c.Say.Company, c.Plan().Company
	pair := func(label, value string) string {
		return c.Look.Dim.Paint(draw.Fit(label, w-14)) + c.Look.Strong.Paint(draw.FitRight(value, 14))
	}
	return draw.Stack(draw.Text(w,
		c.Look.Title.Paint(say.WorthTitle), c.Look.Line.Paint(draw.Rule(w)),
		pair(say.WorthFirst, c.Say.Result(x.FirstYearMargin())),
		pair(say.WorthLife, c.Say.Result(x.LifetimeMargin())),
		pair(say.WorthBaseline, c.Say.Count(x.BaselinePerMonth()*12)), ""),
		draw.Paragraph(w, c.Look.Plain, say.WorthMost.With("most", c.Say.Result(x.FirstYearMargin()))))
}
