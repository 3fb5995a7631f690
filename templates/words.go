// The sections of the catalogue: the program at large.

package templates

// The sections of the catalogue. A field of type string stands as it is; a Text has
// figures in braces; a Field is a question with its help.

// Field is something that is asked: its label, what helps to answer, and the unit.
type Field struct {
	Label string
	Help  string // what it is, where to find it, what happens when it is left out
	Keys  string `toml:",omitempty"` // what to press on the screen, where that is not plain
	Unit  string `toml:",omitempty"` // with the space before it, where there is one
}

// App is the frame: header, rail, footer, help, saving.
type App struct {
	Name, Motto           string
	Steps                 map[string]string // of the rail, by screen
	Onward                Text              // {step}
	About                 map[string]string // what a screen is for, by screen
	Keys                  KeyNames
	Do                    CommandNames
	Close, Help, Palette  string
	StepList              string
	OtherLanguage, Quit   string
	Undo, Redo, Save      string
	NothingToUndo         string
	NothingToRedo         string
	Undone, Redone        Text // {what}
	GoTo                  Text // {step}
	NextStep              string
	PreviousStep          string
	FirstStep, LastStep   string
	GoHome                string
	TooSmall              Text // {w} {h} {now_w} {now_h}
	Saved, Saving         string
	NotesTitle            string
	SaveFailed            string
	SaveAsked             string
	Working, Stopping     Text // {what}
	Showing, NoViewer     Text // {path}
	WorkingAt             Text // {what} {done} {all}
	Stopped, Busy         Text // {what}
	UnsavedTitle          string
	UnsavedText           Text // {why}
	UnsavedAgain          string
	UnsavedCopy           string
	UnsavedStay           string
	NowhereToSave         string
	ConflictTitle         string
	ConflictText          string
	ConflictMine          string
	ConflictTheirs        string
	ConflictCopy          string
	RescueTitle           string
	RescueText            string
	RescueVersion         Text // {when}
	HelpTitle             Text // {step}
	Choose, Up, Down      string
	First, Last           string
	PageUp, PageDown      string
	NothingFound          string
	DraftHelp             string
	NOf                   Text   // {n} {all}
	OtherRows             Plural // {n}
	Go, GoOn, Ready       string
	NextValue             string
	PreviousValue         string
	OpenField, EditField  string
	FirstField, LastField string
	NotTold, Draft        string
	Accept, NewLine       string
	NoThanks              string
	OriginOwn             string
	OriginPublished       string
	OriginJudgement       string
	TypeToFind            string
	NothingLike           Text // {text}
	Tick                  string
	TickAll, TickNone     string
	Editor, NoEditor      string
	EditorFailed          Text // {why}
	LettersLeft           Text // {n} {all}
	TextFull              Text // {all}
	LeaveTitle            string
	LeaveText, LeaveForm  string
	KeepIt, DropIt        string
	BackToIt              string
	Removed               string
}

// SliderMarks are the signs on a slider.
type SliderMarks struct {
	Today, LastYear, Best     string
	Threshold, Limits, Locked string
}

// CommandNames are commands as short as a button.
type CommandNames struct {
	New, Open, Example       string
	BestSplit, Outcome       string
	Export, Grants, Rehearse string
}

// KeyNames are the keys as a person calls them.
type KeyNames struct {
	Enter, Space, Tab, Esc, Home, End, Delete, Backspace, PgUp, PgDown, Shift string
}

