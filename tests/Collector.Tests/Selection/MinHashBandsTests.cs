using NewsEducator.Collector.Selection;

namespace NewsEducator.Collector.Tests.Selection;

public sealed class MinHashBandsTests
{
    private const int Texts = 400;
    private const int GroupsInText = 300;

    [Fact]
    public void Texts_that_share_four_fifths_meet_in_a_band_nearly_always() => Meeting(0.8).ShouldBeGreaterThanOrEqualTo(0.99);

    [Fact]
    public void Texts_that_share_little_hardly_meet() => Meeting(0.2).ShouldBeLessThanOrEqualTo(0.03);

    [Fact]
    public void The_order_of_a_text_s_groups_does_not_matter() => MinHashBands.Of([1, 2, 3, 4]).ShouldBe(MinHashBands.Of([4, 3, 2, 1]));

    // Pairs whose sets of groups have that Jaccard similarity.
    private static double Meeting(double similarity)
    {
        var random = new Random(7);
        var met = 0;
        for (var text = 0; text < Texts; text++)
        {
            var shared = Groups(random, (int)(GroupsInText * 2 * similarity / (1 + similarity)));
            var rest = GroupsInText - shared.Length;
            var (one, other) = (
                MinHashBands.Of([.. shared, .. Groups(random, rest)]),
                MinHashBands.Of([.. shared, .. Groups(random, rest)])
            );
            met += one.Intersect(other).Any() ? 1 : 0;
        }

        return (double)met / Texts;
    }

    private static int[] Groups(Random random, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => random.Next(int.MinValue, int.MaxValue))];
}
