package templates

// KeptTexts speak of what is kept beside a plan: texts in hand, earlier versions, and what
// was found when the file was opened.
type KeptTexts struct {
	Writing, ToMend          string // instead of saved
	Offer                    string // the title
	OfferText                Text   // {where} {when} {text}
	Take, Copy, Aside, Drop  string
	Copied                   string
	NoPlace, NotInPlan       string
	NothingLeft              string
	TextNotKept              Text   // {why}
	LeftOne                  Text   // {where}
	LeftAtEnd                Plural // {n}
	LostAtEnd                Text   // {where} {text}
	NotesTitle               string
	NotesIntro               string
	NoVersion                Text // {why}
	Versions                 string
	VersionsText             Text // {name}
	VersionsNone             string
	VersionRow               Text // {when} {budget} {allocated}
	VersionBroken            Text // {when}
	VersionsHead             []string
	Reading                  string
	Same                     string
	BudgetDiffers            Text              // {was} {now}
	ChannelDiffers           Text              // {channel} {was} {now}
	ChannelGone, ChannelOnly Text              // {channel}
	AssumptionsDiffer        Plural            // {n}
	PartsDiffer              Text              // {parts}
	Parts                    map[string]Plural // {n}; by plan.PartKind
	OtherwiseDiffers         string
	Bring                    string
	Brought                  Text // {when}
	BroughtName              Text // {when}
	BroughtFile              Text // {when} {path}
	BroughtBeside            Text // {when} {path} {beside}
	NotBrought               Text // {why}
	NoSuchVersion            Text // {n} {all}
}
