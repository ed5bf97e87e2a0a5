using System.Text.RegularExpressions;
using NewsEducator.Contracts;
using NewsEducator.Summarizer.Concepts;
using NewsEducator.Summarizer.Extraction;
using NewsEducator.Summarizer.Judging;

namespace NewsEducator.Summarizer.Chat;

/// <summary>Holds a model's answer against the snapshot; what it cannot prove is marked, what it may not say is left out.</summary>
internal sealed partial class AnswerCheck(Snapshot snapshot, ConceptMap concepts, Judged judged)
{
    private const int LongestTitle = 120;
    private const int LongestSentence = 300;
    private const int MostSentences = 6;
    private const int LongestOneLiner = 30;
    private const int LongestAnalogy = 80;
    private const int LongestTerm = 40;
    private const int LongestExplanation = 20;
    private const int MostTerms = 3;
    private readonly WhitespaceNormalizedText _quotes = new(snapshot.Text);
    private readonly Lazy<string> _digits = new(() => snapshot.Text.Replace(",", "", StringComparison.Ordinal));

    /// <param name="Content">The summary as it can be handed on.</param>
    /// <param name="Faults">What the model should do better, in its own language; empty where all is proven.</param>
    /// <param name="Unproven">Sentences without a quote that need one.</param>
    internal sealed record Checked(SummaryContent Content, IReadOnlyList<string> Faults, int Unproven);

    public Checked Check(ModelAnswer answer)
    {
        var faults = new List<string>();
        var claims = new List<Claim>();
        foreach (var sentence in answer.Summary.Take(MostSentences))
        {
            var text = PlainText.Line(sentence.Text, LongestSentence);
            var quote = _quotes.Quote(sentence.Quote);
            if (
                text.Length == 0
                || Address().IsMatch(text)
                || PromptInjectionFilter.Has(text)
                || (quote is not null && PromptInjectionFilter.Has(quote))
            )
            {
                faults.Add($"这一句是空的、含有网址，或者转述了来源里对读者下的命令：「{text}」");
                continue;
            }

            if (NumbersNotInSource(text) is { Count: > 0 } invented)
            {
                faults.Add($"来源里没有这些数字：{string.Join("、", invented)}，请改正、删去，或写明「来源未说明」：「{text}」");
            }

            if (quote is null && NeedsQuote(text))
            {
                faults.Add($"这一句的 quote 在来源里找不到，请从来源一字不差地复制，或改写、删去这一句：「{text}」");
            }

            claims.Add(new Claim { Sentence = text, Quote = quote });
        }

        if (claims.Count == 0)
        {
            faults.Add("summary 里没有可用的句子。");
        }

        return new Checked(ContentOf(answer, claims), faults, claims.Count(claim => claim.Quote is null && NeedsQuote(claim.Sentence)));
    }

    private SummaryContent ContentOf(ModelAnswer answer, List<Claim> claims)
    {
        var text = string.Concat(claims.Select(claim => claim.Sentence));
        return new SummaryContent
        {
            Title = Clean(answer.Title, LongestTitle) ?? PlainText.Line(snapshot.Title, LongestTitle),
            Type = ItemTypes.IsLabel(answer.Type) ? answer.Type : judged.Type,
            Text = text,
            OneLiner = Clean(answer.OneLiner, LongestOneLiner),
            Analogy = Clean(answer.Analogy, LongestAnalogy) is { } analogy && Likeness().IsMatch(analogy) ? analogy : null,
            Concept = concepts.ByKey(answer.Concept)?.ToConcept() ?? judged.Concept,
            Terms = TermsOf(answer) is { Count: > 0 } terms ? terms : judged.Terms,
            Judgement = judged.Judgement,
            Language = Language.Of(text),
            Claims = claims,
        };
    }

    private List<Term> TermsOf(ModelAnswer answer) =>
        [
            .. (
                from term in answer.Terms
                let name = Clean(term.Name, LongestTerm)
                let explanation = Clean(term.Explanation, LongestExplanation)
                where name is not null && explanation is not null && snapshot.Text.Contains(name, StringComparison.OrdinalIgnoreCase)
                select new Term { Name = name, Explanation = explanation }
            ).Take(MostTerms),
        ];

    // Too long or with an address in it, it is left out: cut short it might say something else.
    private static string? Clean(string? text, int most) =>
        PlainText.Line(text) is { Length: > 0 } line && line.Length <= most && !Address().IsMatch(line) && !PromptInjectionFilter.Has(line)
            ? line
            : null;

    // 0.2 s for 200 ms is asked about too, but only asked: Compliance, which knows units, has the last word.
    private List<string> NumbersNotInSource(string text) =>
        [
            .. Number()
                .Matches(text)
                .Select(match => match.Value)
                .Where(number => !_digits.Value.Contains(number.Replace(",", "", StringComparison.Ordinal), StringComparison.Ordinal)),
        ];

    private static bool NeedsQuote(string sentence) =>
        !sentence.StartsWith("【推测】", StringComparison.Ordinal) && !sentence.Contains("来源未说明", StringComparison.Ordinal);

    [GeneratedRegex(
        @"[a-z0-9+.-]://|www\.|\b[a-z0-9-]{1,63}\.(?:com|org|net|io|cn|example)/|\b[a-z0-9-]{1,63}\.(?:com|org|net|cn|example|xyz|top|info|biz|ru)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Address();

    [GeneratedRegex(@"\d[\d,.]{0,20}\d|\d")]
    private static partial Regex Number();

    [GeneratedRegex("像.{1,60}一样")]
    private static partial Regex Likeness();
}
