namespace NewsEducator.Collector.Connectors.Web;

/// <summary>A page was not served, or may not be asked for.</summary>
internal sealed class WebFaultException(UpstreamFault fault, Exception? cause = null) : Exception(fault.Detail, cause)
{
    public UpstreamFault Fault => fault;
}
