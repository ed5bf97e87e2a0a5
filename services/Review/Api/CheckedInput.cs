using System.Collections;
using System.Reflection;
using NewsEducator.Contracts;

namespace NewsEducator.Review.Api;

/// <summary>
/// What no database, file or person can do with: control characters and half surrogates in a text, nothing where an element should be, days outside
/// of 2000 to 2100. Refused for every endpoint in one place, naming the field.
/// </summary>
internal static class CheckedInput
{
    private const int Deepest = 8;

    public static EndpointFilterDelegate Filter(EndpointFilterFactoryContext context, EndpointFilterDelegate next)
    {
        var names = context.MethodInfo.GetParameters().Select(parameter => parameter.Name ?? "").ToArray();
        return invocation =>
        {
            for (var index = 0; index < invocation.Arguments.Count; index++)
            {
                if (invocation.Arguments[index] is { } argument && Find(argument, IsBody(argument) ? "" : names[index], 0) is { } bad)
                {
                    return ValueTask.FromResult<object?>(Problems.Of(StatusCodes.Status422UnprocessableEntity, bad.Key, bad.Field));
                }
            }

            return next(invocation);
        };
    }

    /// <returns>The message's key and the path of the field, such as <c>[2].reason</c>; null where nothing is wrong.</returns>
    internal static (string Key, string Field)? Find(object value, string path, int depth) => value switch
    {
        string text => IsClean(text) ? null : ("input.control", path),
        DateOnly date => Dates.IsPossible(date) ? null : ("input.date", path),
        IEnumerable list when IsOurs(value) || value is IEnumerable<string> => InList(list, path, depth),
        _ when depth < Deepest && IsOurs(value) => InMembers(value, path, depth),
        _ => null,
    };

    private static (string Key, string Field)? InList(IEnumerable list, string path, int depth)
    {
        var index = 0;
        foreach (var element in list)
        {
            var place = $"{path}[{index++}]";
            if (element is null)
            {
                return ("input.null", place);
            }

            if (Find(element, place, depth + 1) is { } bad)
            {
                return bad;
            }
        }

        return null;
    }

    private static (string Key, string Field)? InMembers(object value, string path, int depth) => value.GetType()
        .GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(property => property.GetIndexParameters().Length == 0)
        .Select(property => property.GetValue(value) is { } member ? Find(member, Path(path, property.Name), depth + 1) : null)
        .FirstOrDefault(found => found is not null);

    private static string Path(string path, string name) => $"{path}{(path.Length == 0 ? "" : ".")}{char.ToLowerInvariant(name[0])}{name[1..]}";

    private static bool IsBody(object argument) => argument is not (string or DateOnly) && (IsOurs(argument) || argument is IEnumerable);

    /// <summary>Requests are records of the contracts or of an endpoint, and lists of them; services of the container are neither.</summary>
    private static bool IsOurs(object value)
    {
        var type = value.GetType();
        return type.IsGenericType && value is IList
            ? Array.Exists(type.GetGenericArguments(), IsRequest)
            : type.IsArray ? IsRequest(type.GetElementType()!) || type.GetElementType() == typeof(string) : IsRequest(type);
    }

    private static bool IsRequest(Type type) =>
        type.Assembly == typeof(IReviewApi).Assembly || (type.IsNested && type.DeclaringType!.Assembly == typeof(CheckedInput).Assembly);

    /// <summary>Line breaks and tabs are text.</summary>
    private static bool IsClean(string text)
    {
        for (var index = 0; index < text.Length; index++)
        {
            var character = text[index];
            if (char.IsHighSurrogate(character) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]))
            {
                index++;
            }
            else if (char.IsSurrogate(character) || (char.IsControl(character) && character is not ('\n' or '\r' or '\t')))
            {
                return false;
            }
        }

        return true;
    }
}
