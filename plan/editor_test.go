package plan_test

import (
	"errors"
	"reflect"
	"testing"

	"arringa/model"
	"arringa/plan"
)

func TestAPlanThatCannotBeKeptIsNoStep(t *testing.T) {
	e := plan.NewEditor(hand(channel("a", 6000), channel("b", 3000)))
	does(t, e, "", "lock", func(p model.Plan) model.Plan { return plan.Lock(p, 0, true) })
	e.Undo()
	was, change := e.Plan(), e.Change()
	err := e.Try("", "too much", func(p model.Plan) (model.Plan, error) {
		p = p.Clone()
		p.Channels[0].Amount = model.Euro(99_000_000)
		return p, nil
	})
	refused := (*plan.Refused)(nil)
	if !errors.As(err, &refused) || refused.Problems[0].Code != model.OverBudget {
		t.Fatalf("got %v", err)
	}
	if refused.Plan.Channels[0].Amount != model.Euro(99_000_000) {
		t.Error("the refusal has another plan")
	}
	if !reflect.DeepEqual(e.Plan(), was) || e.Change() != change {
		t.Error("the plan changed")
	}
	if _, ok := e.CanUndo(); ok {
		t.Error("there is a step")
	}
	if name, ok := e.CanRedo(); !ok || name != "lock" {
		t.Error("what could be redone is gone")
	}
}

func TestAChangeThatFailsOrChangesNothingIsNoStep(t *testing.T) {
	e := plan.NewEditor(hand(channel("a", 6000)))
	does(t, e, "", "lock", func(p model.Plan) model.Plan { return plan.Lock(p, 0, true) })
	e.Undo()
	change := e.Change()
	why := errors.New("why")
	err := e.Try("", "fails", func(p model.Plan) (model.Plan, error) {
		p.Budget++
		return p, why
	})
	if !errors.Is(err, why) {
		t.Errorf("got %v", err)
	}
	for _, tag := range []string{"", "drag"} {
		does(t, e, tag, "nothing", model.Plan.Clone)
		does(t, e, tag, "the same", func(p model.Plan) model.Plan { return plan.Move(p, 0, p.Channels[0].Amount) })
	}
	if _, ok := e.CanUndo(); ok || e.Change() != change {
		t.Error("there is a step")
	}
	if _, ok := e.Redo(); !ok || !e.Plan().Channels[0].Locked {
		t.Error("what could be redone is gone")
	}
}

// A gesture that came back to its beginning does not swallow the one before it.
func TestWhatFollowsADragForthAndBackIsAStepOfItsOwn(t *testing.T) {
	e := plan.NewEditor(hand(channel("a", 6000)))
	to := func(euro int64) {
		does(t, e, "drag", "drag", func(p model.Plan) model.Plan { return plan.Move(p, 0, model.Euro(euro)) })
	}
	does(t, e, "", "before", func(p model.Plan) model.Plan { return plan.Move(p, 0, model.Euro(5000)) })
	to(7000)
	to(5000)
	to(8000)
	e.Undo()
	if got := e.Plan().Channels[0].Amount; got != model.Euro(5000) {
		t.Errorf("one undo leads to %d", got)
	}
	if name, _ := e.CanUndo(); name != "before" {
		t.Errorf("then %q", name)
	}
}
