package templates_test

import (
	"testing"

	"arringa/templates"
)

func TestEveryTableAndCatalogueDecodes(t *testing.T) {
	for name, n := range map[string][2]int{
		"channels":  {len(templates.Channels()), 35},
		"sectors":   {len(templates.Sectors()), 16},
		"questions": {len(templates.BoardQuestions()), 44},
		"gap":       {len(templates.GapQuestions()), 29},
		"prompts":   {len(templates.Prompts()), 22},
		"glossary":  {len(templates.Glossary()), 244},
		"evidence":  {len(templates.EvidenceTable()), 205},
	} {
		if n[0] != n[1] {
			t.Errorf("%s: %d rows, want %d", name, n[0], n[1])
		}
	}
	for _, tag := range []string{"it", "en"} {
		if texts := templates.Language(tag); texts.Tag != tag {
			t.Errorf("%s: %q", tag, texts.Tag)
		}
	}
}
