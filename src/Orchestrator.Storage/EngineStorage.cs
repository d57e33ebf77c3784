using Orchestrator.Engine;
using Orchestrator.Engine.Ports;
using Orchestrator.Storage.Changes;
using Orchestrator.Storage.Commits;
using Orchestrator.Storage.Encryption;
using Orchestrator.Storage.Seals;
using Orchestrator.Storage.Sql;

namespace Orchestrator.Storage;

/// <summary>The engine's ports on one open database. Disposing closes its connections.</summary>
public sealed class EngineStorage : IAsyncDisposable
{
    private readonly Func<ValueTask> _close;

    private EngineStorage(SqlDatabase database, ICommitter committer, Toolbox tools, Func<ValueTask> close)
    {
        var history = new SqlHistoryStore(database, tools.Keys, new RowRebuilder(database, tools.Changes));
        Store = new SqlStore(database, committer, history);
        History = history;
        Messages = new SqlMessageStore(database, tools.Changes, tools.Messages);
        Deployments = new EfDeployments(database);
        Work = new SqlWorkQueue(database);
        Queries = new EfQueries(database);
        Standings = new EfStandings(database);
        Batches = new EfBatches(database);
        Desk = new SqlDesk(database, tools.Keys);
        Substitutions = new SqlSubstitutions(database);
        Attachments = new SqlAttachments(database, tools.Keys);
        Drafts = new EfDefinitionDrafts(database);
        Subjects = new Subjects(database, tools.Keys);
        Heads = new SealedHeads(database);
        Master = tools.Master;
        _close = close;
    }

    public IStore Store { get; }

    public IHistoryStore History { get; }

    public IMessageStore Messages { get; }

    public IDeploymentStore Deployments { get; }

    public IWorkQueue Work { get; }

    public IQueries Queries { get; }

    /// <summary>Figures for who watches over the engine.</summary>
    public IStandings Standings { get; }

    public IBatchStore Batches { get; }

    /// <summary>Drafts and saved filters.</summary>
    public IDeskStore Desk { get; }

    /// <summary>Absences and who stands in.</summary>
    public ISubstitutionStore Substitutions { get; }

    /// <summary>The bytes of files that were brought to tasks.</summary>
    public IAttachmentStore Attachments { get; }

    /// <summary>Definitions that are being drawn.</summary>
    public IDraftStore Drafts { get; }

    /// <summary>All of them, as a node of the engine takes them.</summary>
    public EngineStores Ports => new(Store, Work, Messages, Deployments, History, Queries, Batches, Standings);

    /// <summary>Lawful erasure and purge.</summary>
    public Subjects Subjects { get; }

    /// <summary>What seals and verifications read.</summary>
    public SealedHeads Heads { get; }

    /// <summary>For what else must lie encrypted in the same database.</summary>
    public MasterKey Master { get; }

    /// <summary>What the shared parts and the commit path of a provider both use.</summary>
    internal sealed record Toolbox(MasterKey Master, DataKeys Keys, ChangeCatalogue Changes, MessageCipher Messages, MemberPreparer Preparer);

    /// <summary>Opens the engine's ports over a database whose schema is up to date.</summary>
    /// <param name="committer">Builds the provider's commit path.</param>
    /// <param name="close">Closes what the provider opened.</param>
    /// <exception cref="StorageStartException">The master key is missing or is not the one the database was made with.</exception>
    internal static async Task<EngineStorage> OpenAsync(
        SqlDatabase database, StorageOptions options, TimeProvider time, Func<Toolbox, ICommitter> committer, Func<ValueTask> close, CancellationToken cancellation)
    {
        var master = await MasterKeyCheck.RunAsync(database, options, cancellation);
        var keys = new DataKeys(database, master, time);
        var messages = new MessageCipher(await MasterKeyCheck.TransitKeyAsync(database, keys, cancellation));
        var changes = new ChangeCatalogue(messages);
        var tools = new Toolbox(master, keys, changes, messages, new MemberPreparer(keys));
        return new EngineStorage(database, committer(tools), tools, close);
    }

    public ValueTask DisposeAsync() => _close();
}
