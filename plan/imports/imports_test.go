package imports_test

import (
	"bytes"
	"os"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"arringa/model"
	"arringa/plan/file"
	"arringa/plan/imports"
	"arringa/templates"
)

func machines(t testing.TB) model.Plan {
	t.Helper()
	e, _ := templates.FindExample("macchine")
	p, err := file.Decode(e.Plan)
	if err != nil {
		t.Fatal(err)
	}
	p.History, p.Actuals = nil, nil
	return p
}

func read(t testing.TB, name string) (imports.Table, imports.Mapping, bool) {
	t.Helper()
	data, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return guess(t, string(data))
}

func guess(t testing.TB, text string) (imports.Table, imports.Mapping, bool) {
	t.Helper()
	table, err := imports.CSV(strings.NewReader(text), int64(len(text)))
	if err != nil {
		t.Fatal(err)
	}
	m, ok, err := imports.Guess(table)
	if err != nil {
		t.Fatal(err)
	}
	return table, m, ok
}

// applied reads a text of which nothing but the text says how it is to be read; its rows go to
// search_ads where no column says a channel.
func applied(t testing.TB, text string) (imports.Import, error) {
	t.Helper()
	table, m, ok := guess(t, text)
	if !ok {
		t.Fatalf("no headings in %q", text)
	}
	if m.Channel == "" {
		m.Channel = "search_ads"
	}
	return imports.Apply(table, m, machines(t))
}

// written is what an import came to, a month a line: spend in cents, contacts.
func written(in imports.Import) []string {
	var out []string
	for _, p := range in.Periods {
		line := p.Month.String() + " "
		if p.Spend != nil {
			line += strconv.Itoa(int(*p.Spend))
		}
		line += " "
		if p.Contacts != nil {
			line += strconv.FormatFloat(*p.Contacts, 'g', -1, 64)
		}
		out = append(out, line)
	}
	return out
}

// left is what did not count: line, reason, and what the cell said.
func left(in imports.Import) []string {
	var out []string
	for _, s := range in.Skipped {
		out = append(out, strings.TrimRight(strconv.Itoa(s.Row)+" "+string(s.Why)+" "+s.Text, " "))
	}
	return out
}

func same(t testing.TB, what string, got, want []string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("%s:\n got %q\nwant %q", what, got, want)
	}
}

// What a month of a channel came to, worked out by hand from the files.
type month struct {
	channel  model.ChannelID
	month    string
	spend    model.Money
	contacts float64
}

func TestEachPlatformIsReadRight(t *testing.T) {
	for name, want := range map[string]struct {
		platform string
		months   []month
		skipped  []imports.Reason
	}{
		// 412.35 + 1,204.10 = 1,616.45; 6 + 9.5 = 15.5; the total row does not count twice.
		"google-ads.csv": {"google", []month{{"search_ads", "2026-01", 161645, 15.5}, {"search_ads", "2026-02",
			135000, 11}, {"search_ads", "2026-03", 0, 0}}, []imports.Reason{imports.IsTotal}},
		// 540.00 + 120.50 = 660.50; a campaign without results adds its spend alone.
		"meta.csv": {"meta", []month{{"meta_ads", "2026-01", 65520, 14}, {"meta_ads", "2026-02", 66050, 9}}, nil},
		"linkedin.csv": {"linkedin", []month{{"linkedin_ads", "2026-01", 31040, 2}, {"linkedin_ads", "2026-02",
			28960, 1}}, nil},
		"contabile.csv": {"", []month{{"fairs_italy", "2026-03", 1250000, 41}, {"website", "2026-03", 123456, -1}},
			[]imports.Reason{imports.NoChannel, imports.NoMonth, imports.NoFigure, imports.IsTotal}},
	} {
		rows, m, ok := read(t, name)
		if !ok || m.Platform != want.platform {
			t.Errorf("%s: platform %q, headings found %v", name, m.Platform, ok)
		}
		in, err := imports.Apply(rows, m, machines(t))
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
		var got []month
		for _, p := range in.Periods {
			x := month{p.Channel, p.Month.String(), -1, -1}
			if p.Spend != nil {
				x.spend = *p.Spend
			}
			if p.Contacts != nil {
				x.contacts = *p.Contacts
			}
			got = append(got, x)
		}
		if !reflect.DeepEqual(got, want.months) {
			t.Errorf("%s:\n got %v\nwant %v", name, got, want.months)
		}
		var reasons []imports.Reason
		for _, s := range in.Skipped {
			reasons = append(reasons, s.Why)
		}
		if !reflect.DeepEqual(reasons, want.skipped) {
			t.Errorf("%s: skipped %v, want %v", name, in.Skipped, want.skipped)
		}
	}
}

