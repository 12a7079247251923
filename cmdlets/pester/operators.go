package pester

import (
	"fmt"

	"exolab/runtime"
	"exolab/runtime/operator"
	"exolab/runtime/value"
)

// operatorSpec is one operator of Should.
type operatorSpec struct {
	// array is set for operators that look at all input at once.
	array bool
	// test returns why the value fails the assertion, "" when it holds. The
	// error is one that the test ends with instead.
	test assertion
}

type assertion func(c *Should, ctx *runtime.Context, actual value.Value) (string, error)

// operators are Should's, by folded name.
var operators = map[string]operatorSpec{
	"be":                               {array: true, test: be(false)},
	"beexactly":                        {array: true, test: be(true)},
	"begreaterthan":                    {test: comparison("-gt", "-le", "greater than", "less than or equal to")},
	"begreaterorequal":                 {test: comparison("-ge", "-lt", "greater than or equal to", "less than")},
	"belessthan":                       {test: comparison("-lt", "-ge", "less than", "greater than or equal to")},
	"belessorequal":                    {test: comparison("-le", "-gt", "less than or equal to", "greater than")},
	"bein":                             {test: beIn},
	"belike":                           {test: like("-like", "Expected like wildcard %s to%s match %s,%s but it did%s match.")},
	"belikeexactly":                    {test: like("-clike", "Expected case sensitive like wildcard %s to%s match %s,%s but it did%s match.")},
	"benullorempty":                    {array: true, test: beNullOrEmpty},
	"beoftype":                         {test: beOfType},
	"betrue":                           {test: truth(true)},
	"befalse":                          {test: truth(false)},
	"contain":                          {array: true, test: contain},
	"exist":                            {test: exist},
	"filecontentmatch":                 {test: fileContent("-match", "", false)},
	"filecontentmatchexactly":          {test: fileContent("-cmatch", "case sensitively ", false)},
	"filecontentmatchmultiline":        {test: fileContent("-match", "", true)},
	"filecontentmatchmultilineexactly": {test: fileContent("-cmatch", "case sensitively ", true)},
	"havecount":                        {array: true, test: haveCount},
	"haveparameter":                    {test: haveParameter},
	"match":                            {test: match("-match", "")},
	"matchexactly":                     {test: match("-cmatch", "case sensitively ")},
	"throw":                            {test: throwing},
	"invoke":                           {test: invoked},
	"invokeverifiable":                 {test: invokedVerifiable},
}

// holds computes l op r as a condition.
func holds(env value.Env, op string, l, r value.Value) (bool, error) {
	v, err := operator.Binary(env, op, l, r)
	return err == nil && value.Truth(v), err
}

// comparison is -BeGreaterThan and its kin: the value fails where the opposite
// operator holds.
func comparison(op, opposite, words, oppositeWords string) assertion {
	return func(c *Should, ctx *runtime.Context, actual value.Value) (string, error) {
		failing, said := opposite, words
		if c.Not {
			failing, said = op, oppositeWords
		}
		fails, err := holds(ctx.Env(), failing, actual, c.ExpectedValue)
		if err != nil || !fails {
			return "", err
		}
		return fmt.Sprintf("Expected the actual value to be %s %s,%s but got %s.", said,
			nicely(ctx.Env(), c.ExpectedValue), c.because(), nicely(ctx.Env(), actual)), nil
	}
}

// truth is -BeTrue and -BeFalse.
func truth(want bool) assertion {
	return func(c *Should, ctx *runtime.Context, actual value.Value) (string, error) {
		wanted := want != bool(c.Not)
		if value.Truth(actual) == wanted {
			return "", nil
		}
		return fmt.Sprintf("Expected $%t,%s but got %s.", wanted, c.because(), nicely(ctx.Env(), actual)), nil
	}
}

// like is -BeLike and -BeLikeExactly.
func like(op, message string) assertion {
	return func(c *Should, ctx *runtime.Context, actual value.Value) (string, error) {
		ok, err := holds(ctx.Env(), op, actual, c.ExpectedValue)
		if err != nil || ok != bool(c.Not) {
			return "", err
		}
		wanted, found := "", " not"
		if c.Not {
			wanted, found = " not", ""
		}
		return fmt.Sprintf(message, nicely(ctx.Env(), c.ExpectedValue), wanted, nicely(ctx.Env(), actual), c.because(), found), nil
	}
}

// match is -Match and -MatchExactly.
func match(op, how string) assertion {
	return func(c *Should, ctx *runtime.Context, actual value.Value) (string, error) {
		ok, err := holds(ctx.Env(), op, actual, c.RegularExpression)
		if err != nil || ok != bool(c.Not) {
			return "", err
		}
		wanted, found := "", " not"
		if c.Not {
			wanted, found = " not", ""
		}
		return fmt.Sprintf("Expected regular expression %s to%s %smatch %s,%s but it did%s match.", nicely(ctx.Env(), c.RegularExpression),
			wanted, how, nicely(ctx.Env(), actual), c.because(), found), nil
	}
}

func beIn(c *Should, ctx *runtime.Context, actual value.Value) (string, error) {
	ok, err := holds(ctx.Env(), "-contains", c.ExpectedValue, actual)
	if err != nil || ok != bool(c.Not) {
		return "", err
	}
	wanted, found := "", "not "
	if c.Not {
		wanted, found = "not ", ""
	}
	return fmt.Sprintf("Expected collection %s to %scontain %s,%s but it was %sfound.", nicely(ctx.Env(), c.ExpectedValue),
		wanted, nicely(ctx.Env(), actual), c.because(), found), nil
}

func contain(c *Should, ctx *runtime.Context, actual value.Value) (string, error) {
	ok, err := holds(ctx.Env(), "-contains", actual, c.ExpectedValue)
	if err != nil || ok != bool(c.Not) {
		return "", err
	}
	wanted, found := "", "not "
	if c.Not {
		wanted, found = "not ", ""
	}
	return fmt.Sprintf("Expected %s to %sbe found in collection %s,%s but it was %sfound.", nicely(ctx.Env(), c.ExpectedValue),
		wanted, nicely(ctx.Env(), actual), c.because(), found), nil
}
