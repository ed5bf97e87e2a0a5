using Refit;

namespace NewsEducator.Contracts;

/// <summary>Review's API, see docs/review-api.md. Dates are written <c>yyyy-MM-dd</c>.</summary>
/// <remarks>Every refusal is an <see cref="ApiException"/> whose content is RFC 9457 problem details.</remarks>
public interface IReviewApi
{
    [Get("/api/packs")]
    Task<List<PackSummary>> ListPacksAsync(string? before = null, CancellationToken cancellationToken = default);

    [Post("/api/packs")]
    Task<PackView> CutPackAsync(
        [Body] CutRequest request,
        [Header("Idempotency-Key")] string? key = null,
        CancellationToken cancellationToken = default
    );

    [Get("/api/packs/{date}")]
    Task<PackView> GetPackAsync(string date, CancellationToken cancellationToken = default);

    /// <returns>The file, and in its ETag what to send back with it.</returns>
    [Get("/api/packs/{date}.md")]
    Task<ApiResponse<string>> GetPackFileAsync(string date, CancellationToken cancellationToken = default);

    /// <returns>A zip, see <see cref="BundleManifest"/>.</returns>
    [Get("/api/packs/{date}.bundle")]
    Task<HttpContent> GetPackBundleAsync(string date, CancellationToken cancellationToken = default);

    /// <param name="file">UTF-8, <c>text/markdown</c>.</param>
    /// <param name="tag">The ETag that came with the file.</param>
    [Put("/api/packs/{date}.md")]
    Task<PackView> PutPackFileAsync(
        string date,
        [Body] HttpContent file,
        [Header("If-Match")] string tag,
        [Header("Idempotency-Key")] string? key = null,
        CancellationToken cancellationToken = default
    );

    [Post("/api/packs/import")]
    Task<PackView> ImportPackAsync([Body] HttpContent file, CancellationToken cancellationToken = default);

    [Post("/api/packs/{date}/decisions")]
    Task<List<BulkOutcome>> DecideManyAsync(
        string date,
        [Body] IReadOnlyList<BulkDecision> decisions,
        [Header("Idempotency-Key")] string? key = null,
        [Query] bool confirm = false,
        CancellationToken cancellationToken = default
    );

    [Post("/api/packs/{date}/undo")]
    Task<CandidateView> UndoAsync(
        string date,
        [Header("Idempotency-Key")] string? key = null,
        CancellationToken cancellationToken = default
    );

    /// <remarks>409 <c>release.confirm</c> with what it would do, unless everything is decided or the request confirms it.</remarks>
    [Post("/api/packs/{date}/release")]
    Task<PackView> ReleasePackAsync(
        string date,
        [Body] ReleaseRequest request,
        [Header("Idempotency-Key")] string? key = null,
        CancellationToken cancellationToken = default
    );

    /// <summary>Possible while the release is held, see <see cref="PackView.HeldUntil"/>.</summary>
    [Delete("/api/packs/{date}/release")]
    Task<PackView> TakeBackReleaseAsync(string date, CancellationToken cancellationToken = default);

    [Get("/api/candidates")]
    Task<CandidatePage> ListCandidatesAsync(
        [Query] CandidateFilter filter,
        string? cursor = null,
        int? limit = null,
        CancellationToken cancellationToken = default
    );

    [Get("/api/candidates/{id}")]
    Task<CandidateView> GetCandidateAsync(Guid id, CancellationToken cancellationToken = default);

    [Get("/api/candidates/{id}/history")]
    Task<List<HistoryView>> GetHistoryAsync(Guid id, CancellationToken cancellationToken = default);

    [Post("/api/candidates/{id}/offer")]
    Task<CandidateView> OfferAgainAsync(
        Guid id,
        [Header("Idempotency-Key")] string? key = null,
        CancellationToken cancellationToken = default
    );

    /// <param name="tag">The candidate's ETag as it was seen.</param>
    [Put("/api/candidates/{id}/decision")]
    Task<CandidateView> DecideAsync(
        Guid id,
        [Body] DecisionRequest request,
        [Header("If-Match")] string tag,
        [Header("Idempotency-Key")] string? key = null,
        CancellationToken cancellationToken = default
    );

    /// <param name="tag">The candidate's ETag as it was seen.</param>
    [Patch("/api/candidates/{id}")]
    Task<CandidateView> EditAsync(
        Guid id,
        [Body] EditRequest request,
        [Header("If-Match")] string tag,
        [Header("Idempotency-Key")] string? key = null,
        CancellationToken cancellationToken = default
    );

    [Put("/api/candidates/{id}/assignment")]
    Task<CandidateView> AssignAsync(
        Guid id,
        [Body] AssignmentRequest request,
        [Header("If-Match")] string? tag = null,
        [Header("Idempotency-Key")] string? key = null,
        CancellationToken cancellationToken = default
    );

    [Get("/api/candidates/{id}/comments")]
    Task<List<CommentView>> ListCommentsAsync(Guid id, CancellationToken cancellationToken = default);

    [Post("/api/candidates/{id}/comments")]
    Task<CommentView> AddCommentAsync(
        Guid id,
        [Body] CommentRequest request,
        [Header("Idempotency-Key")] string? key = null,
        CancellationToken cancellationToken = default
    );

    [Get("/api/verification")]
    Task<List<CandidateView>> ListVerificationAsync(
        string? cursor = null,
        int? limit = null,
        CancellationToken cancellationToken = default
    );

