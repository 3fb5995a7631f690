package part

// What stands here in for excelize is there because excelize gets it wrong. Each test shows the
// fault in what excelize writes by itself, and that ours has it no longer: when a new excelize is
// right, the test fails and names what can go.

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"image"
	"image/png"
	"io"
	"strings"
	"testing"

	"arringa/plan/xlsx/formula"
	"arringa/plan/xlsx/look"

	"github.com/xuri/excelize/v2"
)

// mended shows a fault in excelize's parts and its absence in ours.
func mended(t *testing.T, place string, theirs, ours map[string]string, faulty func(parts map[string]string) bool) {
	t.Helper()
	if !faulty(theirs) {
		t.Errorf("excelize is right by itself now: %s can go", place)
	}
	if faulty(ours) {
		t.Errorf("%s does not mend what excelize gets wrong", place)
	}
}

// their is what excelize writes by itself.
func their(t *testing.T, fill func(f *excelize.File) error) map[string]string {
	t.Helper()
	f := excelize.NewFile()
	defer func() { _ = f.Close() }()
	if err := fill(f); err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return partsOf(t, b.Bytes())
}

// our is what a Book with one sheet writes.
func our(t *testing.T, fill func(s *Sheet)) map[string]string {
	t.Helper()
	b := New(Words{
		Language: "it", Formats: look.FormatsOf("it", false, "0", "mln", "mila"),
		Title: "Piano", Author: "Anna", Program: "Arringa",
		ChartName: func(int) string { return "Grafico" }, Between: func(float64, float64) string { return "" },
	})
	defer b.Close()
	s := b.Add("L'anno")
	b.Texts()
	fill(s)
	var out bytes.Buffer
	if err := b.Write(&out); err != nil {
		t.Fatal(err)
	}
	return partsOf(t, out.Bytes())
}

func partsOf(t *testing.T, data []byte) map[string]string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	parts := map[string]string{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		parts[f.Name] = string(text)
	}
	return parts
}

const (
	sheet1 = "xl/worksheets/sheet1.xml"
	sheet  = "Sheet1"
)

// A formula whose value was set before has it as a text, whatever it was.
func TestFormulasHaveTypedValues(t *testing.T) {
	theirs := their(t, func(f *excelize.File) error {
		if err := f.SetCellValue(sheet, "A1", 2.5); err != nil {
			return err
		}
		return f.SetCellFormula(sheet, "A1", "5/2")
	})
	ours := our(t, func(s *Sheet) { s.Num(1, 1, 0, formula.Num{F: "5/2", X: 2.5}) })
	mended(t, "data.go", theirs, ours, func(parts map[string]string) bool {
		return !strings.Contains(parts[sheet1], "<f>5/2</f><v>2.5</v>") || strings.Contains(parts[sheet1], `t="str"`)
	})
}

// Numbers lose what comes after their fifteenth digit.
func TestNumbersKeepAllDigits(t *testing.T) {
	x := 0.1
	x += 0.2
	theirs := their(t, func(f *excelize.File) error { return f.SetCellValue(sheet, "A1", x) })
	ours := our(t, func(s *Sheet) { s.Value(1, 1, 0, x) })
	mended(t, "data.go", theirs, ours, func(parts map[string]string) bool {
		return !strings.Contains(parts[sheet1], "<v>0.30000000000000004</v>")
	})
}

// A text that looks like an escaped sign is taken for the sign.
func TestTextsAreNotTakenForSigns(t *testing.T) {
	theirs := their(t, func(f *excelize.File) error { return f.SetCellStr(sheet, "A1", "_x0041_") })
	ours := our(t, func(s *Sheet) { s.Text(1, 1, 0, "_x0041_") })
	mended(t, "Clean in strings.go", theirs, ours, func(parts map[string]string) bool {
		return strings.Contains(parts["xl/sharedStrings.xml"], ">_x0041_<")
	})
}

