using NewsEducator.ServiceDefaults.Http;

namespace NewsEducator.Review.Api;

/// <summary>Refuses what <see cref="InputCheck"/> finds, naming the first field.</summary>
internal static class CheckedInput
{
    public static IResult Refuse(IReadOnlyList<BadInput> found) =>
        Problems.Of(StatusCodes.Status422UnprocessableEntity, KeyOf(found[0].Fault), found[0].Field);

    private static string KeyOf(InputFault fault) =>
        fault switch
        {
            InputFault.Control => "input.control",
            InputFault.Null => "input.null",
            _ => "input.date",
        };
}
