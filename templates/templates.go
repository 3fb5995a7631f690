// Package templates is what comes with the program: the words of both languages, the
// channels, sectors, questions and published figures, and the example plans. Everything
// is embedded, decoded strictly and only once; a table that does not decode stops the
// program at its first use, and a test uses them all.
package templates

import (
	"bytes"
	"embed"
	"encoding/csv"
	"fmt"
	"strconv"
	"strings"
	"sync"

	"arringa/model"

	"github.com/jszwec/csvutil"
)

//go:embed *.csv it en examples/*
var files embed.FS

// Both is a text in the two languages.
type Both struct {
	It string `csv:"it"`
	En string `csv:"en"`
}

// In is the text in a language, Italian unless en is asked for.
func (b Both) In(language string) string {
	if language == "en" {
		return b.En
	}
	return b.It
}

// IDs is a list written a;b;c.
type IDs []string

// UnmarshalText reads a;b;c.
func (l *IDs) UnmarshalText(text []byte) error {
	if len(text) > 0 {
		*l = strings.Split(string(text), ";")
	}
	return nil
}

// Weights are a season written as twelve numbers, January first: 90|95|….
type Weights model.Season

// UnmarshalText reads twelve whole numbers with | between them.
func (w *Weights) UnmarshalText(text []byte) error {
	parts := strings.Split(string(text), "|")
	if len(parts) != len(w) {
		return fmt.Errorf("%d months", len(parts))
	}
	for i, part := range parts {
		n, err := strconv.ParseInt(part, 10, 64)
		if err != nil {
			return err
		}
		w[i] = n
	}
	return nil
}

// Channel is a channel of the catalogue, in words. Costs, months, risks and stop rules
// are our judgement.
type Channel struct {
	ID          model.ChannelID `csv:"id"`
	Name        Both            `csv:"name_,inline"`
	Short       Both            `csv:"short_,inline"` // at most 16 cells
	Group       string          `csv:"group"`         // owned, online, relation or offline
	Posture     model.Posture   `csv:"posture"`
	What        Both            `csv:"what_,inline"`
	GoodFor     Both            `csv:"good_for_,inline"`
	FirstResult float64         `csv:"first_result_months"`
	KPIs        IDs             `csv:"kpis"` // keys of the glossary
	Costs       Both            `csv:"costs_,inline"`
	Risks       Both            `csv:"risks_,inline"`
	StopRule    Both            `csv:"stop_rule_,inline"`
}

// ChannelFigures are the default figures of a channel for a kind of sale.
type ChannelFigures struct {
	Channel        model.ChannelID `csv:"channel"`
	Kind           model.SaleKind  `csv:"kind"`
	ReferenceSpend int64           `csv:"reference_spend"` // euro a month
	// euro a contact at the reference spend and ordinary demand
	CostLow          float64      `csv:"cost_low"`
	CostBase         float64      `csv:"cost_base"`
	CostHigh         float64      `csv:"cost_high"`
	CostOrigin       model.Origin `csv:"cost_origin"`
	DoublingGain     float64      `csv:"doubling_gain"`
	HalfLife         float64      `csv:"half_life"` // months
	CurveOrigin      model.Origin `csv:"curve_origin"`
	ConversionIndex  float64      `csv:"conversion_index"` // against the company's own share
	ConversionOrigin model.Origin `csv:"conversion_origin"`
	DelayFactor      float64      `csv:"delay_factor"` // of the company's sales cycle
	Threshold        int64        `csv:"threshold"`    // euro a year
	Evidence         IDs          `csv:"evidence"`
	// how an estimate was brought to what can be believed, or empty
	Tuned Both `csv:"tuned_,inline"`
}

// Additional is how many of the contacts that a channel counts would not have come without
// it, as shares: the catalogue's default, its origin and why.
type Additional struct {
	Channel  model.ChannelID `csv:"channel"`
	Low      float64         `csv:"low"`
	Base     float64         `csv:"base"`
	High     float64         `csv:"high"`
	Origin   model.Origin    `csv:"origin"`
	Evidence IDs             `csv:"evidence"`
	Why      Both            `csv:"why_,inline"`
}

// Sector is a starting point for a company. All its values are our judgement, to be
// replaced by the company's own.
type Sector struct {
	ID               string         `csv:"id"`
	Name             Both           `csv:"name_,inline"`
	Kind             model.SaleKind `csv:"kind"`
	Example          Both           `csv:"example_,inline"`
	Revenue          int64          `csv:"revenue"` // euro a year
	GrossMargin      float64        `csv:"gross_margin_pct"`
	MarketingShare   float64        `csv:"marketing_pct_of_revenue"`
	AverageOrder     int64          `csv:"average_order"` // euro
	OrdersPerYear    float64        `csv:"orders_per_year"`
	LifetimeYears    float64        `csv:"lifetime_years"`
	Conversion       float64        `csv:"conversion_pct"`
	SalesCycleMonths float64        `csv:"sales_cycle_months"`
	Season           Weights        `csv:"season"`
	VATRecovered     float64        `csv:"vat_recovered_pct"`
	Channels         IDs            `csv:"channels"`
	// factor on the channels' costs of a contact that are judgement
	ContactCost float64 `csv:"contact_cost"`
	Notes       Both    `csv:"notes_,inline"`
	Tuned       Both    `csv:"tuned_,inline"` // how the values were brought to a plan that can be believed
}

