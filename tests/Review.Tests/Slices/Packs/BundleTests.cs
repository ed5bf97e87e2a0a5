using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using NewsEducator.Contracts;
using NewsEducator.Review.Cli;
using NewsEducator.Review.Tests.Candidates;
using NewsEducator.Testing;

namespace NewsEducator.Review.Tests.Slices.Packs;

/// <summary>A pack is fetched with all that it rests on, and checked without a server.</summary>
[Collection(SliceCollection.Name)]
public sealed class BundleTests(ReviewFixture fixture) : IDisposable
{
    private const string Words = "P99 rose to 9s.";
    private readonly Desk _desk = new(fixture.App);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("bundle");
    private readonly StringWriter _out = new();
    private readonly StringWriter _error = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_released_pack_is_whole_without_a_server_and_adds_up()
    {
        var bundle = await ReleasedAsync();

        (await VerifyAsync(bundle, TestSigning.Public)).ShouldBe(0, _error.ToString());

        _out.ToString().ShouldContain("3 candidates, compliance: 有待核实 1 条; sentences: matched 3; 1 snapshots");
        _out.ToString().ShouldContain($"Whole: every byte is as it was signed with key {TestSigning.KeyId}.");
        FilesOf(bundle)
            .Select(file => file.Path.Split('/')[0])
            .ShouldBe(["manifest.json", "pack.md", "pack.json", "decisions.json", "signatures.json", "snapshots"]);
        var signatures = BundleJson.Read<BundleSignatures>(FilesOf(bundle).Single(file => file.Path == BundleManifest.Signatures).Content)!;
        signatures.Approved.ShouldHaveSingleItem().CandidateId.ShouldBe(_desk.IdOf(1));
        signatures.Released.ShouldNotBeNull();
    }

    [Fact]
    public async Task Any_byte_that_is_changed_is_found_wherever_it_is()
    {
        var bundle = await ReleasedAsync();
        var random = new Random(20261129);
        foreach (var at in Enumerable.Range(0, 300).Select(_ => random.Next(bundle.Length)).Concat([0, 30, bundle.Length - 1]))
        {
            var changed = bundle.ToArray();
            changed[at] ^= (byte)(1 << random.Next(8));
            (await VerifyAsync(changed, TestSigning.Public)).ShouldBe(1, $"byte {at} of {bundle.Length}");
        }

        (await VerifyAsync(bundle[..^1], TestSigning.Public)).ShouldBe(1);
        (await VerifyAsync([.. bundle, 0], TestSigning.Public)).ShouldBe(1);
    }

    [Fact]
    public async Task A_changed_snapshot_is_named_with_the_place_and_whatever_rests_on_it()
    {
        var bundle = await ReleasedAsync();
        var at = bundle.AsSpan().LastIndexOf(Encoding.UTF8.GetBytes(Words));
        bundle[at] = (byte)'Q';

        (await VerifyAsync(bundle, TestSigning.Public)).ShouldBe(1);

        var told = _error.ToString();
        told.ShouldMatch(@"snapshots/[0-9a-f]{64}\.json: changed within bytes \d+–\d+");
        told.ShouldContain("its text does not have this hash");
        told.ShouldContain("candidate 1: the snapshot does not have this evidence");
    }

    [Fact]
    public async Task What_was_signed_anew_by_somebody_else_does_not_add_up_and_has_another_key()
    {
        var forged = Forge(
            await ReleasedAsync(),
            (path, text) =>
                path switch
                {
                    BundleManifest.Pack => text.Replace("有待核实 1 条", "通过", StringComparison.Ordinal),
                    BundleManifest.PackFile => text.Replace("- [x] approve", "- [ ] approve", StringComparison.Ordinal),
                    _ => text,
                }
        );

        (await VerifyAsync(forged, TestSigning.Public)).ShouldBe(1);
        _error.ToString().ShouldContain("manifest.json: not signed with key");
        _error.ToString().ShouldContain("pack.json: compliance is given as 通过, but comes to 有待核实 1 条");
        _error.ToString().ShouldContain("pack.md: [x] is given as 1, but comes to 2");
        _error.ToString().ShouldNotContain("changed within");

        (await VerifyAsync(forged, key: null)).ShouldBe(1, "the approvals are not signed with the forger's key");
        _error.ToString().ShouldContain("candidate 1: signature or content hash of its approval is wrong");
    }

    [Fact]
    public async Task An_undecided_pack_has_no_signatures_and_tells_of_snapshots_that_are_gone()
    {
        await _desk.PackOfAsync(Verdict.Pass);

        (await VerifyAsync(await BundleAsync(), TestSigning.Public)).ShouldBe(0, _error.ToString());

        _out.ToString().ShouldContain($"snapshot {new string('a', 64)}: its retention has ended");
    }

    [Fact]
    public async Task What_is_no_bundle_no_key_or_no_file_is_told()
    {
        (await VerifyAsync(Encoding.UTF8.GetBytes("hello"), key: null)).ShouldBe(1);
        _error.ToString().ShouldContain("is no bundle");
        (await VerifyAsync(await ReleasedAsync(), "no key")).ShouldBe(2);
        (await RunAsync("verify", Path.Combine(_folder.FullName, "nothing"))).ShouldBe(2);
        (await fixture.App.ClientOf("viewer").GetAsync("/api/packs/2019-01-01.bundle", Cancel)).StatusCode.ShouldBe(
            HttpStatusCode.NotFound
        );
    }

