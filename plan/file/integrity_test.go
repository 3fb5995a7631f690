package file_test

import (
	"bytes"
	"errors"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"arringa/model"
	"arringa/plan/file"
	"arringa/templates"
)

// said are the codes of what Open has to say.
func said(f *file.File) map[model.Code]int {
	codes := map[model.Code]int{}
	for _, n := range f.Notes() {
		codes[n.Code]++
	}
	return codes
}

func TestAPlanAsTheProgramWroteItHasNothingToSay(t *testing.T) {
	for _, e := range templates.Examples() {
		path := place(t)
		create(t, path, decode(t, e.Plan))
		if f, _ := open(t, path); len(f.Notes()) > 0 {
			t.Errorf("%s: %+v", e.Name, f.Notes())
		}
	}
}

func TestAPlanOfAnEarlierProgramOpensWithoutAWord(t *testing.T) {
	path := place(t)
	data := unsealed(encode(t, example(t, "di prima")))
	write(t, path, data)
	f, p := open(t, path)
	if len(f.Notes()) > 0 || !reflect.DeepEqual(p, example(t, "di prima")) {
		t.Errorf("%+v", f.Notes())
	}
	if err := f.Save(p); err != nil {
		t.Fatal(err)
	}
	if !bytes.Contains(contents(t, path), []byte("\"checksum\": \"sha256:")) {
		t.Error("saved without a checksum")
	}
}

func TestAHandEditIsAllowedAndSaidUntilTheNextSave(t *testing.T) {
	path := place(t)
	create(t, path, example(t, "prima"))
	write(t, path, bytes.Replace(contents(t, path), []byte(`"name": "prima"`), []byte(`"name": "dopo"`), 1))
	f, p := open(t, path)
	if p.Name != "dopo" || said(f)[model.EditedOutside] != 1 {
		t.Fatalf("%q, %+v", p.Name, f.Notes())
	}
	if err := f.Save(p); err != nil {
		t.Fatal(err)
	}
	if f, _ := open(t, path); len(f.Notes()) > 0 {
		t.Errorf("after a save: %+v", f.Notes())
	}
}

// Any bit flipped, any end cut off: the file is refused, or it is said that it was changed,
// or that a member is unknown; never is another plan taken for what was saved.
func TestNoFlippedBitAndNoMissingEndGoesUnnoticed(t *testing.T) {
	path := place(t)
	p := example(t, "intero")
	p.Channels, p.Gap = p.Channels[:1], nil
	whole := encode(t, p)
	try := func(what string, at int, data []byte) {
		write(t, path, data)
		f, _, err := file.Open(path)
		if err == nil && len(f.Notes()) == 0 {
			t.Errorf("%s at %d of %d: nothing was said", what, at, len(whole))
		}
	}
	dice := rand.New(rand.NewPCG(1, 2))
	for range often(500) {
		bit := dice.IntN(8 * len(whole))
		data := bytes.Clone(whole)
		data[bit/8] ^= 1 << (bit % 8)
		try("bit", bit, data)
	}
	seal := bytes.LastIndex(whole, []byte("checksum")) - 8
	for at := seal; at < len(whole); at++ { // where the checksum itself is hurt
		data := bytes.Clone(whole)
		data[at] ^= 1 << (at % 8)
		try("byte", at, data)
	}
	for cut := range len(whole) - seal {
		try("end", len(whole)-1-cut, whole[:len(whole)-1-cut])
	}
	for range often(500) / 5 {
		n := dice.IntN(len(whole))
		try("end", n, whole[:n])
	}
	figure(t, "bits flipped in a plan", often(500)+len(whole)-seal, "0 taken for what was saved")
	figure(t, "plans cut off", often(500)/5+len(whole)-seal, "0 taken for what was saved")
}

// What is misspelt or unknown is said, with its place and the word that was probably meant.
func TestMisspeltAndUnknownWordsAreListed(t *testing.T) {
	path := place(t)
	figures := `"figures": {
      "reference_cents_per_month": 100000, "doubling_gain": {"value": 0.5}, "half_life_months": {"value": 1},
      "contacts_per_month": {"low": 3, "base": 4, "high": 5, "bas": 4}}`
	write(t, path, []byte(`{
  "schema": 1, "start": "2027-01", "budgit_cents": 5, "colore": "blu",
  "company": {"sector": "machinary", "kind": "b2b"},
  "budget_cents": 10000,
  "channels": [
    {"id": "search_adds", "amoult_cents": 500, `+strings.Replace(figures, `, "bas": 4`, "", 1)+`},
    {"id": "own-1", "name": "Nostro", `+figures+`},
    {"id": "zeppelin", `+strings.Replace(figures, `, "bas": 4`, "", 1)+`}
  ],
  "scenarios": [{"id": "s", "cost": {"by": 2, "gradul": true}}],
  "actuals": [{"channel": "semi_ads", "month": "2027-01"}, {"channel": "mongolfiera", "month": "2027-01"}]
}`))
	f, _ := open(t, path)
	got := map[string]string{}
	for _, n := range f.Notes() {
		near, _ := n.Values["near"].(string)
		got[n.Place] = string(n.Code) + " " + near
		if n.Severity != model.Doubt {
			t.Errorf("%s: severity %d", n.Place, n.Severity)
		}
	}
	want := map[string]string{
		"budgit_cents": "misspelt budget_cents", "colore": "unknown_member ", "company.sector": "misspelt machinery",
		"channels[0].id": "misspelt search_ads", "channels[0].amoult_cents": "misspelt amount_cents",
		"channels[1].figures.contacts_per_month.bas": "misspelt base", "channels[2].id": "unknown_channel ",
		"scenarios[0].cost.gradul": "misspelt gradual",
		"actuals[0].channel":       "unknown_channel ", "actuals[1].channel": "unknown_channel ",
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got  %v\nwant %v", got, want)
	}
}

// A misspelt channel has no figures of the catalogue: the reason is said before what follows.
func TestWhyAPlanIsRefusedIsSaidFirst(t *testing.T) {
	_, err := file.Decode([]byte(`{"schema": 1, "start": "2027-01", "x": 1,
		"channels": [{"id": "seo"}, {"id": "search_adds"}]}`))
	var invalid *file.InvalidError
	if !errors.As(err, &invalid) {
		t.Fatalf("got %v", err)
	}
	if first := invalid.Problems[0]; first.Code != model.Misspelt || first.Place != "channels[1].id" {
		t.Errorf("first: %+v", first)
	}
	if last := invalid.Problems[len(invalid.Problems)-1]; last.Code != model.UnknownMember || last.Place != "x" {
		t.Errorf("last: %+v", last)
	}
}

// The checksum is of the file, not of the plan: it is never carried along.
func TestTheChecksumIsNoMemberOfThePlan(t *testing.T) {
	p := decode(t, encode(t, example(t, "uno")))
	if len(p.Extra) > 0 {
		t.Errorf("kept: %v", p.Extra)
	}
	p.Extra = model.Extra{"checksum": []byte(`"sha256:falso"`), "x_later": []byte("1")}
	data := encode(t, p)
	if n := strings.Count(string(data), `"checksum"`); n != 1 {
		t.Errorf("the file has %d", n)
	}
	decode(t, data)
}
