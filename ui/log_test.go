package ui

import (
	"bytes"
	"os"
	"regexp"
	"strings"
	"testing"

	"arringa/plan/file"
)

// Whoever sends a log to ask for help sends no figure, name or text of the plan with it.
func TestTheLogHoldsNothingOfThePlan(t *testing.T) {
	t.Chdir(t.TempDir())
	t.Setenv("ARRINGA_HOME", t.TempDir())
	run := func(in string, want int, args ...string) {
		t.Helper()
		var out, err bytes.Buffer
		if got := Main(append(args, "--log", "log.txt"), strings.NewReader(in), &out, &err); got != want {
			t.Fatalf("%v: status %d, want %d: %s", args, got, want, err.String())
		}
	}
	run("", 0, "example", "dentista", "s.plan")
	run("", 0, "forecast", "s.plan")
	run("", 0, "export", "s.plan", "s.xlsx")
	run("1\nPrimo Sorriso\n.\n11\n", 0, "--plain", "s.plan")
	run("", 3, "check", "manca.plan")
	run("", 2, "forecast")
	_, p, err := file.Open("s.plan")
	if err != nil {
		t.Fatal(err)
	}
	log, err := os.ReadFile("log.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, wanted := range []string{"verb=export", "step name=company", "status=3", "not there"} {
		if !strings.Contains(string(log), wanted) {
			t.Errorf("the log does not say %q:\n%s", wanted, log)
		}
	}
	secret := []string{p.Company.Name, p.Name, "Sorriso", "s.plan", "manca"}
	for _, c := range p.Channels {
		secret = append(secret, string(c.ID))
	}
	for _, s := range secret {
		if s != "" && strings.Contains(string(log), s) {
			t.Errorf("the log says %q:\n%s", s, log)
		}
	}
	rest := regexp.MustCompile(`time=\S+|version=\S+|status=\d`).ReplaceAllString(string(log), "")
	if found := regexp.MustCompile(`\d{3,}`).FindString(rest); found != "" {
		t.Errorf("the log holds the figure %s:\n%s", found, log)
	}
}

// A log that cannot be written is said, and nothing is done without it.
func TestALogThatCannotBeWrittenIsSaid(t *testing.T) {
	t.Chdir(t.TempDir())
	var out, err bytes.Buffer
	status := Main([]string{"example", "dentista", "s.plan", "--log", "manca/log.txt"}, strings.NewReader(""), &out,
		&err)
	if status != 3 || !strings.Contains(err.String(), "manca/log.txt") {
		t.Errorf("status %d: %s", status, err.String())
	}
}
