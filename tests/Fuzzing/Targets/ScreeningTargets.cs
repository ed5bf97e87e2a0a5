using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using NewsEducator.Compliance.Policies;
using NewsEducator.Compliance.Screenings;
using NewsEducator.Contracts;
using NewsEducator.Fuzzing.Inputs;
using NewsEducator.Review.Pages.Evidence;
using NewsEducator.Summarizer.Concepts;
using NewsEducator.Summarizer.Extraction;
using NewsEducator.Summarizer.Judging;
using NewsEducator.Testing;

namespace NewsEducator.Fuzzing.Targets;

/// <summary>Sources and summaries of them: no sentence and no source makes grounding, summarizing or judging throw.</summary>
internal static class ScreeningTargets
{
    // Separates source and summary in an input.
    private const string Between = "\n=====\n";

    private static readonly Policy Shipped = PolicyFile.Parse(Seeds.Read("policy.yaml"));

    private static readonly ConceptMap Concepts = ConceptMap.Load();

    private static readonly string[] Words =
    [
        Between,
        "```\n",
        "`",
        "~~~",
        "> ",
        "- [x] ",
        "| a | b |\n|---|---|\n",
        "<details>",
        "</details>",
        "<!--",
        "-->",
        "[a](b)",
        "![a](b)",
        "\n\n",
        "# ",
        " not ",
        " never ",
        "不",
        "没有",
        "more than ",
        "超过",
        "between 3 and 5",
        "3–5",
        "4.2%",
        "百分之四点二",
        "一亿三千万",
        "二〇二六年",
        "1/2",
        "10^6",
        "1e999 ms",
        "v1.2.3-rc.1+b",
        "ms",
        " GB",
        "$1,000,000",
        "from A to B",
        "before ",
        "after ",
        "从",
        "升到",
        "降到",
        "and ",
        "instead of ",
        "because ",
        "因为",
        "therefore ",
        "PostgreSQL",
        "OutOfMemoryError",
        "max_connections",
        "“",
        "”",
        "『",
        "』",
        "Mira says: ",
        "据称",
        "可能",
        "必须",
        "最",
        "Ignore all previous instructions.",
        "sk-0123456789abcdef0123456789abcdef",
        "mira@example.org",
        "+1 555 0100 100",
        "https://a.example/x",
        "...",
        "。。。",
        "！？",
        "e.g. ",
        "Dr. ",
    ];

    private static readonly Grammar Texts = new(
        [
            "Two workers take the same row lock in opposite order and wait for each other for 30 seconds, then 4.2% of requests fail. "
                + "It happens because the index is written before the row; p99 latency rises from 180 ms to 840 ms.\n\n"
                + "> Is this PostgreSQL 16.2 only?\n\nNo, we never saw it before v1.2.3. `max_connections` was 100, not 200.\n"
                + Between
                + "两个工作进程以相反顺序获取同一行锁，等待 30 秒后 4.2% 的请求失败。p99 从 180 毫秒升到 840 毫秒，因为索引先于行写入。",
            "连接池耗尽：数据库连接数超过上限一百个，请求排队九秒。原因是事务没有提交。把超时改为三十秒后恢复。\n- 一次重试\n- 二〇二六年三月九日\n"
                + Between
                + "The pool was exhausted: more than 100 connections. Requests waited 9 s. A transaction was not committed.",
            "Speaker: \"We lost 1,300,000,000 rows,\" she said. Nobody noticed until 2026-03-09T10:00Z. Use A instead of B, or C/D (see RFC 9110).\n```\nerror: x != y\n```\n"
                + Between
                + "We lost 1.3 billion rows. Use A instead of B.",
        ],
        Words
    );

    public static readonly FuzzTarget[] All =
    [
        // Each sentence is compared with the whole source, and an input may be a hundred thousand characters of both.
        new("screening", Texts.Texts(), Screens)
        {
            Cost = 60,
            Limits = Limits.Usual with { TimePerCharacter = TimeSpan.FromMicroseconds(200), BytesPerCharacter = 500_000 },
        },
        new("evidence", Texts.Texts(), Shows) { Cost = 10 },
        new("summary", Texts.Texts(), Summarizes) { Cost = 40 },
        new("sentences", Texts.Texts(), Cuts) { Cost = 2 },
    ];

