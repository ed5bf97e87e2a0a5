using NewsEducator.Contracts;
using NewsEducator.Review.Packs.Files;

namespace NewsEducator.Review.Tests.Packs.Files;

internal static class SomePack
{
    public static PackEntry Entry(int number, string title = "一个标题", string summary = "一句摘要。", Choice? choice = null) =>
        new()
        {
            Number = number,
            Title = title,
            Url = $"https://github.com/northwind-labs/ledger/issues/{number}",
            Type = ItemTypes.Incident,
            Summary = summary,
            Choice = choice,
        };

    public static PackDocument Of(params PackEntry[] entries) =>
        new()
        {
            Date = new DateOnly(2026, 3, 9),
            Status = PackDocument.PendingReview,
            Items = entries,
            Compliance = default,
        };

    public static string FileOf(params PackEntry[] entries) => PackRenderer.Render(Of(entries));

    /// <summary>As it is read back: without the lines it stood in.</summary>
    public static PackDocument? Read(string file) =>
        PackParser.Parse(file, out _) is { } document
            ? document with
            {
                Items = [.. document.Items.Select(item => item with { Line = 0 })],
            }
            : null;
}
