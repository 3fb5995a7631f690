package foreign_test

import (
	"encoding/json"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"arringa/ui/foreign"
)

func TestOnlyTextIsLeft(t *testing.T) {
	for in, want := range map[string]string{
		"Fiere & è € «x» – 100 %": "Fiere & è € «x» – 100 %",
		"a\tb\nc":                 "a\tb\nc",
		"a\r\nb\rc":               "a\nb�c",
		"\x1b]0;titolo\x07":       "�]0;titolo�",
		"\x1b]52;c;aGk=\x1b\\":    "�]52;c;aGk=�\\",
		"\x1b[2J\x1b[31mx\x1b[m":  "�[2J�[31mx�[m",
		"\x1bP+q544e\x1b\\":       "�P+q544e�\\",
		"\u009b31m\u0090x\u009c":  "�31m�x�",
		"\x00\x07\x08\x7f\u0085":  "�����",
		"euro\u202eolleb\u202c":   "euro�olleb�",
		"\u2066x\u2069":           "�x�",
		"a\u2028b\u2029c":         "a�b�c",
		"\xff\xc3(\xe2\x82":       "��(��",
		"cor\u00adto\u200b\ufeff": "corto",
		"a\u200db\u200e":          "ab",
		"👩\u200d🔧 \u200dx":        "👩\u200d🔧 x",
		"می\u200cخواهم":           "می\u200cخواهم",
		"x\U000e0041y":            "xy",
		"":                        "",
	} {
		if got := foreign.Plain(in); got != want {
			t.Errorf("%q is %q, want %q", in, got, want)
		}
	}
	if got := foreign.Line("a\tb\nc\r\nd"); got != "a b c d" {
		t.Errorf("on a line: %q", got)
	}
	bold := func(s string) int {
		if strings.HasPrefix(s, "\x1b[1m") {
			return 4
		}
		return 0
	}
	if got := foreign.Inked("\x1b[1mx\x1b[2m\x1b]0;\x1b", bold, true); got != "\x1b[1mx�[2m�]0;�" {
		t.Errorf("inked: %q", got)
	}
}

// What is JSON stays JSON of the same worth.
func TestJSONKeepsItsWorth(t *testing.T) {
	in := map[string]string{"a": "x\u009b31m\u202e\u2028\x7f\U000e0041\u200d 👩\u200d🔧 è\n\x1b\ufffd"}
	data, err := json.Marshal(in)
	if err != nil {
		t.Fatal(err)
	}
	escaped := foreign.JSON(data)
	if got := foreign.Plain(string(escaped)); got != string(escaped) {
		t.Errorf("not plain: %q", escaped)
	}
	var out map[string]string
	if err := json.Unmarshal(escaped, &out); err != nil || out["a"] != in["a"] {
		t.Errorf("%q: %v", out["a"], err)
	}
}

func TestTheWriterSaysWhatItTook(t *testing.T) {
	var b strings.Builder
	n, err := foreign.Writer{To: &b}.Write([]byte("a\x1b[m\u202eb"))
	if n != 8 || err != nil || b.String() != "a�[m�b" {
		t.Errorf("%d, %v, %q", n, err, b.String())
	}
}

// Plain text costs no memory.
func TestPlainTextIsNotCopied(t *testing.T) {
	const text = "Fiere all'estero: 12.500 € · 40% │ ▇▇▇ …\n"
	if n := testing.AllocsPerRun(100, func() { _ = foreign.Plain(text) }); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

func FuzzPlain(f *testing.F) {
	for _, s := range []string{"a\x1b[31mb", "\u202e\u200d\ufeff\xff", "👩\u200d🔧\r\n", "\u05d0\u200d\ufeff\u05d0"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got := foreign.Plain(s)
		if !utf8.ValidString(got) {
			t.Fatalf("%q is no UTF-8", got)
		}
		for _, r := range got {
			if r != '\n' && r != '\t' && (unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r)) {
				t.Fatalf("%q has %U", got, r)
			}
		}
		if again := foreign.Plain(got); again != got {
			t.Fatalf("%q becomes %q, and then %q", s, got, again)
		}
		if line := foreign.Line(s); strings.ContainsAny(line, "\n\t\r") {
			t.Fatalf("%q has a break", line)
		}
	})
}

func BenchmarkPlain(b *testing.B) {
	text := strings.Repeat("Fiere all'estero: 12.500 € · 40% │ ▇▇▇──── …\n", 40)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		_ = foreign.Plain(text)
	}
}
