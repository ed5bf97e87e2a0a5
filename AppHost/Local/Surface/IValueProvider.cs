namespace Aspire.Hosting.ApplicationModel;

/// <summary>A value that is known only when the resources have got their ports and passwords.</summary>
internal interface IValueProvider
{
    string Value { get; }
}
