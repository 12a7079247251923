package lab

import (
	"strconv"
	"strings"
	"time"

	"exolab/runtime"
	"exolab/runtime/value"
	"exolab/store"
	"exolab/store/lab"
)

// SubmitLabAnswer is Submit-LabAnswer.
type SubmitLabAnswer struct {
	Name  string        `ps:"mandatory,position=0"`
	Value []value.Value `ps:"mandatory,position=1,pipeline,allowempty"`

	values []string
}

// GetLabAnswer is Get-LabAnswer: the answer in the form that its type asks for.
type GetLabAnswer struct {
	Name string `ps:"mandatory,position=0"`
}

// TestLabAnswer is Test-LabAnswer: whether the answer is the expected one, or
// the one whose hash the lab holds.
type TestLabAnswer struct {
	Name     string        `ps:"mandatory,position=0"`
	Expected []value.Value `ps:"position=1,allownull,allowempty"`
}

// Process collects the values.
func (c *SubmitLabAnswer) Process(ctx *runtime.Context) error {
	for _, v := range c.Value {
		c.values = append(c.values, answerText(ctx, v))
	}
	return nil
}

// End keeps the answer.
func (c *SubmitLabAnswer) End(ctx *runtime.Context) error {
	h, err := hostOf(ctx)
	if err != nil {
		return err
	}
	text, err := h.Submit(c.Name, strings.Join(c.values, ", "))
	if err != nil {
		return refuse(ctx, "LabAnswer", err.Error())
	}
	return ctx.WriteHost(text, true, -1, -1)
}

// answerText is a value as an answer: dates in UTC.
func answerText(ctx *runtime.Context, v value.Value) string {
	v = value.Unwrap(v)
	if v.Kind() != value.KindDateTime {
		return value.ToString(ctx.Env(), v)
	}
	return moment(v).Format("2006-01-02T15:04:05Z")
}

// End emits the answer; nothing where none was submitted.
func (c *GetLabAnswer) End(ctx *runtime.Context) error {
	h, err := hostOf(ctx)
	if err != nil {
		return err
	}
	text, ok := h.Answer(c.Name)
	if !ok {
		return nil
	}
	switch h.Variant().Answers[c.Name].Type {
	case lab.NumberAnswer:
		if n, err := strconv.Atoi(strings.TrimSpace(text)); err == nil {
			return ctx.Emit(value.Int(n))
		}
	case lab.SetAnswer, lab.MailboxesAnswer:
		return ctx.Enumerate(value.Strings(strings.Split(lab.SetAnswer.Normal(text), ",")...))
	}
	return ctx.Emit(value.Str(strings.TrimSpace(text)))
}

// End emits whether the answer is right.
func (c *TestLabAnswer) End(ctx *runtime.Context) error {
	h, err := hostOf(ctx)
	if err != nil {
		return err
	}
	text, ok := h.Answer(c.Name)
	a := h.Variant().Answers[c.Name]
	if !ctx.Bound("Expected") {
		return ctx.Emit(value.Bool(ok && a.Matches(text)))
	}
	var expected []string
	for _, v := range c.Expected {
		expected = append(expected, answerText(ctx, v))
	}
	right := strings.Join(expected, ",")
	if a.Type == lab.MailboxAnswer || a.Type == lab.MailboxesAnswer {
		if text, right, err = mailboxNames(h, text, right); err != nil {
			return err
		}
	}
	return ctx.Emit(value.Bool(ok && len(expected) > 0 && a.Same(text, right)))
}

// mailboxNames puts the names of the lab's mailboxes in the place of whatever
// names them in two lists; what names none stays.
func mailboxNames(h Host, given, right string) (string, string, error) {
	t, err := h.Tenant()
	if err != nil {
		return "", "", err
	}
	lists := [...]string{given, right}
	err = t.View(func(r store.Reader) error {
		for i, list := range lists {
			items := lab.Items(list)
			for k, item := range items {
				if m, unknown := r.Mailbox(strings.TrimSpace(item)); unknown == nil {
					items[k] = m.Name
				}
			}
			lists[i] = strings.Join(items, ",")
		}
		return nil
	})
	return lists[0], lists[1], err
}

// moment is a DateTime as a time.
func moment(v value.Value) time.Time {
	ticks, kind := v.DateTicks()
	const ticksToUnix, perSecond = 621355968000000000, 10_000_000
	at := time.Unix((ticks-ticksToUnix)/perSecond, (ticks-ticksToUnix)%perSecond*100).UTC()
	if local := uint8(2); kind == local {
		return time.Date(at.Year(), at.Month(), at.Day(), at.Hour(), at.Minute(), at.Second(), at.Nanosecond(), time.Local).UTC()
	}
	return at
}
