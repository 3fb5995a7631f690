package xlsx_test

// Of which sheets a book is made, and what is on them.

import (
	"bytes"
	"image"
	"image/jpeg"
	"image/png"
	"regexp"
	"slices"
	"strings"
	"testing"

	"arringa/model"
	"arringa/plan/xlsx"

	"github.com/xuri/excelize/v2"
)

// A rule of looks that looks at another sheet is lost, or the whole book is refused.
func TestRulesLookAtTheirOwnSheet(t *testing.T) {
	for name, p := range examples(t) {
		for part, text := range parts(t, write(t, p)) {
			for _, rule := range regexp.MustCompile(`(?s)<cfRule[^>]*type="expression".*?</cfRule>`).FindAllString(text,
				-1) {
				if strings.Contains(rule, "!") {
					t.Errorf("%s %s: %s", name, part, rule)
				}
			}
		}
	}
}

// unfit is what no reader should meet: a figure that was not filled in, a key of the program's, one of
// several things.
var unfit = regexp.MustCompile(`[‹›{}]|(^|\s)[a-z]+_[a-z_]+|(^|[^\d.,])1 (mesi|clienti|pazienti|contatti|months|customers|patients|contacts)([^a-z]|$)`)

// bare are the examples, and plans that lack what the examples have: a role, more channels than one,
// a gain, all spend.
func bare(t *testing.T) map[string]model.Plan {
	plans := examples(t)
	for _, tag := range []string{"it", "en"} {
		p := plans["dentista"].Clone()
		p.Language, p.Role, p.Months = tag, nil, 36
		plans["no role "+tag] = p
		p = p.Clone()
		p.Channels, p.Trials = p.Channels[:1], nil
		p.Company.Margin.Value, p.Company.VAT.Recovered = 0.02, 0
		plans["one channel and a loss "+tag] = p
		p = p.Clone()
		p.Channels[0].Amount = 0
		plans["nothing spent "+tag] = p
	}
	return plans
}

// No placeholder and no key of the program's reaches a reader, on any sheet.
func TestNoPlaceholderReachesAReader(t *testing.T) {
	for name, p := range bare(t) {
		f, err := excelize.OpenReader(bytes.NewReader(write(t, p)))
		if err != nil {
			t.Fatal(err)
		}
		for _, sheet := range f.GetSheetList() {
			if strings.HasPrefix(sheet, "_") { // the plan itself
				continue
			}
			rows, err := f.GetRows(sheet)
			if err != nil {
				t.Fatal(err)
			}
			for _, row := range rows {
				for _, text := range row {
					if found := unfit.FindString(text); found != "" && !strings.Contains(text, "://") {
						t.Errorf("%s, %s: %q in %.90q", name, sheet, found, text)
					}
				}
			}
		}
	}
}

// Previews draw charts from the points that the file keeps.
func TestChartsKeepTheirPoints(t *testing.T) {
	for name, p := range examples(t) {
		charts := 0
		for part, text := range parts(t, write(t, p)) {
			if strings.HasPrefix(part, "xl/charts/chart") {
				charts++
				if n := strings.Count(text, "<c:numRef>"); n == 0 || n != strings.Count(text, "<c:numCache>") {
					t.Errorf("%s %s has %d ranges", name, part, n)
				}
				if !strings.Contains(text, "<c:pt idx=") {
					t.Errorf("%s %s keeps no point", name, part)
				}
			}
			if strings.HasPrefix(part, "xl/drawings/drawing") && strings.Contains(text, `descr=""`) {
				t.Errorf("%s %s: a chart says nothing to those who do not see it", name, part)
			}
		}
		if charts < 15 {
			t.Errorf("%s: %d charts", name, charts)
		}
	}
}

// What there is nothing of has no sheet, and what the manager leaves out stays out.
func TestSheetsWithNothingInThemAreLeftOut(t *testing.T) {
	sheets := func(p model.Plan) []string {
		f, err := excelize.OpenReader(bytes.NewReader(write(t, p)))
		if err != nil {
			t.Fatal(err)
		}
		return f.GetSheetList()
	}
	p := examples(t)["macchine"]
	all := []string{
		"Sintesi", "Indice", "Leve", "Budget", "Calendario", "Risultati", "Curve", "Scenari", "Tagli", "Incertezza",
		"Motivazioni", "Domande", "Ruolo",
		"Distanza", "Presenza AI", "Prove", "Andamento", "Ipotesi", "Fonti", "Calcoli", "Calcoli scenari", "_piano",
	}
	if got := sheets(p); !slices.Equal(got, all) {
		t.Errorf("sheets %q", got)
	}
	p.Role, p.Gap, p.Presence, p.Trials = nil, nil, nil, nil
	for _, name := range sheets(p) {
		if slices.Contains([]string{"Ruolo", "Distanza", "Presenza AI", "Prove"}, name) {
			t.Errorf("%s has nothing in it", name)
		}
	}
	for _, s := range xlsx.Sheets(p) {
		if !s.Core {
			p.Board.LeftOut = append(p.Board.LeftOut, s.ID)
		}
	}
	if got := sheets(p); len(got) != 10 {
		t.Errorf("left out all that can be: %q", got)
	}
}

// The logo stands on the summary as it was given, and nowhere without one.
func TestTheLogoStandsOnTheSummary(t *testing.T) {
	p := examples(t)["macchine"]
	for _, kind := range []string{"", "png", "jpeg"} {
		p.Board.Logo = picture(t, kind, 64, 20)
		f, err := excelize.OpenReader(bytes.NewReader(write(t, p)))
		if err != nil {
			t.Fatal(err)
		}
		pictures, err := f.GetPictures("Sintesi", "B2")
		switch {
		case err != nil:
			t.Error(err)
		case kind == "" && len(pictures) != 0:
			t.Error("a picture from nowhere")
		case kind != "" && (len(pictures) != 1 || !bytes.Equal(pictures[0].File, p.Board.Logo)):
			t.Errorf("%s: %d pictures", kind, len(pictures))
		}
		if back := read(t, write(t, p)); !bytes.Equal(back.Plan.Board.Logo, p.Board.Logo) {
			t.Errorf("%s: the workbook does not bring the logo home", kind)
		}
	}
}

// picture makes a picture of a kind; none of none.
func picture(t *testing.T, kind string, w, h int) []byte {
	t.Helper()
	var b bytes.Buffer
	var err error
	switch drawn := image.NewGray(image.Rect(0, 0, w, h)); kind {
	case "png":
		err = png.Encode(&b, drawn)
	case "jpeg":
		err = jpeg.Encode(&b, drawn, nil)
	}
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// A reason that names a figure follows it, and what else its writer typed stays text.
func TestAReasonWithAFigureIsNoFormulaOfItsWriter(t *testing.T) {
	p := examples(t)["macchine"]
	typed := `"&HYPERLINK("http://x")&" _x0041_ {channel_spend}` + "\n=1+1 <b>"
	p.Channels[0].Reason.Claim = typed
	f, err := excelize.OpenReader(bytes.NewReader(write(t, p)))
	if err != nil {
		t.Fatal(err)
	}
	formula, err := f.GetCellFormula("Motivazioni", "B6")
	if err != nil || !strings.Contains(formula, "Calcoli") {
		t.Fatalf("the claim is %q, %v", formula, err)
	}
	got, err := f.CalcCellValue("Motivazioni", "B6")
	if err != nil || !strings.HasPrefix(got, `"&HYPERLINK("http://x")&" _x0041_ 88`) {
		t.Errorf("the claim says %q, %v", got, err)
	}
}
