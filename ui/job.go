package ui

import (
	"context"
	"sync/atomic"
	"time"

	tea "charm.land/bubbletea/v2"
)

// job is work that may take longer than a frame. It runs beside the screen, says how far it
// has come once it is felt, and esc stops it.
type job struct {
	name    string
	cancel  context.CancelFunc
	done    atomic.Int32
	all     atomic.Int32 // steps; 0: not known
	felt    bool         // it has taken long enough to be shown
	stopped bool         // esc was pressed; it may have been too late
}

// jobPace is how often a job says how far it has come, and how long it takes to be felt.
const jobPace = 120 * time.Millisecond

// jobTick is due while a job runs.
type jobTick struct{ job *job }

// jobDone brings what a job came to; nil when it was stopped in time.
type jobDone struct {
	job *job
	msg tea.Msg
}

// start runs work as a job. It must look at its context before it changes anything, and
// give nil once that is done; else what it gives goes to the screen that waits for it.
func (s *stage) start(name string, work func(ctx context.Context, at func(done, all int)) tea.Msg) tea.Cmd {
	if s.job != nil {
		s.wants.note = note{s.say.App.Busy.With("what", s.job.name), refused}
		return nil
	}
	ctx, cancel := context.WithCancel(context.Background())
	j := &job{name: name, cancel: cancel}
	s.job = j
	at := func(done, all int) {
		j.done.Store(int32(done))
		j.all.Store(int32(all))
	}
	run := func() tea.Msg { return jobDone{j, work(ctx, at)} }
	return tea.Batch(run, s.tick(j))
}

func (s *stage) tick(j *job) tea.Cmd {
	if s.jobPace < 0 {
		return nil
	}
	return tea.Tick(s.jobPace, func(time.Time) tea.Msg { return jobTick{j} })
}

// unheard is for work whose steps nobody follows.
func unheard(int, int) {}

// stopJob asks the job that runs to stop.
func (s *stage) stopJob() {
	s.job.stopped = true
	s.job.cancel()
}

// jobText is what the foot of the frame says of the job; empty when there is nothing to say.
func (s *stage) jobText() string {
	j, say := s.job, &s.say.App
	switch {
	case j == nil || !j.felt && !j.stopped:
		return ""
	case j.stopped:
		return say.Stopping.With("what", j.name)
	case j.all.Load() == 0:
		return say.Working.With("what", j.name)
	}
	return say.WorkingAt.With("what", j.name, "done", s.say.Number(float64(j.done.Load()), 0), "all", s.say.Number(float64(j.all.Load()), 0))
}
