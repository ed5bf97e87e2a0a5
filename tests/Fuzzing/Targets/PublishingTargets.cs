using System.Text;
using AngleSharp.Html.Parser;
using NewsEducator.Contracts;
using NewsEducator.Fuzzing.Inputs;
using NewsEducator.Publisher.Cards;
using NewsEducator.Publisher.Cards.Decks;
using NewsEducator.Publisher.Digests;
using NewsEducator.Publisher.Mail.Subscribers;
using NewsEducator.Publisher.Notes;
using NewsEducator.Publisher.Pages;
using NewsEducator.Publisher.Search;
using YamlDotNet.RepresentationModel;

namespace NewsEducator.Fuzzing.Targets;

/// <summary>What is written from texts of strangers: pages, notes, cards, the index of the search; and the addresses of readers.</summary>
internal static class PublishingTargets
{
    private const int LongestQuote = 300;

    private static readonly string[] Words =
    [
        "<b>",
        "</code>",
        "<script>",
        "&lt;",
        "&#x27;",
        "{{c1::x}}",
        "[sound:x]",
        "\\(",
        "\\[",
        "[[x]]",
        "<% x %>",
        "`=this`",
        "=1+1",
        "@SUM(1)",
        "+1",
        "\t=1",
        "＝1",
        "\",\"",
        "\r\n",
        "---\n",
        "- a: b",
        "#tag",
        "%%",
        "~~",
        "::",
        "，",
        "因为",
        "所以",
        "because ",
        "应该",
        ". ",
        "。",
        "锁",
        "@example.org",
        "mira+a@",
        "\"a b\"@",
        "<a@b.example>",
        "xn--",
        "例子.测试",
    ];

    private static readonly Grammar Lines = new(
        [
            "连接池 `max_connections = 100` 耗尽：\"P99\" 从 180ms 升到 9s & <b>失败</b>。",
            "Deadlock when two workers commit, because `a{b}[c]` runs first. Use \\(x\\) instead; it's 4.2% faster.\n=HYPERLINK(\"x\")",
            "mira.kask+news@blog.example.org",
        ],
        Words
    );

    public static readonly FuzzTarget[] All =
    [
        new("published", Lines.Texts(), Publishes) { Cost = 6 },
        new("search", Lines.Texts(), Searches),
        new("mail-address", Lines.Texts(), ReadsMailAddress),
    ];

    private static void Publishes(string input)
    {
        var text = XmlSafeText.Of(input);
        Property.Same(text, XmlSafeText.Of(text), "safe text is safe");
        _ = System.Xml.XmlConvert.VerifyXmlChars(text);
        ShowsInHtml(PlainText.Visible(text));
        StandsInFrontMatter(input);
        StandsInTable(text);
        var item = Item(input);
        var digest = new Digest
        {
            Date = item.DigestDate,
            PackId = item.ItemId,
            Revision = 1,
            PublishedAt = DateTimeOffset.UnixEpoch,
            Items = [item],
        };
        _ = DigestText.Render(digest);
        foreach (var card in CardDraft.Choose(digest, 1))
        {
            Property.Holds(
                card.Slug.IndexOfAny(Path.GetInvalidFileNameChars()) < 0 && Encoding.UTF8.GetByteCount(card.Slug) < 250,
                "a note's name is a file's name"
            );
            _ = CardText.Render(card, item);
        }

        _ = NoteTag.Of(input);
        foreach (var question in CardQuestions.Of(XmlSafeText.Of(item.Content)))
        {
            Property.Holds(question.Question.Length > 0, "a card asks something");
        }

        var link = TextFragment.Of(item.Content, item.Content.Claims[0]);
        Property.Holds(
            Uri.TryCreate(link, UriKind.Absolute, out _) && link.All(unit => unit is > ' ' and <= '~'),
            "a link to a quote is one"
        );
    }

    private static void ShowsInHtml(string text)
    {
        var html = InlineText.Of(text).Value;
        var body = new HtmlParser().ParseDocument($"<!doctype html><body>{html}").Body!;
        Property.Holds(body.QuerySelectorAll("*").All(element => element.LocalName == "code"), "code is the only markup");
        Property.Same(
            text.Replace("`", "", StringComparison.Ordinal).ReplaceLineEndings("\n").TrimStart('\n'),
            body.TextContent.Replace("`", "", StringComparison.Ordinal).ReplaceLineEndings("\n").TrimStart('\n'),
            "HTML shows the text"
        );
    }

