package plan

import "arringa/model"

// Tenths is a chance as it is said, never finer: see model.
type Tenths = model.Tenths

// TenthsOf says a chance of 0 to 1 in tenths.
func TenthsOf(chance float64) Tenths { return model.TenthsOf(chance) }
