using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace NewsEducator.ServiceDefaults.Data;

/// <summary>Stores an instant in UTC whatever its offset: Npgsql refuses any other for <c>timestamp with time zone</c>, parameters
/// included.</summary>
internal sealed class UtcConverter()
    : ValueConverter<DateTimeOffset, DateTimeOffset>(instant => instant.ToUniversalTime(), instant => instant);
