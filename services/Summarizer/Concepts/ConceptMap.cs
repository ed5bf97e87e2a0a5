using System.Text.RegularExpressions;
using NewsEducator.Contracts;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace NewsEducator.Summarizer.Concepts;

/// <summary>The learning map: gives every item exactly one concept, and the terms it speaks of.</summary>
internal sealed partial class ConceptMap
{
    private const int MostTerms = 3;
    private const int LongestExplanation = 20;
    private const int Sample = 40_000;
    private const int TitleWeight = 6;
    private const int FewestMentions = 2;

    public ConceptMap(IReadOnlyList<MappedConcept> concepts)
    {
        Validate(concepts);
        Concepts = concepts;
    }

    public IReadOnlyList<MappedConcept> Concepts { get; }

    /// <summary>What an item is about.</summary>
    internal sealed record Found(Concept Concept, IReadOnlyList<Term> Terms);

    /// <exception cref="InvalidDataException">The embedded map is not valid.</exception>
    public static ConceptMap Load()
    {
        using var stream = typeof(ConceptMap).Assembly.GetManifestResourceStream("concepts.yaml")!;
        using var reader = new StreamReader(stream);
        var yaml = new DeserializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance).Build();
        return new ConceptMap(yaml.Deserialize<List<MappedConcept>>(reader));
    }

    public MappedConcept? ByKey(string? key) => Concepts.FirstOrDefault(concept => concept.Key == key);

    /// <summary>By keywords alone: the concept that weighs most in title and text, the map's first where none occurs. Ties go by the map's
    /// order.</summary>
    public Found Find(string title, string text)
    {
        var weights = Weigh(title, text);
        var most = Enumerable.Range(0, weights.Length).MaxBy(at => weights[at]);
        return new Found(Concepts[weights[most] >= FewestMentions ? most : 0].ToConcept(), TermsOf(weights));
    }

    /// <returns>For each concept, how much its keywords weigh in title and text.</returns>
    public double[] Weigh(string title, string text)
    {
        var sample = (text.Length > Sample ? text[..Sample] : text).ToLowerInvariant();
        var lowerTitle = title.ToLowerInvariant();
        return [.. Concepts.Select(concept => concept.Keywords.Sum(keyword => WeightOf(keyword, lowerTitle, sample)))];
    }

    /// <summary>The concepts that the text speaks of most, explained.</summary>
    public IReadOnlyList<Term> TermsOf(double[] weights) =>
        [
            .. Concepts
                .Zip(weights)
                .Where(entry => entry.Second >= FewestMentions && entry.First.Key != Concept.NoneKey)
                .OrderByDescending(entry => entry.Second)
                .Take(MostTerms)
                .Select(entry => entry.First.ToTerm()),
        ];

    // A phrase says more than a word, and the tenth mention less than the first.
    private static double WeightOf(string keyword, string title, string text)
    {
        var words = 1 + keyword.Count(c => c is ' ' or '-');
        return words * ((TitleWeight * Math.Min(1, Mentions.Count(title, keyword))) + (2 * Math.Log2(1 + Mentions.Count(text, keyword))));
    }

    private static void Validate(IReadOnlyList<MappedConcept> concepts)
    {
        if (concepts.Count == 0)
        {
            throw new InvalidDataException("concepts.yaml has no concepts.");
        }

        foreach (var concept in concepts)
        {
            var fault = concept switch
            {
                _ when !Key().IsMatch(concept.Key) => "its key must be lower-case letters, digits and dashes",
                _ when concepts.Count(other => other.Key == concept.Key) > 1 => "its key stands twice",
                _ when concept.Name.Length == 0 || concept.Folder.Length == 0 => "name and folder are required",
                _ when concept.Explanation.Length is 0 or > LongestExplanation =>
                    $"its explanation must have 1 to {LongestExplanation} characters",
                _ when concept.About.Length == 0 => "what it is about, in English, is required",
                _ when concept.Keywords.Any(keyword => keyword.Any(char.IsUpper)) => "its keywords must be in lower case",
                _ when concept.Keywords.Count == 0 && concept != concepts[0] => "only the first concept may have no keywords",
                _ => null,
            };
            if (fault is not null)
            {
                throw new InvalidDataException($"concepts.yaml, concept '{concept.Key}': {fault}.");
            }
        }
    }

    [GeneratedRegex("^[a-z][a-z0-9-]*$")]
    private static partial Regex Key();
}
