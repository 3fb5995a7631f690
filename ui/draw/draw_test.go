package draw_test

import (
	"math"
	"strings"
	"testing"

	"arringa/ui/draw"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"
)

func exact(t interface {
	Helper()
	Fatalf(string, ...any)
}, b draw.Block, w, h int) {
	t.Helper()
	if b.W != w || b.H() != h {
		t.Fatalf("block is %d×%d, want %d×%d", b.W, b.H(), w, h)
	}
	for i, line := range b.Lines {
		if got := ansi.StringWidth(line); got != w {
			t.Fatalf("line %d is %d cells, want %d: %q", i, got, w, line)
		}
	}
}

// words draws text with everything that makes measuring hard.
func words() *rapid.Generator[string] {
	return rapid.StringOfN(rapid.SampledFrom([]rune("abc àèé … ━● 漢字 🎉 é\u0301")), 0, 60, -1)
}

func TestEveryLineHasItsCells(t *testing.T) {
	ink := draw.NewInk(lipgloss.NewStyle().Foreground(lipgloss.Color("#1B8A8F")).Bold(true))
	rapid.Check(t, func(t *rapid.T) {
		w := rapid.IntRange(1, 90).Draw(t, "w")
		a, b := words().Draw(t, "a"), words().Draw(t, "b")
		exact(t, draw.Text(w, a, ink.Paint(b)), w, 2)
		exact(t, draw.Text(w, draw.FitRight(a, w), draw.Fit(b, w)), w, 2)
		p := draw.Paragraph(w, ink, a+"\n"+b)
		exact(t, p, w, p.H())
		left := rapid.IntRange(1, 40).Draw(t, "left")
		exact(t, draw.Beside(draw.Text(left, a), p), left+w, max(1, p.H()))
		exact(t, draw.Stack(draw.Text(w, a), draw.Text(left, b)), w, 2)
		exact(t, draw.Text(w, draw.Bar(w, rapid.Float64Range(-1, 2).Draw(t, "share"), ink, draw.Ink{})), w, 1)
		full := rapid.Int64Range(1, 1e12).Draw(t, "full")
		s := draw.Slider(w, rapid.Int64Range(0, full).Draw(t, "v"), full, draw.SliderLook{Fill: ink, ThumbSign: "●"},
			draw.Mark{At: full / 2, Sign: "◆"}, draw.Mark{At: full / 3, Sign: "┆", Ink: ink})
		exact(t, draw.Block{W: w, Lines: []string{s}}, w, 1)
		exact(t, draw.Curve(w, 5, 10, 3, math.Sqrt, ink, ink, draw.Dot{X: 4, Y: 2, Sign: "●"}), w, 5)
	})
}

func TestTheThumbFollowsTheMouse(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := rapid.IntRange(2, 80).Draw(t, "w")
		full := rapid.Int64Range(1000, 1e11).Draw(t, "full")
		x := rapid.IntRange(0, w-1).Draw(t, "x")
		s := ansi.Strip(draw.Slider(w, draw.SliderAt(x, w, full), full, draw.SliderLook{ThumbSign: "●"}))
		if at := strings.Index(strings.NewReplacer("━", "x", "─", "x").Replace(s), "●"); at != x {
			t.Fatalf("pressed cell %d, thumb in cell %d", x, at)
		}
	})
}

func TestInksMix(t *testing.T) {
	ground := draw.NewInk(lipgloss.NewStyle().Background(lipgloss.Color("#222222")))
	text := draw.NewInk(lipgloss.NewStyle().Foreground(lipgloss.Color("#ff0000")))
	if got := text.Over(ground).Paint("x"); !strings.Contains(got, "48;2;34;34;34") || !strings.Contains(got,
		"38;2;255;0;0") {
		t.Errorf("%q", got)
	}
	if got := (draw.Ink{}).Paint("x"); got != "x" {
		t.Errorf("%q", got)
	}
}

// By eye: a square root from 0 to 16, top 4, on 8 × 4 cells rises fast and flattens.
func TestACurveLooksLikeOne(t *testing.T) {
	got := draw.Curve(8, 4, 16, 4, math.Sqrt, draw.Ink{}, draw.Ink{}, draw.Dot{X: 16, Y: 4, Sign: "●"}).String()
	want := "   ⢀⣠⠤⠖●\n ⣠⠖⠋    \n⣸⠁      \n────────"
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// A frame carries text and inks: the sequences of an ink pass, others are shown, and a line is
// measured as it is shown.
func TestOnlyInksSteerTheTerminal(t *testing.T) {
	ink := draw.NewInk(lipgloss.NewStyle().Bold(true).Foreground(lipgloss.Color("#123456")))
	painted := ink.Paint("x")
	if painted == "x" || draw.Clean(painted) != painted || draw.Width(painted) != 1 {
		t.Errorf("%q", draw.Clean(painted))
	}
	const foreign = "a\x1b[8mb\x1b]0;c\x07\u202e\nd"
	for got, want := range map[string]string{
		draw.Clean(foreign): "a�[8mb�]0;c��\nd", draw.Fit(foreign, 16): "a�[8mb�]0;c�� d ",
		draw.FitRight(foreign, 16): " a�[8mb�]0;c�� d",
		draw.Cut(foreign, 1, 5):    "�[8m", draw.Fit(painted+foreign, 4): painted + "a�…",
		strings.Join(draw.Wrap("a\x1b[8m b\tc\nd", 9), "|"): "a�[8m b c|d",
	} {
		if got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	if n := draw.Width(foreign); n != 15 {
		t.Errorf("%d cells", n)
	}
}

// A text that is longer than its room says so, and never ends in a bare separator.
func TestALongTextEndsInAnEllipsis(t *testing.T) {
	for _, x := range []struct {
		w, h       int
		text, want string
	}{
		{20, 2, "uno due tre quattro cinque", "uno due tre quattro |cinque              "},
		{20, 1, "uno due tre quattro cinque", "uno due tre …       "},
		{12, 1, "uno due ◆ · tre quattro", "uno due …   "},
		{6, 1, "precipitevolissimevolmente", "prec …"},
		{8, 2, "uno", "uno     |        "},
	} {
		b := draw.Within(x.w, x.h, draw.Ink{}, x.text)
		if got := strings.Join(b.Lines, "|"); got != x.want {
			t.Errorf("%q in %d × %d is %q, not %q", x.text, x.w, x.h, got, x.want)
		}
	}
}
