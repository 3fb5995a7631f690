// The words of the workbook.

package templates

// Book is the workbook for the board: names of sheets, the question that each one answers and
// the answer, heads, labels, sentences. Sentences may name figures as questions.csv does.
type Book struct {
	Title         Text // {year}
	PageOf        Text // {page} {pages}
	ChartName     Text // {n}
	TypeBetween   Text // {least} {most}
	OtherChannels Text // {n}
	NoMonth       Text // {month}
	DecisionUntil Text // {date}
	WeightOf      Text // {month}
	RestOf        Text // {month}
	CentsOf       Text // {month}
	CurveOf       Text // {channel}
	CurveAlt      Text // {channel}
	MarginNow     Text // {channel}
	NamedTimes    Text // {n}
	RuleScale     Text // {n}
	RuleStop      Text // {n}
	RuleByChance  Text // {scale} {stop}
	// {spend} {contacts}
	TrialResult                                                                                  Text
	AsReported                                                                                   Text // {where}
	WrongFigure, Now, AsExported, Difference, StillAsExported, NotAsExported, Total, Channel     string
	Note, MonthsFormat, HowTo, TheSheets, PlanInside, PlanLeftOut, CardAsk, CardAskBelow         string
	CardMargin, CardMarginBelow, CardPayback, CardPaybackBelow                                   string
	CardSure, CardSureBelow, NeverPaysBack, BridgeFromLastYear, BridgeFromNothing, BridgeAlt     string
	BridgeData, InAll, Step, From, To, Rise, Fall, FanChart, FanFinding, FanAlt, FanData         string
	BackLow, BackSpread, BackMiddle, ChancePaid, MarginLow, MarginHigh, DecisionTitle            string
	DecisionAsk, DecisionExpect, DecisionStop, TableTitle, Customers, SummaryNote, ScenarioLabel string
	ChooseScenario, BudgetTotal, GivenOut, NotGiven, Fits, TooMuch, Amount, Typed, Slider        string
	Percent, InPlay, AtLeast, AtMost, BelowLeast, AboveMost, BelowThreshold, LeversNote          string
	ThisYear, LastYear, Share, Change, MoreContacts, MoreCustomers, CostPerContact, CAC          string
	MoreMargin, Return, NextThousand, RestsOn, BudgetNote, BudgetChart, BudgetChartNew           string
	BudgetFinding, BudgetFindingNew, BudgetChartAlt, Grants, SpendByChannel, Paid, Back          string
	Out, Events, CalendarChart, CalendarFinding, CalendarChartAlt, Weights, WeightsOf            string
	Season, Even, BySeason, TypedMonths, WeightsNote, Calendar, EffectiveSpend, Contacts         string
	ContactsIdle, CustomersWon, MarginOf, Scenario, WhatChanges, OnOrder, OnBaseline, OnSpend    string
	OnResults, OnCost, GradualNote, SpentInPeriod, SpentWithVAT, AgainstBase, ScenarioChart      string
	ScenarioFinding, ScenarioChartAlt, Parameter, Low, Base, High, Unit, Origin, Sources         string
	TheCompany, FirstOrder, Order, OrdersPerYear, AYear, Years, YearsUnit, Margin, OfOrder       string
	Conversion, OfContacts, SalesCycle, MonthsUnit, Baseline, AMonth, VATRate, VATRecovered      string
	EuroAYear, EuroAMonth, Threshold, Reference, ContactsThere, Gain, HalfLife, ConversionIndex  string
	Delay, DelayFactor, WorthTitle, PlainFirstOrder, PlainFirstYear, FirstOrderMargin            string
	FirstYearMargin, LifetimeMargin, CostOfEuro, BaselineOver, MonthsTitle, MonthNumber          string
	Month, Demand, ByChannel, Carryover, HalfSaturation, Ceiling, WholeDelay, RestOfDelay        string
	Opening, Proportional, ContactsPerEuro, Gradual, YearInCents, WeightTotal, CentsLeft         string
	PeriodInCents, IdleSpend, IdleContacts, PerEuro, Cash, SigningsAll, MonthsOut, LastMonthOut  string
	Payback, Peak, PeakMonth, FiguresTitle, MonthNames, MarksTitle, Changed, ScenarioNumber      string
	CurvesNote, CurveBelow, CurveSpend, CurveMargin, CurveEnd, BestSplit, TodayPoint, CutShare   string
	RoleWithSpend, CutSaved, CutSavedVAT                                                         string
	CutAmount, LostEven, LostBest, LostCustomers, LessLost, KeepsEven, KeepsBest, CutMargins     string
	EvenShort, BestShort, NotPossible, CutsChart, CutsFinding, CutsChartAlt, CutsNote            string
	UncertaintyNote, InThePeriod, NineOfTen, InTheMiddle, OneOfTen, AsForecast, ChancePays       string
	RestsOnTitle, WhatDecides, MarginIfLow, MarginIfHigh, IfLow, IfHigh, TornadoFinding          string
	TornadoAlt, TestFirst, HangsOnIt, Question, Answer, RoleCosts, RolePays, HourCosts           string
	Tasks, HoursAMonth, InsideAYear, OutsideAMonth, BackAMonth, CorrectionAMonth, FadesHead      string
	MonthsToHalf, MonthsToQuarter, RoleBar, OutsideBar, StopsBar, RoleChart, RoleFinding         string
	RoleChartAlt, Area, MeanLevel, NextSteps, DistanceAnswers, ByAssistant, Rivals, Assistant    string
	Named, WhatWeTry, Spend, FromMonth, CostToBeat, Needed, DecisionRule, Outcome, RuleHold      string
	NotFinished, TrialsNote, SoFar, Planned, Came, ProgressChart, ProgressFinding, ProgressAlt   string
	Claim, Evidence, KPI, Target, Risk, StopRule, Owner, Review, Source, Says, When, Address     string
	Caveat                                                                                       string
	Additional, Itself, EffectiveLater, AfterEnd, AllInBy, SignedByEnd, BackByEnd, ReturnByEnd   string
	Reserve, CardSureByEnd, BackHigh, ChanceByEnd, CardAskVAT                                    string
	CardByEnd, CardByEndBelow, TableTotal, DecisionRole, StaleSentence                           string
	ReturnAllIn, MarginAllIn, Stopping, WithoutRole, WithoutSpend, ReturnWithRole, Stale         string
	RoleOverPlan                                                                                 Text // {months}
	HowToLines                                                                                   []string
	// by sheet
	Sheets, Questions, Answers map[string]string
	// what follows from a test
	Decisions map[string]string
}
