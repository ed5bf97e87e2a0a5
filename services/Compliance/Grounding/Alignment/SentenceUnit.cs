using System.Globalization;
using NewsEducator.Compliance.Grounding.Figures;
using NewsEducator.Compliance.Grounding.Words;
using NewsEducator.Contracts;

namespace NewsEducator.Compliance.Grounding.Alignment;

/// <summary>What a unit of a sentence is.</summary>
internal enum UnitKind
{
    Name,
    Number,
    Term,
}

/// <summary>A word of a sentence that can be looked for in an English text.</summary>
/// <param name="Start">Offset in the sentence.</param>
/// <param name="Keys">Any of them is a match; none where the lexicon does not have the term.</param>
/// <param name="IsLight">Says little of the matter.</param>
internal sealed record SentenceUnit(UnitKind Kind, string Text, int Start, IReadOnlyList<string> Keys, bool IsLight)
{
    /// <summary>Signs between the clauses of a sentence.</summary>
    public static readonly char[] ClauseEnds = ['，', '；', '。', '：', ',', ';'];

    private static readonly List<string> Ordinals = WordKey.AllOf("first second third fourth fifth sixth seventh eighth ninth tenth");

    /// <summary>It says something of the matter, and can be looked for in English.</summary>
    public bool IsTelling => !IsLight && Keys.Count > 0;

    public bool IsTellingTerm => Kind == UnitKind.Term && IsTelling;

    /// <summary>It is a further part of the other's name.</summary>
    public bool GoesOnWith(SentenceUnit other) =>
        Kind == UnitKind.Name && other.Kind == UnitKind.Name && other.Start + other.Text.Length + 1 == Start;

    public bool IsSameWord(SentenceUnit other) => Text == other.Text;

    /// <returns>Which clause of its sentence it stands in.</returns>
    public int ClauseOf(string sentence) => sentence.AsSpan(0, Start).CountAny(ClauseEnds);

    /// <returns>The words of a clause, by the number that <see cref="ClauseOf"/> gives it.</returns>
    public static string TextOfClause(string sentence, int clause) => sentence.Split(ClauseEnds)[clause].Trim();

    /// <returns>The units of a Chinese sentence in their order.</returns>
    public static List<SentenceUnit> Of(string sentence)
    {
        var units = new List<SentenceUnit>();
        var numbers = new HashSet<int>();
        foreach (var token in Tokens.Read(sentence, withCode: false).Where(token => token.Kind == TokenKind.Number))
        {
            if (!IsPartOfWord(sentence, token) && Readings(sentence, token) is { Count: > 0 } keys)
            {
                units.Add(new SentenceUnit(UnitKind.Number, token.Text, token.Start, keys, IsLight: false));
                numbers.UnionWith(Enumerable.Range(token.Start, token.Text.Length));
            }
        }

        var reader = new WordReader(sentence, stackalloc char[WordReader.Longest]);
        while (reader.Next())
        {
            if (!Script.IsChinese(reader.Stem[0]) && !numbers.Contains(reader.Start))
            {
                units.Add(
                    new SentenceUnit(
                        UnitKind.Name,
                        sentence[reader.Start..reader.End],
                        reader.Start,
                        [WordKey.Of(reader.Stem)],
                        IsLight: false
                    )
                );
            }
        }

        units.AddRange(
            Lexicon
                .Shipped.Segment(sentence)
                .Where(term => !numbers.Contains(term.Start))
                .Select(term => new SentenceUnit(UnitKind.Term, term.Text, term.Start, term.Keys, term.IsLight))
        );
        units.Sort((one, other) => one.Start.CompareTo(other.Start));
        return units;
    }

    // 二进制, 周四 and 四分之一 count nothing.
    private static bool IsPartOfWord(string sentence, Token token) =>
        Script.IsChinese(token.Text[0])
        && (
            token.Text == "零"
            || sentence.AsSpan(0, token.Start) is [.., '周' or '期' or '之']
            || sentence.AsSpan(token.Start + token.Text.Length).StartsWith("分之")
            || (Units.Find(token.Unit) is null && Lexicon.Shipped.LongestAt(sentence, token.Start) > token.Text.Length)
        );

    // A Chinese numeral counts only with something to count behind it. 20:00 is also 8 PM, 两 also both, 第三 also third.
    private static List<string> Readings(string sentence, Token token)
    {
        if (NumberReading.IsTimeOfDay(token.Text))
        {
            var hour = int.Parse(token.Text.AsSpan(0, token.Text.IndexOf(':', StringComparison.Ordinal)), CultureInfo.InvariantCulture);
            return hour > 12 ? [$"{hour}", $"{hour - 12}"] : [$"{hour}"];
        }

        if (Script.IsChinese(token.Text[0]) && token.Unit.Length == 0)
        {
            return [];
        }

        List<string> keys =
        [
            .. NumberReading
                .Of(token)
                .Where(reading => reading.Dimension is "" or NumberReading.Bare or Units.Percent)
                .Select(reading => Passages.NumberKey(reading.Value)),
        ];
        if (token.Text == "两")
        {
            keys.AddRange(WordKey.AllOf("both"));
        }

        if (sentence.AsSpan(0, token.Start).TrimEnd(' ') is [.., '第'] && NumberReading.ValueOf(token.Text) is > 0 and <= 10 and var place)
        {
            keys.Add(Ordinals[(int)place - 1]);
        }

        return [.. keys.Distinct()];
    }
}
