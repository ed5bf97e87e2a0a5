using System.Buffers.Text;
using System.Security.Cryptography;
using NewsEducator.Contracts;

namespace NewsEducator.Publisher.Mail.Subscribers;

/// <summary>An address that asked for digests. Whoever leaves is deleted, with all that was kept of what they got.</summary>
internal sealed class MailSubscriber
{
    // Forms are abused to flood others with mail: a request that is repeated sends no second one so soon, and few altogether.
    private static readonly TimeSpan PauseBetweenRequests = TimeSpan.FromHours(1);
    private const int MostRequests = 3;
    private const int MostSoftBounces = 5;

    public required Guid Id { get; init; }

    /// <summary>In lower case.</summary>
    public required string Address { get; init; }

    /// <summary>In links to confirm and to unsubscribe; whoever has the mail has it.</summary>
    public required string Token { get; init; }

    public required MailSubscriberState State { get; set; }

    public required string Language { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>How often it was asked to confirm.</summary>
    public int Requests { get; set; }

    public DateTimeOffset? RequestedAt { get; set; }

    public DateTimeOffset? ConfirmedAt { get; set; }

    /// <summary>Temporary refusals that servers returned since the last success.</summary>
    public int SoftBounces { get; set; }

    public string? BounceReason { get; set; }

    public DateTimeOffset? BouncedAt { get; set; }

    public static MailSubscriber Of(string address, string language, DateTimeOffset now) =>
        new()
        {
            Id = Guid.NewGuid(),
            Address = address.ToLowerInvariant(),
            Token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(24)),
            State = MailSubscriberState.Pending,
            Language = language,
            CreatedAt = now,
        };

    /// <returns>False where it is not to be asked: it gets digests already, or was asked just now or too often.</returns>
    public bool Ask(string language, DateTimeOffset now)
    {
        if (State == MailSubscriberState.Confirmed || Requests >= MostRequests || now - RequestedAt < PauseBetweenRequests)
        {
            return false;
        }

        (State, Language, BounceReason, BouncedAt) = (MailSubscriberState.Pending, language, null, null);
        (Requests, RequestedAt) = (Requests + 1, now);
        return true;
    }

    public void Confirm(DateTimeOffset now)
    {
        if (State != MailSubscriberState.Confirmed)
        {
            (State, ConfirmedAt, SoftBounces, BounceReason, BouncedAt) = (MailSubscriberState.Confirmed, now, 0, null, null);
        }
    }

    /// <param name="isPermanent">The address does not exist; several temporary ones count as that.</param>
    /// <param name="reason">What the server said.</param>
    /// <param name="now">When.</param>
    public void Bounce(bool isPermanent, string reason, DateTimeOffset now)
    {
        SoftBounces++;
        BounceReason = reason;
        if (isPermanent || SoftBounces >= MostSoftBounces)
        {
            (State, BouncedAt) = (MailSubscriberState.Bounced, now);
        }
    }
}