// Without a text of its own excelize makes no part for them, and nothing leads there.
func TestThereIsAPartForTexts(t *testing.T) {
	theirs := their(t, func(*excelize.File) error { return nil })
	ours := our(t, func(s *Sheet) { s.Value(1, 1, 0, 1) })
	mended(t, "Book.Texts", theirs, ours, func(parts map[string]string) bool {
		return !strings.Contains(parts["xl/_rels/workbook.xml.rels"], "sharedStrings.xml")
	})
}

// The content types come in the order of a map as soon as there is a picture: that fifty books have
// them in one order would be chance.
func TestTheSameBookHasTheSameContentTypes(t *testing.T) {
	var picture bytes.Buffer
	if err := png.Encode(&picture, image.NewGray(image.Rect(0, 0, 2, 2))); err != nil {
		t.Fatal(err)
	}
	theirs, ours := map[string]string{}, map[string]string{}
	for range 50 {
		text := their(t, func(f *excelize.File) error {
			return f.AddPictureFromBytes(sheet, "A1", &excelize.Picture{Extension: ".png", File: picture.Bytes()})
		})[contentTypes]
		theirs[text] = text
		p := &pack{parts: map[string]*bytes.Buffer{contentTypes: bytes.NewBufferString(text)}}
		p.mendTypes()
		text = p.parts[contentTypes].String()
		ours[text] = text
	}
	mended(t, "mend_types.go", theirs, ours, func(parts map[string]string) bool { return len(parts) > 1 })
}

// The core properties lose their prefix, or name somebody else.
func TestCorePropertiesAreOurs(t *testing.T) {
	theirs := their(t, func(f *excelize.File) error {
		return f.SetDocProps(&excelize.DocProperties{Title: "Piano", Creator: "Anna"})
	})
	ours := our(t, func(*Sheet) {})
	mended(t, "mend_core.go", theirs, ours, func(parts map[string]string) bool {
		return !strings.Contains(parts["docProps/core.xml"], "<cp:coreProperties")
	})
	theirs = their(t, func(*excelize.File) error { return nil })
	mended(t, "mend_core.go", theirs, ours, func(parts map[string]string) bool {
		return strings.Contains(parts["docProps/core.xml"], ">xuri<")
	})
}

// slider is one as excelize makes it.
func slider(f *excelize.File, link string) error {
	return f.AddFormControl(sheet, excelize.FormControl{
		Cell: "B1", Type: excelize.FormControlScrollBar, CellLink: link, MaxVal: 100, Horizontally: true,
	})
}

// A slider is drawn as a box of text.
func TestSlidersAreSliders(t *testing.T) {
	theirs := their(t, func(f *excelize.File) error { return slider(f, "$A$1") })
	ours := our(t, func(s *Sheet) { s.Rules.Slider(2, 1, 1, 100, 50) })
	mended(t, "mend_sliders.go, the type", theirs, ours, func(parts map[string]string) bool {
		return strings.Contains(parts["xl/drawings/vmlDrawing1.vml"], `o:spt="202"`)
	})
}

// A slider cannot be told on which sheet the cell is that it moves.
func TestSlidersNameTheirSheet(t *testing.T) {
	f := excelize.NewFile()
	if err := slider(f, "Sheet1!$A$1"); err == nil {
		t.Error("excelize is right by itself now: mend_sliders.go, the link, can go")
	}
	ours := our(t, func(s *Sheet) { s.Rules.Slider(2, 1, 1, 100, 50) })
	var vml struct {
		Links []string `xml:"shape>ClientData>FmlaLink"`
	}
	if err := xml.Unmarshal([]byte(ours["xl/drawings/vmlDrawing1.vml"]), &vml); err != nil {
		t.Fatal(err)
	}
	if len(vml.Links) != 1 || vml.Links[0] != "'L''anno'!$A$1" {
		t.Errorf("the slider moves %q", vml.Links)
	}
}

