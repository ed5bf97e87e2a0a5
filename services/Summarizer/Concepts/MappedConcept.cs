using NewsEducator.Contracts;

namespace NewsEducator.Summarizer.Concepts;

/// <summary>An entry of the learning map.</summary>
internal sealed record MappedConcept
{
    /// <summary>Lower case and dashes.</summary>
    public string Key { get; init; } = "";

    public string Name { get; init; } = "";

    /// <summary>Folder of the notes on it.</summary>
    public string Folder { get; init; } = "";

    /// <summary>At most 20 characters.</summary>
    public string Explanation { get; init; } = "";

    /// <summary>English; what stands before a colon says it as a whole, what follows are phrases, separated by commas.</summary>
    public string About { get; init; } = "";

    public List<string> Keywords { get; init; } = [];

    public Concept ToConcept() => new() { Key = Key, Name = Name };

    public Term ToTerm() => new() { Name = Name, Explanation = Explanation };
}
