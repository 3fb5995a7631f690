package xlsx

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"arringa/model"
	"arringa/plan/file"
)

// Why a workbook could not be read. Read returns one of these, or an error of plan/file when
// the plan inside is not one.
var (
	ErrNotBook  = errors.New("not a workbook")                 // no zip, or not of a workbook's parts
	ErrNoPlan   = errors.New("no plan inside")                 // another program's workbook, or one exported without its plan
	ErrTampered = errors.New("the plan inside was damaged")    // its checksum does not fit
	ErrHostile  = errors.New("larger than a workbook of ours") // more parts, deeper or longer than any workbook of this program
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
	apply    func(*model.Plan)
}

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
	z, err := zip.NewReader(r, size)
	if err != nil {
		return Import{}, ErrNotBook
	}
	if len(z.File) > mostParts {
		return Import{}, ErrHostile
	}
	b := reader{parts: map[string]*zip.File{}}
	for _, f := range z.File {
		b.parts[strings.TrimPrefix(f.Name, "/")] = f
	}
	if err := b.contents(); err != nil {
		return Import{}, err
	}
	p, err := b.plan()
	if err != nil {
		return Import{}, err
	}
	in := Import{Plan: p}
	wanted := map[string][]string{} // cells by sheet
	list := inputs(p)
	for _, x := range list {
		if at, ok := b.names[x.name]; ok {
			wanted[at.sheet] = append(wanted[at.sheet], at.cell)
		}
	}
	found := map[place]value{}
	for sheet, cells := range wanted {
		values, err := b.cells(sheet, cells)
		if err != nil {
			return Import{}, err
		}
		for cell, v := range values {
			found[place{sheet, cell}] = v
		}
	}
	for _, x := range list {
		at, named := b.names[x.name]
		v, ok := found[at]
		if !named || !ok {
			in.Lost = append(in.Lost, x.name)
			continue
		}
		if e, changed, ok := x.compare(p, v); !ok {
			in.Lost = append(in.Lost, x.name)
		} else if changed {
			in.Edits = append(in.Edits, e)
		}
	}
	return in, nil
}

// plan reads the sheet that nobody sees.
func (b *reader) plan() (model.Plan, error) {
	if _, ok := b.sheets["_piano"]; !ok {
		return model.Plan{}, ErrNoPlan
	}
	head, err := b.cells("_piano", []string{"A1", "A2", "A3"})
	if err != nil {
		return model.Plan{}, err
	}
	n, err := strconv.Atoi(head["A3"].text)
	if head["A1"].text != "arringa-plan-1" || err != nil || n < 1 || n > mostChunks {
		return model.Plan{}, ErrNoPlan
	}
	var refs []string
	for i := range n {
		refs = append(refs, "A"+strconv.Itoa(4+i))
	}
	chunks, err := b.cells("_piano", refs)
	if err != nil {
		return model.Plan{}, err
	}
	var text strings.Builder
	for _, at := range refs {
		text.WriteString(chunks[at].text)
	}
	packed, err := base64.StdEncoding.DecodeString(text.String())
	if err != nil {
		return model.Plan{}, ErrTampered
	}
	unzip, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		return model.Plan{}, ErrTampered
	}
	data, err := io.ReadAll(io.LimitReader(unzip, mostBytes))
	if err != nil {
		return model.Plan{}, ErrTampered
	}
	if sum := sha256.Sum256(data); hex.EncodeToString(sum[:]) != head["A2"].text {
		return model.Plan{}, ErrTampered
	}
	return file.Decode(data)
}

// compare holds a cell against the plan: whether it was changed, and whether it holds
// something to compare.
func (x input) compare(p model.Plan, v value) (Edit, bool, bool) {
	e := Edit{Name: x.name, Channel: x.channel, Field: x.field}
	if x.text != nil {
		e.Text = v.text
		was := x.text(p)
		e.apply = func(p *model.Plan) { x.setText(p, v.text) }
		return e, !strings.EqualFold(v.text, was), v.text != ""
	}
	now, err := strconv.ParseFloat(v.text, 64)
	if err != nil {
		return e, false, false
	}
	e.Was, e.Now = x.get(p), now
	e.apply = func(p *model.Plan) { x.set(p, now) }
	// Programs that save the book again write fifteen digits.
	off := e.Now - e.Was
	limit := 1e-13 * max(e.Was, -e.Was)
	return e, off > limit || -off > limit, true
}

func (e Edit) String() string { return fmt.Sprintf("%s: %v -> %v", e.Name, e.Was, e.Now) }
