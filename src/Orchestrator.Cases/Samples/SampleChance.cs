using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Orchestrator.Cases.Samples;

/// <summary>
/// The only source of chance of the sample data: every answer is the SHA-256 of the key, a number and a question. There is no state and no order, so a question that is
/// added later changes no other answer, and the same key gives the same answers on every machine.
/// </summary>
/// <param name="key">What the answers belong to: scenario, seed, and the subject that is numbered.</param>
public sealed class SampleChance(string key)
{
    private const int BellDraws = 12;

    /// <summary>The chance for what <paramref name="scenario"/> and <paramref name="seed"/> number as <paramref name="subject"/>: workers, vacancies and so on.</summary>
    public static SampleChance Of(string scenario, long seed, string subject) => new(string.Create(CultureInfo.InvariantCulture, $"{scenario}|{seed}|{subject}"));

    /// <summary>Evenly spread over all values.</summary>
    public ulong Draw(long number, string question) => BinaryPrimitives.ReadUInt64BigEndian(Hash(number, question));

    /// <summary>From 0 to below <paramref name="bound"/>, evenly; <paramref name="bound"/> is 1 or more.</summary>
    public int Below(long number, string question, int bound)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(bound);
        return (int)(((UInt128)Draw(number, question) * (uint)bound) >> 64);
    }

    /// <summary>True for about <paramref name="perThousand"/> of a thousand numbers.</summary>
    public bool Holds(long number, string question, int perThousand) => Below(number, question, 1_000) < perThousand;

    /// <summary>One of <paramref name="from"/>, evenly.</summary>
    public T Pick<T>(long number, string question, IReadOnlyList<T> from) => from[Below(number, question, from.Count)];

    /// <summary>One of <paramref name="from"/>, by its weights.</summary>
    internal T Pick<T>(long number, string question, WeightedList<T> from) => from.At(Draw(number, question));

    /// <summary>A whole number spread like a bell around <paramref name="mean"/>, at most six <paramref name="deviation"/>s away. In whole numbers throughout, since floating point may differ between machines.</summary>
    public int Bell(long number, string question, int mean, int deviation)
    {
        var hash = Hash(number, question);
        var sum = 0L;
        for (var i = 0; i < BellDraws; i++)
            sum += BinaryPrimitives.ReadUInt16BigEndian(hash.AsSpan(i * sizeof(ushort)));
        // Twelve even draws from 0 to 65535 have the mean 393210 and the standard deviation 65536.
        return (int)(((mean * 65_536L) + (deviation * (sum - 393_210)) + 32_768) >> 16);
    }

    private byte[] Hash(long number, string question) =>
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{key}|{number}|{question}")));
}
