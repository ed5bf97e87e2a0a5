using System.Text.Encodings.Web;
using System.Text.Json;

namespace NewsEducator.Contracts;

/// <summary>The bytes that Review signs: UTF-8 JSON without blanks, its members in the order given here, times as they are sent.</summary>
public static class SignedText
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private sealed record Approval(
        string Kind,
        string ContentHash,
        Guid PackId,
        DateOnly Date,
        Guid CandidateId,
        string Reviewer,
        DateTimeOffset At
    );

    private sealed record Release(
        string Kind,
        Guid PackId,
        DateOnly Date,
        IEnumerable<Approved> Approved,
        string Reviewer,
        DateTimeOffset At
    );

    private sealed record Approved(Guid CandidateId, string ContentHash);

    /// <returns><c>{"kind":"approval","contentHash":"…","packId":"…","date":"2026-11-29","candidateId":"…","reviewer":"…","at":"2026-11-29T08:00:00+00:00"}</c></returns>
    public static byte[] Of(ItemApproved message) =>
        JsonSerializer.SerializeToUtf8Bytes(
            new Approval(
                "approval",
                message.ContentHash,
                message.PackId,
                message.PackDate,
                message.CandidateId,
                message.ApprovedBy,
                message.ApprovedAt
            ),
            Json
        );

    /// <returns><c>{"kind":"release","packId":"…","date":"…","approved":[{"candidateId":"…","contentHash":"…"}],"reviewer":"…","at":"…"}</c></returns>
    public static byte[] Of(PackReleased message) =>
        JsonSerializer.SerializeToUtf8Bytes(
            new Release(
                "release",
                message.PackId,
                message.PackDate,
                message.Approved.Select(item => new Approved(item.CandidateId, item.ContentHash)),
                message.ReleasedBy,
                message.ReleasedAt
            ),
            Json
        );

    private sealed record Correction(
        string Kind,
        string ContentHash,
        string Replaces,
        Guid CorrectionId,
        Guid DraftId,
        Guid CandidateId,
        string Reason,
        string Reviewer,
        DateTimeOffset At
    );

    private sealed record SignedWithdrawal(
        string Kind,
        Guid CorrectionId,
        Guid ItemId,
        string Withdrawal,
        string Reason,
        string Reviewer,
        DateTimeOffset At
    );

    /// <returns><c>{"kind":"correction","contentHash":"…","replaces":"…","correctionId":"…","draftId":"…","candidateId":"…","reason":"…","reviewer":"…","at":"…"}</c></returns>
    public static byte[] Of(CorrectionApproved message) =>
        JsonSerializer.SerializeToUtf8Bytes(
            new Correction(
                "correction",
                message.ContentHash,
                message.Replaces,
                message.CorrectionId,
                message.DraftId,
                message.CandidateId,
                message.Reason,
                message.ApprovedBy,
                message.ApprovedAt
            ),
            Json
        );

    /// <returns><c>{"kind":"withdrawal","correctionId":"…","itemId":"…","withdrawal":"Retraction","reason":"…","reviewer":"…","at":"…"}</c></returns>
    public static byte[] Of(WithdrawalApproved message) =>
        JsonSerializer.SerializeToUtf8Bytes(
            new SignedWithdrawal(
                "withdrawal",
                message.CorrectionId,
                message.ItemId,
                message.Kind,
                message.Reason,
                message.ApprovedBy,
                message.ApprovedAt
            ),
            Json
        );

    /// <returns>The manifest as it is written into a bundle, without its signature.</returns>
    public static byte[] Of(BundleManifest manifest) => BundleJson.Write(manifest with { Signature = null });
}
