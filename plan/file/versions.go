// Earlier states of a plan: kept, thinned, found again.

package file

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"arringa/model"
)

// Version is an earlier state of a plan file. Every save of the last hour is kept, then one
// an hour for two days, one a day for a month, one a week for two years.
type Version struct {
	Path string
	When time.Time
	sum  string // of the plan file, the beginning of its hash; empty: not known
}

const (
	versionStamp = "20060102T150405.000000"
	packed       = Extension + ".gz"
	originName   = "origin.txt" // in a plan's folder of versions: where the plan is
	sumLetters   = 16
)

// Versions lists the kept versions of a plan file, the newest first. Restore says whether
// one can still be read.
func Versions(path string) []Version { return versionsIn(versionsFolder(path)) }

// Apart picks of versions, the newest first, the few that are worth a choice and can be read:
// the newest, and the newest of more than a minute, ten minutes, an hour and a day before it.
func Apart(versions []Version) []Version {
	var picked []Version
	for _, before := range []time.Duration{0, time.Minute, 10 * time.Minute, time.Hour, 24 * time.Hour} {
		for _, v := range versions {
			last := len(picked) - 1
			if last >= 0 && (picked[0].When.Sub(v.When) <= before || !v.When.Before(picked[last].When)) {
				continue
			}
			if _, err := Restore(v); err == nil {
				picked = append(picked, v)
				break
			}
		}
	}
	return picked
}

// Restore reads a kept version. Errors are those of Open.
func Restore(v Version) (model.Plan, error) {
	data, err := contents(v)
	if err != nil {
		return model.Plan{}, err
	}
	return Decode(data)
}

// contents is the plan file that a version was made of.
func contents(v Version) ([]byte, error) {
	data, err := read(v.Path)
	if err != nil || !bytes.HasPrefix(data, []byte("\x1f\x8b")) { // gzip; earlier programs did not pack
		return data, err
	}
	z, err := gzip.NewReader(bytes.NewReader(data))
	if err != nil {
		return nil, &DamagedError{Line: 1, Column: 1}
	}
	if data, err = io.ReadAll(io.LimitReader(z, maxSize)); err != nil {
		return nil, &DamagedError{Line: 1 + bytes.Count(data, []byte("\n")), Column: 1}
	}
	return data, nil
}

// history is what is kept of one plan.
type history struct {
	folder string // empty: nothing is kept
	kept   []Version
	pack   *gzip.Writer
}

// historyOf is the history of the plan at path.
func historyOf(path string) *history {
	h := &history{folder: versionsFolder(path)}
	if h.folder != "" {
		sweepFolder(h.folder, "")
		h.kept = versionsIn(h.folder)
	}
	return h
}

// follow gives the plan at path, which holds data, the history that it had elsewhere: a plan
// that was renamed or moved is known by what it holds.
func follow(path string, data []byte) {
	folder := versionsFolder(path)
	if folder == "" {
		return
	}
	if _, err := disk.stat(folder); errors.Is(err, fs.ErrNotExist) && adopt(folder, sumText(data)) {
		_ = (&history{folder: folder}).begin(path)
	}
}

// keep stores data as a version of the plan at path, unless it is the newest one already,
// and thins out what is older than an hour.
func (h *history) keep(path string, data []byte) error {
	if h.folder == "" {
		return nil
	}
	sum := sumText(data)
	if len(h.kept) > 0 && h.kept[0].holds(sum, data) {
		return nil
	}
	if len(h.kept) == 0 {
		if err := h.begin(path); err != nil {
			return err
		}
	}
	var b bytes.Buffer
	if h.pack == nil {
		h.pack, _ = gzip.NewWriterLevel(&b, gzip.BestSpeed)
	}
	h.pack.Reset(&b)
	if _, err := h.pack.Write(data); err != nil {
		return err
	}
	if err := h.pack.Close(); err != nil {
		return err
	}
	when := now().UTC().Truncate(time.Microsecond)
	for slices.ContainsFunc(h.kept, func(v Version) bool { return v.When.Equal(when) }) {
		when = when.Add(time.Microsecond)
	}
	at := filepath.Join(h.folder, when.Format(versionStamp)+"-"+sum+packed)
	beside, err := writeBeside(at, b.Bytes(), private, false)
	if err != nil {
		return err
	}
	if err := disk.rename(beside, at); err != nil {
		_ = disk.remove(beside)
		return err
	}
	h.kept = slices.Insert(h.kept, 0, Version{at, when, sum})
	h.thin()
	return nil
}

