// What is asked of the company.

package model

import "slices"

// Company is what a new customer is worth and what happens without marketing.
type Company struct {
	Name   string   `json:"name,omitzero"`
	Town   string   `json:"town,omitzero"`
	Sector string   `json:"sector"`
	Kind   SaleKind `json:"kind"` // what a contact is, unless a channel says otherwise

	FirstOrder       Amount `json:"first_order"`        // A₁, net of VAT
	Order            Amount `json:"order"`              // A, of the later orders, net of VAT
	OrdersPerYear    Number `json:"orders_per_year"`    // q, per customer; 0.4 is one every thirty months
	Years            Number `json:"years"`              // T, how long a customer stays
	Margin           Number `json:"margin"`             // μ, contribution margin as a share of an order, 0 to 1
	Conversion       Range  `json:"conversion"`         // share of contacts that become customers, 0 to 1
	SalesCycleMonths Number `json:"sales_cycle_months"` // from contact to order

	Baseline []Baseline `json:"baseline,omitzero"` // customers who come without marketing, by where they come from
	Season   Season     `json:"season"`            // of demand
	VAT      VAT        `json:"vat"`
	Revenue  Amount     `json:"revenue"` // of last year; no cents when not told
	Extra    Extra      `json:",embed"`
}

// SaleKind is what a contact is.
type SaleKind string

// The kinds of sale.
const (
	B2B    SaleKind = "b2b"    // a request from a company
	Local  SaleKind = "local"  // an enquiry or booking from a person
	Orders SaleKind = "orders" // an online order: conversion 1, no delay
)

// Baseline is one source of the customers who come by themselves.
type Baseline struct {
	From     string `json:"from"` // word_of_mouth, agents, walk_in, fairs or other
	PerMonth Number `json:"per_month"`
	Extra    Extra  `json:",embed"`
}

// BaselineSources are the values of Baseline.From, in the order they are asked.
var BaselineSources = []string{"word_of_mouth", "agents", "walk_in", "other"}

// VAT says how much of the VAT on marketing the company gets back. What it does not
// get back is a cost of the spend.
type VAT struct {
	Rate      float64 `json:"rate"`      // 0.22 in Italy
	Recovered float64 `json:"recovered"` // share, 0 to 1
	Extra     Extra   `json:",embed"`
}

// Cost is what a euro of spend costs, VAT that is not recovered included.
func (v VAT) Cost() float64 { return 1 + v.Rate*(1-v.Recovered) }

// FirstYearRevenue is the orders, in cents, of a new customer's first twelve months:
// A₁ + max(q−1, 0)·A.
func (c Company) FirstYearRevenue() float64 {
	return float64(c.FirstOrder.Cents) + max(c.OrdersPerYear.Value-1, 0)*float64(c.Order.Cents)
}

// FirstYearMargin is the contribution margin, in cents, of a new customer's first
// twelve months: (A₁ + max(q−1, 0)·A)·μ.
func (c Company) FirstYearMargin() float64 { return c.FirstYearRevenue() * c.Margin.Value }

// LifetimeMargin is the contribution margin, in cents, of a new customer for as long
// as it stays: (A₁ + max(q·T−1, 0)·A)·μ.
func (c Company) LifetimeMargin() float64 {
	return (float64(c.FirstOrder.Cents) + max(c.OrdersPerYear.Value*c.Years.Value-1,
		0)*float64(c.Order.Cents)) * c.Margin.Value
}

// BaselinePerMonth is how many customers a month come by themselves.
func (c Company) BaselinePerMonth() float64 {
	var total float64
	for _, b := range c.Baseline {
		total += b.PerMonth.Value
	}
	return total
}

func (c Company) clone() Company {
	c.Baseline = slices.Clone(c.Baseline)
	return c
}
