namespace Aspire.Hosting.ApplicationModel;

internal sealed class ParameterResource(string name, Func<string> value, bool secret) : Resource(name), IValueProvider
{
    private readonly Lazy<string> _value = new(value);

    public bool Secret { get; } = secret;

    public string Value => _value.Value;
}
