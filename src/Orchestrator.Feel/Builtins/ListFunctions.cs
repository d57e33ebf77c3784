using System.Collections.Immutable;
using Orchestrator.Feel.Evaluation;

namespace Orchestrator.Feel.Builtins;

/// <summary>List functions that take lists apart and put them together, and sort (DMN 1.5, 10.3.4.4 and 10.3.4.9).</summary>
internal static class ListFunctions
{
    public static void Register(BuiltinTable.Rows rows)
    {
        rows.Add("list contains(list: list, element: any)", call => FeelBoolean.Of(IndexOf(call, call.List(0), call[1]) >= 0));
        rows.Add("count(list: list)", call => FeelValue.Of(call.List(0).Count));
        rows.Add("sublist(list: list, start position: number, length?: number)", Sublist);
        rows.Add("append(list: list, item...: any)", call => call.OfList(call.List(0).Items.AddRange(call.List(1).Items)));
        rows.Add("concatenate(list...: list)", call => call.OfList(Together(call)));
        rows.Add("insert before(list: list, position: number, newItem: any)", InsertBefore);
        rows.Add("remove(list: list, position: number)", Remove);
        rows.Add("list replace(list: list, position: number, newItem: any)", ReplaceAt);
        rows.Add("list replace(list: list, match: function, newItem: any)", ReplaceMatching);
        rows.Add("reverse(list: list)", call => FeelList.From(call.List(0).Items.Reverse()));
        rows.Add("index of(list: list, match: any)", AllIndexes);
        rows.Add("union(list...: list)", call => Distinct(call, Together(call)));
        rows.Add("distinct values(list: list)", call => Distinct(call, call.List(0).Items));
        rows.Add("flatten(list: list)", Flatten);
        rows.Add("sort(list: list, precedes: function)", Sort);
        rows.Add("sort(list: list)", SortNaturally);
    }

    private static bool Same(FeelValue left, FeelValue right) => Comparing.AreEqual(left, right) == true;

    private static int IndexOf(Invocation call, FeelList list, FeelValue value)
    {
        call.Step(list.Count);
        for (var i = 0; i < list.Count; i++)
            if (Same(list[i], value)) return i;
        return -1;
    }

    private static FeelList AllIndexes(Invocation call)
    {
        call.Step(call.List(0).Count);
        var found = ImmutableArray.CreateBuilder<FeelValue>();
        for (var i = 0; i < call.List(0).Count; i++)
            if (Same(call.List(0)[i], call[1])) found.Add(FeelValue.Of(i + 1));
        return new(found.ToImmutable());
    }

    /// <summary>The index from 0 of a position from 1, or from -1 at the end; null when there is none.</summary>
    private static int? Place(Invocation call, Decimal34 position, int count)
    {
        if (position.TryToInt32(out var at) && at != 0 && at <= count && at >= -count) return at > 0 ? at - 1 : count + at;
        call.Warn(FeelDescriptors.BadIndex, count, position);
        return null;
    }

    private static FeelValue Sublist(Invocation call)
    {
        var list = call.List(0);
        if (Place(call, call.Number(1), list.Count) is not { } first) return FeelNull.Instance;
        var length = list.Count - first;
        if (call.Has(2) && (!call.Number(2).TryToInt32(out length) || length < 0 || length > list.Count - first))
            return call.NoResult("the length is not a number of items that follow");
        return new FeelList(list.Items.Slice(first, length));
    }

    private static ImmutableArray<FeelValue> Together(Invocation call)
    {
        var total = call.List(0).Items.Sum(list => (long)((FeelList)list).Count);
        call.CheckCount(total);
        return [.. call.List(0).Items.SelectMany(list => ((FeelList)list).Items)];
    }

    private static FeelValue InsertBefore(Invocation call) =>
        Place(call, call.Number(1), call.List(0).Count) is { } place ? call.OfList(call.List(0).Items.Insert(place, call[2])) : FeelNull.Instance;

    private static FeelValue Remove(Invocation call) =>
        Place(call, call.Number(1), call.List(0).Count) is { } place ? new FeelList(call.List(0).Items.RemoveAt(place)) : FeelNull.Instance;

    private static FeelValue ReplaceAt(Invocation call) =>
        Place(call, call.Number(1), call.List(0).Count) is { } place ? new FeelList(call.List(0).Items.SetItem(place, call[2])) : FeelNull.Instance;

    private static FeelValue ReplaceMatching(Invocation call)
    {
        var match = (FeelFunction)call[1];
        var items = call.List(0).Items.ToBuilder();
        for (var i = 0; i < items.Count; i++)
        {
            if (call.Call(match, items[i], call[2]) is not FeelBoolean holds) return call.Warn(FeelDescriptors.NotBoolean, "the match function", "another value");
            if (holds.Value) items[i] = call[2];
        }
        return new FeelList(items.ToImmutable());
    }

    private static FeelList Distinct(Invocation call, ImmutableArray<FeelValue> items)
    {
        // Equal values of one type hash alike except date and times of different zones: those are compared one by one.
        var kept = ImmutableArray.CreateBuilder<FeelValue>();
        var seen = new HashSet<FeelValue>();
        foreach (var item in items)
        {
            if (!seen.Add(item)) continue;
            if (item is not (FeelNumber or FeelString or FeelBoolean or FeelDate or FeelNull))
            {
                call.Step(kept.Count);
                if (kept.Any(other => Same(other, item))) continue;
            }
            kept.Add(item);
        }
        return new(kept.ToImmutable());
    }

    private static FeelValue Flatten(Invocation call)
    {
        var flat = ImmutableArray.CreateBuilder<FeelValue>();
        var open = new Stack<FeelValue>(call.List(0).Items.Reverse());
        while (open.TryPop(out var value))
        {
            call.Step(1);
            if (value is not FeelList list) flat.Add(value);
            else
                foreach (var item in list.Items.Reverse()) open.Push(item);
        }
        return call.OfList(flat.ToImmutable());
    }

    /// <summary>A stable merge sort: it asks the function the same questions everywhere, also when the answers contradict each other.</summary>
    private static FeelValue Sort(Invocation call)
    {
        var precedes = (FeelFunction)call[1];
        var broken = false;
        var sorted = Merge([.. call.List(0).Items], (left, right) =>
        {
            if (broken) return true;
            var answer = call.Call(precedes, right, left);
            broken = answer is not FeelBoolean;
            return answer is not FeelBoolean { Value: true };
        });
        return broken ? call.Warn(FeelDescriptors.NotBoolean, "the order of sort", "another value") : new FeelList(sorted);
    }

    private static FeelValue SortNaturally(Invocation call)
    {
        var broken = false;
        call.Step(call.List(0).Count * 20);
        var sorted = Merge([.. call.List(0).Items], (left, right) =>
        {
            var order = Comparing.Order(left, right);
            broken |= order is null;
            return order <= 0;
        });
        return broken ? call.NoResult("the items have no common order") : new FeelList(sorted);
    }

    private static FeelValue[] Merge(FeelValue[] items, Func<FeelValue, FeelValue, bool> inOrder)
    {
        var buffer = new FeelValue[items.Length];
        for (var width = 1; width < items.Length; width *= 2)
        {
            for (var start = 0; start < items.Length; start += 2 * width)
            {
                var (left, middle, end) = (start, Math.Min(start + width, items.Length), Math.Min(start + 2 * width, items.Length));
                var right = middle;
                for (var i = start; i < end; i++)
                    buffer[i] = right >= end || (left < middle && inOrder(items[left], items[right])) ? items[left++] : items[right++];
            }
            (items, buffer) = (buffer, items);
        }
        return items;
    }
}
