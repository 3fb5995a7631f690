package xlsx

// The way home: the plan inside a workbook, and what was changed in its cells since.

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"

	"arringa/model"
	"arringa/plan/file"
	"arringa/plan/xlsx/formula"
	"arringa/plan/xlsx/intake"
	"arringa/plan/xlsx/part"
	"arringa/templates"
)

// Why a workbook could not be read. Read returns one of these, or an error of plan/file when
// the plan inside is not one.
var (
	// ErrNotBook: no zip, or not of a workbook's parts.
	ErrNotBook = intake.ErrNotBook
	// ErrHostile: more parts, deeper or longer than any workbook of this program.
	ErrHostile = intake.ErrHostile
	// ErrNoPlan: another program's workbook, or one exported without its plan.
	ErrNoPlan = errors.New("no plan inside")
	// ErrTampered: the plan's checksum does not fit.
	ErrTampered = errors.New("the plan inside was damaged")
)

// Import is what came home with a workbook.
type Import struct {
	Plan  model.Plan // as it was exported
	Edits []Edit     // of the cells that may be edited, in the order of the sheets
	Lost  []string   // names of inputs that are gone, or hold no figure
}

// Edit is a cell that somebody changed since the export.
type Edit struct {
	Name     string          // of the cell: in_margin, in_amount_3
	Channel  model.ChannelID // whose figure it is; empty: the company's, the budget's or the role's
	Field    string          // the figure: margin, amount, contacts…
	Was, Now float64         // in the cell's unit: euro, shares, months
	Text     string          // the new scenario's name, where Field is scenario
	Label    string          // what the figure is called in the book, its channel included
	Cleared  bool            // the cell was emptied: nothing is known any more
	apply    func(*model.Plan)
}

// Rows reads the first sheet of a workbook as rows of texts, numbers as they are written in
// the file (a day is a number). It is bounded like Read, and evaluates nothing.
func Rows(r io.ReaderAt, size int64) ([][]string, error) { return intake.Rows(r, size) }

// Apply returns the plan with the edits in it; figures that were edited become the
// company's own. The plan may then have problems, like one that was typed: see
// model.Plan.Problems.
func Apply(p model.Plan, edits []Edit) model.Plan {
	p = p.Clone()
	for _, e := range edits {
		e.apply(&p)
	}
	return p
}

// Read reads a workbook that Write wrote, also one that was saved again by another program:
// the plan inside, and the inputs edited since, which are found by their names. It reads in
// bounded time and memory whatever it is given, and evaluates nothing.
func Read(r io.ReaderAt, size int64) (Import, error) {
	b, err := intake.Open(r, size)
	if err != nil {
		return Import{}, err
	}
	p, err := planInside(b)
	if err != nil {
		return Import{}, err
	}
	return editsOf(b, p)
}

// editsOf holds the cells that may be edited against the plan.
func editsOf(b *intake.Book, p model.Plan) (Import, error) {
	in := Import{Plan: p}
	list := inputs(p, templates.Language(p.Language))
	found, err := typed(b, list)
	if err != nil {
		return Import{}, err
	}
	for _, x := range list {
		at, named := b.Named("in_" + x.name)
		if !named || !b.HasSheet(at.Sheet) {
			in.Lost = append(in.Lost, x.name)
			continue
		}
		times := sliderOf(b, x, found)
		for i := range x.cells {
			e, changed, ok := x.compare(&in.Plan, i, found[at.Sheet][at.Cell(i)], times)
			switch {
			case !ok:
				in.Lost = append(in.Lost, x.name)
			case changed:
				in.Edits = append(in.Edits, e)
			}
		}
	}
	return in, nil
}

// sliderOf is by what an input's slider multiplies it; 1 where it has none.
func sliderOf(b *intake.Book, x input, found map[string]map[string]string) float64 {
	slider, ok := b.Named("in_" + x.slider)
	if !ok {
		return 1
	}
	percent, err := strconv.ParseFloat(found[slider.Sheet][slider.Cell(0)], 64)
	if err != nil || !(percent >= 0 && percent <= sliderMost) {
		return 1
	}
	return percent / 100
}

