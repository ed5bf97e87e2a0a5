using System.Collections;
using System.Globalization;
using System.Reflection;

namespace NewsEducator.ServiceDefaults.Settings;

/// <summary>One setting of an options object.</summary>
/// <param name="Path">From the section, for example <c>OpenId:Authority</c> or <c>People:0:Name</c>.</param>
/// <param name="Value">As the environment would say it; a list of plain values in one line. Of a secret, whether it is set.</param>
internal sealed record WrittenSetting(string Path, string Value, bool IsSecret);

/// <summary>The settings of an options object, as they would be written into the configuration.</summary>
internal static class WrittenSettings
{
    private const string Hidden = "*";

    public static IEnumerable<WrittenSetting> Of(object options, string prefix = "") =>
        options.GetType().GetProperties().Where(IsSetting).SelectMany(property => Of(property, options, $"{prefix}{property.Name}"));

    private static IEnumerable<WrittenSetting> Of(PropertyInfo property, object options, string path)
    {
        var value = property.GetValue(options);
        return value switch
        {
            _ when property.IsDefined(typeof(SecretAttribute)) =>
            [
                new WrittenSetting(path, Text(value).Length > 0 ? Hidden : "", IsSecret: true),
            ],
            IDictionary entries when Elements(entries.Values) is { Count: > 0 } nested => entries
                .Keys.Cast<object>()
                .Zip(nested)
                .SelectMany(entry => Of(entry.Second, $"{path}:{entry.First}:")),
            ICollection list and not IDictionary when Elements(list) is { Count: > 0 } nested => nested
                .Index()
                .SelectMany(entry => Of(entry.Item, string.Create(CultureInfo.InvariantCulture, $"{path}:{entry.Index}:"))),
            not null when IsNested(value.GetType()) => Of(value, $"{path}:"),
            _ => [new WrittenSetting(path, Text(value), IsSecret: false)],
        };
    }

    /// <summary>What the binder fills: settable, or a collection or an object that is there already.</summary>
    private static bool IsSetting(PropertyInfo property) =>
        property.GetIndexParameters().Length == 0
        && !typeof(Delegate).IsAssignableFrom(property.PropertyType)
        && (property.SetMethod is { IsPublic: true } || IsCollection(property.PropertyType) || IsNested(property.PropertyType));

    private static bool IsCollection(Type type) =>
        typeof(ICollection).IsAssignableFrom(type)
        || (
            type.IsGenericType
            && (type.GetGenericTypeDefinition() == typeof(IList<>) || type.GetGenericTypeDefinition() == typeof(IDictionary<,>))
        );

    private static List<object> Elements(ICollection values) => [.. values.Cast<object>().Where(value => IsNested(value.GetType()))];

    private static bool IsNested(Type type) =>
        type.IsClass && type.Assembly.GetName().Name!.StartsWith("NewsEducator.", StringComparison.Ordinal);

    private static string Text(object? value) =>
        value switch
        {
            null => "",
            TimeOnly clock => clock.ToString(clock.Second == 0 ? "HH:mm" : "HH:mm:ss", CultureInfo.InvariantCulture),
            string text => WithoutAccount(text),
            Uri address => WithoutAccount(address.ToString()),
            IDictionary entries => string.Join(", ", entries.Keys.Cast<object>().Select(key => $"{Text(key)} {Text(entries[key])}")),
            IEnumerable list => string.Join(", ", list.Cast<object>().Select(Text)),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
        };

    /// <summary>An address may hold a name and a password.</summary>
    private static string WithoutAccount(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address.UserInfo.Length > 0
            ? text.Replace($"{address.UserInfo}@", "", StringComparison.Ordinal)
            : text;
}
