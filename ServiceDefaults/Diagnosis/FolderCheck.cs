using System.Globalization;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace NewsEducator.ServiceDefaults.Diagnosis;

/// <summary>A folder that the service writes into: it can be written, and its disk has room.</summary>
/// <param name="folder">Null or empty if the service writes into no folder. It reads options, so it throws if they are invalid.</param>
/// <param name="setting">That names it.</param>
internal sealed class FolderCheck(Func<string?> folder, string setting) : IHealthCheck
{
    private const long LeastSpace = 256L << 20;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(folder() is { Length: > 0 } wanted ? Look(wanted) : HealthCheckResult.Healthy($"None; {setting} names no folder."));

    private HealthCheckResult Look(string wanted)
    {
        try
        {
            // A folder that is not there yet is made in the nearest one that is; a file on the way bars it.
            var there = Path.GetFullPath(wanted);
            while (!Path.Exists(there) && Path.GetDirectoryName(there) is { } above)
            {
                there = above;
            }

            using (File.Create(Path.Combine(there, $".newseducator-{Guid.NewGuid():N}"), 1, FileOptions.DeleteOnClose)) { }

            var free = new DriveInfo(there).AvailableFreeSpace;
            var space = string.Create(CultureInfo.InvariantCulture, $"{free >> 20:N0} MB free");
            return free < LeastSpace
                ? HealthCheckResult.Unhealthy(
                    $"The disk of {wanted} has {space} and at least {LeastSpace >> 20} MB are needed: free some, or name another folder in {setting}."
                )
                : HealthCheckResult.Healthy($"{wanted} can be written, {space}.");
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            return HealthCheckResult.Unhealthy(
                $"{wanted} cannot be written ({failed.Message.TrimEnd('.')}): make it writable for the user {Environment.UserName}, or name another folder in {setting}."
            );
        }
    }
}
