using System.Buffers;
using System.Runtime.InteropServices;
using NewsEducator.Compliance.Grounding.Alignment;
using NewsEducator.Compliance.Grounding.Figures;
using NewsEducator.Compliance.Grounding.Names;
using NewsEducator.Compliance.Grounding.Places;
using NewsEducator.Compliance.Grounding.Words;
using NewsEducator.Contracts;

namespace NewsEducator.Compliance.Grounding.Facts;

/// <summary>What a snapshot holds to check against: names, amounts, versions and where they stand. One pass over the text.</summary>
internal sealed class SourceFacts
{
    // Of a text's characters, by how many of its words are different ones.
    private const int CharactersAWord = 20;
    private static readonly SearchValues<char> VersionSigns = SearchValues.Create("0123456789.");
    private const int RatioWithin = 200;
    private const double RatioOff = 0.03;
    private readonly NameIndex _names;
    private readonly Dictionary<Quantity, List<int>> _amounts = [];
    private readonly Dictionary<string, List<int>> _versions = new(StringComparer.Ordinal);
    private readonly int _titleEnd;
    private readonly Lazy<List<Range>> _sentences;
    private readonly Lazy<WhitespaceNormalizedText> _loose;
    private readonly Lazy<Wording> _wording;
    private readonly Lazy<Passages> _passages;

    public SourceFacts(Snapshot snapshot)
    {
        Text = snapshot.Text;
        _names = new NameIndex(Text.Length / CharactersAWord);
        _titleEnd = snapshot.Sections.Where(section => section.Kind == SectionKind.Title).Sum(section => section.Length);
        IsChinese = Script.IsMostlyChinese(Text);
        _sentences = new Lazy<List<Range>>(() =>
            [.. Lines(Text).SelectMany(line => Contracts.Sentences.Spans(Text, line.Start.Value, line.End.Value))]
        );
        _loose = new Lazy<WhitespaceNormalizedText>(() => new WhitespaceNormalizedText(Text));
        _wording = new Lazy<Wording>(() => new Wording(Text));
        _passages = new Lazy<Passages>(() => new Passages(Text));
        foreach (var token in SharedUnits.Spread(Tokens.Read(Text, withCode: false)))
        {
            Add(token, token.Start);
        }

        foreach (var (value, start) in Moments.NumbersOfDates(Text))
        {
            Note(_amounts, Quantity.Of(value, NumberReading.Bare), start);
        }

        foreach (var (time, start) in Moments.Times(Text))
        {
            _names.AddWord(time, start);
        }

        // The frame of the text counts as well, but is no place to point at.
        var frame = $"{snapshot.Title} | {snapshot.Author} | {snapshot.CanonicalUrl} | {string.Join(" | ", snapshot.Labels)}";
        foreach (var token in Tokens.Read(frame, withCode: false))
        {
            Add(token, position: null);
        }
    }

    public string Text { get; }

    public bool IsChinese { get; }

    /// <summary>Sentences and lines, as spans of the text in order.</summary>
    public IReadOnlyList<Range> Sentences => _sentences.Value;

    public Wording Wording => _wording.Value;

    public Passages Passages => _passages.Value;

    /// <returns>Where the name stands; null where it does not occur.</returns>
    public IReadOnlyList<int>? FindName(string name) => Together(NameForms.InSummary(name).Select(_names.FindAll));

    public IReadOnlyList<int>? FindAmount(IEnumerable<Quantity> readings) =>
        Together(readings.Select(reading => _amounts.GetValueOrDefault(reading)));

    /// <returns>Where two figures stand near each other of which one is so many times the other.</returns>
    public IReadOnlyList<int>? FindRatio(double times)
    {
        var figures = _amounts
            .Where(amount => amount.Key.Dimension == NumberReading.Bare && amount.Key.Value > 0)
            .SelectMany(amount => amount.Value.Select(place => (amount.Key.Value, Place: place)))
            .OrderBy(figure => figure.Place)
            .ToList();
        for (var at = 0; at < figures.Count; at++)
        {
            for (var next = at + 1; next < figures.Count && figures[next].Place - figures[at].Place <= RatioWithin; next++)
            {
                var ratio = Math.Max(figures[at].Value, figures[next].Value) / Math.Min(figures[at].Value, figures[next].Value);
                if (Math.Abs(ratio - times) <= RatioOff * times)
                {
                    return [figures[at].Place];
                }
            }
        }

        return null;
    }

    /// <param name="rounded">In the base unit of its dimension.</param>
    /// <param name="digits">As it is written.</param>
    /// <returns>Where a figure stands that is the rounded one when it is rounded; a share may stand as 0.79.</returns>
    public IReadOnlyList<int>? FindRounded(Quantity rounded, string digits) =>
        Together(_amounts.Where(amount => IsRoundedTo(amount.Key, rounded, digits)).Select(amount => amount.Value));

