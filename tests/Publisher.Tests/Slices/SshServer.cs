using System.Diagnostics;
using System.Globalization;
using NewsEducator.Testing;

namespace NewsEducator.Publisher.Tests.Slices;

/// <summary>OpenSSH's server on a loopback port, with keys of its own; whoever has the key is the account that runs the tests.</summary>
internal sealed class SshServer : IAsyncDisposable
{
    private const string Program = "/usr/sbin/sshd";

    // Root's server drops its rights there; the machine's own one makes it as it starts.
    private const string EmptyFolder = "/run/sshd";

    private readonly string _folder;
    private readonly int _port = LoopbackPort.Free();
    private readonly RestartableProgram _program;

    private SshServer(string folder)
    {
        _folder = folder;
        _program = new RestartableProgram(
            new ProcessStartInfo(Program, ["-D", "-e", "-f", In("sshd_config")])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        );
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>The client's private key.</summary>
    public string Key => In("client key");

    public string KnownHosts => In("known hosts");

    /// <summary>The test is skipped if it is not installed.</summary>
    /// <param name="folder">An empty one.</param>
    public static async Task<SshServer> StartAsync(DirectoryInfo folder)
    {
        Assert.SkipUnless(File.Exists(Program), "openssh-server is not installed; ./test does so.");
        if (Environment.IsPrivilegedProcess)
        {
            Directory.CreateDirectory(EmptyFolder);
        }

        var server = new SshServer(folder.FullName);
        await MakeKeyAsync(server.Key);
        server.AcceptKey();
        await server.NewHostKeyAsync();
        await server.BeKnownAsync();
        await File.WriteAllTextAsync(
            server.In("sshd_config"),
            $"""
            Port {server._port}
            ListenAddress 127.0.0.1
            HostKey {server.In("host_key")}
            AuthorizedKeysFile {server.In("authorized_keys")}
            AuthenticationMethods publickey
            PidFile none
            StrictModes no
            UsePAM no

            """,
            Cancel
        );
        await server.StartAsync();
        return server;
    }

    /// <param name="repository">Its path.</param>
    public string AddressOf(string repository) =>
        string.Create(CultureInfo.InvariantCulture, $"ssh://{Environment.UserName}@127.0.0.1:{_port}{repository}");

    public Task StartAsync() =>
        _program.StartAsync(string.Create(CultureInfo.InvariantCulture, $"Server listening on 127.0.0.1 port {_port}."));

    public Task StopAsync() => _program.KillAsync();

    /// <summary>Another key of the host, from the next start on.</summary>
    public async Task NewHostKeyAsync()
    {
        File.Delete(In("host_key"));
        File.Delete(In("host_key.pub"));
        await MakeKeyAsync(In("host_key"));
    }

    /// <summary>The file of known hosts has the host's key.</summary>
    public async Task BeKnownAsync()
    {
        var key = await File.ReadAllTextAsync(In("host_key.pub"), Cancel);
        await File.WriteAllTextAsync(KnownHosts, string.Create(CultureInfo.InvariantCulture, $"[127.0.0.1]:{_port} {key}"), Cancel);
    }

    public void AcceptKey() => File.Copy($"{Key}.pub", In("authorized_keys"), overwrite: true);

    public void RefuseKey() => File.WriteAllText(In("authorized_keys"), "");

    public ValueTask DisposeAsync() => _program.DisposeAsync();

    private string In(string name) => Path.Combine(_folder, name);

    private static async Task MakeKeyAsync(string file)
    {
        var made = await ProgramRun.OfAsync(new ProcessStartInfo("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-f", file]), Cancel);
        made.ExitCode.ShouldBe(0, made.Said);
    }
}
