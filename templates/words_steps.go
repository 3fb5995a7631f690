// The sections of the catalogue: the steps.

package templates

// DistanceTexts is the step of the gap check and of the AI presence.
type DistanceTexts struct {
	Title, Question             string
	QuestionOf                  Text   // {area} {n} {all}
	Done                        Plural // {n} {all}
	Take, Skip                  string
	Previous, Next, Turn, Clear string
	Presence, Profile           string
	ProfileTitle, StepsTitle    string
	NoSteps, IntoCalendar       string
	InCalendar                  Plural
	AlreadyThere                string
	WhyLabel, NotAnswered       string
	NoAnswerYet                 string
	Blanks                      map[string]string // what stands for a word that the company has to put into a prompt
	Areas                       map[string]string
	PresenceTitle, PresenceText string
	NamedIn                     Text // {x} {y}
	NobodyAsked                 string
	ByAssistant, ByDay          string
	Rivals, SourcesCited        string
	AddRun, DropRun, RunTitle   string
	RunAdded                    Text // {assistant} {named}
	RunDropped, Named, NotNamed string
	XofY                        Text // {x} {y}
	Save                        string
	AskDate, AskAssistant       Field
	AskPrompt, AskNamed         Field
	AskSources, AskCompetitors  Field
}

// CalendarTexts is the step that says when.
type CalendarTexts struct {
	Title, Question         string
	InEuro, InThousands     string
	Total                   string
	Cash, CashInThousands   string
	CashVAT                 string // where VAT is not recovered
	CashVATInThousands      string
	EveryYear               string
	MonthSet                Text // {channel} {amount} {pot}
	SpreadNow               Text // {channel} {how}
	Events, EventsText      string
	NoEvents, Spread        string
	Even, Season, TypeMonth string
	AddEvent, ChangeEvent   string
	SaveEvent, KeepEvent    string
	DropEvent               string
	WholePlan               string
	CellIs                  Text // {channel} {month} {amount} {how}
	Kinds                   map[string]string
	AskMonth, AskKind       Field
	AskChannel, AskWhat     Field
	AskCost                 Field
}

// LibraryTexts is the table of evidence.
type LibraryTexts struct {
	Title                           Text // {channel}
	OwnSource, Undated              string
	Figure, Source, Published, File string
	ShowAll, ShowChannel, Nothing   string
	Cite, Uncite                    string
	AddOwn, ChangeOwn, NotOwn       string
	Count                           Plural
	WeakNote, WeakCited             string
	Where                           Text // {geography} {industry}
	SourceIs                        Text // {source} {title} {when}
	AsReported, ReadThere           Text // {where}
	ReadElsewhere                   Text // {where} {read}
	Value                           Text // {value} {unit}
	ValueRange                      Text // {value} {low} {high} {unit}
	OnlyRange                       Text // {low} {high} {unit}
	NoValue, SaveOwn, EmptyOwn      string
	KeepOwn                         string
	AskClaim, AskFigure, AskSource  Field
	AskDate, AskFile                Field
}

// SpokenTexts is the walk without a screen.
type SpokenTexts struct {
	Intro                    string
	Menu                     Text // {n}
	New, Open, Example, Quit string
	WhichFile                string
	StepHead                 Text // {step}
	StepState                Text // {step} {state}
	States                   map[string]string
	Export                   string
	NotOne                   Text // {text} {n}
	ChannelsHelp             string
	InPlan, NotInPlan        string
	AmountOf                 Text // {channel}
	LastYearOf, Left         Text // {amount}
	LevelOf                  string
	NotLevel                 Text // {text}
	ReasonsOf                Text // {channel} {amount}
	Written, Bye             Text // {path}
	Skip, AddRun, HowToSplit string
	AsItIs, WhichScenario    string
	WhichMonth, LeaveOut     string
	ScenarioIs               Text // {scenario} {customers} {cash} {margin}
	CutIs                    Text // {cut} {saved} {even} {best} {customers}
	SwingIs                  Text // {what} {low} {high}
	Planned                  Text // {what} {planned}
}

// RoleTexts is the step that defends the role.
type RoleTexts struct {
	Title, Question                   string
	HeadCost, HeadTasks               string
	AddTask, SaveTask, DropTask       string
	NamelessTask, TaskHelp            string
	TaskLine                          Text // {hours} {outside}
	Outcome, NotTold                  string
	Short                             Text // {cost} {customers} {expected}
	Cost, BreakEven, WithBudget       string
	Expected, Outside                 string
	GivenBack, BackValue              string
	Without                           Text
	Idle, SpendSaved                  string
	NotAlike                          Text // {share}
	LostCustomers, LostMargin         string
	Saved, Stay, FadesText            string
	Salary, CompanyCost, Share, Tools Field
	Stops                             Field
	TaskName, TaskHours, TaskOutside  Field
	TaskBack, TaskCorrection          Field
}

// ProgressTexts is the plan against the year.
type ProgressTexts struct {
	Title, Question            string
	Type, Month                string
	NextMonth, PreviousMonth   string
	AsPlanned, Clear           string
	Spend, Contacts, Customers string
	ContactsShort, Done, Came  string
	NothingKnown, ImportKey    string
	SoFar                      string
	Off                        Text            // {what} {actual} {planned} {off}
	Forecast                   Text            // {margin} {plan} {customers}
	Problems                   map[string]Text // by code
}

