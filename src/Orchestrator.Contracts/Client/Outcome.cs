namespace Orchestrator.Contracts.Client;

/// <summary>What a call brought: a value, or the reason why it was refused. Exactly one of the two is there.</summary>
/// <typeparam name="T">What the caller gets when the call was accepted.</typeparam>
public sealed record Outcome<T>
{
    internal Outcome(T? value, Refusal? refusal)
    {
        Value = value;
        Refusal = refusal;
    }

    /// <summary>The value of an accepted call, else the type's default.</summary>
    public T? Value { get; }

    /// <summary>Why the call was refused, or null when it was accepted.</summary>
    public Refusal? Refusal { get; }

    /// <summary>A refused call; nothing was written.</summary>
    public static implicit operator Outcome<T>(Refusal refusal) => new(default, refusal);

    /// <summary>An accepted call. (A value whose static type is an interface needs <see cref="Outcome.Of{T}"/>.)</summary>
    public static implicit operator Outcome<T>(T value) => new(value, null);

    /// <summary>One answer for either case.</summary>
    public TResult Match<TResult>(Func<T, TResult> accepted, Func<Refusal, TResult> refused) =>
        Refusal is { } refusal ? refused(refusal) : accepted(Value!);
}

/// <summary>Makes outcomes.</summary>
public static class Outcome
{
    /// <summary>An accepted call.</summary>
    public static Outcome<T> Of<T>(T value) => new(value, null);

    /// <summary>A refused call; nothing was written.</summary>
    public static Outcome<T> Refused<T>(Refusal refusal) => new(default, refusal);
}
