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
	BridgeData, ThisYearBar, Step, From, To, Rise, Fall, FanChart, FanAlt, FanData, BackLow         string
	BackSpread, BackMiddle, ChancePaid, MarginLow, MarginHigh, DecisionTitle, DecisionAsk           string
	DecisionExpect, DecisionStop, TableTitle, Customers, SummaryNote, ScenarioLabel, ChooseScenario string
	BudgetTotal, GivenOut, NotGiven, Fits, TooMuch, Amount, Typed, Slider, Percent, InPlay          string
	AtLeast, AtMost, BelowLeast, AboveMost, BelowThreshold, LeversNote, ThisYear, LastYear          string
	Share, Change, MoreContacts, MoreCustomers, CostPerContact, CAC, MoreMargin, Return             string
	NextThousand, RestsOn, BudgetNote, BudgetChart, BudgetChartNew, BudgetChartAlt, SpendByChannel  string
	Paid, Back, Out, Events, CalendarChart, CalendarChartAlt, Weights, WeightsOf, Season            string
	Even, BySeason, TypedMonths, WeightsNote, Calendar, EffectiveSpend, Contacts, ContactsIdle      string
	CustomersWon, MarginOf, Scenario, WhatChanges, OnOrder, OnBaseline, OnSpend, OnResults          string
	OnCost, GradualNote, SpentInPeriod, WonInPeriod, AgainstBase, ScenarioChart, ScenarioChartAlt   string
	Parameter, Low, Base, High, Unit, Origin, Sources, TheCompany, FirstOrder, Order, OrdersPerYear string
	AYear, Years, YearsUnit, Margin, OfOrder, Conversion, OfContacts, SalesCycle, MonthsUnit        string
	Baseline, AMonth, VATRate, VATRecovered, EuroAYear, EuroAMonth, Threshold, Reference            string
	ContactsThere, Gain, HalfLife, ConversionIndex, Delay, DelayFactor, WorthTitle, PlainFirstOrder string
	PlainFirstYear, FirstOrderMargin, FirstYearMargin, LifetimeMargin, CostOfEuro, BaselineOver     string
	MonthsTitle, MonthNumber, Month, Demand, ByChannel, Carryover, HalfSaturation, Ceiling          string
	WholeDelay, RestOfDelay, Opening, Proportional, ContactsPerEuro, Gradual, YearInCents           string
	WeightTotal, CentsLeft, PeriodInCents, IdleSpend, IdleContacts, PerEuro, Cash, SigningsAll      string
	MonthsOut, LastMonthOut, Payback, Peak, PeakMonth, FiguresTitle, MonthNames, MarksTitle         string
	Changed, ScenarioNumber, CurvesNote, CurveBelow, CurveSpend, CurveMargin, CurveEnd              string
	BestSplit, TodayPoint, CutShare, CutAmount, LostEven, LostBest, LostCustomers, LessLost         string
	KeepsEven, KeepsBest, CutMargins, EvenShort, BestShort, NotPossible, CutsChart, CutsChartAlt    string
	CutsNote, UncertaintyNote, InThePeriod, NineOfTen, InTheMiddle, OneOfTen, AsForecast            string
	ChancePays, RestsOnTitle, WhatDecides, MarginIfLow, MarginIfHigh, IfLow, IfHigh, TornadoAlt     string
	TestFirst, HangsOnIt, Question, Answer, RoleCosts, RolePays, HourCosts, Tasks, HoursAMonth      string
	InsideAYear, OutsideAMonth, BackAMonth, CorrectionAMonth, FadesHead, MonthsToHalf               string
	MonthsToQuarter, RoleBar, OutsideBar, StopsBar, RoleChart, RoleChartAlt, Area, MeanLevel        string
	NextSteps, DistanceAnswers, ByAssistant, Rivals, Assistant, Named, WhatWeTry, Spend             string
	FromMonth, CostToBeat, Needed, DecisionRule, Outcome, RuleHold, NotFinished, TrialsNote         string
	SoFar, Planned, Came, ProgressChart, ProgressAlt, Claim, Evidence, KPI, Target, Risk            string
	StopRule, Owner, Review, Source, Says, When, Address, Caveat                                    string
	HowToLines                                                                                      []string
	Sheets, Questions, Answers                                                                      map[string]string // by sheet
	Scenarios                                                                                       map[string]string // names of those that are built in
	Decisions                                                                                       map[string]string // what follows from a test
}
