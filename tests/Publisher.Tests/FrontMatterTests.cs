using NewsEducator.Publisher.Cards;
using NewsEducator.Publisher.Digests;
using YamlDotNet.Serialization;

namespace NewsEducator.Publisher.Tests;

public sealed class FrontMatterTests
{
    [Theory]
    [InlineData("XX: YY \"z\" - #1")]
    [InlineData("- [x] a: {b}")]
    [InlineData("true")]
    [InlineData("0x10")]
    [InlineData("C:\\temp\\new")]
    [InlineData("<%* tp.x %> [[link]] `= 1`")]
    [InlineData("连接池 😀 耗尽")]
    [InlineData("---")]
    public void G16_A_title_reads_back_equal(string title) =>
        ((string)Read(FrontMatter.Of(("title", title), ("total_items", 3)))["title"]).ShouldBe(title);

    [Fact]
    public void G16_A_list_stays_a_list()
    {
        var fields = Read(FrontMatter.Of(("tags", new[] { "a: b", "c", "- d" }), ("date", Some.Date)));

        ((List<object>)fields["tags"]).ShouldBe(["a: b", "c", "- d"]);
    }

    [Fact]
    public void G16_A_line_break_forges_no_key()
    {
        var fields = Read(FrontMatter.Of(("title", "a\nstatus: approved\u2028evil: 1")));

        fields.Keys.ShouldBe(["title"]);
    }

    [Fact]
    public void G16_A_cards_front_matter_is_read_back()
    {
        var item = Some.Item(1, title: "XX: YY \"z\" - #1");
        var card = CardDraft.Choose(Some.Digest(item), 1).Single();

        var fields = Read(CardText.Render(card, item));

        fields["title"].ShouldBe("XX: YY \"z\" - #1");
        fields["source"].ShouldBe(item.Content.CanonicalUrl);
        ((List<object>)fields["tags"]).Count.ShouldBe(2);
        fields["guid"].ShouldBe(card.NoteGuid.ToString());
    }

    private static Dictionary<string, object> Read(string note)
    {
        var end = note.IndexOf("\n---\n", StringComparison.Ordinal);
        return new DeserializerBuilder().Build().Deserialize<Dictionary<string, object>>(note[4..(end + 1)]);
    }
}
