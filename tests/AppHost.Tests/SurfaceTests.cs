using System.Reflection;
using System.Runtime.CompilerServices;
using Aspire.Hosting;

namespace NewsEducator.AppHost.Tests;

/// <summary>Program.cs must compile against Aspire itself, so the local engine may offer nothing that Aspire does not.</summary>
public sealed class SurfaceTests
{
    [Fact]
    public void The_local_engine_offers_methods_of_Aspire_13_5_with_the_same_signatures()
    {
        var aspire = Golden.Read("aspire-13.5.methods").Split('\n', StringSplitOptions.RemoveEmptyEntries);

        LocalMethods().Except(aspire).ShouldBeEmpty();
        aspire.Except(LocalMethods()).ShouldBeEmpty();
    }

    private static IEnumerable<string> LocalMethods() => typeof(DistributedApplication).Assembly.GetTypes()
        .Where(type => type is { Namespace: "Aspire.Hosting", IsAbstract: true, IsSealed: true })
        .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static))
        .Where(method => method.IsDefined(typeof(ExtensionAttribute)) && method.Name is not ("AddResource" or "AsProject"))
        .Select(Signature);

    // WithReference<TDestination>(IResourceBuilder<TDestination> builder, …, String connectionName = null) where TDestination : IResourceWithEnvironment
    private static string Signature(MethodInfo method)
    {
        var generics = method.GetGenericArguments();
        var names = generics.Length == 0 ? "" : $"<{string.Join(", ", generics.Select(type => type.Name))}>";
        var parameters = string.Join(", ", method.GetParameters().Select(Parameter));
        var constraints = string.Concat(generics.Select(type => $" where {type.Name} : {string.Join(", ", type.GetGenericParameterConstraints().Select(NameOf))}"));
        return $"{NameOf(method.ReturnType)} {method.Name}{names}({parameters}){constraints}";
    }

    private static string Parameter(ParameterInfo parameter) =>
        $"{NameOf(parameter.ParameterType)} {parameter.Name}{(parameter.HasDefaultValue ? $" = {parameter.DefaultValue ?? "null"}" : "")}";

    private static string NameOf(Type type)
    {
        if (type.IsByRef)
        {
            return $"in {NameOf(type.GetElementType()!)}";
        }

        if (type.IsArray)
        {
            return $"{NameOf(type.GetElementType()!)}[]";
        }

        return type.IsGenericType ? $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(NameOf))}>" : type.Name;
    }
}
