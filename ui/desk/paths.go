// Paths as people type and read them.

package desk

import (
	"errors"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"arringa/plan/file"
)

// BookPath is where a plan's workbook goes unless somebody says otherwise: beside it.
func BookPath(planPath string) string {
	return strings.TrimSuffix(planPath, file.Extension) + ".xlsx"
}

// FreePath is path, or path with the first number that no file has.
func FreePath(path string) string {
	ext := filepath.Ext(path)
	base := strings.TrimSuffix(path, ext)
	for n := 2; ; n++ {
		if _, err := os.Lstat(path); errors.Is(err, os.ErrNotExist) {
			return path
		}
		path = base + " (" + strconv.Itoa(n) + ")" + ext
	}
}

// ShortPath is a path as a person reads it: relative where that is shorter.
func ShortPath(path string) string {
	if here, err := os.Getwd(); err == nil {
		if rel, err := filepath.Rel(here, path); err == nil && len(rel) < len(path) {
			return rel
		}
	}
	return path
}

// DroppedPath is the path that a terminal types for a file dragged onto it: in quotes, or
// with its spaces escaped.
func DroppedPath(text string) string {
	for _, quote := range []string{"'", `"`} {
		if inner, ok := strings.CutPrefix(text, quote); ok {
			return strings.TrimSuffix(inner, quote)
		}
	}
	return strings.ReplaceAll(text, `\ `, " ")
}
