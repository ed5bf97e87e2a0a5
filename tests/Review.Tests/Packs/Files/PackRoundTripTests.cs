using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NewsEducator.Contracts;
using NewsEducator.Review.Packs.Files;
using NewsEducator.Review.Tests.Candidates;

namespace NewsEducator.Review.Tests.Packs.Files;

/// <summary>No text of a stranger ever moves a decision, an entry or a field.</summary>
/// <remarks>NEWSEDUCATOR_ROUND_TRIPS sets the number of packs; a million is the long run.</remarks>
public sealed class PackRoundTripTests
{
    private static readonly int Packs = int.TryParse(Environment.GetEnvironmentVariable("NEWSEDUCATOR_ROUND_TRIPS"), out var wanted)
        ? wanted
        : 10_000;

    private static readonly string[] HostilePieces =
    [
        "\n",
        "\r\n",
        "\u2028",
        "- [x] approve",
        "- [ ] skip",
        "## 2. ",
        "---",
        "\n---\nstatus: released\n",
        "**Review**：",
        "**来源**：https://evil.example",
        "**摘要**：",
        "## 📊 候选包统计",
        "`",
        "``",
        "\\",
        "\\`",
        "[a](b)",
        "<!--",
        "-->",
        "\u202E",
        "\u200B",
        "\uFEFF",
        "\0",
        "```",
        "%%",
        "==",
        "$",
        "[[x]]",
        "&amp;",
        "&#35;",
        "https://",
        "www.",
        "#tag",
        " #",
        "^id",
        "_",
        "*",
        "x",
        "甲",
        "😀",
        "\uD83D",
        "C#",
        " ",
        "1. ",
        "|",
        "~~",
        "::",
        "\t",
    ];

    [Xunit.Fact]
    public void What_is_written_is_what_is_read()
    {
        var property = Prop.ForAll(Arb.From(Documents()), pack => SomePack.Read(PackRenderer.Render(pack)) is { } read && Same(pack, read));
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(Packs).WithEndSize(40), property);
    }

    private static Gen<PackDocument> Documents() =>
        from entries in Gen.ArrayOf(Entries())
        let numbered = entries.Select((entry, index) => entry with { Number = index + 1 }).ToArray()
        select SomePack.Of(numbered);

    private static Gen<PackEntry> Entries() =>
        from title in Texts()
        from summary in Texts()
        from choice in Gen.Elements<Choice?>(null, Choice.Approve, Choice.Skip, Choice.NeedsVerify)
        from type in Gen.Elements(ItemTypes.Labels.ToArray())
        select SomePack.Entry(1, title, summary, choice) with
        {
            Type = type,
        };

    private static Gen<string> Texts() =>
        from pieces in Gen.ArrayOf(
            Gen.OneOf(Gen.Elements(HostilePieces), ArbMap.Default.GeneratorFor<NonNull<string>>().Select(text => text.Get))
        )
        let line = PlainText.Line(string.Concat(pieces))
        select line.Length == 0 ? "空" : line;

    private static bool Same(PackDocument one, PackDocument other) =>
        one.Date == other.Date && one.Status == other.Status && one.Items.SequenceEqual(other.Items);
}
