using NewsEducator.Collector.Selection;

namespace NewsEducator.Collector.Tests.Selection;

public sealed class FingerprintTests
{
    [Fact]
    public void Case_punctuation_and_layout_do_not_matter() =>
        Similarity("The pool is never drained; it grows.", "the POOL\n\nis never -- drained, it grows").ShouldBe(1);

    [Fact]
    public void Chinese_is_compared_by_characters() =>
        Similarity("连接池从不释放，文件描述符在六小时后耗尽", "连接池 从不释放。文件描述符在六小时后耗尽！").ShouldBe(1);

    [Fact]
    public void A_long_text_with_a_few_words_changed_is_nearly_the_same()
    {
        var words = Words(2000);
        var changed = words.ToArray();
        changed[100] = changed[900] = changed[1700] = "changed";
        Similarity(string.Join(' ', words), string.Join(' ', changed)).ShouldBeGreaterThan(0.95);
    }

    [Fact]
    public void The_estimate_for_long_texts_is_near_the_true_similarity()
    {
        // Two texts that share their middle half: 1,000 of 3,000 groups of words.
        var words = Words(3000);
        Similarity(string.Join(' ', words[..2000]), string.Join(' ', words[1000..])).ShouldBe(1 / 3d, tolerance: 0.08);
    }

    [Fact]
    public void Different_texts_share_nothing() =>
        Similarity("one two three four five six seven", "eight nine ten eleven twelve thirteen").ShouldBe(0);

    [Fact]
    public void A_fingerprint_is_sorted_and_bounded_however_long_the_text()
    {
        var hashes = Fingerprint.Of(string.Join(' ', Words(5000))).Hashes;
        hashes.Length.ShouldBe(Fingerprint.Size);
        hashes.ShouldBeInOrder();
    }

    private static double Similarity(string one, string other) =>
        Fingerprint.Of(one).SimilarityTo(Fingerprint.Stored(Fingerprint.Of(other).Hashes));

    private static string[] Words(int count) => [.. Enumerable.Range(0, count).Select(number => $"word{number * 7919}")];
}
