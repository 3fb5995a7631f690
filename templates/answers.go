package templates

// AnswerTexts is how the answers to a board say figures, and when they are.
type AnswerTexts struct {
	Million          Text // {n}, with a decimal
	Tenths           Text // {n}: a chance
	More, Less       Text // than nine, and than one, in ten
	By, After        Text // {month}, the last of the plan
	MoneyIn          Text // {month} by which all is in
	PeopleIn         Text // {month} by which all have come
	MoneyAgain       string
	PeopleAgain      string // the same once more in an answer, without the month
	Between          Text   // {low} {high}
	Over             Text   // {months} of the plan
	Year             string
	And              Text   // {first} {last} of a list
	Figure           string // what one is that has no word of its own
	Contacts, Orders Noun
	Customers        map[string]Noun // by sector; other: all others
}

// Noun is the word for one thing and for many.
type Noun struct{ One, Many string }

// Of is the word for so many as are shown: one of a figure written 1.
func (n Noun) Of(figure string) string {
	if figure == "1" {
		return n.One
	}
	return n.Many
}

// CustomersOf is the word of a sector for those who buy.
func (a AnswerTexts) CustomersOf(sector string) Noun {
	if n, ok := a.Customers[sector]; ok {
		return n
	}
	return a.Customers["other"]
}
