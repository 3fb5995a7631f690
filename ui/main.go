// Package ui is everything a person touches. It hands the arguments to a verb, to the walk
// on the screen, or to the spoken walk.
package ui

import (
	"io"

	"arringa/ui/frame"
	"arringa/ui/spoken"
	"arringa/ui/verb"
)

// Main runs the program and returns its exit status: 0 done, 1 the plan has a problem,
// 2 wrong use, 3 a file cannot be read or written.
func Main(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	return verb.Main(args, stdin, stdout, stderr, frame.Run, spoken.Run)
}
