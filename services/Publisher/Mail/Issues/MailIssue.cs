using NewsEducator.Contracts;

namespace NewsEducator.Publisher.Mail.Issues;

/// <summary>A digest's revision on its way to all subscribers. Its key is the send key of the channel: no revision is mailed twice. It
/// holds no text: each mail is rendered as it is sent.</summary>
internal sealed class MailIssue
{
    public required DateOnly Date { get; init; }

    public required int Revision { get; init; }

    public required MailIssueState State { get; set; }

    /// <summary>When it was released, or the correction approved: a restored backup must not make it look new.</summary>
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>When it was last looked at while it is sent.</summary>
    public DateTimeOffset? SeenAt { get; set; }

    /// <summary>Who let it go although it was overdue, or cancelled it.</summary>
    public string? DecidedBy { get; set; }

    public DateTimeOffset? FinishedAt { get; set; }
}
