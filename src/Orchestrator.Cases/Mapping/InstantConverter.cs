using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Orchestrator.Cases.Mapping;

/// <summary>Stores an instant as UTC milliseconds since 1970: every database compares and sorts it alike.</summary>
internal sealed class InstantConverter()
    : ValueConverter<DateTimeOffset, long>(instant => instant.ToUnixTimeMilliseconds(), stored => DateTimeOffset.FromUnixTimeMilliseconds(stored));
