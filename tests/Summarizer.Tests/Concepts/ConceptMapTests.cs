using NewsEducator.Summarizer.Concepts;

namespace NewsEducator.Summarizer.Tests.Concepts;

public sealed class ConceptMapTests
{
    private static readonly ConceptMap Map = ConceptMap.Load();

    [Theory]
    [InlineData("The day our cache came back empty", "The hit rate of the cache fell and the stampede began.", "cache")]
    [InlineData("Deadlock in worker pool", "Two threads took the locks in another lock order, a deadlock.", "deadlock")]
    [InlineData("TLS handshakes fail", "The certificate in the chain expired.", "tls")]
    [InlineData("Redis 主从切换后丢任务", "主节点断电，副本还没有复制完。", "replication")]
    [InlineData("GGUF Q4 conversion", "Quantization to 4-bit loses points.", "quantization")]
    [InlineData("A quiet day", "Nothing in particular.", "engineering")]
    public void An_item_has_the_concept_it_speaks_of_most(string title, string text, string key)
    {
        Map.Find(title, text).Concept.Key.ShouldBe(key);
    }

    [Fact]
    public void A_keyword_counts_as_a_whole_word_only()
    {
        Mentions.Count("cache caches cached precache cache", "cache").ShouldBe(3);
        Mentions.Count("缓存里的缓存", "缓存").ShouldBe(2);
    }

    [Fact]
    public void Terms_explain_what_the_text_mentions()
    {
        Map.Find("Outage", "The cache was cold and the cache stayed cold. We found a deadlock, a real deadlock.")
            .Terms.ShouldAllBe(term => term.Explanation.Length <= 20 && term.Name.Length > 0);
        Map.Find("A quiet day", "Nothing in particular.").Terms.ShouldBeEmpty();
    }

    [Fact]
    public void A_map_with_a_fault_says_which_entry_and_why()
    {
        var first = new MappedConcept
        {
            Key = "a",
            Name = "甲",
            Folder = "甲",
            Explanation = "甲",
            About = "a",
        };

        Should.Throw<InvalidDataException>(() => new ConceptMap([])).Message.ShouldContain("no concepts");
        Should
            .Throw<InvalidDataException>(() => new ConceptMap([first, first with { Keywords = ["x"] }]))
            .Message.ShouldContain("'a': its key stands twice");
        Should.Throw<InvalidDataException>(() => new ConceptMap([first with { Key = "B b" }])).Message.ShouldContain("lower-case");
        Should
            .Throw<InvalidDataException>(() => new ConceptMap([first with { Explanation = new string('长', 21) }]))
            .Message.ShouldContain("1 to 20");
        Should.Throw<InvalidDataException>(() => new ConceptMap([first, first with { Key = "b" }])).Message.ShouldContain("keywords");
        Should.Throw<InvalidDataException>(() => new ConceptMap([first with { About = "" }])).Message.ShouldContain("in English");
    }
}
