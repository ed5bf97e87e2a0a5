using NewsEducator.Contracts;
using NewsEducator.Summarizer.Extraction;
using Shouldly;
using Xunit;

namespace NewsEducator.Summarizer.Tests.Extraction;

public sealed class SentencesTests
{
    [Theory]
    [InlineData("It failed. We fixed it.", "It failed.|We fixed it.")]
    [InlineData("Version 4.1.2 is out. It is fast!", "Version 4.1.2 is out.|It is fast!")]
    [InlineData("Some tools, e.g. Redis, help. Others don't.", "Some tools, e.g. Redis, help.|Others don't.")]
    [InlineData("See https://a.example/x.html?a=1. Then stop.", "See https://a.example/x.html?a=1.|Then stop.")]
    [InlineData("Call `a. B()` first. Then `b. C`.", "Call `a. B()` first.|Then `b. C`.")]
    [InlineData("It took 14 ms. The process exits.", "It took 14 ms.|The process exits.")]
    [InlineData("Use Q5_K_M. It is small.", "Use Q5_K_M.|It is small.")]
    [InlineData("He said \"stop.\" She did.", "He said \"stop.\"|She did.")]
    [InlineData("延迟从 3 ms 升到 7 ms。原因是写入；已修复！", "延迟从 3 ms 升到 7 ms。|原因是写入；|已修复！")]
    [InlineData("他说「不行。」然后走了。", "他说「不行。」|然后走了。")]
    [InlineData("no end at all", "no end at all")]
    [InlineData("An open `tick. Goes on.", "An open `tick.|Goes on.")]
    public void Splits_where_a_reader_would(string text, string sentences)
    {
        Sentences.Of(text).ShouldBe(sentences.Split('|'));
    }

    [Fact]
    public void Spans_cover_the_text_without_gaps()
    {
        const string Text = "One. Two! `Three. Four`? 五。六 vs. seven. v1.2.3 e.g. this... End";

        var spans = Sentences.Spans(Text, 0, Text.Length).ToList();

        string.Concat(spans.Select(span => Text[span])).ShouldBe(Text);
    }
}
