using System.Text;
using System.Xml;
using FsCheck;
using FsCheck.Fluent;
using NewsEducator.Collector.Connectors;
using NewsEducator.Collector.Connectors.Articles;
using NewsEducator.Collector.Connectors.Dates;
using NewsEducator.Collector.Connectors.Feeds;
using NewsEducator.Collector.Connectors.Html;
using NewsEducator.Collector.Connectors.Web;
using NewsEducator.Contracts;
using NewsEducator.Fuzzing.Inputs;

namespace NewsEducator.Fuzzing.Targets;

/// <summary>What hosts of the web serve: feeds, pages, dates, robots.txt.</summary>
internal static class FeedTargets
{
    private static readonly Uri Address = new("https://blog.example.org/a/feed");

    private static readonly string[] Markup =
    [
        "<",
        "</",
        "/>",
        "<?xml version=\"1.0\" encoding=\"",
        "utf-16",
        "gb18030",
        "iso-2022-jp",
        "<!DOCTYPE x [<!ENTITY a \"&b;&b;\"><!ENTITY b \"&a;\">]>",
        "<![CDATA[",
        "]]>",
        "<!--",
        "-->",
        "&",
        "&amp;",
        "&#x1F600;",
        "&#0;",
        "&#xD800;",
        "&#99999999999;",
        "&nbsp;",
        "&bogus;",
        "<a>",
        "<div>",
        "<p>",
        "<b ",
        "<item>",
        "<entry>",
        "<title type=\"html\">",
        "<content:encoded>",
        "xml:base=\"",
        "xmlns:x=\"y\" ",
        "<pubDate>",
        "<table>",
        "<td>",
        "<ul><li>",
        "<sup>",
        "<math>",
        "<svg>",
        "<script>",
        "<pre>",
        "<template>",
        "<select>",
        "<plaintext>",
        "<base href=\"//x\">",
        "href=\"",
        "src='",
        "://",
        "{\"",
        "\":",
        "[[",
        "],",
    ];

    private static readonly Encoding[] Encodings =
    [
        new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        Encoding.UTF8,
        Encoding.Unicode,
        Encoding.BigEndianUnicode,
        Encoding.UTF32,
        Encoding.Latin1,
    ];

    private static readonly Grammar Feeds = new(
        [Seeds.Read("feed.rss"), Seeds.Read("feed.atom"), Seeds.Read("feed.rdf"), Seeds.Read("feed.json")],
        Markup
    );

    private static readonly Grammar Pages = new([Seeds.Read("article.html")], Markup);

    private static readonly Grammar Dates = new(
        [
            "Mon, 30 Nov 2026 10:00:00 GMT",
            "2026-11-30T10:00:00.123+01:00",
            "30/11/26 10:00 pm PST",
            "2026年11月30日 上午9点30分",
            "20261130T100000Z",
            "1796032800",
            "30 novembre 2026 à 10h00",
            "2026-W48-1",
            "2026-334",
            "Sun Nov 30 23:59:60 UTC 2026",
            "١٥ نوفمبر ٢٠٢٦",
            "令和8年11月30日",
        ],
        [
            "T",
            "Z",
            "+14:00",
            "-99:99",
            "am",
            "pm",
            "24:00",
            "Feb",
            "29",
            "31",
            "0000",
            "BC",
            "GMT+1",
            "(EST)",
            "一月",
            "下午",
            "W53",
            "/",
            "th",
        ]
    );

    private static readonly Grammar RobotsFiles = new(
        [Seeds.Read("robots.txt")],
        ["User-agent: ", "Disallow: ", "Allow: /", "*", "$", "#", "newseducator", "/a*b", "%2F", "Crawl-delay: 1\n"]
    );

    public static readonly FuzzTarget[] All =
    [
        new("feed", InBytes(Feeds), ReadFeed) { Cost = 3 },
        new("article", InBytes(Pages), ReadArticle) { Cost = 40 },
        new("html", Pages.Texts(), ReadHtml) { Cost = 10 },
        new("date", Dates.Texts(), ReadDate),
        new("robots", RobotsFiles.Texts(), ReadRobots),
    ];

    /// <summary>Texts in any encoding, some with bytes changed once more.</summary>
    private static Gen<string> InBytes(Grammar grammar) =>
        from text in grammar.Texts()
        from encoding in Gen.Frequency((6, Gen.Constant(Encodings[0])), (4, Gen.Elements(Encodings)))
        from damaged in Gen.Choose(0, 3)
        from at in Gen.Choose(0, int.MaxValue - 1)
        from unit in Gen.Choose(0, 255)
        let bytes = Bytes.As(text, encoding)
        select damaged > 0 || bytes.Length == 0
            ? bytes
            : string.Concat(bytes.AsSpan(0, at % bytes.Length), char.ToString((char)unit), bytes.AsSpan((at % bytes.Length) + 1));

    private static void ReadFeed(string input)
    {
        try
        {
            var feed = FeedReader.Read(new FeedSource(Bytes.Of(input), Address) { Charset = input.Length % 5 == 0 ? "gb2312" : null });
            foreach (var entry in feed.Entries.Take(100))
            {
                Dated(entry.Published);
                Dated(entry.Updated);
                _ = entry.Title?.Text();
                _ = entry.Summary?.Text();
                _ = entry.Content?.Text();
                _ = entry.Link is { } link ? Collector.Addresses.ItemAddress.Of(link) : null;
            }
        }
        catch (UnreadableException) { }
    }

    private static void ReadArticle(string input)
    {
        try
        {
            var page = ArticleReader.Read(PageEncoding.Decode(Bytes.Of(input), null), Address);
            Visible(page.Text);
        }
        catch (UnreadableException) { }
    }

    private static void ReadHtml(string input)
    {
        Visible(HtmlText.Of(input));
    }

    private static void ReadDate(string input)
    {
        foreach (var order in Enum.GetValues<DayOrder>())
        {
            Dated(LooseDate.Parse(input, order));
        }
    }

    private static void Dated(DateTimeOffset? time) =>
        Property.Holds(
            time is null || (time.Value.Year is >= 1970 and <= 2099 && time.Value.Offset == TimeSpan.Zero),
            $"a date is in UTC and in range: {time}"
        );

    private static void ReadRobots(string input)
    {
        var rules = RobotsRules.Parse(input, "newseducator");
        _ = rules.Allow("/");
        _ = rules.Allow("/a/b/c/d/private/x.html?y=1");
        _ = rules.Allow($"/{new string('a', 200)}{(input.Length > 200 ? input[..200] : input)}");
    }

    private static void Visible(string text) =>
        Property.Holds(!text.Contains('\0', StringComparison.Ordinal) && text == PlainText.Visible(text), "a text is what it shows");
}
