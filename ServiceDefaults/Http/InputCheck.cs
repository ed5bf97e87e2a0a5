using System.Collections;
using System.Reflection;
using Microsoft.AspNetCore.Http;
using NewsEducator.Contracts;

namespace NewsEducator.ServiceDefaults.Http;

/// <summary>What no database, file or person can do with: control characters and half surrogates in a text, nothing where an element should
/// be, days outside of 2000 to 2100. Decided in one place for every service.</summary>
public static class InputCheck
{
    private const int Deepest = 8;
    private const string Ours = "NewsEducator.";

    /// <summary>Makes a filter factory for all endpoints of a group.</summary>
    /// <param name="refuse">The answer to what is wrong, one entry a parameter, in their order.</param>
    public static Func<EndpointFilterFactoryContext, EndpointFilterDelegate, EndpointFilterDelegate> Filter(
        Func<IReadOnlyList<BadInput>, IResult> refuse
    ) =>
        (context, next) =>
        {
            var names = context.MethodInfo.GetParameters().Select(parameter => parameter.Name ?? "").ToArray();
            return invocation =>
            {
                var bad = invocation.Arguments.Select((argument, index) => Find(names[index], argument)).OfType<BadInput>().ToList();
                return bad.Count == 0 ? next(invocation) : ValueTask.FromResult<object?>(refuse(bad));
            };
        };

    /// <summary>A day that a pack can have.</summary>
    public static bool IsPossible(DateOnly date) => IsPossible(date.Year);

    private static bool IsPossible(int year) => year is >= 2000 and <= 2100;

    /// <param name="name">Of the endpoint's parameter.</param>
    /// <param name="argument">Its value.</param>
    /// <returns>What is wrong and the path of the field, such as <c>[2].reason</c>; null where nothing is.</returns>
    private static BadInput? Find(string name, object? argument) =>
        argument is null ? null : Find(argument, IsBody(argument) ? "" : name, 0);

    private static BadInput? Find(object value, string path, int depth) =>
        value switch
        {
            string text => IsClean(text) ? null : new BadInput(InputFault.Control, path),
            DateOnly date => IsPossible(date) ? null : new BadInput(InputFault.Date, path),
            DateTimeOffset time => IsPossible(time.Year) ? null : new BadInput(InputFault.Date, path),
            IEnumerable list when IsOfOurs(value) || value is IEnumerable<string> => InList(list, path, depth),
            _ when depth < Deepest && IsOfOurs(value) => InMembers(value, path, depth),
            _ => null,
        };

    private static BadInput? InList(IEnumerable list, string path, int depth)
    {
        var index = 0;
        foreach (var element in list)
        {
            var place = $"{path}[{index++}]";
            if (element is null)
            {
                return new BadInput(InputFault.Null, place);
            }

            if (Find(element, place, depth + 1) is { } bad)
            {
                return bad;
            }
        }

        return null;
    }

    private static BadInput? InMembers(object value, string path, int depth) =>
        value
            .GetType()
            .GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.GetIndexParameters().Length == 0)
            .Select(property => property.GetValue(value) is { } member ? Find(member, PathOf(path, property.Name), depth + 1) : null)
            .FirstOrDefault(found => found is not null);

    private static string PathOf(string path, string name) =>
        $"{path}{(path.Length == 0 ? "" : ".")}{char.ToLowerInvariant(name[0])}{name[1..]}";

    private static bool IsBody(object argument) =>
        argument is not (string or DateOnly or DateTimeOffset) && (IsOfOurs(argument) || argument is IEnumerable);

    /// <summary>Requests are records of the contracts or of an endpoint, and lists of them; services of the container are
    /// neither.</summary>
    private static bool IsOfOurs(object value)
    {
        var type = value.GetType();
        return type.IsGenericType && value is IList ? Array.Exists(type.GetGenericArguments(), IsRequest)
            : type.IsArray ? IsRequest(type.GetElementType()!) || type.GetElementType() == typeof(string)
            : IsRequest(type);
    }

    private static bool IsRequest(Type type) =>
        type.Assembly == typeof(IReviewApi).Assembly
        || (
            (type.IsNested || type.Name.EndsWith("Request", StringComparison.Ordinal))
            && type.Namespace?.StartsWith(Ours, StringComparison.Ordinal) == true
        );

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

/// <summary>What is wrong with a request, and where.</summary>
/// <param name="Fault">What.</param>
/// <param name="Field">The path of the field.</param>
public sealed record BadInput(InputFault Fault, string Field);

/// <summary>What no request may hold.</summary>
public enum InputFault
{
    /// <summary>NUL, another control character or half a surrogate pair.</summary>
    Control,

    /// <summary>Nothing where an element of a list should be.</summary>
    Null,

    /// <summary>A date outside of 2000 to 2100.</summary>
    Date,
}
