namespace NewsEducator.Publisher.Mail.Notices;

/// <summary>A short mail to one address. It is deleted once the server has taken it.</summary>
public sealed class MailNotice
{
    public required Guid Id { get; init; }

    public required string Address { get; init; }

    /// <summary>Whom it asks for confirmation; it goes with them.</summary>
    public Guid? SubscriberId { get; init; }

    /// <summary>Of what it says.</summary>
    public required string Language { get; init; }

    public required string Subject { get; init; }

    public required string Lead { get; init; }

    /// <summary>Where it leads; null where nothing is to be opened.</summary>
    public string? Link { get; init; }

    /// <summary>What is written on the link.</summary>
    public string? LinkName { get; init; }

    public string? Note { get; init; }

    public int Attempts { get; set; }

    public required DateTimeOffset NextAt { get; set; }

    /// <summary>A replica has it until then.</summary>
    public DateTimeOffset? LeasedUntil { get; set; }
}
