using System.Runtime.CompilerServices;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>A text with values in it that are filled in late.</summary>
internal sealed class ReferenceExpression(IReadOnlyList<Func<string?>> parts) : IValueProvider
{
    public string Value => string.Concat(parts.Select(part => part()));

    public static ReferenceExpression Create(in ExpressionInterpolatedStringHandler handler) => handler.GetExpression();

    [InterpolatedStringHandler]
    public readonly ref struct ExpressionInterpolatedStringHandler(int literalLength, int formattedCount)
    {
        private readonly List<Func<string?>> _parts = new(formattedCount + Math.Min(literalLength, formattedCount + 1));

        public void AppendLiteral(string value) => _parts.Add(() => value);

        public void AppendFormatted(string? value) => _parts.Add(() => value);

        public void AppendFormatted<T>(T valueProvider)
            where T : IValueProvider => _parts.Add(() => valueProvider.Value);

        public void AppendFormatted<T>(IResourceBuilder<T> valueProvider)
            where T : IResource, IValueProvider => _parts.Add(() => valueProvider.Resource.Value);

        internal ReferenceExpression GetExpression() => new(_parts);
    }
}
