// The random numbers of the futures: fixed, so that a slider never moves the dice.

package plan

import (
	"hash/fnv"
	"math"
	"math/bits"
	"sync"

	"arringa/model"
)

// Draws is how many futures are drawn.
const Draws = 10_000

// Correlation is how far two channels' luck goes together, of the normal numbers behind
// it: a good year for one is a somewhat better year for all. Our judgement; no source was
// found for small firms.
const Correlation = 0.3

// The 90th percentile of the standard normal distribution.
const z90 = 1.2815515655446004

// strata are the normal quantiles at the middle of each of Draws equal shares of
// probability.
var strata = sync.OnceValue(func() []float64 {
	z := make([]float64, Draws)
	for i := range z {
		z[i] = math.Sqrt2 * math.Erfinv((2*float64(i)+1)/Draws-1)
	}
	return z
})

// normals are the standard normal numbers that go with a name: always the same ones for
// the same name, so that a moved slider meets the same futures, and a new channel changes
// nobody's luck. Each holds every stratum once, in an order of its own: Latin hypercube
// sampling (McKay, Beckman, Conover, "A Comparison of Three Methods for Selecting Values
// of Input Variables", Technometrics 21, 1979).
func normals(name string) []float64 {
	h := fnv.New64a()
	h.Write([]byte(name))
	state := h.Sum64()
	z := append([]float64(nil), strata()...)
	for i := len(z) - 1; i > 0; i-- { // Fisher and Yates
		state += 0x9e3779b97f4a7c15
		j, _ := bits.Mul64(splitMix(state), uint64(i+1))
		z[i], z[j] = z[j], z[i]
	}
	return z
}

// splitMix scrambles a counter: SplitMix64 of Steele, Lea and Flood, "Fast Splittable
// Pseudorandom Number Generators", OOPSLA 2014.
func splitMix(x uint64) uint64 {
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return x ^ x>>31
}

// correlated are the normals of a name, with what they have in common mixed in, and
// then set back to the strata by rank: each still holds every stratum once, so that one
// range alone keeps exactly its percentiles (after Iman and Conover, "A Distribution-Free
// Approach to Inducing Rank Correlation Among Input Variables", Communications in
// Statistics B11, 1982).
func correlated(common []float64, name string) []float64 {
	z := normals(name)
	a, b := math.Sqrt(Correlation), math.Sqrt(1-Correlation)
	for i := range z {
		z[i] = a*common[i] + b*z[i]
	}
	rank(z)
	return z
}

// rank replaces each number by the stratum of its rank. It counts into bins a thousandth
// wide; within one, the order of the draws stands for that of the numbers.
func rank(z []float64) {
	const most, perUnit = 6.0, 1000 // beyond six standard deviations nothing is drawn
	var before [2*most*perUnit + 2]int32
	bin := func(z float64) int { return int((min(max(z, -most), most) + most) * perUnit) }
	for _, v := range z {
		before[bin(v)+1]++
	}
	for i := range before[1:] {
		before[i+1] += before[i]
	}
	q := strata()
	for i, v := range z {
		at := bin(v)
		z[i] = q[before[at]]
		before[at]++
	}
}

// values draws from a range: a lognormal in two pieces that passes through low, base and
// high at the 10th, 50th and 90th percentile, capped at most. A piece that begins at 0,
// where no lognormal can, is a straight line in z instead, cut off at 0.
func values(r model.Range, most float64, z []float64) []float64 {
	x := make([]float64, len(z))
	down, up := math.Log(r.Base/r.Low)/z90, math.Log(r.High/r.Base)/z90
	for i, z := range z {
		var v float64
		switch {
		case z < 0 && r.Low > 0:
			v = r.Base * math.Exp(down*z)
		case z < 0:
			v = r.Base * (1 + z/z90)
		case r.Base > 0:
			v = r.Base * math.Exp(up*z)
		default:
			v = r.High * z / z90
		}
		x[i] = min(max(v, 0), most)
	}
	return x
}

// band reads the 10th, 50th and 90th percentile of draws, and leaves them in another
// order. A percentile between two draws is the middle of them, which for stratified draws
// is exact.
func band(x []float64) Band {
	var at [3]float64
	from := 0
	for i, share := range [...]float64{0.1, 0.5, 0.9} {
		k := int(share * float64(len(x)))
		below, above := pick(x[from:], k-1-from), math.Inf(1)
		for _, v := range x[k:] {
			above = min(above, v)
		}
		at[i], from = (below+above)/2, k
	}
	return Band{Low: at[0], Base: at[1], High: at[2]}
}

// pick puts the k-th smallest of x in its place, the smaller ones before it, and returns
// it (Hoare's quickselect, the middle of three as pivot).
func pick(x []float64, k int) float64 {
	for from, to := 0, len(x)-1; from < to; {
		pivot := middle(x[from], x[(from+to)/2], x[to])
		i, j := from, to
		for i <= j {
			for x[i] < pivot {
				i++
			}
			for x[j] > pivot {
				j--
			}
			if i <= j {
				x[i], x[j] = x[j], x[i]
				i++
				j--
			}
		}
		switch {
		case k <= j:
			to = j
		case k >= i:
			from = i
		default:
			return x[k]
		}
	}
	return x[k]
}

func middle(a, b, c float64) float64 { return max(min(a, b), min(max(a, b), c)) }
