// Workbooks written for a plan: what may be replaced unasked.

package file

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// ErrIsPlan says that a workbook was to be written over a plan.
var ErrIsPlan = errors.New("a plan stands there")

// ErrBookChanged says that a workbook that this program wrote was changed since: the board's
// edits may be in it.
var ErrBookChanged = errors.New("the workbook was changed since it was written")

// Book is a workbook as it was written last.
type Book struct {
	Path string `json:"path"`
	Plan string `json:"plan"` // the path of the plan it was made of
	Sum  string `json:"sum"`  // SHA-256 of its bytes, in hex
}

const mostBooks = 200

// MayReplace says whether the workbook of the plan at planPath may take the place of what is
// at path, unasked: nothing, or the same plan's earlier workbook as it was written. Otherwise
// the error is ErrIsPlan, ErrBookChanged, fs.ErrExist, or one of the file system.
func MayReplace(path, planPath string) error {
	if same(path, planPath) {
		return ErrIsPlan
	}
	data, err := os.ReadFile(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return err
	}
	if strings.EqualFold(filepath.Ext(path), Extension) {
		return ErrIsPlan
	}
	if _, err := Decode(data); err == nil {
		return ErrIsPlan
	}
	full := absolute(path)
	for _, b := range Recall().Books {
		if b.Path == full && b.Plan == absolute(planPath) {
			if b.Sum == sumOf(data) {
				return nil
			}
			return ErrBookChanged
		}
	}
	return fs.ErrExist
}

// WriteBook writes a plan's workbook where it may, or, forced, over whatever is there but
// the plan itself, and remembers it. It fails as MayReplace does, and as the file system does.
func WriteBook(path, planPath string, data []byte, forced bool) error {
	if err := writeBook(path, planPath, data, forced); err != nil {
		return err
	}
	_ = Change(func(m *Memory) { // without memory the next export asks
		b := Book{Path: absolute(path), Plan: absolute(planPath), Sum: sumOf(data)}
		m.Books = slices.DeleteFunc(m.Books, func(x Book) bool { return x.Path == b.Path })
		m.Books = append([]Book{b}, m.Books...)
		m.Books = m.Books[:min(len(m.Books), mostBooks)]
	})
	return nil
}

// writeBook looks and writes while nobody else writes there.
func writeBook(path, planPath string, data []byte, forced bool) error {
	unlock, err := lock(path)
	if err != nil {
		return err
	}
	defer unlock()
	if err := MayReplace(path, planPath); err != nil && (!forced || same(path, planPath)) {
		return err
	}
	return replace(path, data)
}

// same reports whether two paths lead to one file.
func same(a, b string) bool {
	if absolute(a) == absolute(b) {
		return true
	}
	x, errX := os.Stat(a)
	y, errY := os.Stat(b)
	return errX == nil && errY == nil && os.SameFile(x, y)
}

func absolute(path string) string {
	if full, err := filepath.Abs(path); err == nil {
		return full
	}
	return path
}

func sumOf(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}
