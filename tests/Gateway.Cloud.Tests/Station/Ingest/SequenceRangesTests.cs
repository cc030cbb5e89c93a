using FsCheck;
using FsCheck.Fluent;
using Gateway.Cloud.Contract.Events;
using Gateway.Cloud.Station.Ingest;

namespace Gateway.Cloud.Tests.Station.Ingest;

public sealed class SequenceRangesTests
{
    [Fact]
    public void Runs_gaps_and_watermark_agree_with_a_plain_set_in_any_order()
    {
        var sequences = Gen.Choose(1, 60).ListOf().ToArbitrary();
        Prop.ForAll(sequences, added =>
        {
            var ranges = new SequenceRanges([]);
            foreach (var sequence in added)
            {
                ranges.Add(sequence);
            }

            var set = added.Select(sequence => (long)sequence).ToHashSet();
            var watermark = Enumerable.Range(1, 61).First(sequence => !set.Contains(sequence)) - 1;
            var missing = ranges.Missing(1000).SelectMany(gap => Enumerable.Range((int)gap.From, (int)(gap.To - gap.From + 1)).Select(sequence => (long)sequence));
            return ranges.Watermark == watermark
                && ranges.Runs.SelectMany(run => Enumerable.Range((int)run.From, (int)(run.To - run.From + 1)).Select(sequence => (long)sequence)).SequenceEqual(set.Order())
                && missing.SequenceEqual(Enumerable.Range(1, (int)ranges.Highest).Select(sequence => (long)sequence).Where(sequence => !set.Contains(sequence)))
                && ranges.MissingCount == ranges.Highest - set.Count;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Stored_runs_go_on_where_they_ended()
    {
        var ranges = new SequenceRanges([new SequenceRange(1, 10), new SequenceRange(12, 20)]);

        ranges.Add(11);

        Assert.Equal([new SequenceRange(1, 20)], ranges.Runs);
    }

    [Fact]
    public void Missing_is_cut_at_the_number_asked_for()
    {
        var ranges = new SequenceRanges([new SequenceRange(2, 2), new SequenceRange(4, 4), new SequenceRange(6, 6)]);

        Assert.Equal([new SequenceRange(1, 1), new SequenceRange(3, 3)], ranges.Missing(2));
    }
}
