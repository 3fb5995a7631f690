package ui

import (
	"slices"
	"strings"

	"arringa/plan/file"
)

// stepScenes are the eleven steps as an example has them.
func stepScenes() []scene {
	list := []scene{{name: "home", example: "macchine", step: "budget", does: remembered, keys: "ctrl+o", ranges: true}}
	for _, step := range []string{
		"company", "distance", "channels", "budget", "reasons", "whatif", "calendar", "role", "board", "progress",
	} {
		list = append(list, scene{name: step, example: "macchine", step: step, ranges: true})
	}
	return list
}

// allScenes are the steps, what else they show, and every dialog.
func allScenes() []scene {
	return slices.Concat(stepScenes(), viewScenes(), frameScenes(), homeScenes(), companyScenes(), channelScenes(),
		budgetScenes(), reasonScenes(), whatifScenes(), yearScenes(), boardScenes(), importScenes(), fileScenes())
}

// viewScenes are the steps when something else is in hand.
func viewScenes() []scene {
	return []scene{
		{name: "home-first", does: func(*robot) {}},
		{name: "company-end", example: "macchine", step: "company", keys: down(30)},
		{name: "company-refused", example: "macchine", step: "company", does: on("company.margin"),
			keys: "'120' enter"},
		{name: "channels-one", example: "macchine", step: "channels", keys: "down down"},
		{name: "channels-none", example: "macchine", step: "channels", keys: "end"},
		{name: "budget-total", example: "macchine", step: "budget", keys: "up", ranges: true},
		{name: "budget-end", example: "macchine", step: "budget", keys: down(20), ranges: true},
		{name: "budget-fixed", example: "dentista", step: "budget", keys: "m right right", ranges: true},
		{name: "budget-refused", example: "dentista", step: "budget", keys: "'1a2' enter", ranges: true},
		{name: "budget-long-note", example: "dentista", step: "budget", keys: "'999999' enter", ranges: true},
		{name: "whatif-cuts", example: "macchine", step: "whatif", keys: "right", ranges: true},
		{name: "whatif-decides", example: "macchine", step: "whatif", keys: "right right", ranges: true},
		{name: "whatif-more", example: "macchine", step: "whatif", keys: "left", ranges: true},
		{name: "calendar-typed", example: "macchine", step: "calendar", keys: "down right right '1200' enter",
			ranges: true},
		{name: "role-end", example: "macchine", step: "role", keys: down(30), ranges: true},
		{name: "board-end", example: "dentista", step: "board", keys: down(30), ranges: true},
		{name: "progress-begun", example: "macchine", step: "progress", ranges: true,
			keys: "p '3900' enter up right '4' enter ] p"},
	}
}

// frameScenes are the dialogs that open on every step.
func frameScenes() []scene {
	return []scene{
		{name: "help-home", keys: "?"},
		{name: "help-budget", example: "macchine", step: "budget", keys: "?"},
		{name: "help-budget-end", example: "macchine", step: "budget", keys: "? pgdown pgdown pgdown pgdown"},
		{name: "help-board", example: "macchine", step: "board", keys: "f1"},
		{name: "steps", example: "macchine", step: "reasons", keys: "esc"},
		{name: "palette", example: "macchine", step: "budget", keys: "/"},
		{name: "palette-found", example: "macchine", step: "budget", keys: "/ 'esp'"},
		{name: "palette-nothing", example: "macchine", step: "budget", keys: "/ 'qqqq'"},
	}
}

// homeScenes are the dialogs that begin or open a plan.
func homeScenes() []scene {
	begun := func(r *robot) {
		r.types("n").finds("start.start")
		for r.frontText(); !strings.Contains(r.frontText(), "gennaio 2027"); {
			r.types("left")
		}
		r.finds("start.where").types("backspace ctrl+u '.' enter").types(strings.Repeat("up ", 20))
	}
	return []scene{
		{name: "newplan", does: begun},
		{name: "newplan-sector", does: begun, keys: "down space"},
		{name: "newplan-refused", does: begun, keys: "down down down down 'tanto' enter"},
		{name: "newplan-end", does: begun, keys: down(20)},
		{name: "examples", keys: "e"},
		{name: "files", does: func(r *robot) { short(r); files(r) }, keys: "o"},
		{name: "files-none", does: short, keys: "o"},
	}
}