    /// <param name="ended">What has ended instead of what waits.</param>
    [Get("/api/corrections")]
    Task<CorrectionPage> ListCorrectionsAsync(
        bool ended = false,
        string? cursor = null,
        int? limit = null,
        CancellationToken cancellationToken = default
    );

    [Get("/api/corrections/{id}")]
    Task<CorrectionView> GetCorrectionAsync(Guid id, CancellationToken cancellationToken = default);

    [Post("/api/corrections")]
    Task<CorrectionView> ReportFindingAsync(
        [Body] FindingRequest request,
        [Header("Idempotency-Key")] string? key = null,
        CancellationToken cancellationToken = default
    );

    /// <param name="tag">The entry's ETag as it was seen; so with everything that changes one.</param>
    [Post("/api/corrections/{id}/dismissal")]
    Task<CorrectionView> DismissCorrectionAsync(
        Guid id,
        [Body] DismissalRequest request,
        [Header("If-Match")] string tag,
        [Header("Idempotency-Key")] string? key = null,
        CancellationToken cancellationToken = default
    );

    [Put("/api/corrections/{id}/draft")]
    Task<CorrectionView> ProposeCorrectionAsync(
        Guid id,
        [Body] ProposalRequest request,
        [Header("If-Match")] string tag,
        [Header("Idempotency-Key")] string? key = null,
        CancellationToken cancellationToken = default
    );

    [Delete("/api/corrections/{id}/draft")]
    Task<CorrectionView> ReopenCorrectionAsync(
        Guid id,
        [Header("If-Match")] string tag,
        [Header("Idempotency-Key")] string? key = null,
        CancellationToken cancellationToken = default
    );

    [Post("/api/corrections/{id}/approval")]
    Task<CorrectionView> ApproveCorrectionAsync(
        Guid id,
        [Body] ApprovalRequest request,
        [Header("If-Match")] string tag,
        [Header("Idempotency-Key")] string? key = null,
        CancellationToken cancellationToken = default
    );

    [Post("/api/corrections/{id}/withdrawal")]
    Task<CorrectionView> WithdrawItemAsync(
        Guid id,
        [Body] WithdrawalRequest request,
        [Header("If-Match")] string tag,
        [Header("Idempotency-Key")] string? key = null,
        CancellationToken cancellationToken = default
    );

    [Post("/api/corrections/{id}/withdrawal/confirmation")]
    Task<CorrectionView> ConfirmWithdrawalAsync(
        Guid id,
        [Header("If-Match")] string tag,
        [Header("Idempotency-Key")] string? key = null,
        CancellationToken cancellationToken = default
    );

    [Get("/api/pipeline")]
    Task<List<StageView>> GetPipelineAsync(CancellationToken cancellationToken = default);

    [Get("/api/reviewers")]
    Task<List<ReviewerView>> ListReviewersAsync(CancellationToken cancellationToken = default);

    /// <remarks>For operators; takes up to a minute.</remarks>
    [Get("/api/operations/doctor")]
    Task<List<ServiceChecks>> ExamineServicesAsync(CancellationToken cancellationToken = default);

    /// <remarks>For operators; the page is fetched before it answers, which takes up to a minute and a half.</remarks>
    [Post("/api/operations/end-to-end")]
    Task<EndToEndView> BeginEndToEndAsync(
        [Body] EndToEndRequest request,
        [Header("Idempotency-Key")] string? key = null,
        CancellationToken cancellationToken = default
    );

    [Get("/api/operations/end-to-end/{id}")]
    Task<EndToEndView> GetEndToEndAsync(Guid id, CancellationToken cancellationToken = default);

    [Get("/api/settings")]
    Task<SettingsView> ListSettingsAsync(CancellationToken cancellationToken = default);

    /// <remarks>For operators.</remarks>
    [Put("/api/settings/{name}")]
    Task<SettingView> ChangeSettingAsync(
        string name,
        [Body] SettingRequest request,
        [Header("Idempotency-Key")] string? key = null,
        CancellationToken cancellationToken = default
    );

    /// <remarks>For operators.</remarks>
    [Delete("/api/settings/{name}")]
    Task<SettingView> ResetSettingAsync(
        string name,
        [Header("Idempotency-Key")] string? key = null,
        CancellationToken cancellationToken = default
    );

    [Get("/api/audit")]
    Task<AuditPage> GetAuditAsync(long after = 0, int limit = 200, CancellationToken cancellationToken = default);
}

/// <summary>Narrows the list of candidates; what is null does not.</summary>
public sealed record CandidateFilter
{
    [AliasAs("state")]
    public CandidateState? State { get; init; }

    /// <summary>A label of <see cref="ItemTypes"/>.</summary>
    [AliasAs("type")]
    public string? Type { get; init; }

    [AliasAs("kind")]
    public SourceKind? Kind { get; init; }

    /// <summary>A concept's key.</summary>
    [AliasAs("concept")]
    public string? Concept { get; init; }

    [AliasAs("verdict")]
    public Verdict? Verdict { get; init; }

    /// <summary><c>yyyy-MM-dd</c>.</summary>
    [AliasAs("packDate")]
    public string? PackDate { get; init; }

    [AliasAs("assignedTo")]
    public string? AssignedTo { get; init; }

    /// <summary>Found in title or summary, upper and lower case alike.</summary>
    [AliasAs("text")]
    public string? Text { get; init; }
}
