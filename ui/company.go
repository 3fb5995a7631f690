package ui

import (
	"image"
	"strconv"

	"arringa/model"
	"arringa/templates"
	"arringa/ui/draw"

	tea "charm.land/bubbletea/v2"
)

// company is the step that asks what a new customer is worth.
type company struct {
	form
	area  image.Rectangle
	aside image.Rectangle // what the answers mean
}

func newCompany(d *desk) *company {
	c := &company{}
	c.form = newForm(d, c.asks)
	return c
}

func (c *company) id() string          { return string(atCompany) }
func (c *company) title() string       { return c.say.Company.Title }
func (c *company) commands() []command { return c.formCommands() }

func (c *company) mouse(msg tea.MouseMsg) tea.Cmd { return c.formMouse(msg) }

// asks are the questions, with what the plan answers now.
func (c *company) asks() []field {
	say, k := &c.say.Company, asker{c.desk, "company."}
	p := c.plan()
	x := p.Company
	kinds := []string{say.KindB2B, say.KindLocal, say.KindOrders}
	fields := []field{
		heading(say.WhoYouAre),
		k.text("name", say.Name, x.Name, func(p *model.Plan, s string) { p.Company.Name = s }),
		k.text("plan", say.PlanName, p.Name, func(p *model.Plan, s string) { p.Name = s }),
		c.sector(k),
		pick(k, "kind", say.Kind, kinds, []model.SaleKind{model.B2B, model.Local, model.Orders}, x.Kind, func(p *model.Plan, v model.SaleKind) { p.Company.Kind = v }),
		c.firstMonth(k),
		pick(k, "months", say.Months, []string{"12", "18", "24", "36"}, []int{12, 18, 24, 36}, p.Months, func(p *model.Plan, n int) { p.Months = n }),
		heading(say.WhatACustomerLeaves),
		k.amount("first_order", say.FirstOrder, x.FirstOrder, func(p *model.Plan, a model.Amount) {
			if p.Company.Order.Cents == p.Company.FirstOrder.Cents || p.Company.Order.Origin != model.Own {
				p.Company.Order = a
			}
			p.Company.FirstOrder = a
		}),
		k.amount("order", say.Order, x.Order, func(p *model.Plan, a model.Amount) { p.Company.Order = a }),
		k.number("orders_per_year", say.OrdersPerYear, x.OrdersPerYear, 1, 0, model.MaxOrdersPerYear, func(p *model.Plan, n model.Number) { p.Company.OrdersPerYear = n }),
		k.number("years", say.Years, x.Years, 1, 0, model.MaxYears, func(p *model.Plan, n model.Number) { p.Company.Years = n }),
		k.number("margin", say.Margin, x.Margin, 100, 0, 1, func(p *model.Plan, n model.Number) { p.Company.Margin = n }),
		heading(say.FromContactToOrder),
		k.spread("conversion", say.Conversion, x.Conversion, 100, model.ConversionSpread, 1, func(p *model.Plan, r model.Range) { p.Company.Conversion = r }),
		k.number("cycle", say.SalesCycle, x.SalesCycleMonths, 1, 0, model.MaxDelay, func(p *model.Plan, n model.Number) { p.Company.SalesCycleMonths = n }),
		heading(say.WhoComesAnyway),
	}
	for _, from := range model.BaselineSources {
		fields = append(fields, c.baseline(k, from))
	}
	return append(fields,
		heading(say.TheYear),
		k.opens("season", say.Season, c.seasonText(x.Season), func() tea.Cmd { c.show(newSeason(c.desk)); return nil }),
		c.vat(k),
		k.amount("revenue", say.Revenue, x.Revenue, func(p *model.Plan, a model.Amount) { p.Company.Revenue = a }),
		onward(say.Onward, func() tea.Cmd { c.visit(atChannels); return nil }),
	)
}

func (c *company) firstMonth(k asker) field {
	say, start := &c.say.Company, c.plan().Start
	f := k.field("start", say.Start)
	f.value = c.say.Month(start)
	f.turn = func(by int) {
		c.change("pick start", say.Start.Label, func(p *model.Plan) { p.Start = start + model.Month(by) })
	}
	return f
}

func (c *company) baseline(k asker, from string) field {
	words := c.say.Company.Baseline[from]
	var value model.Number
	for _, b := range c.plan().Company.Baseline {
		if b.From == from {
			value = b.PerMonth
		}
	}
	f := k.number("baseline."+from, words, value, 1, 0, model.MaxPerMonth, func(p *model.Plan, n model.Number) {
		for i := range p.Company.Baseline {
			if p.Company.Baseline[i].From == from {
				p.Company.Baseline[i].PerMonth = n
				return
			}
		}
		p.Company.Baseline = append(p.Company.Baseline, model.Baseline{From: from, PerMonth: n})
	})
	if value.Origin == "" {
		f.value, f.typed = "", ""
	}
	return f
}

