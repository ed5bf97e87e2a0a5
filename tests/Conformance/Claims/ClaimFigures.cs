using System.Text.Json.Nodes;
using NewsEducator.Contracts;

namespace NewsEducator.Conformance.Claims;

/// <summary>Counts screened claims.</summary>
internal static class ClaimFigures
{
    /// <returns>
    /// <c>falseFlagged</c> and <c>trueFlagged</c>: the shares flagged. <c>checkedPrecision</c>: of those shown as checked, inferences left
    /// out, the share that is true, 1 where nothing was. <c>checkedShare</c>: the share of the true ones shown as checked.
    /// </returns>
    public static JsonObject Of(IReadOnlyList<ScreenedClaim> claims)
    {
        var held = claims.Where(claim => claim.IsChecked && claim.Check.State != SentenceState.Inference).ToList();
        return new JsonObject
        {
            ["falseFlagged"] = Share(claims.Where(claim => !claim.Row.True), claim => claim.IsFlagged),
            ["trueFlagged"] = Share(claims.Where(claim => claim.Row.True), claim => claim.IsFlagged),
            ["checkedPrecision"] = held.Count == 0 ? 1 : Share(held, claim => claim.Row.True),
            ["checkedShare"] = Share(claims.Where(claim => claim.Row.True), claim => claim.IsChecked),
            ["states"] = new JsonObject(
                claims
                    .GroupBy(claim => claim.Check.State)
                    .OrderBy(group => group.Key)
                    .Select(group =>
                        KeyValuePair.Create(
                            group.Key.ToString(),
                            (JsonNode?)
                                new JsonObject
                                {
                                    ["true"] = group.Count(claim => claim.Row.True),
                                    ["false"] = group.Count(claim => !claim.Row.True),
                                }
                        )
                    )
            ),
        };
    }

    /// <summary>Over the rows that something in the thread decides.</summary>
    public static double Decided(IEnumerable<ScreenedClaim> claims) =>
        Share(claims.Where(claim => claim.Row.Evidence is { Count: > 0 }), claim => claim.IsDecided);

    public static JsonObject ByKind(IEnumerable<ScreenedClaim> claims) =>
        new(
            claims
                .GroupBy(claim => (claim.Row.True, claim.Row.Kind))
                .OrderBy(group => group.Key.Kind, StringComparer.Ordinal)
                .Select(group =>
                    KeyValuePair.Create(
                        $"{(group.Key.True ? "true" : "false")}.{group.Key.Kind}",
                        (JsonNode?)
                            new JsonObject
                            {
                                ["flagged"] = Share(group, claim => claim.IsFlagged),
                                ["checked"] = Share(group, claim => claim.IsChecked),
                                ["n"] = group.Count(),
                            }
                    )
                )
        );

    private static double Share(IEnumerable<ScreenedClaim> claims, Func<ScreenedClaim, bool> holds)
    {
        var all = claims.ToList();
        return all.Count == 0 ? 0 : (double)all.Count(holds) / all.Count;
    }
}
