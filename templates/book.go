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
	Paid, Back, Out, LastMonthOut                               string
	Payback, NeverPaysBack, Peak, BudgetAnswer                  string
	BudgetTotal, ThisYear, Share, Change                        string
	MoreContacts, MoreCustomers, CostPerContact, CAC            string
	MoreMargin, Return, NextThousand, WrongAmountTitle          string
	WrongAmount, NotGiven, TooMuch, Fits                        string
	BudgetNote, BudgetChart, ReasonsAnswer, Claim               string
	Evidence, KPI, Target, Risk                                 string
	StopRule, Owner, Review, SourcesAnswer                      string
	Source, Says, When, Address                                 string
	Caveat, SummaryNote, CardAsk, InThePeriod                   string
	CardMargin, OnCost2, CardCustomers, MoreContacts2           string
	CardCAC, AtMost, CardPayback, CardPeak                      string
	CashChart, MarginChart, DecisionTitle, AskBefore            string
	AskAfter, ComesBefore, ComesMiddle, ComesAfter              string
	UntilNoDate, PerEuro, Slope                                 string
}
