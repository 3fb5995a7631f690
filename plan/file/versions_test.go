package file_test

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"arringa/plan/file"
)

// names are the plans kept of a path, the newest first.
func names(t *testing.T, path string) []string {
	t.Helper()
	var all []string
	for _, v := range file.Versions(path) {
		p, err := file.Restore(v)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, p.Name)
	}
	return all
}

func TestEverySaveOfTheLastHourIsKept(t *testing.T) {
	path := place(t)
	clock := time.Date(2027, 3, 1, 9, 0, 0, 0, time.UTC)
	file.SetClock(t, func() time.Time { return clock })
	f := create(t, path, example(t, "creato"))
	want := []string{"creato"}
	for i := range 40 {
		clock = clock.Add(89 * time.Second) // the last one comes 59 minutes later
		name := fmt.Sprintf("salvato %d", i)
		if err := f.Save(example(t, name)); err != nil || f.Unkept() != nil {
			t.Fatal(err, f.Unkept())
		}
		want = append([]string{name}, want...)
	}
	if err := f.Save(example(t, "salvato 39")); err != nil { // nothing new
		t.Fatal(err)
	}
	open(t, path)
	if got := names(t, path); fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("kept %v", got)
	}
}

// Two years and a half of work, a save a day, and at the end one every twenty minutes: what
// is older is further apart, and a state is never further than the next one of its age.
func TestOlderVersionsAreThinnedAndAYearIsKept(t *testing.T) {
	path := place(t)
	file.DoNotSync(t)
	const day = 24 * time.Hour
	start := time.Date(2025, 1, 1, 0, 30, 0, 0, time.UTC)
	clock := start
	file.SetClock(t, func() time.Time { return clock })
	p := example(t, "inizio")
	p.Channels = p.Channels[:1]
	f := create(t, path, p)
	for clock.Sub(start) < 900*day {
		if clock = clock.Add(day); clock.Sub(start) > 897*day {
			clock = clock.Add(20*time.Minute - day)
		}
		p.Name = clock.Format(time.RFC3339)
		if err := f.Save(p); err != nil {
			t.Fatal(err)
		}
	}
	apart := func(age time.Duration) time.Duration {
		switch {
		case age < time.Hour:
			return 20 * time.Minute
		case age < 2*day:
			return 2 * time.Hour
		case age < 30*day:
			return 2 * day
		}
		return 14 * day
	}
	kept := file.Versions(path)
	for i, v := range kept[1:] {
		if gap := kept[i].When.Sub(v.When); gap > apart(clock.Sub(v.When)) {
			t.Errorf("between %v and %v there is nothing", v.When, kept[i].When)
		}
	}
	if age := clock.Sub(kept[len(kept)-1].When); age < 365*day || age > 731*day {
		t.Errorf("the oldest is %v old", age)
	}
	// 4 of the last hour, 47 hours, 29 days, 100 weeks: 180, and a few at the borders.
	if len(kept) < 172 || len(kept) > 188 {
		t.Errorf("%d versions", len(kept))
	}
}

func TestTheOnlyVersionStaysHoweverOldItIs(t *testing.T) {
	path := place(t)
	clock := time.Date(2020, 1, 1, 0, 0, 0, 0, time.UTC)
	file.SetClock(t, func() time.Time { return clock })
	create(t, path, example(t, "vecchio"))
	clock = clock.AddDate(5, 0, 0)
	open(t, path)
	if got := names(t, path); len(got) != 1 || got[0] != "vecchio" {
		t.Errorf("kept %v", got)
	}
}

func TestARenamedPlanTakesItsVersionsAlong(t *testing.T) {
	path := place(t)
	f := create(t, path, example(t, "uno"))
	if err := f.Save(example(t, "due")); err != nil {
		t.Fatal(err)
	}
	moved := filepath.Join(t.TempDir(), "altro nome.plan")
	if err := os.Rename(path, moved); err != nil {
		t.Fatal(err)
	}
	open(t, moved)
	if got := names(t, moved); fmt.Sprint(got) != "[due uno]" {
		t.Errorf("kept %v", got)
	}
	// A copy of a plan that is still there begins anew.
	copied := filepath.Join(t.TempDir(), "copia.plan")
	write(t, copied, contents(t, moved))
	open(t, copied)
	if got := names(t, copied); fmt.Sprint(got) != "[due]" {
		t.Errorf("of the copy: %v", got)
	}
	if got := names(t, moved); fmt.Sprint(got) != "[due uno]" {
		t.Errorf("of the plan: %v", got)
	}
}

