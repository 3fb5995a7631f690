package look

// The palette of the book, for cells and charts alike.

// Color is a colour as workbooks write it: red, green and blue in hexadecimal.
type Color string

// The colours, by what they are for.
const (
	Navy     Color = "14304D" // headings, sums, this year
	Teal     Color = "1B8A8F" // what comes back
	PaleTeal Color = "9FD0D1" // last year, bars in cells
	Pale     Color = "CFE8E8" // what may be, between two ends
	Gold     Color = "D8A03C" // what is spent
	Cream    Color = "FFF9EC" // the ground of what is to be decided
	Red      Color = "B5404C" // what is missing or lost
	Green    Color = "2B7A5A" // the company's own, the best
	Ink      Color = "1F2937" // letters
	Grey     Color = "6B7280" // letters of less weight
	Ash      Color = "9AA3AF" // what was
	Hair     Color = "D8DDE3" // hairlines
	Card     Color = "F6F8FA" // the ground of a card
	Blue     Color = "1F4FBF" // what may be edited
	Sky      Color = "EEF3FE" // its ground
	White    Color = "FFFFFF"
)
