using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;

namespace NewsEducator.ServiceDefaults.Hosting;

/// <summary>Secrets as files: each file of one folder is a setting, named as in the environment, for example
/// <c>ConnectionStrings__messaging</c>. A file wins over the environment.</summary>
public static class SecretFiles
{
    /// <summary>The folder, for example <c>/run/secrets</c>; off where it is empty.</summary>
    public const string Setting = "Secrets:Folder";

    public static void AddSecretFiles(this WebApplicationBuilder builder)
    {
        var folder = builder.Configuration[Setting];
        if (string.IsNullOrEmpty(folder))
        {
            return;
        }

        if (!Directory.Exists(folder))
        {
            throw new InvalidOperationException(
                $"{Setting} names {folder}, which is no folder: mount the secrets there, or remove the setting."
            );
        }

        builder.Configuration.AddKeyPerFile(Path.GetFullPath(folder), optional: false);
    }
}
