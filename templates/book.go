package templates

// Book is the workbook for the board: names of sheets, heads, labels, sentences.
type Book struct {
	Title                                                       Text // {year}
	PageOf                                                      Text // {page} {pages}
	WeightOf                                                    Text // {month}
	RestOf                                                      Text // {month}
	SigningsOf                                                  Text // {channel}
	AsReported                                                  Text // {where}
	UntilDate                                                   Text // {date}
	Rule                                                        Text // {needed} {scale} {stop}
	OtherChannels                                               Text // {n}
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
	Address, Caveat, SummaryNote, ScenarioLabel                 string
	CardAsk, InThePeriod, CardMargin, OnCost2                   string
	CardCustomers, MoreContacts2, CardCAC, AtMost               string
	CardPayback, CardPeak, CashChart, MarginChart               string
	DecisionTitle, AskBefore, AskAfter, ComesBefore             string
	ComesMiddle, ComesAfter, UntilNoDate, SheetScenarios        string
	SheetCuts, SheetUncertainty, SheetQuestions, SheetRole      string
	SheetDistance, SheetPresence, SheetTrials, ScenariosAnswer  string
	ChosenScenario, WrongScenario, Number, Multipliers          string
	SpendOrNot, ResultsGradual, CostGradual, AsExported         string
	StillTrue, NoLongerTrue, CutsAnswer, CutShare               string
	CutAmount, LostEven, LostBest, LostCustomers                string
	WhoGives, NotPossible, CutsChart, UncertaintyAnswer         string
	NineOfTen, InTheMiddle, OneOfTen, ChancePays                string
	RestsOn, WhatDecides, MarginIfLow, MarginIfHigh             string
	Moves, QuestionsAnswer, Question, Answer                    string
	DistanceAnswer, Area, WhereWeAre, Level                     string
	NextSteps, PresenceAnswer, Assistant, Named                 string
	Rivals, TrialsAnswer, WhatWeTry, Spend                      string
	From, MonthsLabel, CostToBeat, DecisionRule                 string
	RoleAnswer, RoleCosts, Tasks, HoursAMonth                   string
	OutsideAMonth, BackAMonth, OutsideAYear, FadesHead          string
	CustomersShort, MarginShort, PaysBackBy, PaysBackNever      string
	MostMargin, PerEuro, Slope                                  string
}
