using Aspire.Hosting.ApplicationModel;
using NewsEducator.AppHost.Local;

namespace Aspire.Hosting;

internal static class ParameterAdding
{
    public static IResourceBuilder<ParameterResource> AddParameter(
        this IDistributedApplicationBuilder builder, string name, ParameterDefault value, bool secret = false, bool persist = false)
    {
        var configured = builder.Configuration[$"Parameters:{name}"];
        return builder.AddResource(new ParameterResource(name, persist ? Keep : () => configured ?? value.GetDefaultValue()));

        string Keep() => DataFolder.Of(builder.Configuration).Keep(name, configured, value.GetDefaultValue);
    }

    public static IResourceBuilder<ParameterResource> AddParameter(
        this IDistributedApplicationBuilder builder, string name, string value, bool publishValueAsDefault = false, bool secret = false) =>
        builder.AddResource(new ParameterResource(name, () => value));
}
