package file_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"arringa/model"
	"arringa/plan/file"
	"arringa/templates"

	"pgregory.net/rapid"
)

func TestEveryExampleIsWrittenAsTheProgramWritesIt(t *testing.T) {
	for _, e := range templates.Examples() {
		if !bytes.Equal(unsealed(encode(t, decode(t, e.Plan))), e.Plan) {
			t.Errorf("%s: reading and writing it gives other bytes", e.Name)
		}
	}
}

// unsealed is a plan file without its checksum, as somebody writes one by hand.
func unsealed(data []byte) []byte {
	text, _, _ := bytes.Cut(data, []byte(",\n  \"checksum\""))
	return append(bytes.Clone(text), "\n}\n"...)
}

func TestAPlanThatIsWrittenAndReadIsTheSamePlan(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var p model.Plan
		anything(t, reflect.ValueOf(&p).Elem())
		p.Schema = model.Schema
		data, err := file.EncodeAnything(p)
		if err != nil {
			t.Fatal(err)
		}
		back, err := file.Decode(data)
		if invalid := (*file.InvalidError)(nil); err != nil && !errors.As(err, &invalid) {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(p, back) {
			t.Fatalf("wrote\n%s\nread\n%+v", data, back)
		}
		again, err := file.EncodeAnything(back)
		if err != nil || !bytes.Equal(again, data) {
			t.Fatalf("wrote\n%s\nthen\n%s", data, again)
		}
	})
}

// anything fills a plan, field by field, with what its types allow, sensible or not.
// Nothing is left empty, since what is empty counts as left out.
func anything(t *rapid.T, v reflect.Value) {
	if month, ok := v.Addr().Interface().(*model.Month); ok {
		*month = model.Month(rapid.IntRange(1900*12, 9998*12).Draw(t, "month"))
		return
	}
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).Tag.Get("json") != "-" {
				anything(t, v.Field(i))
			}
		}
	case reflect.Pointer:
		if rapid.Bool().Draw(t, "there") {
			v.Set(reflect.New(v.Type().Elem()))
			anything(t, v.Elem())
		}
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), rapid.IntRange(0, 2).Draw(t, "n"), 2))
		fallthrough
	case reflect.Array:
		for i := range v.Len() {
			anything(t, v.Index(i))
		}
	case reflect.Map:
		if rapid.Bool().Draw(t, "more") {
			v.Set(reflect.MakeMap(v.Type()))
			value := reflect.New(v.Type().Elem()).Elem()
			if value.Kind() == reflect.Slice { // of a later version, as it was written
				value.SetBytes([]byte(rapid.SampledFrom([]string{"7", `"più"`, "null", "true", "1e300"}).Draw(t,
					"value")))
			} else {
				anything(t, value)
			}
			v.SetMapIndex(reflect.ValueOf("x_"+rapid.StringMatching("[a-z]{1,5}").Draw(t,
				"key")).Convert(v.Type().Key()), value)
		}
	case reflect.String:
		v.SetString(rapid.StringN(1, 12, 40).Draw(t, "text"))
	case reflect.Bool:
		v.SetBool(rapid.Bool().Draw(t, "yes"))
	case reflect.Int, reflect.Int64:
		v.SetInt(rapid.Int64Min(1).Draw(t, "whole"))
	case reflect.Uint8:
		v.SetUint(uint64(rapid.Byte().Draw(t, "byte")))
	case reflect.Float64:
		v.SetFloat(rapid.Float64Min(5e-324).Draw(t, "number"))
	default:
		t.Fatalf("a plan has a %s", v.Type())
	}
}

func TestNotepadsMarkAtTheStartIsNoDamage(t *testing.T) {
	e := templates.Examples()[0]
	if !reflect.DeepEqual(decode(t, append([]byte("\xef\xbb\xbf"), e.Plan...)), decode(t, e.Plan)) {
		t.Error("another plan came out")
	}
}

// What a later version of the program writes is kept wherever it stands, but for the
// multipliers of a scenario, which are pairs of figures and nothing else.
func TestWhatALaterVersionWroteIsKeptAtEveryLevel(t *testing.T) {
	p := example(t, "later")
	p.Scenarios = []model.Scenario{model.AsAssumed()}
	var tree any
	if err := json.Unmarshal(unsealed(encode(t, p)), &tree); err != nil {
		t.Fatal(err)
	}
	objects := 0
	each(tree, "", func(where string, o map[string]any) {
		if !strings.HasPrefix(where, ".scenarios.0.") {
			o["later"] = map[string]any{"where": where, "list": []any{1.5, "due"}}
			objects++
		}
	})
	grown, err := json.Marshal(tree)
	if err != nil {
		t.Fatal(err)
	}
	var kept any
	if err := json.Unmarshal(unsealed(encode(t, decode(t, grown))), &kept); err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(kept, tree) {
		each(kept, "", func(where string, o map[string]any) {
			if _, ok := o["later"]; !ok && !strings.HasSuffix(where, ".later") {
				t.Errorf("lost in %s", where)
			}
		})
		t.Error("the file is not what it was")
	}
	if objects < 100 {
		t.Errorf("only %d objects were tried", objects)
	}
}

// each calls f for every object in a JSON value, inner ones first.
func each(v any, where string, f func(string, map[string]any)) {
	switch v := v.(type) {
	case map[string]any:
		for name, member := range v {
			each(member, where+"."+name, f)
		}
		f(where, v)
	case []any:
		for i, member := range v {
			each(member, fmt.Sprintf("%s.%d", where, i), f)
		}
	}
}

func TestBytesThatAreNoTextDoNotKeepAPlanFromBeingSaved(t *testing.T) {
	p := example(t, "caff\xe8")
	if back := decode(t, encode(t, p)); back.Name != "caff\ufffd" {
		t.Errorf("the name came back as %q", back.Name)
	}
}

// A plan of the first format opens: what a channel adds is the catalogue's, a revenue that was the
// sector's estimate is gone, one that somebody typed stays. Written again, it is of the second.
func TestAPlanOfTheFirstFormatIsBroughtToTheSecond(t *testing.T) {
	old := `{"schema": 1, "start": "2027-01", "company": {"sector": "machinery", "revenue": {"cents": %s}},
		"budget_cents": 500000, "channels": [{"id": "remarketing", "amount_cents": 500000}, {"id": "seo", "figures": {"additional_share": {"low": 0.1, "base": 0.2, "high": 0.3}}}]}`
	p := decode(t, fmt.Appendf(nil, old, "1400000000"))
	if p.Company.Revenue.Cents != 0 {
		t.Errorf("a revenue of %d that nobody told", p.Company.Revenue.Cents)
	}
	if a := p.Channels[0].Figures.Additional; a.Low != 0.05 || a.Base != 0.1 || a.High != 0.4 ||
		a.Origin != model.Published {
		t.Errorf("%+v", a)
	}
	if a := p.Channels[1].Figures.Additional; a.Base != 0.2 || a.Origin != model.Judgement {
		t.Errorf("what was told: %+v", a)
	}
	if p = decode(t, fmt.Appendf(nil, old, "1300000000")); p.Company.Revenue.Cents != 1300000000 {
		t.Errorf("a typed revenue became %d", p.Company.Revenue.Cents)
	}
	if !strings.Contains(string(encode(t, p)), `"schema": 2`) {
		t.Error("it is not of the second format")
	}
}
