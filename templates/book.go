package templates

// Book is the workbook for the board: names of sheets, the question that each one answers and
// the answer, heads, labels, sentences. Sentences may name figures as questions.csv does.
type Book struct {
	Title                                                                                           Text // {year}
	PageOf                                                                                          Text // {page} {pages}
	ChartName                                                                                       Text // {n}
	TypeBetween                                                                                     Text // {least} {most}
	OtherChannels                                                                                   Text // {n}
	NoMonth                                                                                         Text // {month}
	DecisionUntil                                                                                   Text // {date}
	WeightOf                                                                                        Text // {month}
	RestOf                                                                                          Text // {month}
	CentsOf                                                                                         Text // {month}
	CurveOf                                                                                         Text // {channel}
	CurveAlt                                                                                        Text // {channel}
	MarginNow                                                                                       Text // {channel}
	NamedTimes                                                                                      Text // {n}
	RuleScale                                                                                       Text // {n}
	RuleStop                                                                                        Text // {n}
	RuleByChance                                                                                    Text // {scale} {stop}
	TrialResult                                                                                     Text // {spend} {contacts}
	AsReported                                                                                      Text // {where}
	WrongFigure, Now, AsExported, Difference, StillAsExported, NotAsExported, Total, Channel        string
	Note, MonthsFormat, HowTo, TheSheets, PlanInside, PlanLeftOut, CardAsk, CardAskBelow            string
	CardAskShare, CardMargin, CardMarginBelow, CardCAC, CardCACBelow, CardPayback, CardPaybackBelow string
	CardSure, CardSureBelow, NeverPaysBack, BridgeFromLastYear, BridgeFromNothing, BridgeAlt        string
	BridgeData, InAll, Step, From, To, Rise, Fall, FanChart, FanFinding, FanAlt, FanData            string
	BackLow, BackSpread, BackMiddle, ChancePaid, MarginLow, MarginHigh, DecisionTitle               string
	DecisionAsk, DecisionExpect, DecisionStop, TableTitle, Customers, SummaryNote, ScenarioLabel    string
	ChooseScenario, BudgetTotal, GivenOut, NotGiven, Fits, TooMuch, Amount, Typed, Slider           string
	Percent, InPlay, AtLeast, AtMost, BelowLeast, AboveMost, BelowThreshold, LeversNote             string
	ThisYear, LastYear, Share, Change, MoreContacts, MoreCustomers, CostPerContact, CAC             string
	MoreMargin, Return, NextThousand, RestsOn, BudgetNote, BudgetChart, BudgetChartNew              string
	BudgetFinding, BudgetFindingNew, BudgetChartAlt, SpendByChannel, Paid, Back, Out, Events        string
	CalendarChart, CalendarFinding, CalendarChartAlt, Weights, WeightsOf, Season, Even              string
	BySeason, TypedMonths, WeightsNote, Calendar, EffectiveSpend, Contacts, ContactsIdle            string
	CustomersWon, MarginOf, Scenario, WhatChanges, OnOrder, OnBaseline, OnSpend, OnResults          string
	OnCost, GradualNote, SpentInPeriod, WonInPeriod, AgainstBase, ScenarioChart, ScenarioFinding    string
	ScenarioChartAlt, Parameter, Low, Base, High, Unit, Origin, Sources, TheCompany, FirstOrder     string
	Order, OrdersPerYear, AYear, Years, YearsUnit, Margin, OfOrder, Conversion, OfContacts          string
	SalesCycle, MonthsUnit, Baseline, AMonth, VATRate, VATRecovered, EuroAYear, EuroAMonth          string
	Threshold, Reference, ContactsThere, Gain, HalfLife, ConversionIndex, Delay, DelayFactor        string
	WorthTitle, PlainFirstOrder, PlainFirstYear, FirstOrderMargin, FirstYearMargin, LifetimeMargin  string
	CostOfEuro, BaselineOver, MonthsTitle, MonthNumber, Month, Demand, ByChannel, Carryover         string
	HalfSaturation, Ceiling, WholeDelay, RestOfDelay, Opening, Proportional, ContactsPerEuro        string
	Gradual, YearInCents, WeightTotal, CentsLeft, PeriodInCents, IdleSpend, IdleContacts            string
	PerEuro, Cash, SigningsAll, MonthsOut, LastMonthOut, Payback, Peak, PeakMonth, FiguresTitle     string
	MonthNames, MarksTitle, Changed, ScenarioNumber, CurvesNote, CurveBelow, CurveSpend             string
	CurveMargin, CurveEnd, BestSplit, TodayPoint, CutShare, CutAmount, LostEven, LostBest           string
	LostCustomers, LessLost, KeepsEven, KeepsBest, CutMargins, EvenShort, BestShort, NotPossible    string
	CutsChart, CutsFinding, CutsChartAlt, CutsNote, UncertaintyNote, InThePeriod, NineOfTen         string
	InTheMiddle, OneOfTen, AsForecast, ChancePays, RestsOnTitle, WhatDecides, MarginIfLow           string
	MarginIfHigh, IfLow, IfHigh, TornadoFinding, TornadoAlt, TestFirst, HangsOnIt, Question         string
	Answer, RoleCosts, RolePays, HourCosts, Tasks, HoursAMonth, InsideAYear, OutsideAMonth          string
	BackAMonth, CorrectionAMonth, FadesHead, MonthsToHalf, MonthsToQuarter, RoleBar, OutsideBar     string
	StopsBar, RoleChart, RoleFinding, RoleChartAlt, Area, MeanLevel, NextSteps, DistanceAnswers     string
	ByAssistant, Rivals, Assistant, Named, WhatWeTry, Spend, FromMonth, CostToBeat, Needed          string
	DecisionRule, Outcome, RuleHold, NotFinished, TrialsNote, SoFar, Planned, Came, ProgressChart   string
	ProgressFinding, ProgressAlt, Claim, Evidence, KPI, Target, Risk, StopRule, Owner               string
	Review, Source, Says, When, Address, Caveat                                                     string
	HowToLines                                                                                      []string
	Sheets, Questions, Answers                                                                      map[string]string // by sheet
	Decisions                                                                                       map[string]string // what follows from a test
}
