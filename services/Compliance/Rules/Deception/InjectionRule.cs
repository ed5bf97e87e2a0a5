using System.Text.RegularExpressions;
using NewsEducator.Compliance.Grounding;
using NewsEducator.Compliance.Screenings;
using NewsEducator.Contracts;

namespace NewsEducator.Compliance.Rules.Deception;

/// <summary>A source that gives orders to a model or a reviewer is read with care.</summary>
internal sealed partial class InjectionRule : IRule
{
    public string Id => "source.injection";

    public Severity Severity => Severity.Verify;

    public IEnumerable<Hit> Check(ScreeningInput input)
    {
        var match = Orders().Match(input.Snapshot.Text);
        if (match.Success)
        {
            var sentence = input.Facts.Sentences.First(span => span.End.Value > match.Index);
            yield return new Hit([]) { Evidence = PlainText.Line(input.Snapshot.Text[sentence], 300) };
        }
    }

    [GeneratedRegex(
        @"(?:ignore|disregard|forget)\s{1,5}(?:all\s{1,5}|any\s{1,5})?(?:of\s{1,5})?(?:the\s{1,5}|your\s{1,5})?(?:previous|prior|above|earlier)\s{1,5}(?:instructions|prompts?|rules)|"
            + @"approve\s{1,5}this\s{1,5}item|(?:is|item is) pre-?approved|tick the first box|print your system prompt|reveal your (?:system )?prompt|you are now in \w{1,40} mode|"
            + @"^(?:system|assistant) ?[:,] |add (?:the|this) link .{1,80} to the summary|write in the summary that|do not mention this|"
            + @"忽略.{0,6}(?:以上|之前|上面|先前).{0,8}(?:指令|规则|要求|内容)|直接批准|批准本条|在摘要中(?:加入|写)",
        RegexOptions.IgnoreCase | RegexOptions.Multiline
    )]
    private static partial Regex Orders();
}
