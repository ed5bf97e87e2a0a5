using System.Text.RegularExpressions;
using NewsEducator.Review.Texts;

namespace NewsEducator.Review.Tests;

public sealed partial class TextTests
{
    [Fact]
    public void Both_languages_name_the_same_things()
    {
        foreach (var key in Text.Keys)
        {
            Placeholders(Text.Get(key, Text.Chinese, Enumerable.Range(0, 5).Select(index => $"<{index}>")))
                .ShouldBe(Placeholders(Text.Get(key, Text.English, Enumerable.Range(0, 5).Select(index => $"<{index}>"))), key);
        }
    }

    private static IEnumerable<string> Placeholders(string text) =>
        Placeholder().Matches(text).Select(match => match.Value).Distinct().Order();

    [GeneratedRegex("<[0-9]>")]
    private static partial Regex Placeholder();
}