// typed reads what stands in the cells of inputs, by sheet.
func typed(b *intake.Book, list []input) (map[string]map[string]string, error) {
	wanted := map[string]map[string]bool{}
	want := func(name string, cells int) {
		at, ok := b.Named("in_" + name)
		if !ok || !b.HasSheet(at.Sheet) { // a sheet that is gone costs its own inputs alone
			return
		}
		if wanted[at.Sheet] == nil {
			wanted[at.Sheet] = map[string]bool{}
		}
		for i := range cells {
			wanted[at.Sheet][at.Cell(i)] = true
		}
	}
	for _, x := range list {
		want(x.name, x.cells)
		want(x.slider, 1)
	}
	found := map[string]map[string]string{}
	for sheet, cells := range wanted {
		values, err := b.Cells(sheet, cells)
		if err != nil {
			return nil, err
		}
		found[sheet] = values
	}
	return found, nil
}

// planInside reads the sheet that nobody sees.
func planInside(b *intake.Book) (model.Plan, error) {
	if !b.HasSheet(insideSheet) {
		return model.Plan{}, ErrNoPlan
	}
	head, err := b.Cells(insideSheet, map[string]bool{"A1": true, "A2": true, "A3": true})
	if err != nil {
		return model.Plan{}, err
	}
	n, err := strconv.Atoi(head["A3"])
	if head["A1"] != insideMark || err != nil || n < 1 || n > mostChunks {
		return model.Plan{}, ErrNoPlan
	}
	wanted := map[string]bool{}
	for i := range n {
		wanted[part.Ref(1, 4+i)] = true
	}
	chunks, err := b.Cells(insideSheet, wanted)
	if err != nil {
		return model.Plan{}, err
	}
	var text strings.Builder
	for i := range n {
		text.WriteString(chunks[part.Ref(1, 4+i)])
	}
	data, err := unpacked(text.String())
	if err != nil {
		return model.Plan{}, ErrTampered
	}
	if sum := sha256.Sum256(data); hex.EncodeToString(sum[:]) != head["A2"] {
		return model.Plan{}, ErrTampered
	}
	return file.Decode(data)
}

// unpacked is a plan file out of its chunks.
func unpacked(text string) ([]byte, error) {
	packed, err := base64.StdEncoding.DecodeString(text)
	if err != nil {
		return nil, err
	}
	unzip, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		return nil, err
	}
	return io.ReadAll(io.LimitReader(unzip, intake.MostBytes))
}

// compare holds a cell against the plan: whether it was changed, and whether it holds
// something to compare. Where there is a slider, times is by what it multiplies.
func (x input) compare(p *model.Plan, i int, text string, times float64) (Edit, bool, bool) {
	e := Edit{Name: x.name, Channel: x.channel, Field: x.field, Label: x.label}
	if x.cells > 1 {
		e.Label += x.part(i)
	}
	if x.choose != nil {
		e.Text = text
		e.apply = func(p *model.Plan) { x.choose(p, text) }
		return e, !strings.EqualFold(text, x.chosen(p)), text != ""
	}
	was, known := x.get(p, i)
	e.Was = was
	if text == "" {
		e.Cleared = true
		e.apply = func(p *model.Plan) { x.clear(p, i) }
		return e, known, x.clear != nil || !known
	}
	now, err := strconv.ParseFloat(text, 64)
	if err != nil || math.IsNaN(now) || math.IsInf(now, 0) {
		return e, false, false
	}
	if e.Now = now; times != 1 {
		e.Now = math.Round(now*times*100) / 100
	}
	e.apply = func(p *model.Plan) { x.set(p, i, e.Now) }
	return e, !known || !formula.Near(e.Was, e.Now), true
}

// String says what was changed, for logs and tests.
func (e Edit) String() string { return fmt.Sprintf("%s: %v -> %v", e.Name, e.Was, e.Now) }
