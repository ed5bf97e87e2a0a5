using System.Collections.Frozen;
using NewsEducator.Compliance.Grounding.Figures;
using YamlDotNet.Serialization;

namespace NewsEducator.Compliance.Grounding.Alignment;

/// <summary>The words of both languages that make a claim universal, partial, done, open, negative, causal or conditional.</summary>
internal sealed class Markers
{
    public const string Resource = "lexicon.markers.yaml";

    private static readonly Lazy<FrozenDictionary<string, Markers>> All = new(Load);
    private static readonly string[] Positive = ["under", "uni", "until"];
    private readonly FrozenSet<string> _chinese;
    private readonly FrozenSet<string> _english;

    private Markers(Dictionary<string, string> words)
    {
        _chinese = words["zh"].Split(' ').ToFrozenSet(StringComparer.Ordinal);
        _english = WordKey.AllOf(words["en"]).ToFrozenSet(StringComparer.Ordinal);
    }

    public static Markers Universal => All.Value["universal"];

    public static Markers Partial => All.Value["partial"];

    public static Markers Done => All.Value["done"];

    public static Markers Open => All.Value["open"];

    public static Markers Negative => All.Value["negative"];

    /// <summary>What says that a thing is not there or is not done.</summary>
    public static Markers Lack => All.Value["lack"];

    public static Markers NegativeLike => All.Value["negative-like"];

    public static Markers Cause => All.Value["cause"];

    public static Markers Condition => All.Value["condition"];

    /// <summary>The conditions that change what a sentence says when it leaves them out.</summary>
    public static Markers Limit => All.Value["limit"];

    /// <summary>What makes one thing depend on another.</summary>
    public static Markers Strict => All.Value["strict"];

    /// <summary>What is said outright to be a cause.</summary>
    public static Markers Causal => All.Value["causal"];

    /// <summary>What leaves no choice.</summary>
    public static Markers Must => All.Value["must"];

    /// <summary>What says that there is nothing else.</summary>
    public static Markers Only => All.Value["only"];

    public static Markers Say => All.Value["say"];

    /// <summary>Every Chinese marker: none of them is cut in two.</summary>
    public static IEnumerable<string> Chinese => All.Value.Values.SelectMany(markers => markers._chinese);

    /// <summary>Whether an English key is one of them.</summary>
    public bool Has(string key) => _english.Contains(key);

    /// <summary>Whether an English key denies or weakens what it stands with: "not", "fail", "unacceptable".</summary>
    public static bool Denies(string key) => Negative.Has(key) || NegativeLike.Has(key) || IsNegated(key);

    /// <summary>Whether a Chinese marker stands there, blanks left out.</summary>
    public bool StartsAt(string sentence, int at)
    {
        var rest = sentence.AsSpan(at).TrimStart(' ').ToString();
        return _chinese.Any(marker => rest.StartsWith(marker, StringComparison.Ordinal));
    }

    public bool IsTerm(string term) => _chinese.Contains(term);

    public bool IsIn(IEnumerable<SentenceUnit> units) => units.Any(unit => _chinese.Contains(unit.Text));

    public bool IsIn(IEnumerable<string> keys) => keys.Any(_english.Contains);

    // Unacceptable, unused, but not under, unit or until.
    private static bool IsNegated(string key) =>
        (key is ['u', 'n', _, _, _, ..] && !Positive.Any(start => key.StartsWith(start, StringComparison.Ordinal)))
        || (key is [_, _, _, ..] && key.EndsWith("less", StringComparison.Ordinal));

    private static FrozenDictionary<string, Markers> Load()
    {
        using var stream = typeof(Markers).Assembly.GetManifestResourceStream(Resource)!;
        using var reader = new StreamReader(stream);
        return new DeserializerBuilder()
            .Build()
            .Deserialize<Dictionary<string, Dictionary<string, string>>>(reader)
            .ToFrozenDictionary(pair => pair.Key, pair => new Markers(pair.Value), StringComparer.Ordinal);
    }
}