// begin makes the folder of versions and writes there whose it is.
func (h *history) begin(path string) error {
	if err := disk.mkdir(h.folder); err != nil {
		return err
	}
	full, err := filepath.Abs(path)
	if err != nil {
		return err
	}
	return replace(filepath.Join(h.folder, originName), []byte(full+"\n"))
}

// thin removes the versions that are too close together for their age.
func (h *history) thin() {
	var stays []Version
	last := ""
	for i, v := range h.kept {
		slot := slotOf(v.When, now())
		if i > 0 && (slot == tooOld || slot != "" && slot == last) {
			_ = disk.remove(v.Path)
			continue
		}
		last = slot
		stays = append(stays, v)
	}
	h.kept = stays
}

// tooOld is the slot of versions that are not kept.
const tooOld = "too old"

// slotOf is the stretch of time of which one version, the newest, is kept; empty when all
// are.
func slotOf(when, now time.Time) string {
	const day = 24 * time.Hour
	switch age := now.Sub(when); {
	case age <= time.Hour:
		return ""
	case age <= 2*day:
		return when.Format("2006-01-02 15")
	case age <= 31*day:
		return when.Format("2006-01-02")
	case age <= 2*365*day:
		year, week := when.ISOWeek()
		return fmt.Sprintf("%d week %d", year, week)
	}
	return tooOld
}

// holds says whether a version is of data.
func (v Version) holds(sum string, data []byte) bool {
	if v.sum != "" {
		return v.sum == sum
	}
	had, err := contents(v)
	return err == nil && bytes.Equal(had, data)
}

func sumText(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])[:sumLetters]
}

// adopt gives a folder the versions of a plan that is gone from where it was, and whose
// last saved state had this sum.
func adopt(folder, sum string) bool {
	all := filepath.Dir(folder)
	entries, err := disk.list(all)
	if err != nil {
		return false
	}
	for _, e := range entries {
		old := filepath.Join(all, e.Name())
		kept := versionsIn(old)
		if !slices.ContainsFunc(kept, func(v Version) bool { return v.sum == sum }) {
			continue
		}
		origin, err := disk.read(filepath.Join(old, originName))
		if err != nil {
			continue
		}
		if _, err := disk.stat(strings.TrimSuffix(string(origin), "\n")); !errors.Is(err, fs.ErrNotExist) {
			continue // a copy of a plan that is still there begins anew
		}
		if disk.rename(old, folder) == nil {
			return true
		}
	}
	return false
}

// versionsIn lists what a folder of versions holds, the newest first.
func versionsIn(folder string) []Version {
	if folder == "" {
		return nil
	}
	entries, err := disk.list(folder)
	if err != nil {
		return nil
	}
	var found []Version
	for _, entry := range entries {
		name, ok := strings.CutSuffix(entry.Name(), packed)
		if !ok {
			name = strings.TrimSuffix(entry.Name(), Extension) // of earlier versions of the program
		}
		stamp, sum, _ := strings.Cut(name, "-")
		if when, err := time.Parse(versionStamp, stamp); err == nil {
			found = append(found, Version{Path: filepath.Join(folder, entry.Name()), When: when, sum: sum})
		}
	}
	slices.SortFunc(found, func(a, b Version) int { return b.When.Compare(a.When) })
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
