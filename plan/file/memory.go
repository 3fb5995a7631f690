// What the program remembers between runs.

package file

import (
	"os"
	"path/filepath"
	"slices"
	"time"

	"arringa/model"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
)

// Home is the folder of what the program remembers: $ARRINGA_HOME, or arringa in the
// user's configuration folder. Empty when there is none; then nothing is remembered.
func Home() string {
	if home := os.Getenv("ARRINGA_HOME"); home != "" {
		return home
	}
	config, err := os.UserConfigDir()
	if err != nil {
		return ""
	}
	return filepath.Join(config, "arringa")
}

// Recent is a plan that was open lately.
type Recent struct {
	Path   string      `json:"path"`
	Name   string      `json:"name"`
	Start  model.Month `json:"start"`
	Budget model.Money `json:"budget_cents"`
	When   time.Time   `json:"when"`
	Gone   bool        `json:"-"` // the file is not there now
}

// Memory is what the program remembers between runs.
type Memory struct {
	Language string   `json:"language,omitzero"` // it or en; empty: never asked
	Theme    string   `json:"theme,omitzero"`    // auto, dark or light
	Recent   []Recent `json:"recent,omitzero"`   // the latest first
	Books    []Book   `json:"books,omitzero"`    // workbooks written, the latest first
}

const mostRecent = 12

// Recall reads the memory; what cannot be read is as if never written.
func Recall() Memory {
	var m Memory
	if data, err := os.ReadFile(filepath.Join(Home(), "memory.json")); err == nil && Home() != "" {
		_ = json.Unmarshal(data, &m)
	}
	for i := range m.Recent {
		_, err := os.Stat(m.Recent[i].Path)
		m.Recent[i].Gone = err != nil
	}
	return m
}

// Change reads the memory, lets f change it and writes it back, unless there is no Home.
func Change(f func(*Memory)) error {
	if Home() == "" {
		return nil
	}
	if err := disk.mkdir(Home()); err != nil {
		return err
	}
	path := filepath.Join(Home(), "memory.json")
	unlock, err := lock(path)
	if err != nil {
		return err
	}
	defer unlock()
	m := Recall()
	f(&m)
	data, err := json.Marshal(&m, jsontext.WithIndent("  "))
	if err != nil {
		return err
	}
	return replace(path, data)
}

// Remember puts a plan first among the recent ones.
func (m *Memory) Remember(path string, p model.Plan, when time.Time) {
	if full, err := filepath.Abs(path); err == nil {
		path = full
	}
	m.Forget(path)
	m.Recent = slices.Insert(m.Recent, 0, Recent{Path: path, Name: p.Name, Start: p.Start, Budget: p.Budget,
		When: when.UTC().Truncate(time.Second)})
	m.Recent = m.Recent[:min(len(m.Recent), mostRecent)]
}

// Forget drops a plan from the recent ones; its file stays.
func (m *Memory) Forget(path string) {
	m.Recent = slices.DeleteFunc(m.Recent, func(r Recent) bool { return r.Path == path })
}
