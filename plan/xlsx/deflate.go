package xlsx

import (
	"bytes"
	"compress/flate"
	"io"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"
)

// deflate compresses the parts side by side, for that takes longest: the largest first.
func (p *pack) deflate(names []string) [][]byte {
	packed, order := make([][]byte, len(names)), make([]int, len(names))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return p.parts[names[b]].Len() - p.parts[names[a]].Len() })
	var next atomic.Int64
	var wait sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(names)) {
		wait.Go(func() {
			w, _ := deflaters.Get().(*flate.Writer)
			defer deflaters.Put(w)
			for at := next.Add(1) - 1; at < int64(len(order)); at = next.Add(1) - 1 {
				i := order[at]
				packed[i] = deflated(w, p.parts[names[i]].Bytes())
			}
		})
	}
	wait.Wait()
	return packed
}

// deflated is a part compressed; writing to memory does not fail.
func deflated(w *flate.Writer, data []byte) []byte {
	b := bytes.NewBuffer(make([]byte, 0, 256+len(data)/6))
	w.Reset(b)
	_, _ = w.Write(data)
	_ = w.Close()
	return b.Bytes()
}

// deflaters are kept: making one takes longer than most parts.
var deflaters = sync.Pool{New: func() any {
	w, _ := flate.NewWriter(io.Discard, 5)
	return w
}}