// WhatifTexts is the step of scenarios, cuts and what decides.
type WhatifTexts struct {
	Title, Question                     string
	View, NextView, PreviousView        string
	Scenarios, Cuts, Decides, MoreMoney string
	UseScenario, NewScenario            string
	ChangeScenario, SaveScenario        string
	BuiltIn                             string
	InForce                             Text // {scenario}
	Scenario, Margin, Return, OwnAbout  string
	AgainstNow, ByEnd, FiguresAre       string
	Cut                                 string
	CutOf, CutRow                       Text // {share} {amount}
	Saved, LostEven, LostBest           string
	LostCustomers, CutsTake             string
	NotPossible, NoRoom                 string
	WhoGives, FromPot, TakeCut          string
	AboutCuts                           Text // {span}
	CutTaken                            Text // {share} {budget}
	Assumption, IfLow, IfHigh           string
	SwingIs                             Text // {origin}
	SwingAssumed                        string
	RestsOn                             Text // {own} {published} {judgement}
	RangeIs                             Text // {low} {high} {by_end} {ever}
	TestFirst                           Text // {what}
	IfYouGave, CustomersMore            string
	MarginMore, PerEuro, WhereTo        string
	AboutMore                           Text // {span}
	TakeMore                            string
	MoreTaken, MoreFromPot              Text // {amount} {budget}
	Frontier, ScenarioIntro             string
	AtOnce, Gradually, Nameless         string
	About                               map[string]string // by scenario
	Fields                              map[string]string // by member of a figure
	AskName, AskGradual, AskResults     Field
	AskCost, AskOrder, AskBaseline      Field
}

// ProposalTexts is the best split beside today's.
type ProposalTexts struct {
	Title, Take, OtherObjective string
	NotFeasible, Taken          string
	Today, Best, Moves, Why     string
	Brings                      Text // {before} {after}
	BringsSpending              Text // {before} {after} {was} {is} {moves} {span}
	Proved                      string
	Nearly                      Text              // {gap}
	Objectives, Bindings        map[string]string // by id
}

// RehearsalTexts is the board's questions, asked one at a time.
type RehearsalTexts struct {
	Title                        Text // {n} {all}
	Show, Next, Previous         string
	Edit, EditHelp               string
	PreviousShort, EditShort     string // in the footer
	HideShort, AddShort          string
	Hide, WasHidden, ShowHidden  string
	NoneHidden, Add, AddHelp     string
	Think, NoAnswer, NothingLeft string
	Earlier, Later, Order        string
	Done, Somebody               string
	Askers                       map[string]string
}

// HomecomingTexts is a workbook that was opened again.
type HomecomingTexts struct {
	Title, Take, Leave, Nothing string
	Came                        Text   // {path}
	Changed                     Plural // {n}
	Line                        Text   // {what} {was} {now}
	Taken                       string
	Fields                      map[string]string // by field of an edit
}

// TrialsTexts are the tests of channels, and what is learnt from the past.
type TrialsTexts struct {
	Title, Text, Add, Which      string
	TitleOf                      Text // {channel}
	Row                          Text // {channel} {amount} {month}
	Needed                       Text // {needed} {low} {base} {high}
	TooSmall                     Text // {amount}
	Rule                         Text // {scale} {stop}
	NoOutlook, HeadResult        string
	Reading                      Text // {low} {base} {high}
	Verdict                      Text // {verdict} {chance}
	TooFew, Learn, Learnt, Drop  string
	LearningOf                   Text // {channel}
	NoPast, Now, Seen            string
	ContactsAt                   Text // {amount}
	FitIs                        Plural
	FitExplains                  Text // {share}
	FitSilent                    string
	FitBetween, FitAt            Text // {least} {most}
	TakeFit, Trials, FromPast    string
	Verdicts, Warnings           map[string]string // by id
	AskWhat, AskBudget, AskStart Field
	AskMonths, AskCost           Field
	AskSpent, AskCame            Field
}

// ImportsTexts are the exports that are read.
type ImportsTexts struct {
	Reading                       Text // {path}
	Title, Text, NoneHere, Import string
	Unknown                       string
	FileRead                      Text              // {path} {platform} {n} {columns}
	Merged                        Text              // {actuals} {history} {left}
	Within                        Plural            // {n}
	Platforms                     map[string]string // by id
	Reasons                       map[string]Text   // by reason: {n} {rows} {text} {column}
	Orders                        map[string]string // of day and month, by id
	OrderTitle, OrderFlag         string
	OrderAsked                    Text // {path} {date} {line} {day_first} {month_first}
	OrderMixed                    Text // {path} {date} {other}
	OrderSeen                     Text // {order} {date}
	OrderTold                     Text // {order}
	Thousands                     Text // {n} {text} {column} {row}
	NoAmount                      Text // {n} {rows}
}

// GrantsTexts is public money that may come.
type GrantsTexts struct {
	Title, Text, Add, Save, Drop string
	Nameless                     string
	AskName, AskAmount           Field
	AskSource, AskDate           Field
}

// Reasons is the step that says why, and the drafts it begins with.
type Reasons struct {
	Title, Question                       string
	Channel, Claim, Evidence, KPI, Target Field
	Risk, StopRule, Owner, Review         Field
	ChannelOf                             Text // {channel} {n} {all} {amount}
	ChannelBrief                          Text // {channel} {n} {all}
	NextChannel, PreviousChannel          string
	NoChannels                            string
	NoEvidence                            string
	EvidenceN                             Plural // {n} {names}
	DraftClaim, DraftClaimOrders          string
	DraftClaimZero, DraftTargetZero       string
	DraftTarget, DraftRisk, DraftStop     string
	NoFigure                              Text // {names}
}
