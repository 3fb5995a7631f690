package xlsx

// beside runs f while the caller goes on, and returns what waits for its result. A panic of f
// comes back there, in the caller's hands: on its own it would end the program with nothing
// saved.
func beside[T any](f func() T) (wait func() T) {
	var result T
	var trouble any
	done := make(chan struct{})
	go func() {
		defer close(done)
		defer func() { trouble = recover() }()
		result = f()
	}()
	return func() T {
		<-done
		if trouble != nil {
			panic(trouble)
		}
		return result
	}
}
