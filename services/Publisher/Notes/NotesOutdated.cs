using System.Text.Json.Serialization;
using NewsEducator.Contracts;

namespace NewsEducator.Publisher.Notes;

/// <summary>Published and consumed by: Publisher.</summary>
/// <remarks>The vault lacks a revision of a digest. Files cannot commit with the database, so they are written after it, from it.</remarks>
public sealed record NotesOutdated : IMessage
{
    public required DateOnly Date { get; init; }

    public required int Revision { get; init; }

    [JsonIgnore]
    public string NaturalKey => $"{Date:O}:{Revision}";
}
