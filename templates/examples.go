// The complete plans that come with the program.

package templates

import "strings"

// Example is a complete plan of a believable firm, to look at and to start from.
type Example struct {
	Name  string // what the command line calls it, and its file without the ending
	Title Both
	Plan  []byte // a plan file
}

// exampleTitles are the examples in the order in which they are shown.
var exampleTitles = []Example{
	{Name: "macchine", Title: Both{It: "Costruttore di macchine per il confezionamento, Bologna",
		En: "Maker of packaging machines, Bologna"}},
	{Name: "cantina", Title: Both{It: "Cantina che vende a ristoranti e online, Langhe",
		En: "Winery selling to restaurants and online, Langhe"}},
	{Name: "dentista", Title: Both{It: "Studio dentistico, Verona", En: "Dental practice, Verona"}},
}

// Examples are the example plans; their files are in Italian.
func Examples() []Example {
	all := append([]Example(nil), exampleTitles...)
	for i := range all {
		data, err := files.ReadFile("examples/" + all[i].Name + ".plan")
		if err != nil {
			panic(err)
		}
		all[i].Plan = data
	}
	return all
}

// FindExample finds an example by its name.
func FindExample(name string) (Example, bool) {
	for _, e := range Examples() {
		if strings.EqualFold(e.Name, name) {
			return e, true
		}
	}
	return Example{}, false
}
