package imports_test

import (
	"errors"
	"fmt"
	"io"
	"runtime"
	"strings"
	"testing"

	"arringa/plan/imports"
)

// One date that can only be read one way decides for all rows of the file.
func TestTheOrderOfDatesIsTheFiles(t *testing.T) {
	for _, x := range []struct {
		name, dates string
		order       imports.Order
		by          string
		want        []string
	}{
		{"American", "01/15/2026 02/03/2026 03/04/2026 03/28/2026", imports.MonthFirst, "01/15/2026",
			[]string{"2026-01 100 ", "2026-02 100 ", "2026-03 200 "}},
		{"Italian, the last says it", "02/03/2026 03/04/2026 28/03/2026", imports.DayFirst, "28/03/2026",
			[]string{"2026-03 200 ", "2026-04 100 "}},
		{"periods say it by their end", "01/03/2026 - 31/03/2026", imports.DayFirst, "31/03/2026",
			[]string{"2026-03 100 "}},
		{"no date needs an order", "2026-03-01 04/04/2026 5/2026", "", "", []string{"2026-03 100 ", "2026-04 100 ",
			"2026-05 100 "}},
	} {
		cells := strings.Fields(x.dates)
		if strings.Contains(x.dates, " - ") {
			cells = []string{x.dates}
		}
		in, err := applied(t, "data;spesa\n"+strings.Join(cells, ";1\n")+";1\n")
		if err != nil || in.Dates != x.order || in.DatesBy != x.by {
			t.Errorf("%s: %q by %q, %v", x.name, in.Dates, in.DatesBy, err)
		}
		same(t, x.name, written(in), x.want)
	}
}

// Where both orders are possible, or the file follows both, it is asked; the answer holds for
// all rows, and what does not fit it is left out and named.
func TestDatesOfTwoReadingsAreAskedAbout(t *testing.T) {
	const both = "data;spesa\n2026-01-07;5\n03/04/2026;1\n05/06/2026;2\n"
	_, err := applied(t, both)
	var order *imports.OrderError
	if !errors.As(err, &order) || order.Text != "03/04/2026" || order.Line != 3 || order.Other != "" {
		t.Fatalf("%+v", err)
	}
	if d, m := order.Months(); d.String() != "2026-04" || m.String() != "2026-03" {
		t.Errorf("the choice is between %v and %v", d, m)
	}
	table, m, _ := guess(t, both)
	m.Channel = "search_ads"
	for asked, want := range map[imports.Order][]string{
		imports.DayFirst:   {"2026-01 500 ", "2026-04 100 ", "2026-06 200 "},
		imports.MonthFirst: {"2026-01 500 ", "2026-03 100 ", "2026-05 200 "},
	} {
		m.Dates = asked
		in, err := imports.Apply(table, m, machines(t))
		if err != nil || in.Dates != asked || in.DatesBy != "" {
			t.Errorf("%s: %+v, %v", asked, in, err)
		}
		same(t, string(asked), written(in), want)
	}

	const mixed = "data;spesa\n15/01/2026;1\n01/16/2026;2\n"
	if _, err := applied(t, mixed); !errors.As(err, &order) || order.Text != "15/01/2026" ||
		order.Other != "01/16/2026" {
		t.Errorf("a file of both orders: %+v", err)
	}
	table, m, _ = guess(t, mixed)
	m.Channel, m.Dates = "search_ads", imports.DayFirst
	in, err := imports.Apply(table, m, machines(t))
	if err != nil {
		t.Error(err)
	}
	same(t, "mixed", written(in), []string{"2026-01 100 "})
	same(t, "mixed, left out", left(in), []string{"3 no_month 01/16/2026"})
}

// A figure that cannot be read takes its row out, contacts included, and never becomes 0.
func TestAnAmountThatCannotBeReadIsNoAmount(t *testing.T) {
	for text, why := range map[string]imports.Reason{
		"n.d.": imports.NoNumber, "-100": imports.Negative, "−1,50": imports.Negative,
		"NaN": imports.NoNumber, "1e308": imports.NoNumber, "=100*2": imports.NoNumber,
		"1,2,3": imports.NoNumber, "1.23.456": imports.NoNumber,
		"12 5": imports.NoNumber, "0x10": imports.NoNumber, "100%": imports.NoNumber, "Inf": imports.NoNumber,
		"5,": imports.NoNumber, "99999999999": imports.TooMuch, "#N/D": imports.NoNumber, "(100)": imports.NoNumber,
	} {
		in, err := applied(t, "mese\tspesa\tcontatti\n2026-01\t"+text+"\t9\n2026-02\t10\t1\n")
		if err != nil {
			t.Error(err)
		}
		same(t, text, written(in), []string{"2026-02 1000 1"})
		same(t, text, left(in), []string{"2 " + string(why) + " " + text})
		in, _ = applied(t, "mese\tspesa\tcontatti\n2026-01\t9\t"+text+"\n")
		if len(in.Periods) > 0 || len(in.Skipped) != 1 || in.Skipped[0].Column != "contatti" {
			t.Errorf("contacts of %q: %v, left %+v", text, written(in), in.Skipped)
		}
	}
}