    private static void StandsInFrontMatter(string text)
    {
        var note = FrontMatter.Of(("title", text), ("tags", new[] { text, "a-b" }), ("url", new FrontMatter.Address(text)));
        var stream = new YamlStream();
        stream.Load(new StringReader(note.TrimEnd('\n')[..^3]));
        var fields = (YamlMappingNode)stream.Documents[0].RootNode;
        Property.Same(3, fields.Children.Count, "no text makes a field of its own");
        Property.Same(PlainText.Line(XmlSafeText.Of(text)), ((YamlScalarNode)fields["title"]).Value, "front matter reads back");
    }

    private static void StandsInTable(string text)
    {
        var note = new DeckNote
        {
            Guid = Guid.Empty,
            Question = text,
            Answer = text,
            More = "",
            Page = new Uri("https://news.example/"),
            Source = "https://github.com/a/b/issues/1",
            Concept = text,
            Type = ItemTypes.Incident,
            Date = new DateOnly(2026, 3, 9),
            PublishedAt = DateTimeOffset.UnixEpoch,
            ChangedAt = DateTimeOffset.UnixEpoch,
        };
        var table = Encoding.UTF8.GetString(CardTable.Write([note]));
        var cells = Csv.Read(table.TrimStart('\uFEFF'));
        Property.Holds(cells.Count == 2 && cells.TrueForAll(row => row.Count == 9), "a table has its cells");
        Property.Holds(cells[1][2] == text || cells[1][2] == $"'{text}", "a cell reads back");
        Property.Holds(
            cells[1][2].Trim().Length == 0 || cells[1][2][0] is not ('=' or '+' or '-' or '@' or '\t' or '\r'),
            "a cell is no formula"
        );
        Property.Holds(!AnkiFields.Of(note).Any(field => field.Contains('\u001f', StringComparison.Ordinal)), "a field is one field");
        Property.Holds(AnkiFields.TagsOf(note).Trim(' ').Split(' ').Length <= 4, "a tag is one tag");
    }

    private static DigestItem Item(string text)
    {
        var line = PlainText.Line(text);
        var content = new ApprovedContent
        {
            ItemId = ItemIds.ForUrl("https://github.com/northwind-labs/ledger/issues/1"),
            CanonicalUrl = "https://github.com/northwind-labs/ledger/issues/1",
            Kind = SourceKind.GitHubIssue,
            SnapshotId = new string('a', 64),
            Title = line,
            Type = ItemTypes.Labels.ElementAt(text.Length % ItemTypes.Labels.Count),
            Summary = text,
            OneLiner = line,
            Analogy = text,
            Concept = new Concept { Key = "pool", Name = line },
            Terms = [new Term { Name = line.Length > 2 ? line[..1] : "P99", Explanation = line }],
            Language = "zh",
            Claims =
            [
                .. Sentences
                    .Of(line)
                    .DefaultIfEmpty("空")
                    .Select(sentence => new Claim { Sentence = sentence, Quote = text[..Math.Min(text.Length, LongestQuote)] }),
            ],
        };
        return new DigestItem
        {
            ItemId = content.ItemId,
            DigestDate = new DateOnly(2026, 3, 9),
            Number = 1,
            CandidateId = content.ItemId,
            Content = content,
            ContentHash = ContentHash.Of(content),
            ApprovedBy = line,
            ApprovedAt = DateTimeOffset.UnixEpoch,
        };
    }

    /// <summary>What is indexed under a text is found by each piece of it.</summary>
    private static void Searches(string input)
    {
        var text = SearchTokens.Fold(input);
        var tokens = SearchTokens.OfText(input);
        foreach (var run in SearchTokens.RunsOf(text))
        {
            Property.Holds(run.Length > 0 && text.Contains(run, StringComparison.Ordinal), "a run is part of the text");
            Property.Holds(SearchTokens.OfRun(run).TrueForAll(tokens.Contains), "a text is found by its own words");
        }
    }

    private static void ReadsMailAddress(string input)
    {
        if (MailAddress.Normalize(input) is { } address)
        {
            Property.Same(address, MailAddress.Normalize(address), "an address is its own");
            Property.Holds(!address.Any(char.IsWhiteSpace) && address.All(char.IsAscii), "an address is plain");
        }
    }
}
