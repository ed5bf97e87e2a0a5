using System.Collections.Frozen;
using NewsEducator.Compliance.Grounding.Words;

namespace NewsEducator.Compliance.Grounding.Alignment;

/// <summary>English verbs whose past the stemmer does not lead back to them.</summary>
internal static class IrregularVerbs
{
    // Auxiliaries are left out: whether a thing "is" or "was" tells what is done.
    private static readonly string[] Forms =
    [
        "begin began begun",
        "bind bound",
        "break broke broken",
        "bring brought",
        "build built",
        "buy bought",
        "catch caught",
        "choose chose chosen",
        "come came",
        "deal dealt",
        "draw drew drawn",
        "drive drove driven",
        "fall fell fallen",
        "feed fed",
        "feel felt",
        "fight fought",
        "find found",
        "forget forgot forgotten",
        "freeze froze frozen",
        "give gave given",
        "go went gone",
        "grow grew grown",
        "hang hung",
        "hear heard",
        "hide hid hidden",
        "hold held",
        "keep kept",
        "know knew known",
        "lead led",
        "leave left",
        "lose lost",
        "make made",
        "mean meant",
        "meet met",
        "overwrite overwrote overwritten",
        "pay paid",
        "rewrite rewrote rewritten",
        "rise rose risen",
        "run ran",
        "say said",
        "see saw seen",
        "sell sold",
        "send sent",
        "shake shook shaken",
        "show shown",
        "shrink shrank shrunk",
        "sink sank sunk",
        "speak spoke spoken",
        "spend spent",
        "stand stood",
        "steal stole stolen",
        "stick stuck",
        "strike struck",
        "take took taken",
        "teach taught",
        "tell told",
        "think thought",
        "throw threw thrown",
        "understand understood",
        "wake woke woken",
        "win won",
        "withdraw withdrew withdrawn",
        "write wrote written",
    ];

    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Bases = Forms
        .Select(line => line.Split(' '))
        .SelectMany(forms => forms.Skip(1).Select(form => KeyValuePair.Create(StemOf(form), StemOf(forms[0]))))
        .ToFrozenDictionary(StringComparer.Ordinal)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <returns>The stem of the verb that a stem is a form of; the stem itself where it is of none.</returns>
    public static ReadOnlySpan<char> BaseOf(ReadOnlySpan<char> stem) => Bases.TryGetValue(stem, out var verb) ? verb : stem;

    private static string StemOf(string word)
    {
        var reader = new WordReader(word, stackalloc char[WordReader.Longest]);
        reader.Next();
        return reader.Stem.ToString();
    }
}
