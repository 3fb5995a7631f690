package look

// Formats are how numbers are written in a language: by the number format of a Style.
type Formats map[Style]string

// FormatsOf are the formats of a language, by its tag (it or en): symbolFirst puts the euro
// before the digits, months is the format of a number of months with its sign; million and thousand
// are said after the digits.
func FormatsOf(tag string, symbolFirst bool, months, million, thousand string) Formats {
	euro := func(digits string) string {
		if symbolFirst {
			return `"€"` + digits + `;\-"€"` + digits
		}
		return digits + `\ "€"`
	}
	signed := `+#,##0\ "€";\-#,##0\ "€";0\ "€"`
	if symbolFirst {
		signed = `+"€"#,##0;\-"€"#,##0;"€"0`
	}
	scaled := func(digits, mark string) string {
		if symbolFirst {
			return `"€"` + digits + `\ "` + mark + `";\-"€"` + digits + `\ "` + mark + `"`
		}
		return digits + `\ "` + mark + ` €"`
	}
	return Formats{
		Millions: scaled("#,##0.0,,", million), FineMillions: scaled("#,##0.00,,", million),
		Thousands: scaled("#,##0,", thousand),
		Money:     euro("#,##0"), Cents: euro("#,##0.00"), MoneyChange: signed,
		Count: "#,##0.0", CountChange: "+#,##0.0;-#,##0.0;0.0", Whole: "#,##0",
		Share: "0.0%", Change: "+0.0%;-0.0%;0.0%", Percent: "0%", WholeChange: "+0%;-0%;0%",
		Factor: "0.00####", Level: "0.0", Times: "0.00",
		Month: MonthsIn(tag) + `mmm\ yyyy`, Day: "dd/mm/yyyy", MonthsChange: months, Hidden: ";;;",
	}
}

// MonthsIn begins a format that names months in a language, whoever reads.
func MonthsIn(tag string) string {
	if tag == "en" {
		return "[$-809]"
	}
	return "[$-410]"
}
