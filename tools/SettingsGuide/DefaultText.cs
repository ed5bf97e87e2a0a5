using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NewsEducator.SettingsGuide;

/// <summary>A property's default as it would be written into the configuration.</summary>
internal sealed class DefaultText(SourceTypes types)
{
    private const string None = "";

    public string Of(PropertyDeclarationSyntax property) =>
        property.Initializer is { } initializer
            ? Of(initializer.Value, property.Type.ToString())
            : property.Type.ToString() switch
            {
                "bool" => "false",
                "int" or "long" or "double" or "decimal" => "0",
                _ => None,
            };

    private string Of(ExpressionSyntax value, string type) =>
        value switch
        {
            LiteralExpressionSyntax literal => literal.Token.Value switch
            {
                null => None,
                bool flag => flag ? "true" : "false",
                var other => Convert.ToString(other, CultureInfo.InvariantCulture)!,
            },
            InvocationExpressionSyntax call when call.Expression.ToString().StartsWith("TimeSpan.From", StringComparison.Ordinal) => TimeOf(
                call
            ),
            MemberAccessExpressionSyntax member when member.ToString() == "TimeSpan.Zero" => TimeSpan.Zero.ToString(
                "c",
                CultureInfo.InvariantCulture
            ),
            MemberAccessExpressionSyntax member => types.ConstantOf(member.ToString()) is { } constant
                ? Of(constant, type)
                : member.Name.ToString(),
            BinaryExpressionSyntax product when product.IsKind(SyntaxKind.MultiplyExpression) => (
                Number(product.Left) * Number(product.Right)
            ).ToString(CultureInfo.InvariantCulture),
            ImplicitObjectCreationExpressionSyntax made => MadeOf(made, type),
            _ => None,
        };

    private string MadeOf(ImplicitObjectCreationExpressionSyntax made, string type)
    {
        var arguments = made.ArgumentList.Arguments.Select(argument => argument.Expression).ToList();
        return type.TrimEnd('?') switch
        {
            "TimeOnly" => new TimeOnly((int)Number(arguments[0]), (int)Number(arguments[1])).ToString(
                "HH:mm",
                CultureInfo.InvariantCulture
            ),
            "Uri" => Of(arguments[0], "string"),
            _ => None,
        };
    }

    private static string TimeOf(InvocationExpressionSyntax call)
    {
        var amount = Number(call.ArgumentList.Arguments[0].Expression);
        var unit = call.Expression.ToString()["TimeSpan.From".Length..] switch
        {
            "Milliseconds" => TimeSpan.FromMilliseconds(1),
            "Seconds" => TimeSpan.FromSeconds(1),
            "Minutes" => TimeSpan.FromMinutes(1),
            "Hours" => TimeSpan.FromHours(1),
            "Days" => TimeSpan.FromDays(1),
            var other => throw new NotSupportedException($"TimeSpan.From{other}"),
        };
        return (unit * amount).ToString("c", CultureInfo.InvariantCulture);
    }

    private static double Number(ExpressionSyntax value) =>
        value is BinaryExpressionSyntax product
            ? Number(product.Left) * Number(product.Right)
            : Convert.ToDouble(((LiteralExpressionSyntax)value).Token.Value, CultureInfo.InvariantCulture);
}
