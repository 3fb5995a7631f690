package templates

// Book is the workbook for the board.
type Book struct {
	Title Text // {year}
}
