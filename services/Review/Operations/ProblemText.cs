using System.Text.Json;
using System.Text.Json.Nodes;

namespace NewsEducator.Review.Operations;

/// <summary>Why a service refused, from its problem details (RFC 9457).</summary>
/// <param name="Faults">What is wrong with each field of the request; a field may have several.</param>
/// <param name="Lines">What is wrong with each line of a file.</param>
/// <param name="DetailEn">In English; null where the service says it in one language only.</param>
/// <param name="ForbiddenPage">What the whitelist would have to allow for this source.</param>
internal sealed record ProblemText(
    IReadOnlyList<(string Field, string Fault)> Faults,
    IReadOnlyList<ProblemText.LineFault> Lines,
    string? Detail,
    string? Title,
    string? DetailEn = null,
    string? ForbiddenPage = null
)
{
    private const string NotWhitelisted = "source.not-whitelisted";
    private static readonly ProblemText Nothing = new([], [], null, null);

    internal sealed record LineFault(int Line, string Message, string MessageEn);

    /// <returns>Nothing where the body is no problem.</returns>
    public static ProblemText Read(string? body)
    {
        try
        {
            return JsonNode.Parse(body ?? "") is JsonObject problem
                ? new ProblemText(
                    FaultsOf(problem["errors"] as JsonObject ?? []),
                    LinesOf(problem["errors"] as JsonArray ?? []),
                    (string?)problem["detail"],
                    (string?)problem["title"],
                    (string?)problem["detailEn"],
                    (string?)problem["code"] == NotWhitelisted ? (string?)problem["page"] : null
                )
                : Nothing;
        }
        catch (JsonException)
        {
            return Nothing;
        }
    }

    private static List<(string Field, string Fault)> FaultsOf(JsonObject errors) =>
        [.. errors.SelectMany(field => (field.Value as JsonArray ?? []).Select(fault => (field.Key, (string?)fault ?? "")))];

    private static List<LineFault> LinesOf(JsonArray errors) =>
        [.. errors.OfType<JsonObject>().Select(error => error.Deserialize<LineFault>(ServiceCalls.Json)!)];
}
