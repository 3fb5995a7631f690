// Work that may take longer than a frame.

package desk

import (
	"context"
	"sync/atomic"
	"time"

	tea "charm.land/bubbletea/v2"
)

// job is work that may take longer than a frame. It runs beside the screen, says how far it
// has come once it is felt, and esc stops it.
type job struct {
	Name    string
	Cancel  context.CancelFunc
	done    atomic.Int32
	all     atomic.Int32 // steps; 0: not known
	Felt    bool         // it has taken long enough to be shown
	Stopped bool         // esc was pressed; it may have been too late
}

// JobPace is how often a job says how far it has come, and how long it takes to be felt.
const JobPace = 120 * time.Millisecond

// JobTick is due while a job runs.
type JobTick struct{ Job *job }

// JobDone brings what a job came to; nil when it was stopped in time.
type JobDone struct {
	Job *job
	Msg tea.Msg
}

// Start runs work as a job. It must look at its context before it changes anything, and
// give nil once that is done; else what it gives goes to the screen that waits for it.
func (s *Stage) Start(name string, work func(ctx context.Context, at func(done, all int)) tea.Msg) tea.Cmd {
	if s.Job != nil {
		s.Wants.Note = Note{s.Say.App.Busy.With("what", s.Job.Name), Refused}
		return nil
	}
	ctx, cancel := context.WithCancel(context.Background())
	j := &job{Name: name, Cancel: cancel}
	s.Job = j
	at := func(done, all int) {
		j.done.Store(int32(done))
		j.all.Store(int32(all))
	}
	run := func() tea.Msg { return JobDone{j, work(ctx, at)} }
	return tea.Batch(run, s.Tick(j))
}

// Tick is when a job is looked at again.
func (s *Stage) Tick(j *job) tea.Cmd {
	if s.JobPace < 0 {
		return nil
	}
	return tea.Tick(s.JobPace, func(time.Time) tea.Msg { return JobTick{j} })
}

// Unheard is for work whose steps nobody follows.
func Unheard(int, int) {}

// StopJob asks the job that runs to stop.
func (s *Stage) StopJob() {
	s.Job.Stopped = true
	s.Job.Cancel()
}

// JobText is what the foot of the frame says of the job; empty when there is nothing to say.
func (s *Stage) JobText() string {
	j, say := s.Job, &s.Say.App
	switch {
	case j == nil || !j.Felt && !j.Stopped:
		return ""
	case j.Stopped:
		return say.Stopping.With("what", j.Name)
	case j.all.Load() == 0:
		return say.Working.With("what", j.Name)
	}
	return say.WorkingAt.With("what", j.Name, "done", s.Say.Number(float64(j.done.Load()), 0), "all",
		s.Say.Number(float64(j.all.Load()), 0))
}
