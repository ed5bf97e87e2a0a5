using NewsEducator.AppHost.Local;

namespace NewsEducator.Testing;

/// <summary>The folder and the processes of the native servers; both are gone with the process.</summary>
internal sealed class NativeHome
{
    public const string Password = "testing";

    public NativeHome()
    {
        // PostgreSQL's own user has to pass through it.
        File.SetUnixFileMode(Folder, (UnixFileMode)Convert.ToInt32("755", 8));
        Host = new ProcessHost(In("run"), TimeProvider.System);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Leave();
    }

    public ProcessHost Host { get; }

    public List<TestServer> Servers { get; } = [];

    private string Folder { get; } = Directory.CreateTempSubdirectory("newseducator-tests-").FullName;

    public string In(string name) => Path.Combine(Folder, name);

    private void Leave()
    {
        Task.WhenAll(Servers.Select(server => server.KillAsync())).GetAwaiter().GetResult();
        Directory.Delete(Folder, recursive: true);
    }
}
