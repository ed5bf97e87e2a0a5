using System.Globalization;

namespace Aspire.Hosting.ApplicationModel;

internal sealed class EndpointReference(Endpoint endpoint) : IValueProvider
{
    public string Url => endpoint.Url;

    string IValueProvider.Value => Url;
}

/// <summary>An HTTP address; without a port of its own it gets a free one when the engine starts.</summary>
internal sealed class Endpoint(string name, int? port)
{
    public string Name { get; } = name;

    public int? FixedPort { get; } = port;

    public int? Port { get; set; } = port;

    public string Url => string.Create(CultureInfo.InvariantCulture, $"http://localhost:{Port ?? throw new InvalidOperationException($"Endpoint {Name} has no port yet.")}");
}
