using System.Security.Cryptography;
using Microsoft.Extensions.Configuration;

namespace NewsEducator.AppHost.Running;

/// <summary>The secrets of one installation: made once, kept in a folder, passed on as the parameters of the AppHost.</summary>
internal static class KeptSecrets
{
    public const string SigningKeyId = "local";

    public const string LocalToken = "local-token";
    public const string ServiceToken = "service-token";
    public const string PostgresPassword = "postgres-password";
    public const string MessagingPassword = "messaging-password";
    public const string WebhookKey = "webhook-key";
    public const string SigningKey = "signing-key";
    public const string SigningPublicKey = "signing-public-key";

    public static void Keep(DataFolder data, IConfiguration settings) => Put(settings, data.Keep);

    /// <summary>New ones that are kept nowhere.</summary>
    public static IConfiguration Fresh()
    {
        var settings = new ConfigurationManager();
        Put(settings, (_, _, generate) => generate());
        return settings;
    }

    public static string NewSecret() =>
        RandomNumberGenerator.GetString("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789", 40);

    /// <param name="settings">Get them as parameters.</param>
    /// <param name="keep">Of a name and a configured value, or else of what makes one, the value that stays the same.</param>
    private static void Put(IConfiguration settings, Func<string, string?, Func<string>, string> keep)
    {
        foreach (var name in new[] { LocalToken, ServiceToken, PostgresPassword, MessagingPassword, WebhookKey })
        {
            settings[$"Parameters:{name}"] = keep(name, settings[$"Parameters:{name}"], NewSecret);
        }

        PutSigningKey(settings, keep);
    }

    /// <summary>Review gets the private half and the Publisher the public one.</summary>
    private static void PutSigningKey(IConfiguration settings, Func<string, string?, Func<string>, string> keep)
    {
        var text = keep(
            SigningKey,
            settings[$"Parameters:{SigningKey}"],
            () =>
            {
                using var made = ECDsa.Create(ECCurve.NamedCurves.nistP256);
                return Convert.ToBase64String(made.ExportPkcs8PrivateKey());
            }
        );
        using var key = ECDsa.Create();
        key.ImportPkcs8PrivateKey(Convert.FromBase64String(text), out _);
        settings[$"Parameters:{SigningKey}"] = text;
        settings[$"Parameters:{SigningPublicKey}"] = Convert.ToBase64String(key.ExportSubjectPublicKeyInfo());
    }
}
