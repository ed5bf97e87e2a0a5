using System.Reflection;

namespace NewsEducator.ServiceDefaults.Messaging;

/// <summary>The ids in a message (ItemId, CandidateId, PackId, …), which every log entry of its consumer and its span carry.</summary>
internal static class MessageIds<T>
    where T : class
{
    private static readonly PropertyInfo[] Ids =
    [
        .. typeof(T)
            .GetProperties()
            .Where(property => property.PropertyType == typeof(Guid) && property.Name.EndsWith("Id", StringComparison.Ordinal)),
    ];

    public static IReadOnlyList<KeyValuePair<string, object?>> Of(T message) =>
        [.. Ids.Select(property => new KeyValuePair<string, object?>(property.Name, property.GetValue(message)))];
}
