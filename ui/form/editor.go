// The system's editor, for long texts.

package form

import (
	"os"
	"os/exec"
	"strings"

	tea "charm.land/bubbletea/v2"
)

// textEditor is the person's own editor and its arguments; none where none is told: one that
// was not chosen is not easily left.
func textEditor() []string {
	for _, name := range []string{"VISUAL", "EDITOR"} {
		if words := strings.Fields(os.Getenv(name)); len(words) > 0 {
			return words
		}
	}
	return nil
}

// editing is a text that is on the disk, ready for the editor.
type editing struct {
	path string
	err  error
}

// rewritten is that text as the editor left it.
type rewritten struct {
	text string
	err  error
}

// edit opens the text in the person's editor, while the program waits.
func (p *prose) edit() tea.Cmd {
	text := p.text
	return func() tea.Msg {
		f, err := os.CreateTemp("", "arringa-*.txt")
		if err != nil {
			return proseMsg{p, editing{err: err}}
		}
		_, err = f.WriteString(text)
		if closed := f.Close(); err == nil {
			err = closed
		}
		return proseMsg{p, editing{f.Name(), err}}
	}
}

func (p *prose) editing(found editing) tea.Cmd {
	words := textEditor()
	if found.err != nil || len(words) == 0 {
		p.rewritten(rewritten{err: found.err})
		return nil
	}
	path := found.path
	return tea.ExecProcess(exec.Command(words[0], append(words[1:], path)...), func(err error) tea.Msg {
		text, unread := os.ReadFile(path)
		_ = os.Remove(path) // a file of our own in the temporary folder: the system clears it too
		if err == nil {
			err = unread
		}
		return proseMsg{p, rewritten{string(text), err}}
	})
}

func (p *prose) rewritten(found rewritten) {
	if found.err != nil {
		p.Refuse(p.Say.App.EditorFailed.With("why", found.err.Error()))
		return
	}
	p.draft = false
	p.put(strings.TrimRight(found.text, "\r\n"))
}
