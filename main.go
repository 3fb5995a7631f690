// Arringa walks a marketing manager from last year's figures to a plan that defends
// itself before the board. Everything a person touches is in ui.
package main

import (
	"os"

	"arringa/ui"
)

func main() { os.Exit(ui.Main(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }
