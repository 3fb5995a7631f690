// Which column is which, known by its heading.

package imports

import (
	"errors"
	"slices"
	"strings"

	"arringa/model"
	"arringa/templates"
)

// Mapping says what stands where in a table.
type Mapping struct {
	Platform string          `json:"platform,omitzero"` // id of the platform recognised; empty: none
	Channel  model.ChannelID `json:"channel,omitzero"`  // of all rows, where no column says it
	Header   int             `json:"header"`            // line of the headings, 0 being the first
	Columns  Columns         `json:"columns"`
	Dates    Order           `json:"dates,omitzero"`    // where the table does not say; empty: it has to
	Decimals Decimals        `json:"decimals,omitzero"` // of 1.234, which can be read both ways; empty: as other cells
}

// Columns are the headings of the columns that count; empty: none.
type Columns struct {
	Month     string `json:"month,omitzero"`
	Channel   string `json:"channel,omitzero"`
	Spend     string `json:"spend,omitzero"`
	Contacts  string `json:"contacts,omitzero"`
	Customers string `json:"customers,omitzero"`
}

// The headings that exports really have, in Italian and English, without capitals. Where a
// platform offers several, the first that is there counts.
var headings = struct{ month, channel, spend, contacts, customers []string }{
	month: []string{
		"mese", "month", "data", "date", "giorno", "day", "periodo", "period", "settimana", "week", "inizio report",
		"inizio dei report", "reporting starts", "start date (in utc)", "data di inizio (utc)",
		"data invio", "send date", "data di invio", "send time",
	},
	channel: []string{"canale", "channel", "mezzo", "voce", "source / medium", "sorgente / mezzo"},
	spend: []string{
		"importo speso (eur)", "amount spent (eur)", "importo speso", "amount spent", "costo", "cost", "spesa", "spend",
		"spesa totale", "total spent", "totale speso", "importo", "amount", "costi", "totale costi", "cost (eur)",
		"costo (eur)", "amount spent (usd)", "importo speso (usd)",
	},
	contacts: []string{
		"contatti", "leads", "lead", "contacts", "richieste", "conversioni", "conversions", "risultati", "results",
		"lead (modulo)", "eventi chiave", "key events", "moduli inviati", "website leads", "contatti sul sito web",
		"all conv.", "tutte le conv.",
	},
	customers: []string{"clienti", "customers", "nuovi clienti", "new customers", "acquisti", "purchases", "ordini",
		"orders", "transazioni", "transactions"},
}

// platforms are recognised by headings that only they have.
var platforms = []struct {
	id      string
	channel model.ChannelID
	marks   []string
}{
	{"meta", "meta_ads", []string{"importo speso (eur)", "amount spent (eur)", "importo speso (usd)",
		"amount spent (usd)", "nome dell'inserzione", "nome della campagna", "nome del gruppo di inserzioni",
		"ad set name"}},
	{"linkedin", "linkedin_ads", []string{"total spent", "totale speso", "campaign group name",
		"nome gruppo di campagne", "start date (in utc)", "data di inizio (utc)"}},
	{"google", "search_ads", []string{"codice valuta", "currency code", "impr.", "cpc medio", "avg. cpc", "costo/conv.",
		"cost / conv.", "tipo di corrisp.", "stato campagna", "campaign status"}},
	{"microsoft", "search_ads", []string{"impressioni", "avg. cpc", "cpc medio", "account name", "nome account"}},
	{"mail", "newsletter", []string{"aperture", "opens", "tasso di apertura", "open rate", "disiscrizioni",
		"unsubscribes", "oggetto", "subject"}},
}

// Guess finds the headings of a table among its first thirty rows and what they mean. It
// reports whether there are headings of a month and of spend or results; the error is one of
// reading.
func Guess(t Table) (Mapping, bool, error) {
	var best Mapping
	var row []string
	score, n := 0, 0
	err := t.rows(func(r Row) error {
		m := Mapping{Header: r.Line - 1, Columns: columnsOf(r.Cells)}
		if found := len(m.Columns.Names()); found > score {
			best, score, row = m, found, slices.Clone(r.Cells)
		}
		if n++; n == 30 {
			return errEnough
		}
		return nil
	})
	if err != nil && !errors.Is(err, errEnough) {
		return Mapping{}, false, err
	}
	if score < 2 {
		return Mapping{}, false, nil
	}
	best.Platform, best.Channel = platform(row)
	c := best.Columns
	return best, c.Month != "" && (c.Spend != "" || c.Contacts != "" || c.Customers != ""), nil
}

// columnsOf are the headings in a row.
func columnsOf(row []string) Columns {
	return Columns{
		Month: heading(row, headings.month), Channel: heading(row, headings.channel),
		Spend:    heading(row, headings.spend),
		Contacts: heading(row, headings.contacts), Customers: heading(row, headings.customers),
	}
}

// Names are the headings that count, in order.
func (c Columns) Names() []string {
	return slices.DeleteFunc([]string{c.Month, c.Channel, c.Spend, c.Contacts, c.Customers},
		func(s string) bool { return s == "" })
}

// heading is the first of the known headings that a row has, as the row writes it.
func heading(row, known []string) string {
	for _, k := range known {
		for _, cell := range row {
			if strings.EqualFold(cell, k) {
				return cell
			}
		}
	}
	return ""
}

// platform recognises whose export it is by at least one heading of its own.
func platform(row []string) (id string, channel model.ChannelID) {
	most := 0
	for _, p := range platforms {
		n := 0
		for _, cell := range row {
			if slices.Contains(p.marks, strings.ToLower(cell)) {
				n++
			}
		}
		if n > most {
			id, channel, most = p.id, p.channel, n
		}
	}
	return id, channel
}

// isTotal reports rows that add up others: their first words say so.
func isTotal(row []string) bool {
	for _, cell := range row {
		if cell == "" || cell == "--" || cell == " --" {
			continue
		}
		for _, word := range []string{"total", "somma"} {
			if len(cell) >= len(word) && strings.EqualFold(cell[:len(word)], word) {
				return true
			}
		}
		return false
	}
	return false
}

// channelNamed finds a channel by its id or by any of its names; empty: none.
func channelNamed(text string, p model.Plan) model.ChannelID {
	same := func(name string) bool { return strings.EqualFold(strings.TrimSpace(text), name) }
	for _, c := range p.Channels {
		if same(string(c.ID)) || c.Name != "" && same(c.Name) {
			return c.ID
		}
	}
	for _, c := range templates.Channels() {
		for _, name := range []string{string(c.ID), c.Name.It, c.Name.En, c.Short.It, c.Short.En} {
			if same(name) {
				return c.ID
			}
		}
	}
	return ""
}
