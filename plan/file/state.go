package file

import (
	"crypto/sha256"
	"encoding/hex"
	"os"
	"path/filepath"
	"slices"
	"strings"
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

// Version is an earlier state of a plan file.
type Version struct {
	Path string
	When time.Time
}

const (
	mostVersions  = 30               // of one plan
	versionsApart = 10 * time.Minute // at least, but for those that would be lost otherwise
	versionStamp  = "20060102T150405.000000"
)

// Versions lists the kept versions of a plan file that can still be read, the newest
// first.
func Versions(path string) []Version {
	var good []Version
	for _, v := range versions(path) {
		if data, err := read(v.Path); err == nil {
			if _, err := Decode(data); err == nil {
				good = append(good, v)
			}
		}
	}
	return good
}

// Restore reads a kept version.
func Restore(v Version) (model.Plan, error) {
	data, err := read(v.Path)
	if err != nil {
		return model.Plan{}, err
	}
	return Decode(data)
}

// keep stores data as a version of the plan at path: always, or when the last one is
// some minutes old. It never fails the caller: a version is a net, not the plan.
func keep(path string, data []byte, always bool) {
	folder := versionsFolder(path)
	if folder == "" {
		return
	}
	kept := versions(path)
	if len(kept) > 0 {
		if last, err := os.ReadFile(kept[0].Path); err == nil && string(last) == string(data) {
			return
		}
		if !always && time.Since(kept[0].When) < versionsApart {
			return
		}
	}
	if os.MkdirAll(folder, 0o700) != nil {
		return
	}
	name := time.Now().UTC().Format(versionStamp) + Extension
	if os.WriteFile(filepath.Join(folder, name), data, 0o600) != nil {
		return
	}
	for _, old := range kept[min(len(kept), mostVersions-1):] {
		_ = os.Remove(old.Path)
	}
}

// versions lists what was kept, the newest first, readable or not.
func versions(path string) []Version {
	folder := versionsFolder(path)
	entries, err := os.ReadDir(folder)
	if err != nil {
		return nil
	}
	var found []Version
	for _, entry := range slices.Backward(entries) {
		when, err := time.Parse(versionStamp, strings.TrimSuffix(entry.Name(), Extension))
		if err == nil {
			found = append(found, Version{Path: filepath.Join(folder, entry.Name()), When: when})
		}
	}
	return found
}

func versionsFolder(path string) string {
	home := Home()
	full, err := filepath.Abs(path)
	if home == "" || err != nil {
		return ""
	}
	sum := sha256.Sum256([]byte(full))
	return filepath.Join(home, "versions", filepath.Base(full)+"-"+hex.EncodeToString(sum[:4]))
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
	m := Recall()
	f(&m)
	data, err := json.Marshal(&m, jsontext.WithIndent("  "))
	if err != nil {
		return err
	}
	if err := os.MkdirAll(Home(), 0o700); err != nil {
		return err
	}
	return replace(filepath.Join(Home(), "memory.json"), data)
}

// Remember puts a plan first among the recent ones.
func (m *Memory) Remember(path string, p model.Plan, when time.Time) {
	if full, err := filepath.Abs(path); err == nil {
		path = full
	}
	m.Forget(path)
	m.Recent = slices.Insert(m.Recent, 0, Recent{Path: path, Name: p.Name, Start: p.Start, Budget: p.Budget, When: when.UTC().Truncate(time.Second)})
	m.Recent = m.Recent[:min(len(m.Recent), mostRecent)]
}

// Forget drops a plan from the recent ones; its file stays.
func (m *Memory) Forget(path string) {
	m.Recent = slices.DeleteFunc(m.Recent, func(r Recent) bool { return r.Path == path })
}
