package xlsx_test

// What Excel refuses is not in the book.

import (
	"encoding/xml"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"
)

// functions are those that the book may use: all of Excel 2010, LibreOffice and Gnumeric.
var functions = []string{
	"ABS", "AND", "AVERAGE", "CHAR", "CHOOSE", "COLUMN", "COUNTIF", "DATE", "FIXED", "IF", "INDEX", "INT", "ISNUMBER",
	"LOG", "MATCH", "MAX", "MIN", "MOD", "MONTH", "OR",
	"ROUND", "ROW", "SUBSTITUTE", "SUM", "SUMPRODUCT", "YEAR",
}

var (
	quotedText   = regexp.MustCompile(`"(?:[^"]|"")*"`)
	quotedSheet  = regexp.MustCompile(`'(?:[^']|'')*'!`)
	functionName = regexp.MustCompile(`([A-Z_][A-Z0-9_.]*)\(`)
)

// Excel refuses a whole book for one formula that is too long, quotes too long a text, nests
// too deep or calls a function that it does not have.
func TestFormulasFitExcel(t *testing.T) {
	for name, p := range examples(t) {
		for part, text := range parts(t, write(t, p)) {
			if !strings.HasPrefix(part, "xl/worksheets/sheet") {
				continue
			}
			for _, found := range formulaCell.FindAllStringSubmatch(text, -1) {
				checkFormula(t, name+" "+part+"!"+found[1], unescaped(t, found[4]))
			}
		}
	}
}

func checkFormula(t *testing.T, where, formula string) {
	t.Helper()
	if n := len(utf16.Encode([]rune(formula))); n > 8192 {
		t.Errorf("%s: %d characters", where, n)
	}
	for _, text := range quotedText.FindAllString(formula, -1) {
		if n := len(utf16.Encode([]rune(strings.ReplaceAll(text[1:len(text)-1], `""`, `"`)))); n > 255 {
			t.Errorf("%s quotes a text of %d characters", where, n)
		}
	}
	bare := quotedSheet.ReplaceAllString(quotedText.ReplaceAllString(formula, `""`), "")
	for _, f := range functionName.FindAllStringSubmatch(bare, -1) {
		if !slices.Contains(functions, f[1]) {
			t.Errorf("%s calls %s", where, f[1])
		}
	}
	depth, deepest := 0, 0
	for _, r := range bare {
		switch r {
		case '(':
			depth++
			deepest = max(deepest, depth)
		case ')':
			depth--
		}
	}
	if depth != 0 || deepest > 60 {
		t.Errorf("%s: brackets %d deep, %d left open", where, deepest, depth)
	}
}

func unescaped(t *testing.T, text string) string {
	t.Helper()
	var out string
	if err := xml.Unmarshal([]byte("<x>"+text+"</x>"), &out); err != nil {
		t.Fatal(err)
	}
	return out
}

var definedName = regexp.MustCompile(`<definedName name="([^"]*)"[^>]*>([^<]*)<`)

// A name that is no name, or stands for nothing, makes Excel repair the book.
func TestNamesAreNames(t *testing.T) {
	form := regexp.MustCompile(`^in_[a-z0-9_]+$`)
	for name, p := range examples(t) {
		book := parts(t, write(t, p))["xl/workbook.xml"]
		seen, inputs := map[string]bool{}, 0
		for _, found := range definedName.FindAllStringSubmatch(book, -1) {
			if strings.HasPrefix(found[1], "_xlnm.") {
				continue
			}
			inputs++
			if !form.MatchString(found[1]) || seen[found[1]] || !strings.Contains(found[2], "!$") {
				t.Errorf("%s: the name %q stands for %q", name, found[1], found[2])
			}
			seen[found[1]] = true
		}
		if inputs < 50 {
			t.Errorf("%s: %d inputs have a name", name, inputs)
		}
	}
}

// A slider without the name of its sheet moves a cell of the first one.
func TestSlidersMoveTheirOwnSheet(t *testing.T) {
	link := regexp.MustCompile(`<x:FmlaLink>([^<]+)</x:FmlaLink>`)
	for name, p := range examples(t) {
		book := parts(t, write(t, p))
		links := link.FindAllStringSubmatch(book["xl/drawings/vmlDrawing1.vml"], -1)
		if len(links) != len(p.Channels) {
			t.Errorf("%s: %d sliders for %d channels", name, len(links), len(p.Channels))
		}
		for i, found := range links {
			want := `<definedName name="in_c` + strconv.Itoa(i+1) + `_slider">` + found[1] + "<"
			if !strings.Contains(book["xl/workbook.xml"], want) {
				t.Errorf("%s: slider %d moves %s, which is no percentage", name, i+1, found[1])
			}
		}
	}
}
