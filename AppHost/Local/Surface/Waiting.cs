using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

internal static class Waiting
{
    public static IResourceBuilder<T> WaitFor<T>(this IResourceBuilder<T> builder, IResourceBuilder<IResource> dependency)
        where T : IResourceWithWaitSupport => builder.Wait(dependency, WaitUntil.Ready);

    public static IResourceBuilder<T> WaitForCompletion<T>(
        this IResourceBuilder<T> builder, IResourceBuilder<IResource> dependency, int exitCode = 0)
        where T : IResourceWithWaitSupport => exitCode == 0
            ? builder.Wait(dependency, WaitUntil.Completed)
            : throw new NotSupportedException("The local engine takes exit code 0 for success.");

    private static IResourceBuilder<T> Wait<T>(this IResourceBuilder<T> builder, IResourceBuilder<IResource> dependency, WaitUntil until)
        where T : IResourceWithWaitSupport
    {
        builder.AsProject().Waits.Add(new Wait(dependency.Resource, until));
        return builder;
    }
}
