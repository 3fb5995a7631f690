package ui

import (
	"fmt"
	"math/rand/v2"
	"os"
	"reflect"
	"strconv"
	"strings"
	"testing"

	"arringa/model"
	"arringa/plan"
	"arringa/plan/file"
	"arringa/templates"
	"arringa/ui/desk"

	tea "charm.land/bubbletea/v2"
)

// monkeyEnv asks for the long form: so many events in all. .ci/reliability sets it.
const monkeyEnv = "ARRINGA_MONKEY_EVENTS"

// An episode is short enough that all of it can be undone.
const episode = 150

// Seeds that found something once.
var foundSeeds = []uint64{}

// Whatever is pressed, pasted, clicked, dragged or resized, on whatever step: no cent is
// lost, the frame is exactly the window, what would be saved opens again as it was, and undo
// goes all the way back to the same plan.
func TestTheMonkeyBreaksNothing(t *testing.T) {
	events := 6000
	if asked, err := strconv.Atoi(os.Getenv(monkeyEnv)); err == nil {
		events = asked
	}
	for _, seed := range foundSeeds {
		newMonkey(t, seed).plays(episode)
	}
	played := 0
	for seed := uint64(1); played < events; seed++ {
		newMonkey(t, seed).plays(episode)
		played += episode
	}
	if !t.Failed() { // a row of .ci/reliability
		t.Logf("figure | keys, pastes, clicks, drags and resizes at random | %d | 0 crashes, 0 cents lost, 0 plans that do not open again", played)
	}
}

// monkey sits before the program and knows nothing of it.
type monkey struct {
	*robot
	dice *rand.Rand
	seed uint64
	w, h int
	did  []string // the last events
	was  int      // the change count at the last look

	opened *plan.Editor // what holds the plan in hand
	begun  model.Plan   // as it was opened
}

func newMonkey(t *testing.T, seed uint64) *monkey {
	m := &monkey{dice: rand.New(rand.NewPCG(seed, 12)), seed: seed}
	m.w, m.h = m.between(60, 200), m.between(20, 60)
	t.Setenv("ARRINGA_HOME", t.TempDir())
	t.Setenv("PATH", "") // nothing is shown outside
	t.Chdir(t.TempDir())
	m.robot = restart(t, m.w, m.h, []string{"it", "en"}[m.dice.IntN(2)]).savesNever()
	return m
}

func (m *monkey) between(least, most int) int { return least + m.dice.IntN(most-least+1) }

func (m *monkey) oneOf(list []string) string { return list[m.dice.IntN(len(list))] }

var (
	monkeyKeys = strings.Fields("up down left right enter enter esc tab shift+tab space backspace delete home end pgup pgdown " +
		"f2 f3 f4 f5 f6 f7 f8 f9 f10 f11 f12 ? / m e l o p n t h i c x s v a j k = [ ] 0 1 2 3 5 7 9 , . % - ctrl+z ctrl+y ctrl+n ctrl+p ctrl+a " +
		"ctrl+g ctrl+d ctrl+t ctrl+l ctrl+j ctrl+o ctrl+right ctrl+left shift+right shift+left")
	monkeyTexts = []string{"12000", "1,2 mln", "-5", "0,1", "1e308", "140mila", "Fiere & C.", "{spend}", "‹x›",
		"\x1b]0;x\x07", "\u202eabc", "riga\nriga", "a\tb", "99999999999", "2027-03-15", "", "😀"}
)

// plays does so many things, looking after each, and then goes back.
func (m *monkey) plays(events int) {
	m.t.Helper()
	examples := templates.Examples()
	m.example(examples[m.dice.IntN(len(examples))].Name, string(desk.Walk[m.dice.IntN(len(desk.Walk))]))
	m.begins()
	for range events {
		m.does()
		if m.left {
			break
		}
		m.looks()
		if m.editor() != m.opened { // another plan was opened
			m.begins()
		}
	}
	for undone := true; undone; {
		_, undone = m.opened.Undo()
	}
	if !reflect.DeepEqual(m.opened.Plan(), m.begun) {
		m.fails("undo to the start gives another plan")
	}
}

func (m *monkey) begins() { m.opened, m.begun = m.editor(), m.editor().Plan() }

// does one thing.
func (m *monkey) does() {
	what := ""
	switch m.dice.IntN(14) {
	case 0:
		x, y := m.dice.IntN(m.w), m.dice.IntN(m.h)
		what = "drag from " + strconv.Itoa(x) + "," + strconv.Itoa(y)
		m.drags(x, y, min(x+m.dice.IntN(12), m.w-1), y)
	case 1:
		x, y := m.dice.IntN(m.w), m.dice.IntN(m.h)
		what = "wheel at " + strconv.Itoa(x) + "," + strconv.Itoa(y)
		m.gets(tea.MouseWheelMsg{X: x, Y: y, Button: []tea.MouseButton{tea.MouseWheelUp,
			tea.MouseWheelDown}[m.dice.IntN(2)]})
	case 2:
		m.w, m.h = m.between(50, 220), m.between(16, 70)
		what = "size " + strconv.Itoa(m.w) + "x" + strconv.Itoa(m.h)
		m.sized(m.w, m.h)
	case 3:
		text := m.oneOf(monkeyTexts)
		what = "paste " + strconv.Quote(text)
		m.gets(tea.PasteMsg{Content: text})
	case 4:
		text := m.oneOf(monkeyTexts)
		what = "type " + strconv.Quote(text)
		for _, letter := range text {
			m.gets(tea.KeyPressMsg{Code: letter, Text: string(letter)})
		}
	default:
		what = m.oneOf(monkeyKeys)
		m.types(what)
	}
	m.did = append(m.did[max(len(m.did)-12, 0):], what)
}

// looks checks what must always be true.
func (m *monkey) looks() {
	m.t.Helper()
	if wrong := m.misfit(m.w, m.h); wrong != "" {
		m.fails(wrong)
	}
	if !m.holdsPlan() || m.editor().Change() == m.was {
		return
	}
	m.was = m.editor().Change()
	p := m.plan()
	if p.Allocated()+p.Pot() != p.Budget || p.Pot() < 0 {
		m.fails(fmt.Sprintf("a cent is lost: %d + %d of %d", p.Allocated(), p.Pot(), p.Budget))
	}
	data, err := file.Encode(p)
	if err != nil {
		m.fails("the plan cannot be saved: " + err.Error())
	}
	again, err := file.Decode(data)
	if err != nil {
		m.fails("the plan saved does not open: " + err.Error())
	}
	if second, err := file.Encode(again); err != nil || string(second) != string(data) {
		m.fails("the plan saved opens as another one")
	}
}

func (m *monkey) fails(why string) {
	m.t.Helper()
	m.t.Fatalf("seed %d, after %s: %s\n%s", m.seed, strings.Join(m.did, ", "), why, m.screen())
}
