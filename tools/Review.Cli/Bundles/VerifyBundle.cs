using System.Globalization;
using System.Security.Cryptography;
using NewsEducator.Contracts;

namespace NewsEducator.Review.Cli.Bundles;

/// <summary><c>review verify FILE</c>: checks a bundle with nothing but the file, and says everything that is wrong with it.</summary>
internal static class VerifyBundle
{
    private const long MostBytes = 1L << 30;
    private const int MostFaults = 100;

    /// <param name="key">A file with the public key that should have signed; null to take the bundle's word for whose it is.</param>
    public static async Task<int> RunAsync(string path, string? key, CommandContext context, CancellationToken cancellationToken)
    {
        try
        {
            var bundle = await ReadAsync(path, cancellationToken);
            var files = BundleFiles.Open(bundle) ?? throw new ToolFailure(ExitCode.Refused, "verify.none", path);
            return Tell(bundle, files, key is null ? null : await KeyAsync(key, cancellationToken), context);
        }
        catch (ToolFailure failure)
        {
            context.Error.WriteLine(failure.In(context.Language));
            return failure.Exit;
        }
    }

    private static int Tell(byte[] bundle, BundleFiles files, string? key, CommandContext context)
    {
        List<Fault> faults = [.. ByteCheck.Of(bundle, files, key)];
        if (files.Read<PackView>(BundleManifest.Pack) is { } pack)
        {
            var check = new PackCheck(files, pack, key ?? files.Manifest.PublicKey);
            faults.AddRange(check.Faults());
            var states = string.Join(", ", check.States.Select(state => $"{Name(state.Key, context)} {state.Value}"));
            context.Say("verify.pack", $"{pack.Date:yyyy-MM-dd}", pack.Candidates.Count, check.Compliance, states, check.Snapshots);
        }
        else
        {
            faults.Add(new Fault("verify.unreadable", BundleManifest.Pack));
        }

        foreach (var missing in files.Manifest.MissingSnapshots)
        {
            context.Say("verify.ended", missing);
        }

        faults.Take(MostFaults).ToList().ForEach(fault => context.Error.WriteLine(fault.In(context.Language)));
        if (faults.Count > 0)
        {
            context.Error.WriteLine(context.Get("verify.faults", faults.Count));
            return ExitCode.Refused;
        }

        context.Say(key is null ? "verify.whole-unnamed" : "verify.whole", files.Manifest.KeyId);
        return ExitCode.Done;
    }

    private static string Name(SentenceState state, CommandContext context) =>
        context.Language == Text.Chinese ? SentenceStates.ChineseOf(state) : state.ToString().ToLower(CultureInfo.InvariantCulture);

    private static async Task<byte[]> ReadAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            return new FileInfo(path).Length <= MostBytes
                ? await File.ReadAllBytesAsync(path, cancellationToken)
                : throw new ToolFailure(ExitCode.Usage, "verify.large", path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new ToolFailure(ExitCode.Usage, "error.file", path, error.Message);
        }
    }

    // PEM, or its base64 alone.
    private static async Task<string> KeyAsync(string path, CancellationToken cancellationToken)
    {
        var text = System.Text.Encoding.UTF8.GetString(await ReadAsync(path, cancellationToken)).Trim();
        try
        {
            using var key = ECDsa.Create();
            if (text.StartsWith('-'))
            {
                key.ImportFromPem(text);
            }
            else
            {
                key.ImportSubjectPublicKeyInfo(Convert.FromBase64String(text), out _);
            }

            return Convert.ToBase64String(key.ExportSubjectPublicKeyInfo());
        }
        catch (Exception error) when (error is FormatException or CryptographicException or ArgumentException)
        {
            throw new ToolFailure(ExitCode.Usage, "verify.key", path);
        }
    }
}
