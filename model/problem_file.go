// What can be doubted of a plan file that opens.

package model

// What can be wrong with a plan file that opens all the same. They are doubts: the plan can
// be computed and kept, and what nobody knows is kept with it.
const (
	EditedOutside  Code = "edited_outside"  // changed since the program wrote it, by hand or by damage
	UnknownMember  Code = "unknown_member"  // a member {value} that means nothing here
	UnknownSector  Code = "unknown_sector"  // {value} is not in the catalogue
	UnknownChannel Code = "unknown_channel" // {value} is neither in the catalogue nor the manager's own
	Misspelt       Code = "misspelt"        // {value} is not known, {near} is
	// written before additional shares: {contacts_was} {contacts} {customers_was} {customers} {margin_was} {margin}
	FormerFormat  Code = "former_format"
	FormerRevenue Code = "former_revenue" // a revenue of {was} that nobody had told was taken out
)
