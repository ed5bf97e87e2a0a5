using System.Text.Json.Serialization;
using NewsEducator.Contracts;
using NewsEducator.Publisher.Digests;

namespace NewsEducator.Publisher.Cards;

/// <summary>A draft knowledge card made from a published item.</summary>
internal sealed class Card
{
    public required Guid Id { get; init; }

    public required Guid ItemId { get; init; }

    public required DateOnly DigestDate { get; init; }

    /// <summary>Names the note: letters, digits and hyphens only.</summary>
    public required string Slug { get; set; }

    public required string Title { get; set; }

    public required Concept Concept { get; set; }

    /// <summary>The questions that it had when its item was withdrawn: whoever has imported them gets them as withdrawn.</summary>
    [JsonIgnore]
    public List<string> Slots { get; set; } = [];

    /// <summary>The identity of its first question in spaced-repetition programs, see <see cref="CardQuestion.NoteGuid"/>.</summary>
    public Guid NoteGuid => new CardQuestion(CardQuestions.Main, "", "").NoteGuid(ItemId);

    /// <summary>Before its item forgets what it said.</summary>
    public void RememberSlots(DigestItem item)
    {
        if (item.WithdrawnAt is null)
        {
            Slots = CardQuestions.Of(item.Content).ConvertAll(question => question.Slot);
        }
    }
}
