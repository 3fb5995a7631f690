package ui

import "testing"

// The palette goes to every step, from whichever one stands.
func TestThePaletteReachesEveryStep(t *testing.T) {
	r := sit(t, 80, 24).example("dentista", "calendar")
	for step := range stepKey {
		typed := "vai a " + r.words().App.Steps[step]
		if step == "home" {
			typed = "torna ai piani"
		}
		r.types("/ '" + typed + "' enter")
		if !r.isOn(step) {
			t.Fatalf("%s is not reached by %q:\n%s", step, typed, r.screen())
		}
	}
}

// The palette finds what another step can do, goes there and does it.
func TestThePaletteDoesWhatOtherStepsDo(t *testing.T) {
	r := sit(t, 80, 24).example("dentista", "calendar")
	r.types("/ 'esporta' enter").sees("Cartella scritta: dentista.xlsx", "Prima della riunione")
	for typed, sees := range map[string]string{
		"bandi": "Nuovo contributo", "divisione": "La divisione migliore",
		"presenza":       "Nominati in 3 risposte su 6",
		"leggi un":       "non ci sono file CSV o Excel da leggere",
		"attività":       "newsletter, fiere, sito",
		"nuovo scenario": "il concorrente raddoppia",
	} {
		r.goes("company").types("/ '" + typed + "' enter").sees(sees)
	}
}