// companyScenes are the dialogs of the company and of the distance.
func companyScenes() []scene {
	return []scene{
		{name: "sector", example: "macchine", step: "company", does: on("company.sector"), keys: "space"},
		{name: "sector-found", example: "macchine", step: "company", does: on("company.sector"), keys: "space 'al'"},
		{name: "sector-nothing", example: "macchine", step: "company", does: on("company.sector"), keys: "space 'xyz'"},
		{name: "season", example: "macchine", step: "company", does: on("company.season"), keys: "space"},
		{name: "profile", example: "macchine", step: "distance", keys: "p"},
		{name: "presence", example: "macchine", step: "distance", keys: "a"},
		{name: "presence-end", example: "macchine", step: "distance", keys: "a pgdown pgdown"},
		{name: "presence-run", example: "macchine", step: "distance", keys: "a n"},
		{name: "presence-run-prompt", example: "macchine", step: "distance", keys: "a n down down"},
	}
}

// channelScenes are the dialogs of the channels.
func channelScenes() []scene {
	return []scene{
		{name: "about", example: "macchine", step: "channels", keys: "down i"},
		{name: "figures", example: "macchine", step: "channels", keys: "down c"},
		{name: "figures-refused", example: "macchine", step: "channels", does: func(r *robot) {
			r.types("down c").finds("figures.gain")
		}, keys: "'120' enter"},
		{name: "channel-own", example: "dentista", step: "channels", keys: "n"},
		{name: "channel-own-leave", example: "dentista", step: "channels", keys: "n 'Camion' enter esc"},
		{name: "learning", example: "macchine", step: "channels", does: on("Annunci su Google (ricerca)"), keys: "h"},
		{name: "learning-one", example: "dentista", step: "channels", keys: "down h"},
		{name: "learning-nothing", example: "dentista", step: "channels", does: on("Presenza nelle risposte AI"),
			keys: "h"},
	}
}

// budgetScenes are the dialogs of the budget.
func budgetScenes() []scene {
	return []scene{
		{name: "limits", example: "macchine", step: "budget", keys: "t"},
		{name: "months", example: "macchine", step: "budget", keys: "down down t " + down(4) + "space down space"},
		{name: "limits-refused", example: "macchine", step: "budget", does: func(r *robot) {
			r.on("direct_outreach")
		}, keys: "tab down '20000' enter up up '30000' enter"},
		{name: "proposal", example: "macchine", step: "budget", keys: "o", ranges: true},
		{name: "proposal-dentist", example: "dentista", step: "budget", keys: "o", ranges: true},
		{name: "total-small", example: "dentista", step: "budget", keys: "up up '50' enter"},
	}
}

// reasonScenes are the dialogs of the reasons.
func reasonScenes() []scene {
	sources := func(r *robot) { r.finds("reasons.evidence").types("space") }
	return []scene{
		{name: "prose", example: "macchine", step: "reasons", does: on("reasons.claim"), keys: "space"},
		{name: "prose-leave", example: "macchine", step: "reasons", does: on("reasons.claim"),
			keys: "space 'Altro.' esc"},
		{name: "reasons-draft", example: "dentista", step: "channels", does: drafted, ranges: true},
		{name: "prose-draft", example: "dentista", step: "channels", does: drafted, keys: "space"},
		{name: "library", example: "macchine", step: "reasons", does: sources},
		{name: "library-all", example: "macchine", step: "reasons", does: sources, keys: "tab 'fiera'"},
		{name: "library-nothing", example: "macchine", step: "reasons", does: sources, keys: "'qqqq'"},
		{name: "library-own", example: "macchine", step: "reasons", does: sources, keys: "ctrl+n"},
		{name: "library-own-change", example: "macchine", step: "reasons", does: sources, keys: "home ctrl+e"},
	}
}

