using System.Data.Common;
using System.Globalization;
using Orchestrator.Engine.Ports;

namespace Orchestrator.Storage.Sql;

/// <summary>Absences and who stands in.</summary>
internal sealed class SqlSubstitutions(SqlDatabase database) : ISubstitutionStore
{
    // More than this no office has at one time.
    private const int RowsMax = 5_000;

    private const string DayFormat = "yyyy-MM-dd";
    private const string Columns = "id, person, first_day, last_day, substitute, recorded_by, recorded_at, revoked, changed_by, changed_at";

    public Task<IReadOnlyList<Substitution>> FromAsync(DateOnly day, CancellationToken cancellation) => database.ReadAsync<IReadOnlyList<Substitution>>(async session => await session.QueryAsync(
        $"SELECT {Columns} FROM engine_substitutions WHERE last_day >= @day ORDER BY first_day, id LIMIT {RowsMax}", Read, cancellation, ("day", Text(day))), cancellation);

    public Task<Substitution?> FindAsync(Guid id, CancellationToken cancellation) => database.ReadAsync(session => FindAsync(session, id, cancellation), cancellation);

    public async Task<Substitution?> SaveAsync(Substitution absence, CancellationToken cancellation)
    {
        // Of two nodes that record the same days for the same person, the second one sees the first one's row.
        await using var turn = await database.LockAsync(DatabaseLock.Substitutions, cancellation);
        return await database.WriteAsync(async session =>
        {
            if (await FindAsync(session, absence.Id, cancellation) is not null) return null;
            var standing = await session.FirstAsync(
                $"SELECT {Columns} FROM engine_substitutions WHERE person = @person AND revoked = FALSE AND first_day <= @last AND last_day >= @first ORDER BY first_day LIMIT 1",
                Read, cancellation, ("person", absence.Person), ("first", Text(absence.FirstDay)), ("last", Text(absence.LastDay)));
            if (standing is not null) return standing;
            var oldest = DateOnly.FromDateTime(absence.RecordedAt.UtcDateTime).AddDays(-Substitution.DaysKept);
            await session.ExecuteAsync("DELETE FROM engine_substitutions WHERE last_day < @oldest", cancellation, ("oldest", Text(oldest)));
            await session.ExecuteAsync(
                $"INSERT INTO engine_substitutions ({Columns}) VALUES (@id, @person, @first, @last, @substitute, @by, @at, FALSE, NULL, NULL)", cancellation,
                ("id", Bytes(absence.Id)), ("person", absence.Person), ("first", Text(absence.FirstDay)), ("last", Text(absence.LastDay)), ("substitute", absence.Substitute),
                ("by", absence.RecordedBy), ("at", absence.RecordedAt));
            return null;
        }, cancellation);
    }

    public async Task<bool> ChangeAsync(Substitution changed, DateOnly shownLastDay, CancellationToken cancellation) => await database.WriteAsync(session => session.ExecuteAsync(
        "UPDATE engine_substitutions SET last_day = @last, revoked = @revoked, changed_by = @by, changed_at = @at WHERE id = @id AND revoked = FALSE AND last_day = @shown", cancellation,
        ("id", Bytes(changed.Id)), ("last", Text(changed.LastDay)), ("revoked", changed.Revoked), ("by", changed.ChangedBy), ("at", changed.ChangedAt), ("shown", Text(shownLastDay))), cancellation) == 1;

    private Task<Substitution?> FindAsync(SqlSession session, Guid id, CancellationToken cancellation) =>
        session.FirstAsync($"SELECT {Columns} FROM engine_substitutions WHERE id = @id", Read, cancellation, ("id", Bytes(id)));

    private Substitution Read(DbDataReader reader) => new(
        reader.Identifier(0), reader.GetString(1), Day(reader.GetString(2)), Day(reader.GetString(3)), reader.TextOrNull(4), reader.GetString(5), database.Dialect.ReadInstant(reader, 6))
    {
        Revoked = reader.GetBoolean(7),
        ChangedBy = reader.TextOrNull(8),
        ChangedAt = database.Dialect.InstantOrNull(reader, 9),
    };

    private static byte[] Bytes(Guid id) => id.ToByteArray(bigEndian: true);

    private static string Text(DateOnly day) => day.ToString(DayFormat, CultureInfo.InvariantCulture);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, DayFormat, CultureInfo.InvariantCulture);
}
