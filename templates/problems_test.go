package templates

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"reflect"
	"strconv"
	"testing"

	"arringa/model"
)

// codes are the constants of the type Code in the files that match.
func codes(t *testing.T, pattern string) []string {
	t.Helper()
	var found []string
	paths, err := filepath.Glob(pattern)
	if err != nil || len(paths) == 0 {
		t.Fatalf("%s: %v", pattern, err)
	}
	for _, path := range paths {
		source, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(source, func(n ast.Node) bool {
			spec, ok := n.(*ast.ValueSpec)
			if !ok {
				return true
			}
			kind, _ := spec.Type.(*ast.Ident)
			if outside, ok := spec.Type.(*ast.SelectorExpr); ok {
				kind = outside.Sel
			}
			if kind != nil && kind.Name == "Code" {
				for _, v := range spec.Values {
					text, err := strconv.Unquote(v.(*ast.BasicLit).Value)
					if err != nil {
						t.Fatal(err)
					}
					found = append(found, text)
				}
			}
			return true
		})
	}
	return found
}

// Whatever can be wrong with a plan, both languages have a sentence for it.
func TestEveryProblemHasWords(t *testing.T) {
	kept := codes(t, "../model/problem*.go")
	told := codes(t, "../plan/*.go")
	if len(kept) < 13 || len(told) < 30 {
		t.Fatalf("found %v and %v", kept, told)
	}
	for _, tag := range []string{"it", "en"} {
		say := Language(tag)
		for _, code := range kept {
			if say.Errors.Problems[code] == "" {
				t.Errorf("%s: no words for %s", tag, code)
			}
		}
		for _, code := range told {
			if say.Board.Problems[code] == "" && say.Progress.Problems[code] == "" && say.Trials.Warnings[code] == "" {
				t.Errorf("%s: no words for %s", tag, code)
			}
		}
	}
}

// spoilt fills a value with what no plan may hold, its lists with n rows.
func spoilt(v reflect.Value, n int) {
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).Name != "Extra" {
				spoilt(v.Field(i), n)
			}
		}
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		spoilt(v.Elem(), n)
	case reflect.Slice:
		if v.Type().Elem().Kind() == reflect.Struct || v.Type().Elem().Kind() == reflect.Uint8 {
			v.Set(reflect.MakeSlice(v.Type(), n, n))
		}
		fallthrough
	case reflect.Array:
		for i := range min(v.Len(), 2) {
			spoilt(v.Index(i), 1)
		}
	case reflect.String:
		v.SetString("?")
	case reflect.Int, reflect.Int64:
		v.SetInt(-7)
	case reflect.Float64:
		v.SetFloat(-7)
	}
}

// A refusal never names a member of the file: every field that can be wrong has words.
func TestEveryFieldThatCanBeWrongHasAName(t *testing.T) {
	fields := map[string]bool{}
	for _, n := range []int{1, 2, model.MaxRows + 1} {
		var p model.Plan
		spoilt(reflect.ValueOf(&p).Elem(), n)
		for _, found := range p.Problems() {
			fields[found.Field] = true
		}
	}
	limits := model.Plan{Channels: []model.Channel{{AtLeast: 2, AtMost: 1}, {Amount: 1}}}
	limits.Actuals, limits.History = make([]model.Actual, 2), make([]model.Past, 2)
	for _, found := range limits.Problems() {
		fields[found.Field] = true
	}
	if len(fields) < 60 {
		t.Fatalf("only %d fields: %v", len(fields), fields)
	}
	for _, tag := range []string{"it", "en"} {
		for field := range fields {
			if Language(tag).Errors.Members[field] == "" {
				t.Errorf("%s: no words for %q", tag, field)
			}
		}
	}
}