// Solid bars have automatic ends beside those that were asked for.
func TestBarsKeepTheirEnds(t *testing.T) {
	theirs := their(t, func(f *excelize.File) error {
		return f.SetConditionalFormat(sheet, "A1:A3", []excelize.ConditionalFormatOptions{{
			Type: "data_bar", Criteria: "=", MinType: "num", MinValue: "0", MaxType: "num", MaxValue: "0.5",
			BarColor: "#9FD0D1", BarSolid: true,
		}})
	})
	ours := our(t, func(s *Sheet) { s.Rules.Bars(s.Stack(1, 1, 3), look.PaleTeal, "0.5") })
	mended(t, "mend_bars.go", theirs, ours, func(parts map[string]string) bool {
		return strings.Contains(parts[sheet1], "autoMin") || strings.Contains(parts[sheet1], "autoMax")
	})
	if !strings.Contains(ours[sheet1], "<xm:f>0.5</xm:f>") {
		t.Error("the bars have lost their end")
	}
}

// barChart is a chart of three numbers as excelize makes it.
func barChart(f *excelize.File) error {
	for row, x := range []float64{3, 1, 2} {
		if err := f.SetCellValue(sheet, Ref(1, row+1), x); err != nil {
			return err
		}
	}
	return f.AddChart(sheet, "C1", &excelize.Chart{
		Type: excelize.Col, Series: []excelize.ChartSeries{{Values: "Sheet1!$A$1:$A$3"}},
	})
}

// ourChart is the same of ours.
func ourChart(s *Sheet) {
	for row, x := range []float64{3, 1, 2} {
		s.Value(1, row+1, 0, x)
	}
	s.Draw(&Chart{
		At: Over(3, 1, 6, 9), Alt: "tre numeri",
		Plots: []Plot{{Kind: Columns, Series: []Series{{Vals: s.Stack(1, 1, 3), Color: look.Teal}}}},
	})
}

// Charts have no points of their own, which previews need, and speak American.
func TestChartsKeepPointsAndLanguage(t *testing.T) {
	theirs, ours := their(t, barChart), our(t, ourChart)
	mended(t, "chart.go, series.go and axes.go, for the points", theirs, ours, func(parts map[string]string) bool {
		return !strings.Contains(parts["xl/charts/chart1.xml"], `<c:v>3</c:v>`)
	})
	mended(t, "chart.go, for the language", theirs, ours, func(parts map[string]string) bool {
		return strings.Contains(parts["xl/charts/chart1.xml"], `en-US`)
	})
}

// A font without its family and size is written without its name.
func TestFontsHaveNames(t *testing.T) {
	theirs := their(t, func(f *excelize.File) error {
		id, err := f.NewStyle(&excelize.Style{Font: &excelize.Font{Color: "14304D"}})
		if err != nil {
			return err
		}
		return f.SetCellStyle(sheet, "A1", "A1", id)
	})
	ours := our(t, func(s *Sheet) { s.Text(1, 1, look.Dim, "x") })
	mended(t, "the font of look.Style.Excel", theirs, ours, func(parts map[string]string) bool {
		fonts, _, _ := strings.Cut(parts["xl/styles.xml"], "</fonts>")
		return strings.Count(fonts, "<font>") > strings.Count(fonts, "<name ")
	})
}

// A tab's colour is written as it is given: six digits, where the format wants eight.
func TestTabsHaveEightDigits(t *testing.T) {
	theirs := their(t, func(f *excelize.File) error {
		return f.SetSheetProps(sheet, &excelize.SheetPropsOptions{TabColorRGB: ptr(string(look.Teal))})
	})
	ours := our(t, func(s *Sheet) { s.Page.Tab(look.Teal) })
	mended(t, "the alpha of Page.Tab", theirs, ours, func(parts map[string]string) bool {
		return !strings.Contains(parts[sheet1], `rgb="FF1B8A8F"`)
	})
}