    public void Dispose()
    {
        _folder.Delete(recursive: true);
        _out.Dispose();
        _error.Dispose();
    }

    /// <summary>One approved, one skipped, one undecided that needs verification; all of one snapshot that is kept.</summary>
    private async Task<byte[]> ReleasedAsync()
    {
        var snapshot = Kept();
        (await _desk.ImportAsync(_desk.FileOf(3))).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        foreach (var number in Enumerable.Range(1, 3))
        {
            var message = _desk.ScreeningOf(number, number == 3 ? Verdict.NeedsVerify : Verdict.Pass);
            var evidence = new EvidenceSpan
            {
                Start = snapshot.Text.IndexOf(Words, StringComparison.Ordinal),
                Length = Words.Length,
                Text = Words,
            };
            await fixture.App.SendAsync(
                message with
                {
                    Source = message.Source with { SnapshotId = snapshot.Id },
                    Sentences = [message.Sentences[0] with { Evidence = [evidence] }],
                }
            );
        }

        await Eventually.GetAsync(_desk.ReadAsync, pack => pack.WaitingFor is null);
        (await _desk.DecideAsync(1, Choice.Approve)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await _desk.DecideAsync(2, Choice.Skip)).StatusCode.ShouldBe(HttpStatusCode.OK);
        await _desk.ReleaseAsync();
        return await BundleAsync();
    }

    private Snapshot Kept()
    {
        var url = _desk.UrlOf(1);
        var snapshot = new Snapshot
        {
            Id = "",
            ItemId = ItemIds.ForUrl(url),
            Kind = SourceKind.GitHubIssue,
            CanonicalUrl = url,
            FinalUrl = url,
            Title = "Pool exhausted",
            PublishedAt = DateTimeOffset.UnixEpoch,
            UpdatedAt = DateTimeOffset.UnixEpoch,
            FetchedAt = DateTimeOffset.UnixEpoch,
            Text = $"Pool exhausted\n\nAfter the upgrade. {Words} 网关 🙂",
            Sections = [],
        };
        snapshot = snapshot with { Id = SnapshotId.Of(snapshot) };
        fixture.App.Neighbours.Keep(snapshot);
        return snapshot;
    }

    private async Task<byte[]> BundleAsync()
    {
        var path = Path.Combine(_folder.FullName, "fetched.bundle");
        (await RunAsync("pack", "bundle", $"{_desk.Date:yyyy-MM-dd}", "-o", path)).ShouldBe(0, _error.ToString());
        return await File.ReadAllBytesAsync(path, Cancel);
    }

    private static byte[] Forge(byte[] bundle, Func<string, string, string> change)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var files = FilesOf(bundle)
            .Skip(1)
            .Select(file => (file.Path, Content: Encoding.UTF8.GetBytes(change(file.Path, Encoding.UTF8.GetString(file.Content)))))
            .ToList();
        var manifest = BundleJson.Read<BundleManifest>(FilesOf(bundle)[0].Content)! with
        {
            Files = [.. files.Select(file => BundledFile.Of(file.Path, file.Content))],
            PublicKey = Convert.ToBase64String(key.ExportSubjectPublicKeyInfo()),
        };
        var signature = new MessageSignature
        {
            KeyId = manifest.KeyId,
            Value = Convert.ToBase64String(key.SignData(SignedText.Of(manifest), HashAlgorithmName.SHA256)),
        };
        return StoredZip.Write([(BundleManifest.Path, BundleJson.Write(manifest with { Signature = signature })), .. files]);
    }

    private static List<(string Path, byte[] Content)> FilesOf(byte[] bundle)
    {
        using var zip = new ZipArchive(new MemoryStream(bundle));
        return
        [
            .. zip.Entries.Select(entry =>
            {
                using var stream = entry.Open();
                using var content = new MemoryStream();
                stream.CopyTo(content);
                return (entry.FullName, content.ToArray());
            }),
        ];
    }

    private async Task<int> VerifyAsync(byte[] bundle, string? key)
    {
        var (path, keyFile) = (Path.Combine(_folder.FullName, "given.bundle"), Path.Combine(_folder.FullName, "key"));
        await File.WriteAllBytesAsync(path, bundle, Cancel);
        await File.WriteAllTextAsync(keyFile, key ?? "", Cancel);
        _error.GetStringBuilder().Clear();
        return await RunAsync(key is null ? ["verify", path] : ["verify", path, "--key", keyFile]);
    }

    private Task<int> RunAsync(params string[] call)
    {
        var environment = new Dictionary<string, string?>
        {
            ["NEWSEDUCATOR_REVIEW"] = call[0] == "verify" ? null : "http://localhost",
            ["NEWSEDUCATOR_TOKEN"] = call[0] == "verify" ? null : "viewer",
            ["LANG"] = "en_GB.UTF-8",
        };
        var context = new CommandContext(
            environment.GetValueOrDefault,
            fixture.App.Server.CreateHandler(),
            _out,
            _error,
            TimeProvider.System
        );
        return ReviewTool.RunAsync(call, context, Cancel);
    }
}
