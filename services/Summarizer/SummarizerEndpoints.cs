using NewsEducator.ServiceDefaults.Security;
using NewsEducator.Summarizer.Chat.Spending;
using NewsEducator.Summarizer.Concepts;
using NewsEducator.Summarizer.Summaries;

namespace NewsEducator.Summarizer;

internal static class SummarizerEndpoints
{
    public static void MapSummarizerApi(this WebApplication app)
    {
        app.MapGet("/api/spending", ReadSpending.Handle).RequireAuthorization(Roles.Viewer);
        // Review offers them to whoever corrects one, the Publisher shows which are covered.
        app.MapGet("/api/concepts", ReadConcepts.Handle).RequireAuthorization(Roles.Service);
        var api = app.MapGroup("/api/summaries").RequireAuthorization(Roles.Viewer);
        api.MapGet("/{itemId:guid}", ReadSummary.Handle);
        api.MapPost("/{itemId:guid}/redo", RedoSummary.Handle).RequireAuthorization(Roles.Operator);
    }
}
