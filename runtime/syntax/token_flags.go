package syntax

import "strings"

// kindFlags are the flags that every token of some kinds has.
var kindFlags = [...]struct {
	flags int64
	kinds string
}{
	{0x8000, " NewLine LineContinuation Comment EndOfInput StringLiteral StringExpandable HereStringLiteral HereStringExpandable LParen RParen LCurly RCurly RBracket AtParen AtCurly DollarParen Semi AndAnd OrOr "},
	{0x9000, " Ampersand Pipe "},
	{0x8200, " Comma "},
	{0x60200, " MinusMinus PlusPlus PostfixPlusPlus PostfixMinusMinus "},
	{0x2010d, " DotDot "},
	{0x21000, " ColonColon Dot Colon QuestionDot "},
	{0x800200, " Exclaim Not Bnot "},
	{0x80010a, " Multiply Divide Rem "},
	{0x800309, " Plus Minus "},
	{0x2000, " Equals PlusEquals MinusEquals MultiplyEquals DivideEquals RemainderEquals QuestionQuestionEquals "},
	{0x20000, " Redirection "},
	{0x28000, " RedirectInStd "},
	{0x2010c, " Format "},
	{0x800101, " And Or Xor "},
	{0x800102, " Band Bor Bxor "},
	{0x20305, " Join Isplit "},
	{0x105, " Ieq Ine Ige Igt Ilt Ile Ilike Inotlike Icontains Inotcontains Iin Inotin Is IsNot "},
	{0x20105, " Imatch Inotmatch Ireplace As "},
	{0x505, " Ceq Cne Cge Cgt Clt Cle Clike Cnotlike Ccontains Cnotcontains Cin Cnotin "},
	{0x20505, " Cmatch Cnotmatch Creplace "},
	{0x20705, " Csplit "},
	{0x800105, " Shl Shr "},
	{0x20800, " QuestionMark "},
	{0x107, " QuestionQuestion "},
	{0x30, " Begin Dynamicparam End Process Clean "},
	{0x1000010, " Break Continue Data Define Do Exit Filter For Foreach From Function If Return Switch Throw Trap Try Using Var While Workflow Parallel Sequence InlineScript "},
	{0x10, " Catch Class Else ElseIf Finally In Param Until Configuration Public Private Static Interface Enum Namespace Module Type Assembly Command Hidden Base Default "},
}

// flagsOfKind are the flags that a token has for its kind.
func flagsOfKind(kind string) int64 {
	for i := range kindFlags {
		if strings.Contains(kindFlags[i].kinds, " "+kind+" ") {
			return kindFlags[i].flags
		}
	}
	return 0
}
