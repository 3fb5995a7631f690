package file

import (
	"arringa/model"
	"arringa/templates"
)

// fromFirst brings a plan of the first format to the second. The first knew no additional
// share, so that all that a channel counted was claimed: Complete fills in the catalogue's. It
// also put the sector's usual revenue where nobody had told one; that is taken out again, since a
// promise must not be weighed by a revenue that was made up.
func fromFirst(p *model.Plan) {
	r := &p.Company.Revenue
	if s, ok := templates.FindSector(p.Company.Sector); ok && r.Origin == model.Judgement && r.Cents == model.Euro(s.Revenue) {
		r.Cents = 0
	}
}
