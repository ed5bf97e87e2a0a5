using System.Text.RegularExpressions;

namespace NewsEducator.Conformance.Falsehoods;

/// <summary>Names as a reader sees them: code in backticks, words with capitals inside a sentence, dotted and camel-cased
/// identifiers.</summary>
internal static partial class Names
{
    public static IEnumerable<Match> In(string sentence) =>
        Name()
            .Matches(sentence)
            .Where(match => match.Index > 0 && !Function().IsMatch(match.Value) && !BeginsSentence(sentence, match.Index));

    private static bool BeginsSentence(string sentence, int at) =>
        sentence[..at].TrimEnd(' ', '#', '-', '|', '>', '(', '"', '*', '_', '“', '[')
            is not [.., not ('.' or '!' or '?' or ':' or ';' or '\n')];

    [GeneratedRegex(
        @"`[A-Za-z_][^`\s]{2,40}`|(?<![\w`@/.'’#-])(?:[A-Z][A-Za-z0-9]{2,}|[a-z]+[A-Z][A-Za-z]+|[a-z]{2,}\.(?:js|py|rs|cpp|exe|io|yaml|json))(?![\w`/'’-])"
    )]
    private static partial Regex Name();

    [GeneratedRegex(
        "^(?:The|This|That|These|Those|There|Then|They|When|While|With|Without|You|Your|Our|Its|Also|And|But|For|From|How|However|Now|Not|One|Please|Since|Some|All|Any|Are|Can|Did|Does|Has|Have|What|Which|Who|Why|Will|"
            + "January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)$"
    )]
    private static partial Regex Function();
}
