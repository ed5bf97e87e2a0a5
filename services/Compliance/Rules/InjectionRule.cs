using System.Text.RegularExpressions;
using NewsEducator.Compliance.Screenings;
using NewsEducator.Contracts;

namespace NewsEducator.Compliance.Rules;

/// <summary>A source that gives orders to a model or a reviewer is read with care.</summary>
internal sealed partial class InjectionRule : IRule
{
    // Each order begins with one of these; only there is the pattern tried.
    private static readonly Phrases Beginnings = new(
    [
        "ignore", "disregard", "forget", "approve", "is pre", "tick the first box", "print your system prompt", "reveal your", "you are now in", "system", "assistant",
        "add the link", "add this link", "write in the summary that", "do not mention this", "忽略", "直接批准", "批准本条", "在摘要中",
    ]);

    public string Id => "source.injection";

    public Severity Severity => Severity.Verify;

    public IEnumerable<Hit> Check(ScreeningInput input)
    {
        var text = input.Snapshot.Text;
        var orders = Beginnings.In(text).Where(found => Order().IsMatch(text, found.Place)).Select(found => found.Place).ToList();
        if (orders.Count > 0)
        {
            var sentence = input.Facts.Sentences.First(span => span.End.Value > orders.Min());
            yield return new Hit([]) { Evidence = PlainText.Line(text[sentence], 300) };
        }
    }

    [GeneratedRegex(
        @"\G(?:(?:ignore|disregard|forget)\s{1,5}(?:all\s{1,5}|any\s{1,5})?(?:of\s{1,5})?(?:the\s{1,5}|your\s{1,5})?(?:previous|prior|above|earlier)\s{1,5}(?:instructions|prompts?|rules)|"
        + @"approve\s{1,5}this\s{1,5}item|is pre-?approved|tick the first box|print your system prompt|reveal your (?:system )?prompt|you are now in \w{1,40} mode|"
        + @"^(?:system|assistant) ?[:,] |add (?:the|this) link .{1,80} to the summary|write in the summary that|do not mention this|"
        + @"忽略.{0,6}(?:以上|之前|上面|先前).{0,8}(?:指令|规则|要求|内容)|直接批准|批准本条|在摘要中(?:加入|写))",
        RegexOptions.IgnoreCase | RegexOptions.Multiline)]
    private static partial Regex Order();
}
