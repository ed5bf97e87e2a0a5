namespace NewsEducator.Contracts;

/// <summary>What the last line of a pack file says of the check.</summary>
/// <param name="Pending">Candidates whose source is not screened yet.</param>
/// <param name="NeedsVerify">Candidates with open findings.</param>
/// <param name="Blocked">Candidates that must not be published.</param>
/// <param name="Candidates">How many there are. A pack without any was not screened, so it has not passed.</param>
public readonly record struct ComplianceLine(int Pending, int NeedsVerify, int Blocked, int Candidates)
{
    /// <param name="verdicts">Of all candidates of a pack; null where the source is not screened yet.</param>
    public static ComplianceLine Of(IEnumerable<Verdict?> verdicts)
    {
        var all = verdicts.ToList();
        return new ComplianceLine(
            all.Count(verdict => verdict is null),
            all.Count(verdict => verdict == Verdict.NeedsVerify),
            all.Count(verdict => verdict == Verdict.Blocked),
            all.Count
        );
    }

    /// <summary>The gravest outcome is the one that is named: 待运行 / 拦截 N 条 / 有待核实 N 条 / 通过.</summary>
    public override string ToString() =>
        this switch
        {
            { Pending: > 0 } or { Candidates: 0 } => "待运行",
            { Blocked: > 0 } => $"拦截 {Blocked} 条",
            { NeedsVerify: > 0 } => $"有待核实 {NeedsVerify} 条",
            _ => "通过",
        };
}
