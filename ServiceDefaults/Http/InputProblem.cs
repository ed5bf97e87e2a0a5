using Microsoft.AspNetCore.Http;

namespace NewsEducator.ServiceDefaults.Http;

/// <summary>Refuses what <see cref="InputCheck"/> finds, naming each field.</summary>
public static class InputProblem
{
    public static IResult Of(IReadOnlyList<BadInput> found) =>
        TypedResults.Problem(
            new HttpValidationProblemDetails(found.ToDictionary(bad => bad.Field, bad => new[] { TextOf(bad.Fault) }))
            {
                Status = StatusCodes.Status422UnprocessableEntity,
            }
        );

    private static string TextOf(InputFault fault) =>
        fault switch
        {
            InputFault.Control => "Control characters such as NUL are not allowed here.",
            InputFault.Null => "An element of a list cannot be null.",
            _ => "A date is from 2000 to 2100.",
        };
}