// whatifScenes are the dialogs of the questions that begin with what if.
func whatifScenes() []scene {
	return []scene{
		{name: "scenario", example: "macchine", step: "whatif", keys: "n"},
		{name: "scenario-change", example: "macchine", step: "whatif", keys: ownScenario + down(10) + "c"},
		{name: "trials", example: "macchine", step: "whatif", keys: "t"},
		{name: "trial", example: "macchine", step: "whatif", keys: "t down enter"},
		{name: "trial-elsewhere", example: "macchine", step: "whatif", keys: "t enter"},
		{name: "trial-read", example: "macchine", step: "whatif", does: func(r *robot) {
			r.types("t down enter").finds("trial.spent").types("'4000' enter '12' enter")
		}},
		{name: "trial-end", example: "macchine", step: "whatif", keys: "t down enter " + down(20)},
		{name: "trial-choose", example: "macchine", step: "whatif", keys: "t end enter"},
	}
}

// yearScenes are the dialogs of the calendar and of the role.
func yearScenes() []scene {
	return []scene{
		{name: "events", example: "macchine", step: "calendar", keys: "v"},
		{name: "event", example: "macchine", step: "calendar", keys: "n"},
		{name: "event-change", example: "macchine", step: "calendar", keys: "v enter"},
		{name: "task", example: "macchine", step: "role", keys: "ctrl+t"},
		{name: "task-change", example: "macchine", step: "role", keys: down(5) + "space"},
		{name: "outcome", example: "macchine", step: "role", keys: "ctrl+l"},
	}
}

// boardScenes are the dialogs of the board.
func boardScenes() []scene {
	return []scene{
		{name: "sheets", example: "macchine", step: "board", does: on("board.sheets"), keys: "space"},
		{name: "sheets-end", example: "macchine", step: "board", does: on("board.sheets"),
			keys: "space end space up space"},
		{name: "grants", example: "macchine", step: "board", keys: "ctrl+g"},
		{name: "grant", example: "macchine", step: "board", keys: "ctrl+g enter"},
		{name: "grant-new", example: "dentista", step: "board", keys: "ctrl+g enter"},
		{name: "exists", example: "macchine", step: "board", does: func(r *robot) {
			r.write("macchine.xlsx", "theirs")
		}, keys: "ctrl+e"},
		{name: "rehearsal", example: "macchine", step: "board", keys: "ctrl+d"},
		{name: "rehearsal-answer", example: "macchine", step: "board", keys: "ctrl+d enter", ranges: true},
		{name: "rehearsal-write", example: "macchine", step: "board", keys: "ctrl+d enter e"},
		{name: "rehearsal-question", example: "macchine", step: "board", keys: "ctrl+d n"},
	}
}

// importScenes are the dialogs that read an export.
func importScenes() []scene {
	export := func(r *robot) {
		r.write("gestionale.csv", "Mese;Canale;Spesa;Contatti\n2026-11;Google Ads;900;11\n"+
			"2027-01;Google Ads;1.000;14\n2027-02;Google Ads;1.100;16\n;Radio Marte;5;1\nTotale;;3.000;41\n")
		r.write("tabella.tsv", "Nome\tCittà\nRossi\tModena\n")
	}
	return []scene{
		{name: "exports", example: "macchine", step: "progress", does: export, keys: "i"},
		{name: "imported", example: "macchine", step: "progress", does: export, keys: "i enter"},
		{name: "import-refused", example: "macchine", step: "progress", does: export, keys: "i down enter"},
	}
}

// fileScenes are the dialogs about the plan's file and the board's workbook.
func fileScenes() []scene {
	return []scene{
		{name: "conflict", example: "macchine", step: "budget", does: func(r *robot) {
			theirs := r.plan().Clone()
			theirs.Name = "La versione del capo"
			data, err := file.Encode(theirs)
			r.works(err)
			r.write("macchine.plan", string(data))
			r.on("direct_outreach")
		}, keys: "right"},
		{name: "rescue", example: "macchine", step: "budget", does: damaged},
		{name: "damaged", does: func(r *robot) {
			r.write("rotto.plan", "{\"schema\": 1,\n \"name\": ")
			r.opens("rotto.plan", "budget")
		}},
		{name: "homecoming", example: "dentista", step: "board", does: func(r *robot) {
			r.types("ctrl+e")
			r.fills("dentista.xlsx", "in_amount_1", 4321)
			r.opens("dentista.xlsx", "board")
		}},
		{name: "homecoming-nothing", example: "dentista", step: "board", does: func(r *robot) {
			r.types("ctrl+e").opens("dentista.xlsx", "board")
		}},
	}
}
