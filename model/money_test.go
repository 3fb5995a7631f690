package model_test

import (
	"errors"
	"math/big"
	"testing"

	"arringa/model"

	"pgregory.net/rapid"
)

func TestAmountsAreReadAsPeopleWriteThem(t *testing.T) {
	for text, want := range map[string]model.Money{
		"12500": 1250000, "12.500": 1250000, "12,500": 1250000, "12,500.00": 1250000, "12.500,00": 1250000,
		"1234,56": 123456, "1234.56": 123456, "1.234,56": 123456, "1'234.56": 123456, "1 234,5": 123450,
		"€ 900": 90000, "900 €": 90000, "900€": 90000, "eur 900": 90000, "900 euro": 90000, "0": 0, "0,5": 50, ",5": 50,
		"12,":    1200,
		"12,5 k": 1250000, "12k": 1200000, "120 mila": 12000000, "1,25 mln": 125000000, "2m": 200000000,
		"1.000.000": 100000000, "1,000,000.10": 100000010, "+5": 500, "007": 700, "90.000.000": 9000000000,
	} {
		if got, err := model.ParseMoney(text); err != nil || got != want {
			t.Errorf("%q: got %d, %v; want %d", text, got, err, want)
		}
	}
	for text, want := range map[string]error{
		"": model.ErrNoAmount, "  €": model.ErrNoAmount, "dodicimila": model.ErrNotAmount, "12a": model.ErrNotAmount,
		".":        model.ErrNotAmount,
		"1.23.456": model.ErrNotAmount, "12.34,56": model.ErrNotAmount, "1,234,56": model.ErrNotAmount,
		"1.2345.678": model.ErrNotAmount,
		"12,345.678": model.ErrTooManyCents, "0,123": model.ErrTooManyCents, "12,3456": model.ErrTooManyCents,
		"-5": model.ErrNegative, "−5": model.ErrNegative, "99999999999999": model.ErrTooLarge,
		"2000 mln": model.ErrTooLarge, "k": model.ErrNotAmount,
	} {
		if got, err := model.ParseMoney(text); !errors.Is(err, want) {
			t.Errorf("%q: got %d, %v; want %v", text, got, err, want)
		}
	}
}

// Hand-worked: 100,00 € over 1:1:1 leaves a cent, which goes to the first; 0,05 € over
// 3:1 is 3,75 and 1,25 cents, and the cent left goes to the larger remainder.
func TestSplitByLargestRemainder(t *testing.T) {
	for _, c := range []struct {
		m       model.Money
		weights []int64
		want    []model.Money
	}{
		{10000, []int64{1, 1, 1}, []model.Money{3334, 3333, 3333}},
		{5, []int64{3, 1}, []model.Money{4, 1}},
		{-5, []int64{3, 1}, []model.Money{-4, -1}},
		{7, []int64{0, 0}, []model.Money{4, 3}},
		{7, []int64{-9, 1}, []model.Money{0, 7}},
	} {
		got := c.m.Split(c.weights)
		for i := range got {
			if got[i] != c.want[i] {
				t.Errorf("%d over %v: got %v, want %v", c.m, c.weights, got, c.want)
				break
			}
		}
	}
	if got := model.Money(7).Split(nil); len(got) != 0 {
		t.Errorf("no weights gave %v", got)
	}
}

func TestSplitLosesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := model.Money(rapid.Int64().Draw(t, "m"))
		weights := rapid.SliceOfN(rapid.Int64Range(0, 1<<58), 1, 30).Draw(t, "weights")
		parts := m.Split(weights)
		var sum model.Money
		for _, part := range parts {
			sum += part
		}
		if sum != m {
			t.Fatalf("%d became %v", m, parts)
		}
		total := new(big.Int)
		for _, w := range weights {
			total.Add(total, big.NewInt(w))
		}
		if total.Sign() == 0 {
			return
		}
		for i, w := range weights { // |part·total − m·w| < total: within a cent of the exact share
			off := new(big.Int).Mul(big.NewInt(int64(parts[i])), total)
			off.Sub(off, new(big.Int).Mul(big.NewInt(int64(m)), big.NewInt(w)))
			if off.CmpAbs(total) >= 0 {
				t.Fatalf("part %d of %d over %v is %d", i, m, weights, parts[i])
			}
		}
	})
}
