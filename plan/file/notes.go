// What ought to be said of a file that opens.

package file

import (
	"bytes"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"arringa/model"
	"arringa/templates"

	"github.com/go-json-experiment/json/jsontext"
)

// notes are what ought to be said of a file that was opened.
func notes(data []byte, p model.Plan, edited bool) []model.Problem {
	var found []model.Problem
	if edited {
		found = append(found, model.Problem{Code: model.EditedOutside, Severity: model.Doubt, Place: sealName})
	}
	d := jsontext.NewDecoder(bytes.NewReader(bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))))
	s := strangers{d: d}
	if s.value(reflect.TypeFor[model.Plan](), "") == nil { // it was read before
		found = append(found, s.found...)
	}
	return append(found, Unknown(p)...)
}

// explained puts the doubts about a file beside its problems: those about the place of the
// first problem before it.
func explained(problems, doubts []model.Problem) []model.Problem {
	row, _, _ := strings.Cut(problems[0].Place, ".")
	var before, after []model.Problem
	for _, d := range doubts {
		if at, _, _ := strings.Cut(d.Place, "."); at == row {
			before = append(before, d)
		} else {
			after = append(after, d)
		}
	}
	return slices.Concat(before, problems, after)
}

// Unknown lists the sectors and channels of a plan that are not in the catalogue, as doubts:
// a plan with them can be computed, but they get no figures of their own.
func Unknown(p model.Plan) []model.Problem {
	var found []model.Problem
	if id := p.Company.Sector; id != "" {
		if _, known := templates.FindSector(id); !known {
			var all []string
			for _, s := range templates.Sectors() {
				all = append(all, s.ID)
			}
			found = append(found, stranger(model.UnknownSector, "company", "sector", "company.sector", id, all))
		}
	}
	var catalogue []string
	for _, c := range templates.Channels() {
		catalogue = append(catalogue, string(c.ID))
	}
	known := slices.Clone(catalogue)
	for i, c := range p.Channels {
		known = append(known, string(c.ID))
		number, own := strings.CutPrefix(string(c.ID), "own-")
		if _, err := strconv.ParseUint(number, 10, 32); own && err == nil || slices.Contains(catalogue, string(c.ID)) {
			continue
		}
		place := "channels[" + strconv.Itoa(i) + "].id"
		found = append(found, stranger(model.UnknownChannel, "channels", "id", place, string(c.ID), catalogue))
	}
	row := func(list string, i int, id model.ChannelID) {
		if id != "" && !slices.Contains(known, string(id)) {
			place := list + "[" + strconv.Itoa(i) + "].channel"
			found = append(found, stranger(model.UnknownChannel, "", "channel", place, string(id), known))
			known = append(known, string(id)) // once is enough
		}
	}
	for i, t := range p.Trials {
		row("trials", i, t.Channel)
	}
	for i, a := range p.Actuals {
		row("actuals", i, a.Channel)
	}
	for i, h := range p.History {
		row("history", i, h.Channel)
	}
	for i, e := range p.Events {
		row("events", i, e.Channel)
	}
	return found
}

// stranger is a word that is not known; with the one that was probably meant.
func stranger(code model.Code, step, field, place, value string, known []string) model.Problem {
	p := model.Problem{Code: code, Severity: model.Doubt, Step: step, Field: field, Place: place,
		Values: map[string]any{"value": value}}
	if near := nearest(value, known); near != "" {
		p.Code, p.Values["near"] = model.Misspelt, near
	}
	return p
}

// strangers walks a plan file and finds the members that a plan does not have.
type strangers struct {
	d     *jsontext.Decoder
	found []model.Problem
}

// value reads the next value, which is to be a t; nil is anything.
func (s *strangers) value(t reflect.Type, place string) error {
	for t != nil && t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	switch kind := s.d.PeekKind(); {
	case kind == '{' && t != nil && t.Kind() == reflect.Struct:
		return s.object(t, place)
	case kind == '[' && t != nil && (t.Kind() == reflect.Slice || t.Kind() == reflect.Array):
		return s.list(t.Elem(), place)
	}
	return s.d.SkipValue()
}

func (s *strangers) list(t reflect.Type, place string) error {
	if _, err := s.d.ReadToken(); err != nil {
		return err
	}
	for i := 0; s.d.PeekKind() != ']'; i++ {
		if err := s.value(t, place+"["+strconv.Itoa(i)+"]"); err != nil {
			return err
		}
	}
	_, err := s.d.ReadToken()
	return err
}

func (s *strangers) object(t reflect.Type, place string) error {
	if _, err := s.d.ReadToken(); err != nil {
		return err
	}
	for s.d.PeekKind() != '}' {
		token, err := s.d.ReadToken()
		if err != nil {
			return err
		}
		name := token.String()
		inner, known := memberOf(t, name)
		at := strings.TrimPrefix(place+"."+name, ".")
		if !known && (place != "" || name != sealName) {
			s.found = append(s.found, stranger(model.UnknownMember, "", "", at, name, membersOf(t)))
		}
		if err := s.value(inner, at); err != nil {
			return err
		}
	}
	_, err := s.d.ReadToken()
	return err
}

// memberOf is the type of a struct's member.
func memberOf(t reflect.Type, name string) (reflect.Type, bool) {
	for i := range t.NumField() {
		if jsonName(t.Field(i)) == name && name != "" {
			return t.Field(i).Type, true
		}
	}
	return nil, false
}

func membersOf(t reflect.Type) []string {
	var names []string
	for i := range t.NumField() {
		names = append(names, jsonName(t.Field(i)))
	}
	return names
}

// jsonName is what a field is called in the file; empty for the one that holds the rest.
func jsonName(f reflect.StructField) string {
	name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
	return name
}

// nearest is the known word that differs from one by a letter or two; empty when none does.
func nearest(word string, known []string) string {
	best, least := "", min(2, (len(word)+1)/3)+1
	for _, k := range known {
		if n := apart(word, k); k != "" && n < least {
			best, least = k, n
		}
	}
	return best
}

// apart is how many letters must be changed, added or left out to make b of a.
func apart(a, b string) int {
	if len(a)-len(b) > 2 || len(b)-len(a) > 2 {
		return 3
	}
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		before := row[0]
		row[0] = i + 1
		for j := range len(b) {
			change := before
			if a[i] != b[j] {
				change++
			}
			before = row[j+1]
			row[j+1] = min(change, row[j+1]+1, row[j]+1)
		}
	}
	return row[len(b)]
}
