using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using StandardWebhooks;

namespace NewsEducator.Publisher.Webhooks;

/// <summary>Derives the secret of a webhook, so that no table holds one, and signs with it.</summary>
internal sealed class WebhookSecret(IOptions<WebhookOptions> options)
{
    private const string Prefix = "whsec_";
    private const int Length = 32;

    public bool IsPossible => !string.IsNullOrEmpty(options.Value.Key);

    /// <summary>As its owner is shown it, once.</summary>
    public string Show(Webhook webhook) => Prefix + Convert.ToBase64String(KeyOf(webhook, webhook.SecretVersion));

    /// <summary>The <c>webhook-signature</c> header: of the secret, and of the former one for as long as it is accepted.</summary>
    public string Sign(Webhook webhook, string id, DateTimeOffset at, string body)
    {
        var signature = SignWith(KeyOf(webhook, webhook.SecretVersion), id, at, body);
        return webhook.FormerSecretUntil > at
            ? $"{signature} {SignWith(KeyOf(webhook, webhook.SecretVersion - 1), id, at, body)}"
            : signature;
    }

    internal static string SignWith(byte[] key, string id, DateTimeOffset at, string body) => new StandardWebhook(key).Sign(id, at, body);

    private byte[] KeyOf(Webhook webhook, int version) =>
        HKDF.DeriveKey(
            HashAlgorithmName.SHA256,
            Encoding.UTF8.GetBytes(options.Value.Key ?? throw new InvalidOperationException("Publisher:Webhooks:Key is missing.")),
            Length,
            info: Encoding.UTF8.GetBytes($"webhook {webhook.Id:N} {version}")
        );
}
