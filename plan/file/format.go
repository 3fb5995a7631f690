// Package file is the only code that opens a plan file: its format, its atomic
// replacement, the versions kept of it, and which plans were open lately.
package file

import (
	"bytes"
	"errors"
	"fmt"
	"strings"

	"arringa/model"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
)

// NewerError says that a file was written by a newer program; it was left untouched.
type NewerError struct{ Schema int }

func (e *NewerError) Error() string { return fmt.Sprintf("plan format %d is newer", e.Schema) }

// DamagedError says where a file stops being JSON.
type DamagedError struct{ Line, Column int }

func (e *DamagedError) Error() string {
	return fmt.Sprintf("damaged at line %d, column %d", e.Line, e.Column)
}

// MisfitError says where a file holds a value of the wrong type.
type MisfitError struct {
	Line  int
	Place string // "channels[2].figures.doubling_gain"
}

func (e *MisfitError) Error() string {
	return fmt.Sprintf("line %d: %s is not what belongs there", e.Line, e.Place)
}

// ErrNotPlan says that a file is something else than a plan.
var ErrNotPlan = errors.New("not a plan")

// InvalidError says that a plan cannot be computed or kept as it is.
type InvalidError struct{ Problems []model.Problem }

func (e *InvalidError) Error() string {
	return fmt.Sprintf("%d problems, the first: %s at %s", len(e.Problems), e.Problems[0].Code, e.Problems[0].Place)
}

// Decode reads a plan. What a plan written by hand leaves out is filled in: see
// Complete. Errors are NewerError, DamagedError, MisfitError, ErrNotPlan and
// InvalidError.
func Decode(data []byte) (model.Plan, error) {
	data = bytes.TrimPrefix(data, []byte("\xef\xbb\xbf")) // Notepad puts it there
	var head struct {
		Schema *int `json:"schema"`
	}
	if trimmed := bytes.TrimSpace(data); len(trimmed) > 0 && trimmed[0] != '{' {
		return model.Plan{}, ErrNotPlan
	}
	if err := json.Unmarshal(data, &head); err != nil {
		return model.Plan{}, explain(data, err)
	}
	switch {
	case head.Schema == nil:
		return model.Plan{}, ErrNotPlan
	case *head.Schema > model.Schema:
		return model.Plan{}, &NewerError{*head.Schema}
	}
	p := model.Plan{Company: model.Company{VAT: model.VAT{Rate: untold, Recovered: untold}}}
	if err := json.Unmarshal(data, &p); err != nil {
		return model.Plan{}, explain(data, err)
	}
	if len(p.Scenarios) > 0 {
		completeScenarios(p.Scenarios, data)
	}
	p = Complete(p)
	if *head.Schema < 2 {
		fromFirst(&p)
	}
	if problems := p.Problems(); len(problems) > 0 {
		return p, &InvalidError{problems}
	}
	return p, nil
}

// untold stands for a share that the file leaves out, where 0 says something.
const untold = -1

// explain turns the decoder's error into one that says where.
func explain(data []byte, err error) error {
	var syntax *jsontext.SyntacticError
	if errors.As(err, &syntax) {
		before := data[:min(int(syntax.ByteOffset), len(data))]
		return &DamagedError{Line: 1 + bytes.Count(before, []byte("\n")), Column: len(before) - bytes.LastIndexByte(before, '\n')}
	}
	var misfit *json.SemanticError
	if errors.As(err, &misfit) {
		line := 1 + bytes.Count(data[:min(int(misfit.ByteOffset), len(data))], []byte("\n"))
		return &MisfitError{Line: line, Place: place(misfit.JSONPointer)}
	}
	return err
}

// place writes /channels/2/figures as channels[2].figures.
func place(p jsontext.Pointer) string {
	var b strings.Builder
	for token := range p.Tokens() {
		switch {
		case strings.Trim(token, "0123456789") == "" && token != "":
			b.WriteString("[" + token + "]")
		case b.Len() > 0:
			b.WriteString("." + token)
		default:
			b.WriteString(token)
		}
	}
	return b.String()
}

// Encode writes a plan: the same plan gives the same bytes, members in a fixed order,
// one to a line unless they fit together.
func Encode(p model.Plan) ([]byte, error) {
	p.Schema = model.Schema
	compact, err := json.Marshal(&p, json.Deterministic(true), jsontext.AllowInvalidUTF8(true))
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	b.Grow(3 * len(compact))
	if err := layOut(&b, jsontext.Value(compact), 0); err != nil {
		return nil, err
	}
	b.WriteByte('\n')
	return b.Bytes(), nil
}

// lineWidth is how long a line of the file may be before its value is spread over
// several.
const lineWidth = 110

// layOut writes a value on one line if it fits, or else member by member.
func layOut(b *bytes.Buffer, v jsontext.Value, depth int) error {
	column := b.Len() - 1 - bytes.LastIndexByte(b.Bytes(), '\n')
	kind := v.Kind()
	if kind != '{' && kind != '[' {
		b.Write(v)
		return nil
	}
	if column+len(v) <= lineWidth && depth > 0 {
		spaced, err := jsontext.AppendFormat(nil, v, jsontext.SpaceAfterColon(true), jsontext.SpaceAfterComma(true))
		b.Write(spaced)
		return err
	}
	d := jsontext.NewDecoder(bytes.NewReader(v))
	if _, err := d.ReadToken(); err != nil {
		return err
	}
	b.WriteByte(byte(kind))
	for n := 0; d.PeekKind() != '}' && d.PeekKind() != ']'; n++ {
		if n > 0 {
			b.WriteByte(',')
		}
		b.WriteByte('\n')
		b.WriteString(strings.Repeat("  ", depth+1))
		if kind == '{' {
			name, err := d.ReadValue()
			if err != nil {
				return err
			}
			b.Write(name)
			b.WriteString(": ")
		}
		member, err := d.ReadValue()
		if err != nil {
			return err
		}
		if err := layOut(b, member.Clone(), depth+1); err != nil {
			return err
		}
	}
	b.WriteByte('\n')
	b.WriteString(strings.Repeat("  ", depth))
	b.WriteByte(byte(kind) + 2) // '{' and '[' are two before '}' and ']'
	return nil
}