func TestVersionsWorthAChoiceAreApartAndCanBeRead(t *testing.T) {
	path := place(t)
	end := time.Date(2027, 3, 8, 12, 0, 0, 0, time.UTC)
	clock := end
	file.SetClock(t, func() time.Time { return clock })
	var f *file.File
	for _, ago := range []string{"90h", "30h", "23h", "2h", "50m", "11m", "5m", "61s", "59s", "20s", "0s"} {
		d, err := time.ParseDuration(ago)
		if err != nil {
			t.Fatal(err)
		}
		clock = end.Add(-d)
		if f == nil {
			f = create(t, path, example(t, ago))
		} else if err := f.Save(example(t, ago)); err != nil {
			t.Fatal(err)
		}
	}
	picked := func() (all []string) {
		for _, v := range file.Apart(file.Versions(path)) {
			p, err := file.Restore(v)
			if err != nil {
				t.Fatal(err)
			}
			all = append(all, p.Name)
		}
		return all
	}
	if got := picked(); fmt.Sprint(got) != "[0s 61s 11m 2h 30h]" {
		t.Errorf("picked %v", got)
	}
	write(t, file.Apart(file.Versions(path))[3].Path, nil)
	if got := picked(); fmt.Sprint(got) != "[0s 61s 11m 23h 30h]" {
		t.Errorf("without the one of two hours ago: %v", got)
	}
}

// Two plans may begin as the same example: a new one gets no other plan's history.
func TestANewPlanBeginsAnew(t *testing.T) {
	path := place(t)
	f := create(t, path, example(t, "esempio"))
	if err := f.Save(example(t, "mio")); err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	other := filepath.Join(filepath.Dir(path), "altro.plan")
	create(t, other, example(t, "esempio"))
	if got := names(t, other); fmt.Sprint(got) != "[esempio]" {
		t.Errorf("kept %v", got)
	}
}

func TestWhatIsGivenUpCanBeKept(t *testing.T) {
	path := place(t)
	f := create(t, path, example(t, "loro"))
	if err := f.KeepVersion(example(t, "mio")); err != nil {
		t.Fatal(err)
	}
	holds(t, path, example(t, "loro"))
	if got := names(t, path); fmt.Sprint(got) != "[mio loro]" {
		t.Errorf("kept %v", got)
	}
}

func TestVersionsOfEarlierProgramsAreStillThere(t *testing.T) {
	path := place(t)
	create(t, path, example(t, "nuovo"))
	folder := filepath.Dir(file.Versions(path)[0].Path)
	write(t, filepath.Join(folder, "20260102T101500.000000.plan"), encode(t, example(t, "di prima")))
	if got := names(t, path); fmt.Sprint(got) != "[nuovo di prima]" {
		t.Errorf("kept %v", got)
	}
}

func TestAVersionThatCannotBeKeptIsSaidAndThePlanIsSaved(t *testing.T) {
	path := place(t)
	blocked := filepath.Join(t.TempDir(), "a file")
	write(t, blocked, nil)
	t.Setenv("ARRINGA_HOME", blocked)
	f := create(t, path, example(t, "primo"))
	if err := f.Save(example(t, "secondo")); err != nil {
		t.Fatal(err)
	}
	holds(t, path, example(t, "secondo"))
	if f.Unkept() == nil {
		t.Error("nothing is said of the version")
	}
	if opened, _ := open(t, path); opened.Unkept() == nil {
		t.Error("nothing is said when it is opened")
	}
}

func TestWhatACrashLeftBesideAPlanIsRemoved(t *testing.T) {
	path := place(t)
	create(t, path, example(t, "primo"))
	folder := filepath.Dir(path)
	old := time.Now().Add(-time.Hour)
	for name, left := range map[string]bool{
		".prova.plan.123456.tmp": true, ".prova.plan.7.tmp": true,
		".altro.plan.123456.tmp": false, ".prova.plan.bozza.tmp": false, "prova.plan.123.tmp": false,
	} {
		at := filepath.Join(folder, name)
		write(t, at, []byte("x"))
		if err := os.Chtimes(at, old, old); err != nil {
			t.Fatal(err)
		}
		open(t, path)
		if _, err := os.Stat(at); (err != nil) != left {
			t.Errorf("%s: %v", name, err)
		}
	}
	version := file.Versions(path)[0].Path
	broken := filepath.Join(filepath.Dir(version), "."+filepath.Base(version)+".55.tmp")
	write(t, broken, []byte("x"))
	if err := os.Chtimes(broken, old, old); err != nil {
		t.Fatal(err)
	}
	open(t, path)
	if _, err := os.Stat(broken); err == nil {
		t.Error("among the versions one stays")
	}
	fresh := filepath.Join(folder, ".prova.plan.99.tmp") // of a program that is writing now
	write(t, fresh, []byte("x"))
	open(t, path)
	if _, err := os.Stat(fresh); err != nil {
		t.Error(err)
	}
}