// An empty cell is nothing said: results count, the spend stays unknown, and that is told.
func TestAnEmptyAmountIsSaid(t *testing.T) {
	in, err := applied(t, "mese;spesa;contatti\n2026-01;;9\n2026-02;--;3\n2026-02;5;\n2026-03; - ;\n")
	if err != nil || len(in.NoAmount) != 2 || in.NoAmount[0] != 2 || in.NoAmount[1] != 3 {
		t.Errorf("lines without an amount: %v, %v", in.NoAmount, err)
	}
	same(t, "read", written(in), []string{"2026-01  9", "2026-02 500 3"})
	same(t, "left", left(in), []string{"5 no_figure -"})
}

// Figures in the styles of both languages; 1.234 is read as the rest of the column is.
func TestFiguresAreReadAsTheirColumnWritesThem(t *testing.T) {
	for _, x := range []struct {
		name, spend string
		want, left  []string
		guessed     int
	}{
		{"Italian", "1.234,56 1.234 12,5 900", []string{"2026-01 123456 ", "2026-02 123400 ", "2026-03 1250 ",
			"2026-04 90000 "}, nil, 0},
		{"English", "1,234.56 1,234 1.234 0.5", []string{"2026-01 123456 ", "2026-02 123400 ", "2026-03 123 ",
			"2026-04 50 "}, nil, 0},
		{"long decimals", "1234.5678 1.234", []string{"2026-01 123457 ", "2026-02 123 "}, nil, 0},
		{"signs around", "€1.234,50 2'000 3\u00a0000,25\u00a0€ EUR+7", []string{"2026-01 123450 ", "2026-02 200000 ",
			"2026-03 300025 ", "2026-04 700 "}, nil, 0},
		{"millions", "1.234.567 1.234", []string{"2026-01 123456700 ", "2026-02 123400 "}, nil, 0},
		{"nothing tells", "1.234 900", []string{"2026-01 123400 ", "2026-02 90000 "}, nil, 1},
		{"thousands are not parted", "1500 1.234", []string{"2026-01 150000 "}, []string{"3 two_readings 1.234"}, 0},
		{"both styles", "1,5 1.5 1.234", []string{"2026-01 150 ", "2026-02 150 "}, []string{"4 two_readings 1.234"}, 0},
	} {
		text := "mese\tspesa\n"
		for i, cell := range strings.Split(x.spend, " ") {
			text += fmt.Sprintf("2026-%02d\t%s\n", i+1, cell)
		}
		in, err := applied(t, text)
		if err != nil || len(in.Guessed) != x.guessed {
			t.Errorf("%s: guessed %v, %v", x.name, in.Guessed, err)
		}
		same(t, x.name, written(in), x.want)
		same(t, x.name+", left out", left(in), x.left)
	}
	// Contacts say nothing themselves: the column of spend does.
	in, _ := applied(t, "mese;spesa;contatti\n2026-01;10,50;1.234\n")
	same(t, "by the file", written(in), []string{"2026-01 1050 1234"})
	table, m, _ := guess(t, "mese;spesa\n2026-01;1.234\n")
	m.Channel, m.Decimals = "search_ads", imports.DecimalDot
	in, _ = imports.Apply(table, m, machines(t))
	same(t, "by the mapping", written(in), []string{"2026-01 123 "})
}

// A quote that does not close costs its own line, which is named, and none after it.
func TestABrokenQuoteSwallowsNothing(t *testing.T) {
	for name, x := range map[string]struct {
		text       string
		want, left []string
	}{
		"open to the end": {"mese,nota,spesa\n2026-01,a,1\n2026-02,\"b,2\n2026-03,c,3\n", []string{"2026-01 100 ",
			"2026-03 300 "}, []string{"3 broken_quote"}},
		"closed by another": {"mese,nota,spesa\n2026-01,\"b,2\n2026-02,\"c\",3\n", []string{"2026-02 300 "},
			[]string{"2 broken_quote"}},
		"closed by its like": {"mese,nota,spesa\n2026-01,\"b,2\n2026-02,c\",3\n2026-03,d,4\n",
			[]string{"2026-02 300 ", "2026-03 400 "}, []string{"2 broken_quote"}},
		"within a line": {"mese,nota,spesa\n2026-01,\"b,\"2\"\n2026-02,d,4\n", []string{"2026-02 400 "},
			[]string{"2 broken_quote"}},
		"no mistake": {"mese,nota,spesa\n2026-01,\"b\nover \"\"lines\"\"\",2\n2026-02,\"Hotel \"Roma\" Srl\",3\n",
			[]string{"2026-01 200 ", "2026-02 300 "}, nil},
	} {
		in, err := applied(t, x.text)
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
		same(t, name, written(in), x.want)
		same(t, name+", left out", left(in), x.left)
	}
	text := "mese,spesa\n" + strings.Repeat("\"2026-01,1\n", 5000)
	table, m, _ := guess(t, text)
	if _, err := imports.Apply(table, m, machines(t)); !errors.Is(err, imports.ErrNoTable) {
		t.Errorf("a file of broken quotes: %v", err)
	}
}

