using System.Collections;
using System.Reflection;

namespace NewsEducator.Collector;

/// <summary>Refuses control characters, and lists with nothing in an element, in whatever a request says: the answer names the field.</summary>
internal sealed class PlainInput : IEndpointFilter
{
    private const int Deepest = 4;

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var parameters = context.HttpContext.GetEndpoint()?.Metadata.GetMetadata<MethodInfo>()?.GetParameters() ?? [];
        var errors = new Dictionary<string, string[]>();
        foreach (var (value, at) in context.Arguments.Select((value, at) => (value, at)))
        {
            Check(value, at < parameters.Length ? parameters[at].Name ?? "" : "", isRoot: true, Deepest, errors);
        }

        return errors.Count == 0
            ? await next(context)
            : TypedResults.Problem(new HttpValidationProblemDetails(errors) { Status = StatusCodes.Status422UnprocessableEntity });
    }

    private static void Check(object? value, string name, bool isRoot, int depth, Dictionary<string, string[]> errors)
    {
        if (value is string text && text.Any(char.IsControl))
        {
            errors[name] = ["Control characters such as NUL, tab or a line end are not allowed here."];
        }
        else if (depth > 0 && value is IEnumerable list and not string)
        {
            foreach (var (element, at) in list.Cast<object?>().Select((element, at) => (element, at)))
            {
                CheckElement(element, $"{name}[{at}]", depth, errors);
            }
        }
        else if (depth > 0 && value is not null && IsRequest(value.GetType()))
        {
            foreach (var property in value.GetType().GetProperties().Where(property => property.GetIndexParameters().Length == 0))
            {
                var field = char.ToLowerInvariant(property.Name[0]) + property.Name[1..];
                Check(property.GetValue(value), isRoot ? field : $"{name}.{field}", isRoot: false, depth - 1, errors);
            }
        }
    }

    private static void CheckElement(object? element, string name, int depth, Dictionary<string, string[]> errors)
    {
        if (element is null)
        {
            errors[name] = ["An element of a list cannot be null."];
        }
        else
        {
            Check(element, name, isRoot: false, depth - 1, errors);
        }
    }

    // Services are arguments as well.
    private static bool IsRequest(Type type) => type.Assembly == typeof(PlainInput).Assembly && type.Name.EndsWith("Request", StringComparison.Ordinal);
}