func (c *company) vat(k asker) field {
	say, vat := &c.say.Company, c.plan().Company.VAT
	set := func(p *model.Plan, share float64) { p.Company.VAT.Recovered = share }
	values, labels := []float64{1, 0.5, 0}, []string{say.VATAll, say.VATHalf, say.VATNone}
	if vat.Recovered != 1 && vat.Recovered != 0.5 && vat.Recovered != 0 {
		values, labels = append(values, vat.Recovered), append(labels, c.say.Share(vat.Recovered))
	}
	f := pick(k, "vat", say.VAT, labels, values, vat.Recovered, set)
	f.set = func(s string) error {
		x, err := c.say.ParseNumber(s)
		switch {
		case err != nil:
			return err
		case x < 0 || x > 100:
			return between{"0", "100"}
		}
		c.change("", say.VAT.Label, func(p *model.Plan) { set(p, x/100) })
		return nil
	}
	return f
}

// seasonText is the year as small columns, and its best and worst month.
func (c *company) seasonText(s model.Season) string {
	if s == model.Flat() {
		return c.say.Company.SeasonFlat
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
	return draw.Spark(values, draw.Ink{}) + "  " + c.say.Company.SeasonEnds.With("best", c.say.Months[best], "worst", c.say.Months[worst])
}

// sector opens the list of sectors; a new one replaces what was only estimated.
func (c *company) sector(k asker) field {
	f := k.opens("sector", c.say.Company.Sector, "", nil)
	f.at = -1
	for i, s := range templates.Sectors() {
		f.values = append(f.values, s.Name.In(c.say.Tag))
		if s.ID == c.plan().Company.Sector {
			f.at, f.value = i, f.values[i]
		}
	}
	f.choose = func(i int) {
		c.change("", f.label, func(p *model.Plan) { p.Company = templates.Reestimated(p.Company, templates.Sectors()[i]) })
	}
	f.open = func() tea.Cmd { c.show(newSectors(c.desk, f)); return nil }
	return f
}

// newSeason asks how demand moves through the year.
func newSeason(d *desk) *sheet {
	say, k := &d.say.Company, asker{d, "season."}
	return newSheet(d, "season", say.Season.Label, say.SeasonIntro, func() []field {
		season := d.plan().Company.Season
		var fields []field
		for i, name := range d.say.Months {
			f := k.number(strconv.Itoa(i), templates.Field{Label: name, Help: say.SeasonMonth}, model.Number{Value: float64(season[i])}, 1, 0, model.MaxSeason,
				func(p *model.Plan, n model.Number) { p.Company.Season[i] = int64(n.Value + 0.5) })
			f.typed = f.value
			f.value = draw.FitRight(f.value, 4) + " " + draw.Bar(20, float64(season[i])/200, draw.Ink{}, draw.Ink{})
			fields = append(fields, f)
		}
		return append(fields, onward(d.say.App.Ready, func() tea.Cmd { d.close(); return nil }))
	})
}

func (c *company) layout(area image.Rectangle) {
	c.area = area
	if area.Dx() >= 100 {
		c.aside = image.Rect(area.Max.X-38, area.Min.Y+2, area.Max.X, area.Max.Y)
		c.layoutForm(image.Rect(area.Min.X, area.Min.Y+2, c.aside.Min.X-2, area.Max.Y))
		return
	}
	c.aside = image.Rect(area.Min.X, area.Max.Y-5, area.Max.X, area.Max.Y)
	c.layoutForm(image.Rect(area.Min.X, area.Min.Y+2, area.Max.X, c.aside.Min.Y))
}

func (c *company) draw() draw.Block {
	w := c.area.Dx()
	head := draw.Text(w, c.look.title.Paint(c.say.Company.Question), "")
	text, ink := c.helpText()
	if c.aside.Min.Y > c.area.Min.Y+2 { // below
		rule := draw.Text(w, c.look.line.Paint(draw.Rule(w)))
		help := draw.Paragraph(w, ink, text).Tall(c.aside.Dy() - 2)
		return draw.Stack(head, c.drawForm(), rule, help, draw.Text(w, c.worthLine()))
	}
	side := c.aside.Dx()
	worth := c.worth(side)
	panel := draw.Stack(worth, draw.Blank(side, 1), draw.Paragraph(side, ink, text)).Tall(c.aside.Dy())
	return draw.Stack(head, draw.Beside(c.drawForm(), draw.Blank(2, 1), panel))
}

// worthLine says in one line what a new customer is worth.
func (c *company) worthLine() string {
	x := c.plan().Company
	return c.look.strong.Paint(c.say.Company.Worth.With("first", c.say.Result(x.FirstYearMargin()), "life", c.say.Result(x.LifetimeMargin())))
}

// worth is what the answers mean, at the side.
func (c *company) worth(w int) draw.Block {
	say, x := &c.say.Company, c.plan().Company
	pair := func(label, value string) string {
		return c.look.dim.Paint(draw.Fit(label, w-14)) + c.look.strong.Paint(draw.FitRight(value, 14))
	}
	return draw.Stack(draw.Text(w,
		c.look.title.Paint(say.WorthTitle), c.look.line.Paint(draw.Rule(w)),
		pair(say.WorthFirst, c.say.Result(x.FirstYearMargin())),
		pair(say.WorthLife, c.say.Result(x.LifetimeMargin())),
		pair(say.WorthBaseline, c.say.Count(x.BaselinePerMonth()*12)), ""),
		draw.Paragraph(w, c.look.plain, say.WorthMost.With("most", c.say.Result(x.FirstYearMargin()))))
}