// Lines end as on any system, and are counted as an editor counts them.
func TestLinesEndInEveryWay(t *testing.T) {
	for _, end := range []string{"\n", "\r\n", "\r"} {
		in, err := applied(t, strings.Join([]string{"Report", "", "mese;spesa", "2026-01;1", "", "2026-02;boh",
			"2026-03;3"}, end))
		if err != nil {
			t.Error(err)
		}
		same(t, fmt.Sprintf("%q", end), written(in), []string{"2026-01 100 ", "2026-03 300 "})
		same(t, fmt.Sprintf("%q", end), left(in), []string{"6 no_number boh"})
	}
}

func TestAMappingOfOtherHeadingsIsRefused(t *testing.T) {
	table, m, _ := guess(t, "mese;spesa\n2026-01;1\n")
	m.Columns.Contacts = "Leads"
	var missing *imports.MissingError
	if _, err := imports.Apply(table, m, machines(t)); !errors.As(err, &missing) || missing.Heading != "Leads" {
		t.Errorf("%v", err)
	}
}

// huge is a file that is made while it is read, and looks now and then how much memory is in
// use.
type huge struct {
	head, line string
	size       int64
	reads      int
	peak       uint64
}

func (h *huge) ReadAt(p []byte, at int64) (int, error) {
	if h.reads++; h.reads%16 == 0 {
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		h.peak = max(h.peak, m.HeapAlloc)
	}
	n := 0
	for n < len(p) && at < h.size {
		from := h.head
		if head := int64(len(h.head)); at < head {
			from = from[at:]
		} else {
			from = h.line[(at-head)%int64(len(h.line)):]
		}
		some := copy(p[n:min(int64(len(p)), int64(n)+h.size-at)], from)
		n, at = n+some, at+int64(some)
	}
	if n < len(p) {
		return n, io.EOF
	}
	return n, nil
}

// memory is what reading a file takes at most, in bytes above what was in use before.
func memory(t testing.TB, h *huge) (imports.Import, uint64, error) {
	t.Helper()
	runtime.GC()
	var before runtime.MemStats
	runtime.ReadMemStats(&before)
	var in imports.Import
	table, err := imports.CSV(h, h.size)
	if err == nil {
		var m imports.Mapping
		if m, _, err = imports.Guess(table); err == nil {
			m.Channel = "search_ads"
			in, err = imports.Apply(table, m, machines(t))
		}
	}
	return in, max(h.peak, before.HeapAlloc) - before.HeapAlloc, err
}

func TestLargeFilesTakeLittleMemory(t *testing.T) {
	const most = 64 << 20
	for _, x := range []struct {
		name string
		huge
		want error
	}{
		{"commas", huge{line: ",", size: 60 << 20}, imports.ErrTooLarge},
		{"commas in short lines", huge{head: "mese,spesa\n", line: strings.Repeat(",", 600) + "\n", size: 60 << 20},
			imports.ErrTooLarge},
		{"an open quote", huge{head: "mese,spesa\n", line: "\"", size: 60 << 20}, imports.ErrTooLarge},
		{"one letter", huge{head: "mese,spesa\n", line: "a", size: 60 << 20}, imports.ErrTooLarge},
		{"too many rows", huge{head: "mese,spesa\n", line: "2026-01,1\n", size: 60 << 20}, imports.ErrTooLarge},
		{"wide rows", huge{head: "mese,spesa\n", line: "2026-01,1," + strings.Repeat("x", 500) + "\n", size: 60 << 20},
			nil},
		{"larger than an export", huge{line: ",", size: imports.MostBytes + 1}, imports.ErrTooLarge},
	} {
		in, used, err := memory(t, &x.huge)
		if !errors.Is(err, x.want) || used > most {
			t.Errorf("%s: %d KB, %v", x.name, used>>10, err)
		}
		if x.want == nil && in.Read < 100_000 {
			t.Errorf("%s: %d rows read", x.name, in.Read)
		}
	}
}

// A hundred thousand rows, read and added up. To hold: a second and 64 MB.
func BenchmarkHundredThousandRows(b *testing.B) {
	const head, line = "Giorno;Campagna;Stato campagna;Codice valuta;Impr.;Costo;Conversioni\n",
		"15/03/2026;Ricerca prodotti;Attiva;EUR;9.800;1.204,10;9,50\n"
	var peak uint64
	for b.Loop() {
		h := &huge{head: head, line: line, size: int64(len(head) + 100_000*len(line))}
		in, used, err := memory(b, h)
		if err != nil || in.Read != 100_000 || *in.Periods[0].Spend != 120410*100_000 {
			b.Fatal(in.Read, err)
		}
		peak = max(peak, used)
	}
	b.ReportMetric(float64(peak>>10), "KB-at-once")
}
