using System.Text;
using NewsEducator.Publisher.Cards.Decks;

namespace NewsEducator.Publisher.Tests.Cards;

public sealed class CardTableTests
{
    [Theory]
    [InlineData("=HYPERLINK(\"https://evil.example\")", "\"'=HYPERLINK(\"\"https://evil.example\"\")\"")]
    [InlineData("+1", "\"'+1\"")]
    [InlineData("-1", "\"'-1\"")]
    [InlineData("@SUM(A1)", "\"'@SUM(A1)\"")]
    [InlineData(" =1+1", "\"' =1+1\"")]
    [InlineData("\t=1+1", "\"'\t=1+1\"")]
    [InlineData("＝1+1", "\"'＝1+1\"")]
    [InlineData("a=b", "\"a=b\"")]
    [InlineData("a,\"b\"\nc", "\"a,\"\"b\"\"\nc\"")]
    public void A_formula_is_text(string text, string written)
    {
        var table = Encoding.UTF8.GetString(CardTable.Write([Note(text)]));

        table.ShouldStartWith("\uFEFF\"guid\",\"date\",\"question\"");
        table.ShouldContain($"\"2026-03-09\",{written},\"A\"");
    }

    private static DeckNote Note(string question) =>
        new()
        {
            Guid = Guid.Empty,
            Question = question,
            Answer = "A",
            More = "",
            Page = new Uri("https://news.example/items/1"),
            Source = "https://github.com/a/b",
            Concept = "缓存",
            Type = "生产事故",
            Date = Some.Date,
            PublishedAt = DateTimeOffset.UnixEpoch,
            ChangedAt = DateTimeOffset.UnixEpoch,
        };
}
