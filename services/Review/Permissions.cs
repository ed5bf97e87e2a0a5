using NewsEducator.Contracts;
using NewsEducator.Review.Candidates;
using NewsEducator.Review.Packs;
using NewsEducator.ServiceDefaults.Security;

namespace NewsEducator.Review;

/// <summary>Who may decide and release what: the one place, whether it comes by API, page, file or note.</summary>
internal static class Permissions
{
    public const string ReasonRequired = "decide.reason-required";
    public const string ConflictReasonRequired = "decide.conflict";
    private const string RoleRequired = "decide.role";

    /// <returns>Why this person cannot choose this, as a key of texts.json, or null.</returns>
    public static string? Hindrance(Pack pack, Candidate candidate, Choice? choice, string? reason, Actor who) =>
        pack.IsReleased && who.May(Roles.Reviewer) ? "decide.released" : Hindrance(candidate, pack.FourEyes, choice, reason, who);

    /// <summary>The same for a candidate in no pack: a corrected text.</summary>
    public static string? Hindrance(Candidate candidate, bool fourEyes, Choice? choice, string? reason, Actor who) =>
        !who.May(Roles.Reviewer) ? RoleRequired
        : candidate.Hinders(choice) is { } hindrance ? hindrance
        : fourEyes && candidate.Opinions.Count == 2 && candidate.Opinions.All(opinion => opinion.By != who.Name) ? "decide.two-opinions"
        : choice == Choice.Approve && candidate.HasConflict && string.IsNullOrWhiteSpace(reason) ? ConflictReasonRequired
        : choice == Choice.NeedsVerify && string.IsNullOrWhiteSpace(reason) && who.IsAskedForReasons ? ReasonRequired
        : null;

    public static int StatusOf(string hindrance) =>
        hindrance switch
        {
            RoleRequired => StatusCodes.Status403Forbidden,
            ReasonRequired or ConflictReasonRequired => StatusCodes.Status422UnprocessableEntity,
            _ => StatusCodes.Status409Conflict,
        };

    /// <returns>Why this person cannot release the pack as it stands, or null.</returns>
    public static (int Status, string Key, object[] Arguments)? ReleaseHindrance(Pack pack, Actor who) =>
        !who.May(Roles.Editor) ? (StatusCodes.Status403Forbidden, "release.role", [who.Name])
        : ReleaseHindrance(pack) is { } hindrance ? (StatusCodes.Status409Conflict, hindrance.Key, [hindrance.Numbers])
        : null;

    /// <summary>What keeps the pack from going out, whoever released it.</summary>
    public static (string Key, string Numbers)? ReleaseHindrance(Pack pack) =>
        Named("release.unscreened", pack.Real.Where(candidate => !candidate.IsScreened))
        ?? Named("release.outstanding", pack.Real.Where(IsOutstanding))
        // An approval counts for the content that was seen; ones that a new screening has overtaken fall here, not at the Publisher.
        ?? Named("release.overtaken", pack.Real.Where(IsOvertaken));

    /// <summary>One of two reviewers would publish it, and it is not settled whether the other would.</summary>
    private static bool IsOutstanding(Candidate candidate) =>
        candidate.Choice is null && candidate.Opinions.Any(opinion => opinion.Choice == Choice.Approve);

    private static bool IsOvertaken(Candidate candidate) =>
        candidate.Choice == Choice.Approve
        && (
            candidate.Verdict == Verdict.Blocked
            || (candidate.HasConflict && candidate.Reason is null)
            || candidate.ApprovedHash != candidate.CurrentHash
        );

    private static (string Key, string Numbers)? Named(string key, IEnumerable<Candidate> candidates) =>
        string.Join(", ", candidates.Select(candidate => candidate.Number)) is { Length: > 0 } numbers ? (key, numbers) : null;
}