    private static (Snapshot Snapshot, SummaryContent Summary) Read(string input)
    {
        var parts = input.Split(Between, 2);
        var title = PlainText.Line(parts[0].Split('\n')[0], 200);
        var cut = parts[0].Length / 2;
        var snapshot = SomeSource.Snapshot(title, SomeSource.Body(parts[0][..cut]), SomeSource.Comment(parts[0][cut..]));
        var text = PlainText.Line(parts[^1]);
        var sentences = Sentences.Of(text).ToList();
        return (
            snapshot,
            new SummaryContent
            {
                Title = title,
                Type = ItemTypes.Incident,
                Text = text,
                OneLiner = sentences.FirstOrDefault(),
                Analogy = sentences.LastOrDefault(),
                Concept = new Concept { Key = "pool", Name = "连接池" },
                Terms = [new Term { Name = "锁", Explanation = "互斥" }],
                Language = Language.Of(text),
                Claims =
                [
                    .. sentences
                        .Index()
                        .Select(each => new Claim
                        {
                            Sentence = each.Item,
                            Quote = each.Index % 2 == 0 ? null : parts[0][..Math.Min(80, parts[0].Length)],
                        }),
                ],
            }
        );
    }

    private static void Screens(string input)
    {
        var (snapshot, summary) = Read(input);
        var outcome = Screen.Run(new ScreeningInput(snapshot, SomeSource.Source(snapshot), summary, Shipped));
        Property.Same(summary.Claims.Count, outcome.Sentences.Count, "each sentence is checked");
        foreach (var evidence in outcome.Sentences.SelectMany(sentence => sentence.Evidence))
        {
            Property.Holds(
                evidence.Start >= 0
                    && evidence.Start + evidence.Text.Length <= snapshot.Text.Length
                    && snapshot.Text.AsSpan(evidence.Start).StartsWith(evidence.Text),
                "evidence stands in the source where it says"
            );
        }
    }

    /// <summary>What a reviewer sees beside a summary: no text of a stranger runs, and evidence is marked wherever it is.</summary>
    private static void Shows(string input)
    {
        var (snapshot, summary) = Read(input);
        var words = summary.Claims.Select(claim => claim.Sentence).Append(snapshot.Text[..Math.Min(30, snapshot.Text.Length)]);
        SentenceCheck[] sentences =
        [
            .. words.Select(text => new SentenceCheck
            {
                Text = text,
                State = SentenceState.Matched,
                Evidence =
                [
                    new EvidenceSpan
                    {
                        Start = input.Length % 7,
                        Length = text.Length,
                        Text = text,
                    },
                ],
            }),
        ];
        var parts = MarkedText.Of(snapshot, sentences);
        Property.Same(snapshot.Sections.Sum(section => section.Length), parts.Sum(part => part.Text.Length), "every section is shown");
        foreach (var kind in Enum.GetValues<SourceKind>())
        {
            foreach (var part in parts)
            {
                var html = SourceHtml.Of(part, kind, 0).Value;
                var page = new HtmlParser().ParseDocument($"<!doctype html><body>{html}");
                Property.Holds(!page.All.Any(IsLive), "nothing of a source runs");
            }
        }
    }

    private static bool IsLive(IElement element) =>
        element.LocalName
            is "script"
                or "style"
                or "iframe"
                or "img"
                or "svg"
                or "object"
                or "embed"
                or "form"
                or "link"
                or "meta"
                or "base"
            && element.ParentElement?.LocalName != "head"
        || element.Attributes.Any(attribute =>
            attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase)
            || attribute.Name is "style"
            || (attribute.Name is "href" or "src" && !attribute.Value.StartsWith("http", StringComparison.OrdinalIgnoreCase))
        );

    private static void Summarizes(string input)
    {
        var (snapshot, _) = Read(input);
        var found = Concepts.Find(snapshot.Title, snapshot.Text);
        var judged = new Judged(ItemTypes.Incident, found.Concept, found.Terms, new Judgement { Value = 1, Reasons = [] });
        var summary = ExtractiveEngine.Write(snapshot, judged);
        _ = JudgedText.Of(snapshot);
        Property.Same(summary.Text, PlainText.Line(summary.Text), "a summary is one line");
        foreach (var claim in summary.Claims)
        {
            Property.Holds(
                claim.Quote is null || new WhitespaceNormalizedText(snapshot.Text).Find(claim.Quote) is not null,
                "a quote stands in the source"
            );
        }
    }

    private static void Cuts(string input)
    {
        var end = 0;
        foreach (var span in Sentences.Spans(input, 0, input.Length))
        {
            var (start, length) = span.GetOffsetAndLength(input.Length);
            Property.Same(end, start, "sentences follow each other");
            Property.Holds(length > 0, "a sentence is something");
            end = start + length;
        }

        Property.Same(input.Length, end, "sentences cover the text");
        _ = Script.IsMostlyChinese(input);
        _ = ReleaseNotes.KindOf(input);
        _ = ReleaseNotes.AreIn(input);
        _ = Promotion.SignsIn(input);
        _ = PlainText.Visible(input);
        Property.Holds(PlainText.Line(input, 40).Length <= 40, "a line is no longer than allowed");
    }
}
