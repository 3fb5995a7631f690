package xlsx

import "arringa/plan/xlsx/look"

// style is the number of a style, made at its first use.
func (b *book) style(s look.Style) int {
	if id, ok := b.styles[s]; ok {
		return id
	}
	id, err := b.file.NewStyle(s.Excel(b.formats()))
	b.try(err)
	b.styles[s] = id
	return id
}

// formats are the number formats of the plan's language.
func (b *book) formats() look.Formats {
	if b.numberFormats == nil {
		b.numberFormats = look.FormatsOf(b.say.Tag, b.say.SymbolFirst, b.words.MonthsFormat)
	}
	return b.numberFormats
}
