namespace NewsEducator.Collector.Connectors.Http;

/// <summary>A host was not asked, because it said not to or because everybody's turns are taken.</summary>
internal sealed class HostThrottledException(string host, DateTimeOffset until) : Exception($"{host} is not asked before {until:u}")
{
    public DateTimeOffset Until => until;
}