func TestWhatIsNoExportIsSaid(t *testing.T) {
	if _, _, ok := read(t, "vuoto.csv"); ok {
		t.Error("a list passes for an export")
	}
	for _, text := range []string{"", "\n \r\n", "PK\x03\x04\x00\x00\x00", "mese;spesa\n" + strings.Repeat("a",
		70_000) + "\x00"} {
		if _, err := imports.CSV(strings.NewReader(text), int64(len(text))); err == nil {
			t.Errorf("%.9q passes for a table", text)
		}
	}
}

func TestMonthsAsExportsWriteThem(t *testing.T) {
	for _, x := range []struct{ text, dayFirst, monthFirst string }{
		{"2026-03", "2026-03", "2026-03"}, {"2026-03-31", "2026-03", "2026-03"}, {"3/2026", "2026-03", "2026-03"},
		{"mar 2026", "2026-03", "2026-03"}, {"Marzo 2026", "2026-03", "2026-03"}, {"Mar-26", "2026-03", "2026-03"},
		{"2026/03/01 00:00", "2026-03", "2026-03"}, {"dic 2025", "2025-12", "2025-12"}, {"46082", "2026-03", "2026-03"},
		{"31 marzo 2026", "2026-03", "2026-03"},
		{"31/03/2026", "2026-03", ""}, {"01/15/2026", "", "2026-01"}, {"03/04/2026", "2026-04",
			"2026-03"}, {"3/4/26", "2026-04", "2026-03"},
		{"01/03/2026 - 31/03/2026", "2026-03", "2026-01"}, {"03/04/2026 12:30", "2026-04", "2026-03"},
		{"", "", ""}, {"boh", "", ""}, {"13/2026", "", ""}, {"2026", "", ""}, {"nan", "", ""}, {"32/01/2026", "",
			""}, {"45/45/2026", "", ""}, {"00/01/2026", "", ""},
	} {
		for order, want := range map[imports.Order]string{imports.DayFirst: x.dayFirst,
			imports.MonthFirst: x.monthFirst} {
			got, ok := imports.ParseMonth(x.text, order)
			if ok != (want != "") || ok && got.String() != want {
				t.Errorf("%q is %v with %s, want %q", x.text, got, order, want)
			}
		}
	}
}

