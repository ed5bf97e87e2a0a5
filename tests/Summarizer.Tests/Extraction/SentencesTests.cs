using NewsEducator.Contracts;
using NewsEducator.Summarizer.Extraction;

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
    [InlineData(
        "The pool needs approx. 5 GB per node. It failed at No. 7 of the list.",
        "The pool needs approx. 5 GB per node.|It failed at No. 7 of the list."
    )]
    [InlineData(
        "Acme Inc. Reported three outages; see Fig. 3 and Sec. 2.1 for details. We agree.",
        "Acme Inc. Reported three outages; see Fig. 3 and Sec. 2.1 for details.|We agree."
    )]
    [InlineData(
        "The U.S. Government site went down at 9 a.m. UTC. It came back at 11 a.m. the same day.",
        "The U.S. Government site went down at 9 a.m. UTC.|It came back at 11 a.m. the same day."
    )]
    [InlineData(
        "Dr. Chen and Mr. Li vs. the cache: p. 12, eq. 4. Then it worked.",
        "Dr. Chen and Mr. Li vs. the cache: p. 12, eq. 4.|Then it worked."
    )]
    [InlineData("It came back at 5 p.m. The queue was empty.", "It came back at 5 p.m.|The queue was empty.")]
    [InlineData("Bought by Acme Inc. The pool stayed.", "Bought by Acme Inc.|The pool stayed.")]
    [InlineData("The answer is no. We stopped.", "The answer is no.|We stopped.")]
    [InlineData("Es fiel am 16. November aus. Danach lief es.", "Es fiel am 16. November aus.|Danach lief es.")]
    [InlineData("On Nov. 16 it failed. 5 nodes were lost.", "On Nov. 16 it failed.|5 nodes were lost.")]
    [InlineData("J. R. Smith wrote it. It took 2.5 s.", "J. R. Smith wrote it.|It took 2.5 s.")]
    [InlineData("We waited... and waited... Then it ended.", "We waited... and waited...|Then it ended.")]
    [InlineData("Really?! Yes!!! Good.", "Really?!|Yes!!!|Good.")]
    [InlineData("真的吗？！是的。。。好……然后重启。", "真的吗？！|是的。。。|好……然后重启。")]
    [InlineData("Use v2.0. Then 3.1.", "Use v2.0.|Then 3.1.")]
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
