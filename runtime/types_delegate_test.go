package runtime

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestScriptBlocksAsDelegates(t *testing.T) {
	for script, want := range map[string]string{
		`$f = [Func[int,int]]{ param($x) $x + 1 }; $f.Invoke('3'); $f.GetType().Name`:                      "4|Func`2",
		`([Action]{ 'dropped' }).Invoke()`:                                                                 "",
		`([Predicate[int]]{ 'yes' }).Invoke(1)`:                                                            "True",
		`$_ = 'outer'; [regex]::Replace('ab', '[ab]', { "$_$($args[0].Value)" })`:                          "outeraouterb",
		`([EventHandler]{ $script:seen = "$this $_" }).Invoke('sender', [EventArgs]::Empty); $script:seen`: "sender System.EventArgs",
		`try { ([Func[int]]{ 1 }).Invoke(2) } catch { "$_" }`:                                              `Cannot find an overload for "Invoke" and the argument count: "1".`,
		`([Func[int,string,bool]]{ $true }).Invoke.OverloadDefinitions`:                                    "bool Invoke(int arg1, string arg2)",
	} {
		require.Equal(t, want, run(t, script), script)
	}
}

func TestListsTakeDelegates(t *testing.T) {
	const list = `$l = [Collections.Generic.List[int]](3, 1, 2); `
	for script, want := range map[string]string{
		`$l.Sort({ param($a, $b) $b - $a }); "$l"`:                                                                    "3 2 1",
		`$l.Find({ $args[0] -gt 5 }); $l.FindIndex({ $args[0] -eq 2 })`:                                               "0|2",
		`$c = $l.ConvertAll([Converter[int,string]]{ "n$($args[0])" }); "$c"; $c.GetType().GenericTypeArguments.Name`: "n3 n1 n2|String",
		`$l.RemoveAll({ $args[0] -ge 2 }); "$l"`:                                                                      "2|1",
		`$l.ForEach({ $script:n += $args[0] }); $script:n`:                                                            "6",
	} {
		require.Equal(t, want, run(t, list+script), script)
	}
}

func TestLinqTakesDelegates(t *testing.T) {
	const words = `[string[]]$w = 'bb', 'a', 'cc'; $len = [Func[string,int]]{ $args[0].Length }; `
	for script, want := range map[string]string{
		`foreach ($g in [Linq.Enumerable]::GroupBy($w, $len)) { "$($g.Key)=$g" }`:                                    "2=bb cc|1=a",
		`$d = [Linq.Enumerable]::ToDictionary([string[]]('a', 'bb'), $len); $d[2]; $d.GetType().Name`:                "bb|Dictionary`2",
		`[Linq.Enumerable]::OrderBy($w, $len) -join ' '; [Linq.Enumerable]::MaxBy($w, $len)`:                         "a bb cc|bb",
		`[Linq.Enumerable]::Sum($w, $len); [Linq.Enumerable]::Single($w, [Func[string,bool]]{ $args[0] -eq 'a' })`:   "5|a",
		`[Linq.Enumerable]::Zip([int[]](1, 2), [int[]](3, 4), [Func[int,int,int]]{ $args[0] * $args[1] }) -join ' '`: "3 8",
		`[Linq.Enumerable]::FirstOrDefault([int[]]@()); [Linq.Enumerable]::ToList([int[]](1, 2)).Count`:              "0|2",
		`try { [Linq.Enumerable]::Single($w) } catch { "$_" }`:                                                       `Exception calling "Single" with "1" argument(s): "Sequence contains more than one element"`,
		`$l = [Linq.Enumerable]::ToLookup($w, $len); $l.Count; "$($l[2])"; $l.Contains(9)`:                           "2|bb cc|False",
	} {
		require.Equal(t, want, run(t, words+script), script)
	}
}

func TestCollectionsKeepTheirOrder(t *testing.T) {
	for script, want := range map[string]string{
		`$d = [Collections.Generic.SortedDictionary[string,int]]::new(); $d['b'] = 1; $d['a'] = 2; "$($d.Keys)"; $d.Remove('a'); "$($d.Values)"`:                                     "a b|True|1",
		`$s = [Collections.Generic.SortedList[string,int]]::new(); $s.Add('z', 1); $s.Add('y', 2); $s.IndexOfKey('z'); $s.Keys[0]; $s.RemoveAt(0); $s.Count`:                         "1|y|1",
		`$s = [Collections.SortedList]::new(); $s.Add('b', 1); $s.Add('a', 2); $s.GetByIndex(0); $s.GetKey(1); $s['b']`:                                                              "2|b|1",
		`$l = [Collections.Generic.LinkedList[int]]::new([int[]](1, 3)); $n = $l.Find(3); $null = $l.AddBefore($n, 2); "$l"; $n.Previous.Value; $l.RemoveFirst(); $l.First.Value`:    "1 2 3|2|2",
		`$q = [Collections.Generic.PriorityQueue[string,int]]::new(); foreach ($i in 'a', 'b', 'c', 'd', 'e') { $q.Enqueue($i, 1) }; $(while ($q.Count) { $q.Dequeue() }) -join ''`:  "aedcb",
		`$q = [Collections.Generic.PriorityQueue[string,int]]::new(); $q.Enqueue('x', 5); $q.Enqueue('y', 2); $e = $p = $null; $q.TryDequeue([ref]$e, [ref]$p); $e; $p; $q.Peek()`:   "True|y|2|x",
		`$c = [Collections.Concurrent.ConcurrentDictionary[string,int]]::new(); $c.GetOrAdd('a', { 5 }); $c.AddOrUpdate('a', 1, { $args[1] + 1 }); $c.TryUpdate('a', 9, 6); $c['a']`: "5|6|True|9",
		`$r = [Collections.ObjectModel.ReadOnlyCollection[int]]::new([int[]](1, 2)); $r[1]; $r.Count; try { $r[0] = 4 } catch { "$_" }`:                                              "2|2|Unable to index into an object of type \"System.Collections.ObjectModel.ReadOnlyCollection`1[System.Int32]\".",
		`$z = [Lazy[int]]::new([Func[int]]{ 42 }); "$($z.IsValueCreated) $($z.Value) $($z.IsValueCreated)"`:                                                                          "False 42 True",
	} {
		require.Equal(t, want, run(t, script), script)
	}
}
