using System.Text.Json;
using System.Text.Json.Nodes;
using NewsEducator.Review.Pages;

namespace NewsEducator.Review.Operations;

/// <summary>What a service answered.</summary>
/// <param name="Status">The HTTP status; 0 where it did not answer.</param>
internal sealed record ServiceResponse(int Status, string Text, string? ETag)
{
    public bool IsAway => Status is 0 or >= StatusCodes.Status502BadGateway;

    public bool IsOk => Status is >= 200 and < 300;

    /// <returns>The JSON of a good answer; null otherwise.</returns>
    public JsonNode? Json() => IsOk && Text.Length > 0 ? JsonNode.Parse(Text) : null;

    /// <returns>What a good answer holds; null otherwise.</returns>
    public T? Read<T>()
        where T : class => IsOk ? JsonSerializer.Deserialize<T>(Text, ServiceCalls.Json) : null;

    /// <returns>What an editor can ask for; null where the policy is not the reason of the refusal.</returns>
    public string? ForbiddenPage() => ProblemText.Read(Text).ForbiddenPage;

    /// <summary>Why it was refused, for the person who asked.</summary>
    public string Refusal(Reader reader)
    {
        var problem = ProblemText.Read(Text);
        return problem.Faults.Count > 0
            ? string.Join(' ', problem.Faults.Select(fault => $"{fault.Field}: {fault.Fault}"))
            : Detail(problem, reader) ?? problem.Title ?? $"HTTP {Status}";
    }

    private static string? Detail(ProblemText problem, Reader reader) =>
        problem is { Detail: { } chinese, DetailEn: { } english } ? reader.Choose(chinese, english) : problem.Detail;
}
