using NewsEducator.Review.Operations;
using Refit;

namespace NewsEducator.Review.Pages.Publishing;

/// <summary>What the Publisher answers, or why not, for whoever reads a page.</summary>
internal static class AskPublisher
{
    /// <returns>Null, with what to say, where it refuses or does not answer.</returns>
    public static async Task<(T? Answer, string? Message)> AskAsync<T>(Reader reader, Func<Task<T>> ask)
        where T : class
    {
        try
        {
            return (await ask(), null);
        }
        catch (ApiException refused)
        {
            return (null, Said(refused.Content) ?? $"{(int)refused.StatusCode}");
        }
        catch (Exception error) when (error is HttpRequestException or TimeoutException or Polly.ExecutionRejectedException)
        {
            return (null, reader.T("publishing.unreachable"));
        }
    }

    /// <returns>Null once it is done.</returns>
    public static async Task<string?> DoAsync(Reader reader, Func<Task> act) =>
        (
            await AskAsync(
                reader,
                async () =>
                {
                    await act();
                    return "";
                }
            )
        ).Message;

    private static string? Said(string? body)
    {
        var problem = ProblemText.Read(body);
        return problem.Faults.Count > 0 ? string.Join(' ', problem.Faults.Select(fault => fault.Fault)) : problem.Detail;
    }
}