// The twelve months before the plan become last year's figures; months of the plan become
// actuals; the rest is left alone.
func TestPeriodsFindTheirPlace(t *testing.T) {
	p := machines(t)
	money := func(m model.Money) *model.Money { return &m }
	contacts := func(x float64) *float64 { return &x }
	q, merged := imports.Merge(p, []imports.Period{
		{Channel: "search_ads", Month: p.Start - 13, Spend: money(100), Contacts: contacts(9)},
		{Channel: "search_ads", Month: p.Start - 12, Spend: money(50000), Contacts: contacts(3)},
		{Channel: "search_ads", Month: p.Start - 1, Spend: money(70000), Contacts: contacts(4)},
		{Channel: "search_ads", Month: p.Start, Spend: money(90000), Contacts: contacts(5)},
		{Channel: "outdoor", Month: p.Start, Spend: money(1)},
	})
	if merged != (imports.Merged{Actuals: 1, History: 3, Left: 1}) {
		t.Errorf("%+v", merged)
	}
	last := q.Channels[q.Channel("search_ads")].LastYear
	if last.Spend != 120000 || last.Contacts == nil || *last.Contacts != 7 {
		t.Errorf("last year: %d, %v", last.Spend, last.Contacts)
	}
	if i := q.Actual("search_ads", p.Start); i < 0 || *q.Actuals[i].Spend != 90000 {
		t.Error("the plan's month is not known")
	}
	again, _ := imports.Merge(q, []imports.Period{{Channel: "search_ads", Month: p.Start - 1, Spend: money(71000)}})
	if got := again.Channels[again.Channel("search_ads")].LastYear.Spend; got != 121000 {
		t.Errorf("read twice, last year is %d", got)
	}
	if problems := q.Problems(); len(problems) > 0 {
		t.Errorf("%v", problems)
	}
}

// A year in one row, then months of it: the year holds them. When all twelve come, with the
// figures that the year has, they take its place.
func TestMonthsOfALongerPeriodTakeItsPlaceOnlyAllTogether(t *testing.T) {
	p := machines(t)
	year := 12.0
	from := p.Start - 12
	p.History = []model.Past{{Channel: "search_ads", From: from, Months: 12, Spend: 1200_00, Contacts: &year}}
	var months []imports.Period
	for m := range model.Month(12) {
		spend, contacts := 110_00+model.Money(m), 1.5
		months = append(months, imports.Period{Channel: "search_ads", Month: from + m, Spend: &spend,
			Contacts: &contacts})
	}
	q, merged := imports.Merge(p, months[:3])
	if merged != (imports.Merged{Within: 3}) || !reflect.DeepEqual(q, p) {
		t.Errorf("three months of the year: %+v", merged)
	}
	q, merged = imports.Merge(p, months)
	if merged != (imports.Merged{History: 12}) || len(q.History) != 12 || len(q.Problems()) > 0 {
		t.Errorf("the whole year: %+v, %d rows, %v", merged, len(q.History), q.Problems())
	}
	// 12 × 110.00 plus 0 to 11 cents: 1,320.66.
	if last := q.Channels[q.Channel("search_ads")].LastYear; last.Spend != 1320_66 || *last.Contacts != 18 {
		t.Errorf("last year: %d, %g", last.Spend, *last.Contacts)
	}
	months[5].Contacts = nil
	if _, merged = imports.Merge(p, months); merged != (imports.Merged{Within: 12}) {
		t.Errorf("the year's contacts would be lost: %+v", merged)
	}
}

func FuzzReadCSV(f *testing.F) {
	for _, name := range []string{"google-ads.csv", "contabile.csv"} {
		data, err := os.ReadFile("testdata/" + name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Add([]byte("mese;spesa\r\"2026-01;1\r2026-02;\"\"2\r"))
	f.Add([]byte("mese,spesa\n01/02/2026,\"1.234\"\n\n,,\n"))
	p := machines(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		table, err := imports.CSV(bytes.NewReader(data), int64(len(data)))
		if err != nil {
			return
		}
		m, ok, err := imports.Guess(table)
		if err != nil || !ok {
			return
		}
		m.Dates, m.Channel = imports.DayFirst, "search_ads"
		in, err := imports.Apply(table, m, p)
		if err != nil {
			return
		}
		seen := map[int]bool{}
		for _, s := range in.Skipped {
			if seen[s.Row] || s.Row < 1 {
				t.Errorf("line %d is left out twice", s.Row)
			}
			seen[s.Row] = true
		}
		for _, p := range in.Periods {
			if p.Spend != nil && *p.Spend < 0 || p.Contacts != nil && !(*p.Contacts >= 0) {
				t.Errorf("%+v", p)
			}
		}
	})
}