// Budget is the step with the sliders.
type Budget struct {
	Title, Question              string
	Move, More, Less             string
	TotalDown, TotalUp           Text // {amount}
	ReallySmall                  Text // {was} {now}
	LeaveTotal                   Text // {amount}
	NoLastYear                   string
	EvenDone, AsLastYearDone     string
	SpreadNow                    Text // {how}
	MuchMore, MuchLess           string
	Lock, Unlock                 string
	Limits                       string
	LimitsOf                     Text // {channel}
	Mode, ModePot, ModeFixed     string
	ToPot, ToFixed               string
	NowPot, NowFixed             string
	StepOf                       Text // {amount}
	Even, AsLastYear             string
	ToLeast, ToMost              string
	TypeShare, TypeAmount        string
	NoChannels, NoSliderHere     string
	ChooseChannel                string
	IsLocked                     Text // {channel}
	StoppedAtLeast               Text // {channel} {amount}
	StoppedAtMost                Text
	StoppedByOthers              Text
	PotIsEmpty                   Text
	UndoKey, UnlockKey           string // what to press after what was said
	LimitKey, FixedKey           string
	Total, Pot, PotEmpty         string
	Channel, AYear, Share        string
	Contacts, Customers          string
	CAC, Next                    string
	AgainstLastYear              Text // {change}
	Brings                       Text // {end} {contacts} {anyway} {signed} {after}
	After                        Text // {open}
	Back                         Text // {cash} {end} {all} {margin}
	BackByEnd                    Text // {cash} {end}
	NothingBack                  string
	Returns                      Text // {by_end} {return}
	PaysBack                     Text // {month}
	NoPayback                    string
	AboutTotal, AboutOnward      string
	LockedMark                   string
	BelowThreshold               Text // {threshold}
	BestIs                       Text // {amount}
	ThresholdIs                  Text
	LastYearWas                  Text // {amount}
	ContactsAre                  Text // {origin}
	PanelTitle                   string
	PanelEnd, PanelAllIn         Text // {month}
	PanelContacts, PanelAnyway   string
	PanelCustomers, PanelWon     string
	PanelMargin, PanelCash       string
	PanelReturn, PanelWithRole   string
	PanelCAC, PanelMost          string
	PanelPayback, PanelNever     string
	PanelPeak                    string
	Guessed                      Text // {share}
	TooGood, PanelGuessed        string
	PanelSpread, PanelPays       string
	Pays                         Text // {by_end} {ever}
	Compared                     Text // {customers} {margin}
	Marks                        SliderMarks
	CurveTop                     Text // {months} {contacts}
	CurveLegend                  string
	AtLeast, AtMost, Threshold   Field
	Calendar                     Field
	CalendarEven, CalendarSeason string
	CalendarTyped                string
	Months                       Field
	AllMonths, NoMonth           string
}

// CompanyTexts is the step that asks what a customer is worth.
type CompanyTexts struct {
	Title, Question                         string
	WhoYouAre, WhatACustomerLeaves          string
	FromContactToOrder, WhoComesAnyway      string
	TheYear                                 string
	Name, PlanName, Sector, Kind            Field
	Start, Months                           Field
	FirstOrder, Order, OrdersPerYear, Years Field
	Margin, Conversion, SalesCycle          Field
	Baseline                                map[string]Field // by source
	Season, VAT, Revenue                    Field
	KindB2B, KindLocal, KindOrders          string
	SectorNote                              string
	VATAll, VATHalf, VATNone                string
	SeasonFlat, SeasonIntro, SeasonMonth    string
	SeasonEnds, SeasonBrief                 Text // {best} {worst}
	Worth                                   Text // {first} {life}
	WorthTitle, WorthFirst, WorthLife       string
	WorthBaseline                           string
	WorthMost                               Text // {most}
}

// ChannelsTexts is the step that chooses the channels.
type ChannelsTexts struct {
	Title, Question                     string
	Groups                              map[string]string
	Postures, PosturesLong              map[string]string
	Add, Drop, Figures, Posture, NewOwn string
	AddOwn                              string
	ChooseOne, NotInPlan                string
	TooMany                             Text // {most}
	Added, Dropped                      Text // {channel}
	DroppedWith                         Text // {channel} {amount}
	OwnName                             string
	InPlan                              Plural
	GoodFor, Costs, Risks, FirstResult  string
	MonthsN                             Plural
	AtSpend                             Text // {amount}
	CostPerContact, BecomeCustomers     string
	CostPerCustomer, LastYear           string
	OverviewTitle, OverviewText         string
	SourcesAre                          Text // {names}
	Dollars, About                      string
	FiguresOf                           Text // {channel}
	AskName, AskKind, AskReference      Field
	AskContacts, AskGain, AskHalfLife   Field
	AskConversion, AskDelay             Field
	AskCounts, AskAdditional            Field
	Counts                              map[string]string // by way of counting
	AdditionalWhy                       Text              // {help} {why}
	Additional                          string
	OfTen                               Text // {n}
	FromLastYear, LastYearSame          string
	LastYearTitle, LastYearLeave        string
	NoLastYear                          string
	LastYearTaken                       Text   // {changes}
	LastYearChange                      Text   // {channel} {changes}
	LastYearRest                        Plural // {n}
	FieldWasIs                          Text   // {what} {was} {now}
	AskLastYear, AskLastContacts        Field
	AskLastCustomers                    Field
}

// BoardTexts is the step that exports.
type BoardTexts struct {
	Title                           string
	BookTitle, Author, Date, Decide Field
	Language, Private               Field
	Italian, English                string
	Inside, LeftOut                 string
	Where                           Field
	Checks, AllGood                 string
	ChecksN                         Plural
	Export, ExportHelp, OpenBook    string
	SheetsText                      string
	Yes, No, AllChannels, ReadyHelp string
	InBrief, InTheBook              string
	LogoIs                          Text // {size}
	Sheets, Logo                    Field
	Exporting                       string
	Exported                        Text // {path} {size}
	NothingExported                 string
	ChangedTitle, ChangedHome       string
	ChangedText                     Text // {path}
	ExistsTitle                     string
	ExistsText                      Text // {path}
	ExistsReplace, ExistsBeside     string
	HeadAsks, HeadReady, HeadResult string
	Rehearse, RehearseHelp          string
	AndOthers                       Text            // {names} {n}
	Problems                        map[string]Text // by code
}

