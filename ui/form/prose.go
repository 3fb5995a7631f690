// A long text, written in a dialog.

package form

import (
	"image"
	"strconv"
	"strings"
	"unicode/utf8"

	"arringa/ui/desk"
	"arringa/ui/draw"

	tea "charm.land/bubbletea/v2"
	"charm.land/huh/v2"
	"github.com/charmbracelet/x/ansi"
)

// prose is a dialog in which a longer text is written: a huh.Text. Esc asks before it leaves
// what was written.
type prose struct {
	*desk.Desk
	name, heading, help string
	area                image.Rectangle
	field               *huh.Text
	text, was           string
	take                func(string)
	draft               bool     // not touched yet: what is typed first takes its place
	lines               []string // of the text as they stand, without inks
	at                  image.Point
}

// mostLetters is the room for a text: more is not read at a board's table, and a cell of the
// workbook holds it with the figures filled in. An older text that is longer stays whole.
const mostLetters = 4000

// NewProse is a dialog in which a long text is written.
func NewProse(d *desk.Desk, name, heading, help, text string, draft bool, take func(string)) *prose {
	p := &prose{Desk: d, name: name, heading: heading, help: help, take: take, draft: draft, text: text, was: text}
	p.field = huh.NewText().ExternalEditor(false).CharLimit(max(mostLetters,
		utf8.RuneCountInString(text))).Value(&p.text)
	p.field.WithTheme(bareTheme{}).WithKeyMap(huhKeys())
	p.field.Focus() // the cursor does not blink: it is the terminal's
	return p
}

func (p *prose) ID() string    { return p.name }
func (p *prose) Title() string { return p.heading }

func (p *prose) Commands() []desk.Command {
	say, editor := &p.Say.App, len(textEditor()) > 0
	newLine := func() tea.Cmd { return p.write(tea.KeyPressMsg{Code: 'j', Mod: tea.ModCtrl}) }
	list := []desk.Command{
		{Scope: desk.Moves, Keys: []string{"enter", "ctrl+s"}, Name: say.Accept, Bar: true, Do: p.accept},
		{Keys: []string{"ctrl+j"}, Name: say.NewLine, Bar: true, Do: newLine},
		{Keys: []string{"ctrl+e"}, Name: say.Editor, Off: desk.Unless(editor, say.NoEditor), Bar: editor, Do: p.edit},
	}
	if p.text == p.was {
		return list
	}
	return append(list, desk.Command{Scope: desk.Moves, Keys: []string{"esc", "ctrl+c"}, Name: say.Close, Do: p.leave})
}

func (p *prose) accept() tea.Cmd {
	p.Close()
	p.take(p.text)
	return nil
}

// leave asks what becomes of a text that was written and not taken.
func (p *prose) leave() tea.Cmd {
	say := &p.Say.App
	p.Show(newConfirm(p.Desk, "leave", say.LeaveTitle, say.LeaveText,
		Choice{say.KeepIt, func() tea.Cmd { p.CloseBoth(); p.take(p.text); return nil }},
		Choice{say.DropIt, func() tea.Cmd { p.CloseBoth(); return nil }}))
	return nil
}

func (p *prose) Typing() bool { return true }

func (p *prose) Key(msg tea.KeyPressMsg) (tea.Cmd, bool) {
	switch msg.String() {
	case "ctrl+q": // who leaves the program leaves nothing behind
		if p.text != p.was {
			p.take(p.text)
		}
		return nil, false
	case "enter", "ctrl+s", "ctrl+j", "ctrl+e", "esc", "ctrl+c":
		return nil, false
	}
	p.begun(msg.Text != "")
	return p.write(msg), true
}

// write hands a key or a paste to huh. What comes of it is a blink of a cursor that is not
// shown, but for the clipboard, which comes back as a message of its own.
func (p *prose) write(msg tea.Msg) tea.Cmd {
	_, cmd := p.field.Update(msg)
	if k, ok := msg.(tea.KeyPressMsg); !ok || k.String() != "ctrl+v" || cmd == nil {
		return nil
	}
	return func() tea.Msg { return proseMsg{p, cmd()} }
}

