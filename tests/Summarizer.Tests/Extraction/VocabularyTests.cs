using NewsEducator.Summarizer.Extraction;

namespace NewsEducator.Summarizer.Tests.Extraction;

public sealed class VocabularyTests
{
    private readonly Vocabulary _vocabulary = new();

    [Fact]
    public void A_word_has_one_number_however_it_is_written()
    {
        var first = _vocabulary.Read("Caches fail.");
        var second = _vocabulary.Read("FAIL: caches, caches");

        second.All.ShouldBe([first.All[1], first.All[0]]);
    }

    [Fact]
    public void Words_of_one_stem_share_its_number_also_where_the_stem_stands_as_a_word()
    {
        var one = _vocabulary.Read("stopped").Stems.ShouldHaveSingleItem();

        _vocabulary.Read("stopping").Stems.ShouldBe([one]);
        _vocabulary.Read("stop").Stems.ShouldBe([one]);
        _vocabulary.Read("stop").All.ShouldBe([one]);
    }

    [Fact]
    public void What_every_text_has_and_what_is_short_is_no_stem() => _vocabulary.Read("It is the GC of a V8").Stems.ShouldBeEmpty();

    [Fact]
    public void Chinese_is_read_in_pairs() => _vocabulary.Read("缓存雪崩 cache 缓存").Stems.Length.ShouldBe(4);

    [Fact]
    public void Nothing_is_read_of_nothing() => _vocabulary.Read("— 。").All.ShouldBeEmpty();
}
