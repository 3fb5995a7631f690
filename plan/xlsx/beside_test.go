package xlsx

import "testing"

// What goes wrong beside comes back to whoever waits for it, as often as it is waited for.
func TestAPanicBesideComesBackToTheCaller(t *testing.T) {
	var none []int
	wait := beside(func() int { return none[len(none)] })
	for range 2 {
		func() {
			defer func() {
				if recover() == nil {
					t.Error("no panic")
				}
			}()
			wait()
		}()
	}
	if got := beside(func() string { return "fatto" })(); got != "fatto" {
		t.Errorf("got %q", got)
	}
}
