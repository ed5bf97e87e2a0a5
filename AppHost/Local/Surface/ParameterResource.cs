namespace Aspire.Hosting.ApplicationModel;

internal sealed class ParameterResource(string name, Func<string> value) : Resource(name), IValueProvider
{
    private readonly Lazy<string> _value = new(value);

    public string Value => _value.Value;
}