// proseMsg is the result of a command of a text, for that text alone.
type proseMsg struct {
	to  *prose
	msg tea.Msg
}

func (p *prose) Hear(msg tea.Msg) tea.Cmd {
	m, mine := msg.(proseMsg)
	if !mine || m.to != p {
		return nil
	}
	switch msg := m.msg.(type) {
	case tea.BatchMsg:
		var cmds []tea.Cmd
		for _, c := range msg {
			if c != nil {
				cmds = append(cmds, func() tea.Msg { return proseMsg{p, c()} })
			}
		}
		return tea.Batch(cmds...)
	case editing:
		return p.editing(msg)
	case rewritten:
		p.rewritten(msg)
	default:
		p.field.Update(msg)
	}
	return nil
}

// begun ends the draft: a letter takes its place, any other key begins to change it.
func (p *prose) begun(letter bool) {
	if p.draft && letter {
		p.put("")
	}
	p.draft = false
}

// put replaces the text.
func (p *prose) put(text string) {
	p.text = text
	p.field.Value(&p.text)
}

func (p *prose) Paste(text string) {
	p.begun(true)
	was := utf8.RuneCountInString(p.text)
	p.write(tea.PasteMsg{Content: text})
	if utf8.RuneCountInString(p.text) < was+utf8.RuneCountInString(strings.ReplaceAll(text, "\r", "")) {
		p.Refuse(p.Say.App.TextFull.With("all", strconv.Itoa(mostLetters)))
	}
}

// Cursor is the terminal's own, where huh draws its block.
func (p *prose) Cursor() *tea.Cursor {
	return tea.NewCursor(p.area.Min.X+p.at.X, p.area.Min.Y+p.at.Y)
}

func (p *prose) Size(room image.Point) image.Point {
	return image.Pt(min(76, room.X), min(13, room.Y))
}

func (p *prose) Layout(area image.Rectangle) {
	p.area = area
	h := max(area.Dy()-3, 1)
	p.field.WithWidth(area.Dx()).WithHeight(h)
	view := strings.Split(p.field.View(), "\n")
	p.lines = make([]string, 0, h)
	for y, line := range view[:min(len(view), h)] {
		if before, _, here := strings.Cut(line, "\x1b[7"); here {
			p.at = image.Pt(ansi.StringWidth(before), y)
		}
		p.lines = append(p.lines, ansi.Strip(line))
	}
}

// Mouse goes up and down with the wheel.
func (p *prose) Mouse(msg tea.MouseMsg) tea.Cmd {
	if wheel, ok := msg.(tea.MouseWheelMsg); ok {
		if p.begun(false); wheel.Button == tea.MouseWheelUp {
			return p.write(tea.KeyPressMsg{Code: tea.KeyUp})
		}
		return p.write(tea.KeyPressMsg{Code: tea.KeyDown})
	}
	return nil
}

func (p *prose) Draw() draw.Block {
	w := p.area.Dx()
	body := draw.Text(w, p.lines...).Tall(max(p.area.Dy()-3, 1))
	ground, help, ink := p.Look.Field, p.help, p.Look.Dim
	switch n := utf8.RuneCountInString(p.text); {
	case p.draft:
		ground, help = p.Look.ChosenCell, p.Say.App.DraftHelp+" "+p.help
	case n > mostLetters*9/10:
		help, ink = p.Say.App.LettersLeft.With("n", strconv.Itoa(n), "all", strconv.Itoa(mostLetters)), p.Look.Warn
	}
	for i, line := range body.Lines {
		body.Lines[i] = ground.Paint(line)
	}
	return draw.Stack(body, draw.Blank(w, 1), draw.Within(w, 2, ink, help)).Tall(p.area.Dy())
}
