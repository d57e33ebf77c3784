using System.Collections.Immutable;

namespace Orchestrator.Forms.Validation;

/// <summary>The errors of one submission, sorted by their place in the form.</summary>
internal sealed class Errors(FormMessages messages)
{
    private readonly List<(string Order, FormError Error)> _errors = [];
    private readonly HashSet<string> _paths = new(StringComparer.Ordinal);

    public bool IsEmpty => _errors.Count == 0;

    public void Add(string order, string path, string code, object? limit = null)
    {
        var text = limit?.ToString();
        Add(order, new FormError(path, code, messages.Of(code, text)) { Limit = code == FormErrorCodes.Type ? null : text });
    }

    public void AddType(string order, string path, string type) => Add(order, path, FormErrorCodes.Type, messages.TypeName(type));

    public void AddRule(string order, string path, string? message) => Add(order, new FormError(path, FormErrorCodes.Rule, message ?? messages.Of(FormErrorCodes.Rule, null)));

    /// <summary>True when something at the path or under it is wrong.</summary>
    public bool Touches(string path) =>
        path.Length == 0 ? !IsEmpty : _paths.Contains(path);

    public ImmutableArray<FormError> Sorted() =>
        [.. _errors.OrderBy(entry => entry.Order, StringComparer.Ordinal).Select(entry => entry.Error).Take(FormLimits.ErrorsMax)];

    private void Add(string order, FormError error)
    {
        _errors.Add((order, error));
        // With every path above it, so that asking about a list does not look at each of its errors.
        _paths.Add(error.Path);
        for (var i = 1; i < error.Path.Length; i++)
            if (error.Path[i] is '.' or '[') _paths.Add(error.Path[..i]);
    }
}
