// Package ui is everything a person touches. It hands the arguments to a verb, to the walk
// on the screen, or to the spoken walk.
package ui

import "io"

// Main runs the program and returns its exit status: 0 done, 1 the plan has a problem,
// 2 wrong use, 3 a file cannot be read or written.
func Main(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	return runVerb(args, stdin, stdout, stderr, walkScreen, walkSpoken)
}