// Term is a word of the glossary.
type Term struct {
	Key        string `csv:"key"`
	Term       Both   `csv:"term_,inline"`
	Definition Both   `csv:"definition_,inline"`
}

// GapQuestion asks how the company works today; each level 0 to 3 is a sentence.
type GapQuestion struct {
	ID       string `csv:"id"`
	Area     string `csv:"area"`
	Question Both   `csv:"question_,inline"`
	Level0   Both   `csv:"level0_,inline"`
	Level1   Both   `csv:"level1_,inline"`
	Level2   Both   `csv:"level2_,inline"`
	Level3   Both   `csv:"level3_,inline"`
	Next     Both   `csv:"next_,inline"`
	Why      Both   `csv:"why_,inline"`
}

// BoardQuestion is what an owner asks, and the answer with its figures in braces.
type BoardQuestion struct {
	ID       string `csv:"id"`
	Asker    string `csv:"asker"`
	Question Both   `csv:"question_,inline"`
	Needs    IDs    `csv:"needs"` // names without which nobody asks it: figures, and conditions of the plan
	Answer   Both   `csv:"answer_,inline"`
}

// Prompt is a question that a customer would put to an AI assistant.
type Prompt struct {
	ID     string `csv:"id"`
	Intent string `csv:"intent"`
	Prompt Both   `csv:"prompt_,inline"`
}

// Evidence is a published figure: what it says, how it was measured, where it was read.
type Evidence struct {
	ID        string   `csv:"id"`
	Topic     string   `csv:"topic"`
	Channels  IDs      `csv:"channels"`
	Claim     Both     `csv:"claim_,inline"`
	Low       *float64 `csv:"low"`
	Value     *float64 `csv:"value"`
	High      *float64 `csv:"high"`
	Unit      Both     `csv:"unit_,inline"`
	Geography Both     `csv:"geography_,inline"`
	Industry  Both     `csv:"industry_,inline"`
	Source    string   `csv:"source"`
	Title     string   `csv:"title"`
	SourceURL string   `csv:"source_url"` // empty: the original was not seen; show ReadAt
	Published string   `csv:"published"`
	ReadAt    string   `csv:"read_at"`
	Kind      string   `csv:"kind"` // primary: the study's own text was read; secondary: reported by ReadAt
	Caveat    Both     `csv:"caveat_,inline"`
	Weak      Flag     `csv:"weak"` // folklore or nearly: shown with a warning, never behind a default
}

// Flag is written yes or left empty.
type Flag bool

// UnmarshalText reads yes or nothing.
func (f *Flag) UnmarshalText(text []byte) error {
	switch string(text) {
	case "yes":
		*f = true
	case "":
	default:
		return fmt.Errorf("%q is neither yes nor empty", text)
	}
	return nil
}

// The tables, in the order in which they are shown.
var (
	Channels       = table[Channel]("channels.csv")
	FiguresTable   = table[ChannelFigures]("channel-figures.csv")
	Additionals    = table[Additional]("additional.csv")
	Sectors        = table[Sector]("sectors.csv")
	Glossary       = table[Term]("glossary.csv")
	GapQuestions   = table[GapQuestion]("gap.csv")
	BoardQuestions = table[BoardQuestion]("questions.csv")
	Prompts        = table[Prompt]("prompts.csv")
	EvidenceTable  = table[Evidence]("evidence.csv")
)

// table decodes a CSV file at its first use.
func table[T any](name string) func() []T {
	return sync.OnceValue(func() []T {
		text, err := files.ReadFile(name)
		if err != nil {
			panic(err)
		}
		rows, err := decode[T](text)
		if err != nil {
			panic(fmt.Errorf("templates/%s: %w", name, err))
		}
		return rows
	})
}

// decode reads a table whose header must name the fields of T, all of them and no others.
func decode[T any](text []byte) ([]T, error) {
	d, err := csvutil.NewDecoder(csv.NewReader(bytes.NewReader(text)))
	if err != nil {
		return nil, err
	}
	d.DisallowMissingColumns = true
	var rows []T
	if err := d.Decode(&rows); err != nil {
		return nil, err
	}
	if unused := d.Unused(); len(unused) > 0 {
		return nil, fmt.Errorf("unknown column %q", d.Header()[unused[0]])
	}
	return rows, nil
}

// index finds rows by a key, made at the first use.
func index[K comparable, T any](rows func() []T, key func(T) K) func(K) (T, bool) {
	byKey := sync.OnceValue(func() map[K]T {
		m := make(map[K]T)
		for _, row := range rows() {
			m[key(row)] = row
		}
		return m
	})
	return func(k K) (T, bool) {
		row, ok := byKey()[k]
		return row, ok
	}
}

// FindChannel, FindSector, FindTerm, FindEvidence and FindGapQuestion look a row up by
// its id, and report whether there is one.
var (
	FindChannel     = index(Channels, func(c Channel) model.ChannelID { return c.ID })
	FindSector      = index(Sectors, func(s Sector) string { return s.ID })
	FindTerm        = index(Glossary, func(t Term) string { return t.Key })
	FindEvidence    = index(EvidenceTable, func(e Evidence) string { return e.ID })
	FindGapQuestion = index(GapQuestions, func(q GapQuestion) string { return q.ID })
)

// FindAdditional is the catalogue's additional share of a channel.
func FindAdditional(id model.ChannelID) (Additional, bool) {
	for _, a := range Additionals() {
		if a.Channel == id {
			return a, true
		}
	}
	return Additional{}, false
}
