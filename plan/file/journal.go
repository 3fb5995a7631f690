package file

import (
	"errors"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
)

// InHand is a text that somebody was writing and that is in no plan yet.
type InHand struct {
	Place string    `json:"place"` // where it belongs, as the screens name their places
	Where string    `json:"where"` // the same in words
	Text  string    `json:"text"`
	State string    `json:"state,omitzero"` // all of a form, as it reads it again; empty: the text is all
	When  time.Time `json:"when"`
}

// journalName is beside a plan's versions, so that it follows a plan that was renamed.
const journalName = "in-hand.json"

var errNoHome = errors.New("there is no folder of the program's own")

// WriteDown keeps the texts in hand of the plan at path, in the place of those kept before;
// none removes them. It fails as the file system does, and where there is a text and no Home.
func WriteDown(path string, texts []InHand) error {
	folder := versionsFolder(path)
	if folder == "" {
		if len(texts) == 0 {
			return nil
		}
		return errNoHome
	}
	at := filepath.Join(folder, journalName)
	if len(texts) == 0 {
		if err := disk.remove(at); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		return nil
	}
	texts = slices.Clone(texts)
	for i := range texts { // a terminal may send anything
		texts[i].Text = strings.ToValidUTF8(texts[i].Text, "\uFFFD")
		texts[i].State = strings.ToValidUTF8(texts[i].State, "\uFFFD")
	}
	data, err := json.Marshal(texts, jsontext.WithIndent("  "))
	if err != nil {
		return err
	}
	if _, err := disk.stat(folder); errors.Is(err, fs.ErrNotExist) {
		if err := (&history{folder: folder}).begin(path); err != nil {
			return err
		}
	}
	return replace(at, data)
}

// WrittenDown is what WriteDown kept of the plan at path; what cannot be read is as if never
// written.
func WrittenDown(path string) []InHand {
	folder := versionsFolder(path)
	if folder == "" {
		return nil
	}
	data, err := read(filepath.Join(folder, journalName))
	if err != nil {
		return nil
	}
	var texts []InHand
	if json.Unmarshal(data, &texts) != nil {
		return nil
	}
	return texts
}
