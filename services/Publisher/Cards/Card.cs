using NewsEducator.Contracts;

namespace NewsEducator.Publisher.Cards;

/// <summary>A draft knowledge card made from a published item.</summary>
internal sealed class Card
{
    public required Guid Id { get; init; }

    public required Guid ItemId { get; init; }

    public required DateOnly DigestDate { get; init; }

    /// <summary>Names the note: letters, digits and hyphens only.</summary>
    public required string Slug { get; init; }

    public required string Title { get; init; }

    public required Concept Concept { get; init; }
}
