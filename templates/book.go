package templates

// Book is the workbook for the board: names of sheets, heads, labels, sentences.
type Book struct {
	Title                                                       Text // {year}
	PageOf                                                      Text // {page} {pages}
	WeightOf                                                    Text // {month}
	RestOf                                                      Text // {month}
	SigningsOf                                                  Text // {channel}
	AsReported                                                  Text // {where}
	ScenarioIs                                                  Text // {scenario}
	UntilDate                                                   Text // {date}
	SheetSummary, SheetBudget, SheetCalendar, SheetResults      string
	SheetReasons, SheetAssumptions, SheetSources, SheetWorkings string
	AssumptionsAnswer, Parameter, Low, Base                     string
	High, Unit, Origin, Sources                                 string
	TheCompany, FirstOrder, Order, OrdersPerYear                string
	AYear, Years, YearsUnit, Margin                             string
	OfOrder, Baseline, AMonth, VATRate                          string
	VATRecovered, Season, Reference, EuroAMonth                 string
	ContactsThere, Gain, HalfLife, MonthsUnit                   string
	Conversion, OfContacts, Delay, LastYear                     string
	EuroAYear, Threshold, Calendar, Total                       string
	CalendarAnswer, SpendByChannel, Channel, WorkingsAnswer     string
	Carryover, HalfSaturation, Ceiling, WholeDelay              string
	RestOfDelay, Opening, OnResults, Gradual                    string
	OnCost, YearInCents, WeightTotal, CentsLeft                 string
	FirstYearMargin, LifetimeMargin, CostOfEuro, OnOrder        string
	Demand, ResultsAnswer, EffectiveSpend, Contacts             string
	ContactsIdle, CustomersWon, Cash, SigningsAll               string
	Paid, Back, Out, LateMonth                                  string
	LastMonthOut, Payback, NeverPaysBack, Peak                  string
	BudgetAnswer, BudgetTotal, ThisYear, Share                  string
	Change, MoreContacts, MoreCustomers, CostPerContact         string
	CAC, MoreMargin, Return, NextThousand                       string
	WrongAmountTitle, WrongAmount, NotGiven, TooMuch            string
	Fits, BudgetNote, BudgetChart, ReasonsAnswer                string
	Claim, Evidence, KPI, Target                                string
	Risk, StopRule, Owner, Review                               string
	SourcesAnswer, Source, Says, When                           string
	Address, Caveat, SummaryNote, CardAsk                       string
	InThePeriod, CardMargin, OnCost2, CardCustomers             string
	MoreContacts2, CardCAC, AtMost, CardPayback                 string
	CardPeak, CashChart, MarginChart, DecisionTitle             string
	AskBefore, AskAfter, ComesBefore, ComesMiddle               string
	ComesAfter, UntilNoDate, PerEuro, Slope                     string
}
