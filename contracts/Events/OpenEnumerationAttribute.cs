namespace NewsEducator.Contracts;

/// <summary>Public events may bring values of this enumeration that subscribers do not know: their schemas name the present ones as
/// examples only. Every other enumeration is closed, and a new value of it is a new version of the event.</summary>
[AttributeUsage(AttributeTargets.Enum)]
public sealed class OpenEnumerationAttribute : Attribute;