    /// <summary>A version also stands for those that refine it: 5.3 is in a text that speaks of 5.3.3.</summary>
    public IReadOnlyList<int>? FindVersion(string version) => _versions.GetValueOrDefault(version);

    /// <returns>Where the code stands as a whole word, whatever the blanks in it.</returns>
    public IReadOnlyList<int>? FindCode(string code) => _loose.Value.FindWords(code) is { Count: > 0 } found ? found : null;

    /// <returns>The verbatim text of a quote, whatever its blanks and line breaks; null where it does not occur.</returns>
    public EvidenceSpan? FindQuote(string quote) => _loose.Value.Find(quote) is { } span ? SpanOf(span) : null;

    /// <returns>Index of the sentence that a place is in; of the last one before it where it stands between two.</returns>
    public int SentenceAt(int place)
    {
        int low = 0,
            high = Sentences.Count - 1;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = Sentences[middle].Start.Value <= place ? (middle, high) : (low, middle - 1);
        }

        return low;
    }

    /// <summary>Whether a sentence goes on with the paragraph of the one before it.</summary>
    public bool FollowsOn(int sentence) =>
        sentence > 0 && !Text.AsSpan()[Sentences[sentence - 1].End..Sentences[sentence].Start].Contains("\n\n", StringComparison.Ordinal);

    public bool IsTitle(int sentence) => Sentences[sentence].Start.Value < _titleEnd;

    public bool IsInTitle(Anchor anchor) => anchor.Places is { } places && places.Any(place => place < _titleEnd);

    /// <returns>The span without blanks around it.</returns>
    public EvidenceSpan SpanOf(Range span)
    {
        var whole = Text[span];
        var text = whole.Trim();
        return new EvidenceSpan
        {
            Start = span.Start.Value + whole.IndexOf(text, StringComparison.Ordinal),
            Length = text.Length,
            Text = text,
        };
    }

    private static bool IsRoundedTo(Quantity exact, Quantity rounded, string digits) =>
        exact.Dimension == rounded.Dimension
            ? Rounding.Gives(exact.Value, rounded.Value, digits)
            : rounded.Dimension == Units.Percent
                && exact is { Dimension: NumberReading.Bare, Value: > 0 and < 1 }
                && Rounding.Gives(exact.Value * 100, rounded.Value, digits);

    private static List<int>? Together(IEnumerable<List<int>?> forms)
    {
        var found = forms.OfType<List<int>>().Distinct().ToList();
        return found.Count <= 1 ? found.FirstOrDefault() : [.. found.SelectMany(places => places).Distinct().Order()];
    }

    private void Add(Token token, int? position)
    {
        if (token.Kind == TokenKind.Number)
        {
            _names.AddNumber(token.Text, position);
        }
        else
        {
            _names.AddWord(token.Text, position);
        }

        var isMarked = token.Text is ['v' or 'V', ..];
        if (token.Text.AsSpan(isMarked ? 1 : 0) is [>= '0' and <= '9', ..] number && (isMarked || number.Contains('.')))
        {
            AddVersion(number.ToString(), position);
        }
        else if (VersionIn(token.Text) is { Length: > 0 } pinned)
        {
            AddVersion(pinned, position);
        }

        if (token.Kind == TokenKind.Number || NumberReading.IsWord(token.Text))
        {
            foreach (var reading in NumberReading.Of(token))
            {
                Note(_amounts, reading, position);
            }
        }
    }

    // name@1.2.3 and name-1.2.3 name a version.
    private static string VersionIn(string word)
    {
        var rest = word.AsSpan(word.LastIndexOfAny(['@', '-']) + 1);
        var end = rest.Length == word.Length || rest is not [>= '0' and <= '9', ..] ? 0 : rest.IndexOfAnyExcept(VersionSigns);
        var version = (end < 0 ? rest : rest[..end]).TrimEnd('.');
        return version.Contains('.') ? version.ToString() : "";
    }

    private void AddVersion(string version, int? position)
    {
        for (var end = version.Length; end > 0; end = version.LastIndexOf('.', end - 1))
        {
            Note(_versions, version[..end], position);
        }
    }

    private static void Note<T>(Dictionary<T, List<int>> index, T key, int? position)
        where T : notnull
    {
        var positions = PositionsOf(index, key);
        if (position is { } at)
        {
            positions.Add(at);
        }
    }

    private static List<int> PositionsOf<T>(Dictionary<T, List<int>> index, T key)
        where T : notnull
    {
        ref var positions = ref CollectionsMarshal.GetValueRefOrAddDefault(index, key, out _);
        return positions ??= [];
    }

    private static IEnumerable<Range> Lines(string text)
    {
        for (var at = 0; at < text.Length; )
        {
            var stop = text.IndexOf('\n', at);
            stop = stop < 0 ? text.Length : stop;
            if (stop > at)
            {
                yield return at..stop;
            }

            at = stop + 1;
        }
    }
}
