package xlsx_test

import (
	"bytes"
	"regexp"
	"slices"
	"strings"
	"testing"

	"arringa/model"
	"arringa/plan/xlsx"

	"github.com/xuri/excelize/v2"
)

// Functions that Excel has had since 2010 and that LibreOffice and Gnumeric have too. TEXT is
// not among them: its patterns are not translated.
var allowed = strings.Fields("ABS AND AVERAGE CHAR CHOOSE COUNTIF DATE FIXED IF INDEX INT ISNUMBER LOG MATCH MAX MIN MOD MONTH OR ROUND ROW SUBSTITUTE SUM SUMPRODUCT YEAR")

var (
	call    = regexp.MustCompile(`([A-Z][A-Z0-9.]*)\(`)
	literal = regexp.MustCompile(`&quot;((?:&quot;&quot;|[^&]|&[^q])*?)&quot;`)
)

// A formula uses functions that every spreadsheet has, is not longer than Excel allows, and
// quotes no text longer than it allows.
func TestFormulasAreForEverySpreadsheet(t *testing.T) {
	for name, p := range examples(t) {
		for part, text := range parts(t, write(t, p)) {
			if !strings.HasPrefix(part, "xl/worksheets/sheet") {
				continue
			}
			for _, f := range formulaCell.FindAllStringSubmatch(text, -1) {
				if len(f[4]) > 8192 {
					t.Errorf("%s %s!%s: a formula of %d signs", name, part, f[1], len(f[4]))
				}
				for _, q := range literal.FindAllStringSubmatch(f[4], -1) {
					if len([]rune(q[1])) > 255 {
						t.Errorf("%s %s!%s: a text of %d signs", name, part, f[1], len([]rune(q[1])))
					}
				}
				for _, c := range call.FindAllStringSubmatch(literal.ReplaceAllString(f[4], ""), -1) {
					if !slices.Contains(allowed, c[1]) {
						t.Errorf("%s %s!%s calls %s", name, part, f[1], c[1])
					}
				}
			}
		}
	}
}

// Excel refuses a file with a name that looks like a cell, and LibreOffice loses a rule that
// looks at another sheet.
func TestNamesAndRulesAreThoseThatExcelTakes(t *testing.T) {
	valid := regexp.MustCompile(`^(_xlnm\.Print_(Area|Titles)|in_[a-z0-9_]+)$`)
	for name, p := range examples(t) {
		found := parts(t, write(t, p))
		seen := map[string]bool{}
		for _, n := range regexp.MustCompile(`<definedName name="([^"]*)"( localSheetId="\d+")?>`).FindAllStringSubmatch(found["xl/workbook.xml"], -1) {
			if !valid.MatchString(n[1]) {
				t.Errorf("%s: a cell is called %q", name, n[1])
			}
			if seen[n[1]+n[2]] {
				t.Errorf("%s: %s twice", name, n[1]+n[2])
			}
			seen[n[1]+n[2]] = true
		}
		for part, text := range found {
			for _, rule := range regexp.MustCompile(`(?s)<cfRule[^>]*type="expression".*?</cfRule>`).FindAllString(text, -1) {
				if strings.Contains(rule, "!") {
					t.Errorf("%s %s: a rule looks at another sheet: %s", name, part, rule)
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
				if strings.Count(text, "<c:numRef>") == 0 || strings.Count(text, "<c:numRef>") != strings.Count(text, "<c:numCache>") {
					t.Errorf("%s %s has %d ranges", name, part, strings.Count(text, "<c:numRef>"))
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
		"Sintesi", "Indice", "Leve", "Budget", "Calendario", "Risultati", "Curve", "Scenari", "Tagli", "Incertezza", "Motivazioni", "Domande", "Ruolo",
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
	p.Board.LeftOut = xlsx.Pages()
	if got := sheets(p); len(got) != 10 {
		t.Errorf("left out all that can be: %q", got)
	}
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
	if got, err := f.CalcCellValue("Motivazioni", "B6"); err != nil || !strings.HasPrefix(got, `"&HYPERLINK("http://x")&" _x0041_ 88`) {
		t.Errorf("the claim says %q, %v", got, err)
	}
}
