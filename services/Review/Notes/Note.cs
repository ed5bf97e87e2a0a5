using NewsEducator.Review.Packs;

namespace NewsEducator.Review.Notes;

/// <summary>What this service and the vault last agreed on of one pack.</summary>
internal sealed class Note
{
    public DateOnly Date { get; init; }

    /// <summary>The file as this service last wrote it; anything else is a person's.</summary>
    public required string Text { get; set; }

    /// <summary>The pack that stood in it: what a person changed is told by it from what has changed here.</summary>
    public required PackDocument Base { get; set; }

    /// <summary>The pack that stood in it when the person saved it last, where this service has written into it since.</summary>
    public PackDocument? Earlier { get; set; }

    /// <summary>The version of the pack that was compared last.</summary>
    public required int PackVersion { get; set; }

    /// <summary>It holds what a person saved and what was not taken over; remarks say why.</summary>
    public bool IsRefused { get; set; }
}
