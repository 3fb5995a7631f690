// Fields that are lists of names, and values that are turned.

package ask

import (
	"strings"

	"arringa/templates"
	"arringa/ui/form"
)

// Turned is the value by places after v in a list; the first when v is not in it.
func Turned(list []string, v string, by int) string {
	for i, x := range list {
		if x == v {
			return list[((i+by)%len(list)+len(list))%len(list)]
		}
	}
	return list[0]
}

// toggled is a list with s taken out, or put at its end.
func toggled(list []string, s string) []string {
	out := []string{} // none is an answer too
	for _, x := range list {
		if x != s {
			out = append(out, x)
		}
	}
	if len(out) == len(list) {
		out = append(out, s)
	}
	return out
}

// List is names separated by commas.
func (k Asker) List(id string, words templates.Field, names *[]string) form.Field {
	f := k.Field(id, words)
	f.Value = strings.Join(*names, ", ")
	f.Set = func(text string) error {
		*names = nil
		for _, name := range strings.Split(text, ",") {
			if name = strings.TrimSpace(name); name != "" {
				*names = append(*names, name)
			}
		}
		return nil
	}
	return f
}
