package xlsx

// The company's logo on the summary.

import (
	"arringa/model"
	"arringa/plan/xlsx/part"
)

// The room of a logo in the band of the summary, in points: its first three columns, and
// most of the height of its two rows.
const (
	logoWidth  = 114
	logoHeight = 46
	logoCols   = 3
	logoLeft   = 4
	bandHeight = 54
)

// logoOf fits a plan's picture into its room; nil without one.
func logoOf(p model.Plan) *part.Picture {
	if len(p.Board.Logo) == 0 {
		return nil
	}
	kind, w, h, err := model.Picture(p.Board.Logo)
	if err != nil {
		return nil // such a plan has Problems
	}
	scale := min(logoWidth/float64(w), logoHeight/float64(h))
	height := float64(h) * scale
	return &part.Picture{
		Data: p.Board.Logo, Kind: kind, Alt: p.Company.Name,
		Col: gridFirst, Row: 2, Right: logoLeft, Down: (bandHeight - height) / 2,
		Width: float64(w) * scale, Height: height,
	}
}
