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

// Error implements error.
func (e *NewerError) Error() string { return fmt.Sprintf("plan format %d is newer", e.Schema) }

// DamagedError says where a file stops being JSON.
type DamagedError struct{ Line, Column int }

// Error implements error.
func (e *DamagedError) Error() string {
	return fmt.Sprintf("damaged at line %d, column %d", e.Line, e.Column)
}

// MisfitError says where a file holds a value of the wrong type.
type MisfitError struct {
	Line  int
	Place string // "channels[2].figures.doubling_gain"
}

// Error implements error.
func (e *MisfitError) Error() string {
	return fmt.Sprintf("line %d: %s is not what belongs there", e.Line, e.Place)
}

// ErrNotPlan says that a file is something else than a plan.
var ErrNotPlan = errors.New("not a plan")

// InvalidError says that a plan cannot be computed or kept as it is. Of a file that was read
// it also has what may be the reason, first where it stands in the same row: a channel whose
// name is misspelt has no figures.
type InvalidError struct{ Problems []model.Problem }

// Error implements error.
func (e *InvalidError) Error() string {
	return fmt.Sprintf("%d problems, the first: %s at %s", len(e.Problems), e.Problems[0].Code, e.Problems[0].Place)
}

// Decode reads a plan. What a plan written by hand leaves out is filled in: see
// Complete. Errors are NewerError, DamagedError, MisfitError, ErrNotPlan and
// InvalidError.
func Decode(data []byte) (model.Plan, error) {
	p, _, err := decode(data)
	return p, err
}

// decode also says whether the plan has a checksum that does not fit: somebody changed the
// file outside the program, or the disk did.
func decode(data []byte) (p model.Plan, edited bool, err error) {
	data = bytes.TrimPrefix(data, []byte("\xef\xbb\xbf")) // Notepad puts it there
	var head struct {
		Schema *int `json:"schema"`
	}
	if trimmed := bytes.TrimSpace(data); len(trimmed) > 0 && trimmed[0] != '{' {
		return p, false, ErrNotPlan
	}
	if err := json.Unmarshal(data, &head); err != nil {
		return p, false, explain(data, err)
	}
	switch {
	case head.Schema == nil:
		return p, false, ErrNotPlan
	case *head.Schema > model.Schema:
		return p, false, &NewerError{*head.Schema}
	}
	p.Company.VAT = model.VAT{Rate: untold, Recovered: untold}
	if err := json.Unmarshal(data, &p); err != nil {
		return model.Plan{}, false, explain(data, err)
	}
	edited = unsealed(&p) && !asWritten(data)
	if len(p.Scenarios) > 0 {
		completeScenarios(p.Scenarios, data)
	}
	p = Complete(p)
	if *head.Schema < 2 {
		fromFirst(&p)
	}
	if problems := p.Problems(); len(problems) > 0 {
		return p, edited, &InvalidError{explained(problems, notes(data, p, edited))}
	}
	return p, edited, nil
}

// untold stands for a share that the file leaves out, where 0 says something.
const untold = -1

// explain turns the decoder's error into one that says where.
func explain(data []byte, err error) error {
	var syntax *jsontext.SyntacticError
	if errors.As(err, &syntax) {
		before := data[:min(int(syntax.ByteOffset), len(data))]
		return &DamagedError{Line: 1 + bytes.Count(before, []byte("\n")),
			Column: len(before) - bytes.LastIndexByte(before, '\n')}
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
// one to a line unless they fit together, and a checksum of them at the end. It fails with
// InvalidError where Decode would: what is written can be read again.
func Encode(p model.Plan) ([]byte, error) {
	if problems := p.Problems(); len(problems) > 0 {
		return nil, &InvalidError{problems}
	}
	return encode(p)
}

func encode(p model.Plan) ([]byte, error) {
	p.Schema = model.Schema
	unsealed(&p)
	compact, err := json.Marshal(&p, json.Deterministic(true), jsontext.AllowInvalidUTF8(true))
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	b.Grow(3 * len(compact))
	layOut(&b, compact, 0)
	b.WriteByte('\n')
	return sealed(b.Bytes()), nil
}

// lineWidth is how long a line of the file may be before its value is spread over
// several.
const lineWidth = 110

// layOut writes a value, which is without blanks, on one line if it fits, or else member by
// member.
func layOut(b *bytes.Buffer, v []byte, depth int) {
	if v[0] != '{' && v[0] != '[' {
		b.Write(v)
		return
	}
	if column := b.Len() - 1 - bytes.LastIndexByte(b.Bytes(), '\n'); column+len(v) <= lineWidth && depth > 0 {
		spaced(b, v)
		return
	}
	b.WriteByte(v[0])
	for rest := v[1 : len(v)-1]; len(rest) > 0; {
		lineAt(b, depth+1)
		if v[0] == '{' {
			n := valueEnd(rest)
			b.Write(rest[:n])
			b.WriteString(": ")
			rest = rest[n+1:]
		}
		n := valueEnd(rest)
		layOut(b, rest[:n], depth+1)
		if rest = rest[n:]; len(rest) > 0 {
			b.WriteByte(',')
			rest = rest[1:]
		}
	}
	lineAt(b, depth)
	b.WriteByte(v[len(v)-1])
}

func lineAt(b *bytes.Buffer, depth int) {
	b.WriteByte('\n')
	for range depth {
		b.WriteString("  ")
	}
}

// spaced writes a value on one line, with a blank after colons and commas.
func spaced(b *bytes.Buffer, v []byte) {
	for len(v) > 0 {
		n := 1
		if v[0] == '"' {
			n = valueEnd(v)
		}
		b.Write(v[:n])
		if v[0] == ',' || v[0] == ':' {
			b.WriteByte(' ')
		}
		v = v[n:]
	}
}

// valueEnd is where the value ends with which v begins.
func valueEnd(v []byte) int {
	open := 0
	for i := 0; i < len(v); i++ {
		switch v[i] {
		case '"':
			for i++; v[i] != '"'; i++ {
				if v[i] == '\\' {
					i++
				}
			}
			if open == 0 {
				return i + 1
			}
		case '{', '[':
			open++
		case '}', ']':
			if open--; open == 0 {
				return i + 1
			}
		case ',', ':':
			if open == 0 {
				return i
			}
		}
	}
	return len(v)
}