// Home is the list of plans.
type Home struct {
	Title, Welcome, Question        string
	New, Open, Example              string
	NewHint, OpenHint, ExampleHint  string
	RecentTitle                     string
	NoRecent                        string
	Gone, ChooseRecent              string
	Forget, Forgot                  string
	Row                             Text // {year} {budget} {when}
	ExampleTitle, ExampleText       string
	FilesTitle                      string
	Parent, NoFiles                 string
	NewTitle, NewText               string
	AskLanguage, AskSector, AskName Field
	AskOrder, AskMargin, AskBudget  Field
	AskStart, AskWhere              Field
	Create                          string
	Created                         Text // {path}
	NameMissing                     string
	FileName                        Text // {name} {year}
}

// FigureTexts are what the figures of a plan are called: by id, unit, period, scope, and how they
// are rounded.
type FigureTexts struct {
	Names, Units, Periods, Scopes, Rounded map[string]string
}

// Fields are what fields of all forms say.
type Fields struct {
	Range, RangeBrief Text // {base} {low} {high}
}

// Errors are the sentences for what went wrong: what, where, what to do.
type Errors struct {
	NoAmount, NotAmount, TooManyCents, TooLarge, Negative Text // {text}
	NotNumber, NotADay                                    Text // {text}
	Between                                               Text // {least} {most}
	RangeDisorder                                         string
	BudgetTooSmall                                        Text // {locked} {least} {sum}
	MonthAtPot, MonthAtMost, MonthAtLeast                 Text // {at} {most} {least}
	MonthLocked                                           string
	LeastAboveMost                                        Text // {least} {most}
	// {path} {line} {column} {place}
	NotPlan, TooBig, Damaged, Misfit, Newer                               Text
	Invalid                                                               Text            // {path} {n} {first}
	Refused                                                               Text            // {why}
	NotPrinted                                                            Text            // {why}
	IsPlan, BookChanged, NotFound, NotAllowed, Exists, DiskFull, IsFolder Text            // {path}
	NotAFolder, NotPicture, LargePicture                                  Text            // {path}
	Changed, Busy                                                         Text            // {path}
	Other                                                                 Text            // {path} {why}
	Problems                                                              map[string]Text // by code of model.Problem
	// what a problem's field is called, in the middle of a sentence
	Members                                        map[string]string
	Usage                                          Text // {why}
	UnknownSector, UnknownExample, UnknownScenario Text // {id} {known}
	UnknownLanguage, UnknownTheme                  Text // {value}
	BadBudget, BadYear                             Text // {text}
	MapHint                                        string
	BadMapping, NoHeadings, NoTable, TooLargeTable Text // {path}
	NothingRead                                    Text // {path}
	NoColumn                                       Text // {path} {column}
	UnknownOrder                                   Text // {value}
	UnknownChannel                                 Text // {id} {known}
	NotBook, NoPlanInside, Tampered                Text // {path}
	UnknownObjective                               Text // {id} {known}
	UnknownCommand                                 Text // {text}
	UnknownFlag, FlagNeedsValue                    Text // {flag}
	WrongArguments                                 Text // {use}
}

// Command is the command line.
type Command struct {
	Short, Long                                                      string
	New, Example, Export, Check, Forecast, Open, Completion, Version CommandTexts
	Optimise, Cuts, Compare, Import, Versions                        CommandTexts
	Difference, Assumptions                                          string
	Flags                                                            map[string]string
	UsageHead, CommandsHead, FlagsHead, GlobalFlagsHead              string
	ExamplesHead, MoreHelp                                           string
	HelpFlag, HelpCommand                                            string
	NewDone, ExampleDone, ExportDone                                 Text // {path}
	ExampleRow                                                       Text // {name} {title}
	CheckFine                                                        Text // {path}
	CheckRow                                                         Text // {mark} {text}
	MarkWrong, MarkMissing, MarkDoubt                                string
	ForecastTitle                                                    Text // {name} {scenario}
	ForecastHead                                                     []string
	ForecastRounded                                                  string
	ForecastVAT                                                      Text              // {cost}
	OtherMonths                                                      Text              // {a} {b}
	Compared                                                         map[string]string // by member
	ForecastTotal                                                    string
	Scenarios                                                        map[string]string
	NoTerminal                                                       string
	SavedLate                                                        Text // {path} {why}
	Reported, Report                                                 Text // {path}
	Crashed, Rescued                                                 Text // {path}
}

// CommandTexts is a command's use, in a line and in full.
type CommandTexts struct {
	Use, Short, Long string
}
