using System.ComponentModel.DataAnnotations;
using NewsEducator.ServiceDefaults.Settings;

namespace NewsEducator.Publisher.Webhooks;

/// <summary>Section <c>Publisher:Webhooks</c>.</summary>
internal sealed class WebhookOptions
{
    public const string Section = "Publisher:Webhooks";

    /// <summary>As an environment spells <see cref="PrivateReceivers"/>.</summary>
    public const string ListName = $"Publisher__Webhooks__{nameof(PrivateReceivers)}";

    /// <summary>The secrets of all webhooks are derived from it: at least 32 characters, set by the host, never changed. Without it no
    /// webhook can be made.</summary>
    [MinLength(32)]
    [Secret]
    public string? Key { get; set; }

    /// <summary>Receivers as <c>host:port</c> that may be in a private network and be called over http; list only receivers that you
    /// trust.</summary>
    public IList<string> PrivateReceivers { get; init; } = [];

    /// <summary>How long events and the log of their deliveries are kept.</summary>
    [Range(typeof(TimeSpan), "6.00:00:00", "3650.00:00:00")]
    public TimeSpan Retention { get; set; } = TimeSpan.FromDays(90);

    public bool IsPrivate(Uri url) => PrivateReceivers.Contains($"{url.Host}:{url.Port}", StringComparer.OrdinalIgnoreCase);
}
