package ui

import (
	"flag"
	"os"
	"strings"
	"testing"

	"arringa/templates"
	"arringa/ui/desk"
)

var update = flag.Bool("update", false, "write the key table and the goldens anew; look at them before they are kept")

// The table of keys in the docs is made of the commands themselves.
func TestTheKeyTableIsTrue(t *testing.T) {
	var b strings.Builder
	b.WriteString("# Keys\n\nMade from the commands of the program; a test keeps it true. On every screen `?` shows the same, with what cannot be done now and why.\n")
	it, en := keysOf(t, "it"), keysOf(t, "en")
	for i, section := range it {
		b.WriteString("\n## " + section.title + " · " + en[i].title +
			"\n\n| keys | italiano | English |\n| --- | --- | --- |\n")
		for k, row := range section.rows {
			b.WriteString("| " + row[0] + " | " + row[1] + " | " + en[i].rows[k][1] + " |\n")
		}
	}
	const path = "../docs/keys.md"
	if *update {
		if err := os.WriteFile(path, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	kept, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if string(kept) != b.String() {
		t.Errorf("%s is not what the commands are: go test ./ui -run KeyTable -update", path)
	}
}

type keySection struct {
	title string
	rows  [][2]string
}

// keysOf lists the commands of every screen in a language.
func keysOf(t *testing.T, language string) []keySection {
	docs, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	sit(t, 140, 45)
	r := restart(t, 140, 45, language)
	r.app.Saver.Pause = -1
	section := func(title string, list []desk.Command) keySection {
		s := keySection{title: title}
		for _, c := range list {
			var keys []string
			for _, k := range c.Keys {
				keys = append(keys, "`"+strings.ReplaceAll(r.app.KeyName(k), "|", "\\|")+"`")
			}
			s.rows = append(s.rows, [2]string{strings.Join(keys, " "), c.Name})
		}
		return s
	}
	home := section(r.app.Screens[0].Title(), r.app.Screens[0].Commands())
	e := templates.Examples()[1]
	if done := desk.OpenExample(e, e.Name+".plan"); done.Err != nil {
		t.Fatal(done.Err)
	}
	r.opens(e.Name+".plan", "company")
	sections := []keySection{section(map[string]string{"it": "Ovunque", "en": "Everywhere"}[language],
		r.app.Commands()), home}
	for _, s := range r.app.Screens[1:] {
		if v, ok := s.(desk.Visitor); ok {
			v.Visited()
		}
		sections = append(sections, section(s.Title(), s.Commands()))
	}
	t.Chdir(docs)
	return sections
}
