using System.Globalization;
using NewsEducator.Contracts;

namespace NewsEducator.Review.Cli.Bundles;

/// <summary>Whether totals, compliance line, evidence, decisions and signatures follow from what the bundle holds.</summary>
internal sealed class PackCheck(BundleFiles files, PackView pack, string publicKey)
{
    private readonly Dictionary<string, Snapshot> _snapshots = files
        .Manifest.Files.Where(file => file.Path.StartsWith(BundleManifest.SnapshotFolder, StringComparison.Ordinal))
        .Select(file => files.Read<Snapshot>(file.Path))
        .OfType<Snapshot>()
        .DistinctBy(snapshot => snapshot.Id)
        .ToDictionary(snapshot => snapshot.Id, StringComparer.Ordinal);

    public string Compliance { get; } = ComplianceLine.Of(pack.Candidates.Select(candidate => candidate.Verdict)).ToString();

    public IReadOnlyDictionary<SentenceState, int> States { get; } =
        SentenceStates.Count(pack.Candidates.Where(each => each.Verdict is not null).SelectMany(each => each.Sentences));

    public int Snapshots => _snapshots.Count;

    public IEnumerable<Fault> Faults() => [.. Totals(), .. FileTotals(), .. Evidence(), .. Decisions(), .. Signed()];

    private IEnumerable<Fault> Totals()
    {
        if (pack.Compliance != Compliance)
        {
            yield return new Fault("verify.total", BundleManifest.Pack, "compliance", pack.Compliance, Compliance);
        }

        var decided = pack.Candidates.Count(candidate => candidate.Decision is not null);
        foreach (var (name, says, counted) in new[] { ("items", pack.Items, pack.Candidates.Count), ("decided", pack.Decided, decided) })
        {
            if (says != counted)
            {
                yield return new Fault("verify.total", BundleManifest.Pack, name, says, counted);
            }
        }

        foreach (var state in Enum.GetValues<SentenceState>())
        {
            var (says, counted) = (pack.States.GetValueOrDefault(state), States.GetValueOrDefault(state));
            if (says != counted)
            {
                yield return new Fault("verify.total", BundleManifest.Pack, state, says, counted);
            }
        }
    }

    /// <summary>The same in the file that people read.</summary>
    private IEnumerable<Fault> FileTotals()
    {
        var text = System.Text.Encoding.UTF8.GetString(files.Find(BundleManifest.PackFile) ?? []);
        var lines = text.Split('\n');
        List<string> expected =
        [
            string.Create(CultureInfo.InvariantCulture, $"date: {pack.Date:yyyy-MM-dd}"),
            $"status: {pack.Status}",
            $"total_items: {pack.Candidates.Count}",
            $"- **总条目**：{pack.Candidates.Count} 条",
            .. pack.Candidates.CountBy(each => ItemTypes.FamilyOf(each.Type)).Select(family => $"  - {family.Key}：{family.Value} 条"),
            $"*本文件由 News-Educator v2.1 自动生成 | 白名单合规校验：{Compliance}*",
        ];
        foreach (var line in expected.Where(line => !lines.Contains(line)))
        {
            yield return new Fault("verify.line", BundleManifest.PackFile, line);
        }

        var ticked = lines.Count(line => line.StartsWith("- [x] ", StringComparison.Ordinal));
        var decided = pack.Candidates.Count(candidate => candidate.Decision is not null);
        if (ticked != decided)
        {
            yield return new Fault("verify.total", BundleManifest.PackFile, "[x]", ticked, decided);
        }
    }

    private IEnumerable<Fault> Evidence()
    {
        foreach (var snapshot in _snapshots.Values.Where(snapshot => SnapshotId.Of(snapshot) != snapshot.Id))
        {
            yield return new Fault("verify.snapshot", snapshot.Id);
        }

        foreach (var candidate in pack.Candidates.Where(candidate => candidate.Source is not null))
        {
            var id = candidate.Source!.SnapshotId;
            if (!_snapshots.TryGetValue(id, out var snapshot))
            {
                if (!files.Manifest.MissingSnapshots.Contains(id))
                {
                    yield return new Fault("verify.no-snapshot", candidate.Number!, id);
                }

                continue;
            }

            foreach (var span in candidate.Sentences.SelectMany(sentence => sentence.Evidence).Where(span => !StandsIn(snapshot, span)))
            {
                yield return new Fault("verify.evidence", candidate.Number!, span.Start, span.Text);
            }
        }
    }

    private static bool StandsIn(Snapshot snapshot, EvidenceSpan span) =>
        span.Start >= 0
        && span.Length >= 0
        && span.Start <= snapshot.Text.Length - span.Length
        && snapshot.Text.AsSpan(span.Start, span.Length).SequenceEqual(span.Text);

    /// <summary>Each decision of the pack is in its history, an approval with the hash of what was approved.</summary>
    private IEnumerable<Fault> Decisions()
    {
        var history = files.Read<List<HistoryView>>(BundleManifest.History) ?? [];
        foreach (var candidate in pack.Candidates.Where(candidate => candidate.Decision is not null))
        {
            var last = history.LastOrDefault(entry => entry.CandidateId == candidate.Id && entry.After is not null);
            if (
                last?.After != candidate.Decision
                || (candidate.Decision == Choice.Approve && last?.ContentHash is { } approved && approved != candidate.ContentHash)
            )
            {
                yield return new Fault("verify.decision", candidate.Number!, candidate.Decision!);
            }
        }
    }

    private IEnumerable<Fault> Signed()
    {
        var signatures = files.Read<BundleSignatures>(BundleManifest.Signatures) ?? new BundleSignatures { Approved = [], Released = null };
        foreach (var approved in signatures.Approved)
        {
            var candidate = pack.Candidates.FirstOrDefault(each => each.Id == approved.CandidateId);
            if (
                candidate?.Decision != Choice.Approve
                || ContentHash.Of(approved.Content) != approved.ContentHash
                || candidate.ContentHash != approved.ContentHash
                || !ByteCheck.IsSigned(SignedText.Of(approved), approved.Signature, publicKey)
            )
            {
                yield return new Fault("verify.approval", approved.Number);
            }
        }

        if (
            signatures.Released is { } released
            && (
                !ByteCheck.IsSigned(SignedText.Of(released), released.Signature, publicKey)
                || !released
                    .Approved.Select(item => (item.CandidateId, item.ContentHash))
                    .SequenceEqual(signatures.Approved.Select(item => (item.CandidateId, item.ContentHash)))
            )
        )
        {
            yield return new Fault("verify.release");
        }
    }
}
