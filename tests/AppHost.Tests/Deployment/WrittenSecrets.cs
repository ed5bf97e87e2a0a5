namespace NewsEducator.AppHost.Tests.Deployment;

/// <summary>What the AppHost's command <c>secrets</c> writes.</summary>
public sealed class WrittenSecrets : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public WrittenSecrets() => BuiltAppHost.Run("secrets", Path);

    public string Path => _folder.In("secrets");

    public IReadOnlyList<string> Of(string container) =>
        [.. Directory.EnumerateFiles(System.IO.Path.Combine(Path, container)).Select(file => System.IO.Path.GetFileName(file))];

    public void Dispose() => _folder.Dispose();
}
