package part

// excelize writes the content types in the order of a map as soon as it makes a picture or a chart:
// the same book twice is two different files. Ours are added to them in the order of the sheets.

import (
	"regexp"
	"slices"
	"strings"
)

var (
	override = regexp.MustCompile(`<Override [^>]*/?>(?:</Override>)?`)
	defaults = regexp.MustCompile(`<Default [^>]*/?>(?:</Default>)?`)
)

// mendTypes puts the content types in order.
func (p *pack) mendTypes() {
	p.edit(contentTypes, func(text string) string {
		var kept []string
		for _, what := range []*regexp.Regexp{defaults, override} {
			found := what.FindAllString(text, -1)
			slices.Sort(found)
			kept = append(kept, slices.Compact(found)...)
			text = what.ReplaceAllString(text, "")
		}
		return strings.Replace(text, "</Types>", strings.Join(kept, "")+"</Types>", 1)
	})
}
