// Sentences with figures in them, and the catalogue of a language.

package templates

import (
	"fmt"
	"strings"
	"sync"

	"github.com/BurntSushi/toml"
)

// Text is a sentence in one language. Figures stand in it by name, in braces.
type Text string

// With puts figures in their places: With("amount", "12.500 €").
func (t Text) With(pairs ...string) string {
	s := string(t)
	if !strings.ContainsRune(s, '{') {
		return s
	}
	var b strings.Builder
	b.Grow(len(s) + 16*len(pairs))
	for {
		before, rest, open := strings.Cut(s, "{")
		name, after, shut := strings.Cut(rest, "}")
		b.WriteString(before)
		if !open || !shut {
			return b.String()
		}
		for i := 0; i+1 < len(pairs); i += 2 {
			if pairs[i] == name {
				b.WriteString(pairs[i+1])
				name = ""
				break
			}
		}
		if name != "" { // a placeholder without a figure is a mistake that tests look for
			b.WriteString("{" + name + "}")
		}
		s = after
	}
}

// String is the text as it stands.
func (t Text) String() string { return string(t) }

// Plural is a sentence for one and for any other number, which stands in it as {n}.
type Plural struct {
	One   Text `toml:"one"`
	Other Text `toml:"other"`
}

// N is the sentence for a whole number, already written by the caller as figure.
func (p Plural) N(n int, figure string, pairs ...string) string {
	pairs = append(pairs, "n", figure)
	if n == 1 {
		return p.One.With(pairs...)
	}
	return p.Other.With(pairs...)
}

// Texts is every word of the program in one language. Each section is a TOML file in
// the language's folder, whose keys are the names of the fields.
type Texts struct {
	Tag string // it or en
	Format
	App        App
	Budget     Budget
	Channels   ChannelsTexts
	Company    CompanyTexts
	Distance   DistanceTexts
	Role       RoleTexts
	Grants     GrantsTexts
	Imports    ImportsTexts
	Trials     TrialsTexts
	Homecoming HomecomingTexts
	Rehearsal  RehearsalTexts
	Proposal   ProposalTexts
	Whatif     WhatifTexts
	Progress   ProgressTexts
	Spoken     SpokenTexts
	Library    LibraryTexts
	Calendar   CalendarTexts
	Errors     Errors
	Fields     Fields
	Figures    FigureTexts
	Home       Home
	Kept       KeptTexts
	Reasons    Reasons
	Board      BoardTexts
	Answers    AnswerTexts
	Command    Command
	Book       Book
}

// Language is the catalogue of a language: it or en. Anything else is Italian.
func Language(tag string) *Texts {
	if tag == "en" {
		return english()
	}
	return italian()
}

var (
	italian = sync.OnceValue(func() *Texts { return load("it") })
	english = sync.OnceValue(func() *Texts { return load("en") })
)

// load decodes a language. A section that does not fit its type is a mistake in the
// program: it panics, and a test loads both.
func load(tag string) *Texts {
	t := &Texts{Tag: tag}
	for name, section := range sections(t) {
		text, err := files.ReadFile(tag + "/" + name + ".toml")
		if err != nil {
			panic(err)
		}
		read, err := toml.Decode(string(text), section)
		if err != nil {
			panic(fmt.Errorf("templates/%s/%s.toml: %w", tag, name, err))
		}
		if unknown := read.Undecoded(); len(unknown) > 0 {
			panic(fmt.Errorf("templates/%s/%s.toml: nobody reads %v", tag, name, unknown))
		}
	}
	return t
}

// sections are the files of a language and what each is decoded into.
func sections(t *Texts) map[string]any {
	return map[string]any{
		"format": &t.Format, "app": &t.App, "budget": &t.Budget, "channels": &t.Channels, "company": &t.Company,
		"distance": &t.Distance, "role": &t.Role, "grants": &t.Grants, "imports": &t.Imports, "trials": &t.Trials,
		"homecoming": &t.Homecoming, "rehearsal": &t.Rehearsal, "proposal": &t.Proposal, "whatif": &t.Whatif,
		"progress": &t.Progress, "spoken": &t.Spoken, "library": &t.Library, "calendar": &t.Calendar,
		"errors": &t.Errors,
		"fields": &t.Fields, "figures": &t.Figures, "home": &t.Home, "kept": &t.Kept, "reasons": &t.Reasons,
		"board": &t.Board, "answers": &t.Answers, "command": &t.Command, "book": &t.Book,
	}
}
